"""Visits: who travelled in which office, from where to where, when, and in what form."""

from relations.reading.document import Document
from relations.reading.found import Span
from relations.reading.patterns import pattern, patterns

from .visit import Visit, once
from .visits_en import read_en
from .visits_tr import read_tr

TRIGGERS = patterns("visits", "triggers")
VAGUE = pattern("visits", "vague")


def find_visits(document: Document) -> list[Visit]:
    """Every visit that the text states, each once."""
    found: list[Visit] = []
    for sentence in document.sentences:
        found += _in_sentence(document, sentence)
    return once(found)


def _in_sentence(document: Document, sentence: Span) -> list[Visit]:
    """The visits of one sentence: each trigger reads the words since the one before it."""
    found: list[Visit] = []
    words = document.words(sentence)
    triggers = [
        Span(sentence.start + match.start(), sentence.start + match.end())
        for match in TRIGGERS[document.language].finditer(words)
    ]
    for index, trigger in enumerate(triggers):
        start = triggers[index - 1].end if index else sentence.start
        end = triggers[index + 1].start if index + 1 < len(triggers) else sentence.end
        around = document.folded[max(sentence.start, trigger.start - 30) : min(sentence.end, trigger.end + 30)]
        if VAGUE.search(around):
            continue
        read = read_tr if document.language == "tr" else read_en
        found += read(document, Span(start, end), trigger, sentence)
    return found
