"""Where a sentence begins to speak of a meeting, and of which body's."""

import re
from dataclasses import dataclass

from relations.reading.document import Document, within
from relations.reading.found import FoundOrdinal, Span
from relations.reading.names import FoundBody
from relations.reading.patterns import pattern, patterns

NOUN = {
    "tr": re.compile(r"\b(?:toplanti|zirve|oturum|istisare|gorusme|donem toplanti)\w*"),
    "en": re.compile(r"\b(?:meetings?|sessions?|summits?|rounds?|consultations|gathering)\b"),
}
MANY = {
    "tr": re.compile(r"toplanti(?:lar|lari)\w*|oturumlar\w*|istisareler duzenli|zirveleri"),
    "en": re.compile(r"\bmeetings|sessions\b"),
}
AFTER_ORDINAL = patterns("meetings", "after_ordinal")
ANAPHORA = patterns("meetings", "anaphora")
NEXT = patterns("meetings", "next")
LAST = patterns("meetings", "last")
ANOTHER = pattern("meetings", "another")


@dataclass(frozen=True)
class Head:
    """Where a sentence begins to speak of one meeting."""

    span: Span
    ordinal: int | None


def heads(document: Document, sentence: Span, bodies: list[FoundBody]) -> list[Head]:
    """The ordinals that number meetings; without any, the one meeting that the sentence speaks of."""
    language = document.language
    found = [
        Head(ordinal.span, ordinal.number)
        for ordinal in within(document.ordinals, sentence)
        if AFTER_ORDINAL[language].match(document.folded, ordinal.span.end)
        or _numbers_before(document, ordinal, bodies)
    ]
    if found:
        return found
    words = document.words(sentence)
    match = NEXT[language].search(words) or LAST[language].search(words)
    if not match and bodies:
        match = NOUN[language].search(words, max(0, bodies[0].span.start - sentence.start - 60))
        if match and MANY[language].match(match.group()):
            return []
        if not match and any(body.kind in ("summit", "consultations") for body in bodies):
            return [Head(bodies[0].span, None)]
    return [Head(Span(sentence.start + match.start(), sentence.start + match.end()), None)] if match else []


def _numbers_before(document: Document, ordinal: FoundOrdinal, bodies: list[FoundBody]) -> bool:
    """Whether a body stands right after an ordinal, whatever words lie between (“third Türkiye-… Planning Group”)."""
    end = ordinal.span.end
    for body in bodies:
        gap = document.folded[end : body.span.start]
        if 0 < len(gap) < 60 and not re.search(r"[,;.(]|\b(?:article|anniversary|yil|madde|largest|buyuk)\b", gap):
            return True
    return False


def body_of(
    document: Document, sentence: Span, head: Head, bodies: list[FoundBody], last: FoundBody | None
) -> FoundBody | None:
    """The body whose meeting it is: the nearest in the sentence, else the one that the text spoke of last."""
    if bodies:
        before = [body for body in bodies if body.span.start <= head.span.start]
        after = [body for body in bodies if body.span.start > head.span.start]
        if document.language == "tr":
            near = [body for body in after if body.span.start - head.span.end < 45]
            close = before and head.span.start - before[-1].span.end < 60
            return before[-1] if before and (close or not near) else (near or after or before)[0]
        near = [body for body in after if body.span.start - head.span.end < 90]
        return near[0] if near else (before[-1] if before else after[0])
    words = document.words(sentence)
    refers = (
        ANAPHORA[document.language].search(words)
        or NEXT[document.language].search(words)
        or LAST[document.language].search(words)
    )
    if not last or not (refers or head.ordinal is not None) or sentence.start - last.span.end > 1500:
        return None
    meets = NOUN[document.language].search(document.folded, head.span.start, head.span.end + 40)
    return last if meets and not _of_another(document, sentence) else None


def _of_another(document: Document, sentence: Span) -> bool:
    """Whether the sentence is about a body that we do not follow."""
    return bool(ANOTHER.search(document.words(sentence)))
