"""What is wrong with a catalogue: each problem names the file, the string and what to do about it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from .catalogues import SOURCE_LANGUAGE, as_written, forms, lookup, strings

# Spelled alike in both languages.
SAME = frozenset({"API", "CSV", "DOI", "EDTF", "JSON", "NDJSON", "RSS", "SHA-256", "Wikidata", "forum"})
PERCENT = re.compile(r"%(?:%|(?:\(([^)]*)\))?[-#0+]*(?:\d+|\*)?(?:\.\d+)?[a-zA-Z])")
BRACE = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*")
ESCAPES = ("%%", "{{", "}}")


@dataclass(frozen=True)
class Problem:
    """One thing that stops a catalogue from being complete and right."""

    language: str
    what: str
    text: str
    context: str | None
    files: tuple[str, ...]

    def __str__(self) -> str:
        context = f" ({self.context})" if self.context else ""
        return f"{', '.join(self.files) or 'nowhere'}: {self.language}: {self.what}: {self.text!r}{context}"


def problems(known: Catalog, found: Catalog, language: str) -> Iterator[Problem]:
    """Compare a catalogue with what the code asks for."""
    for message in strings(found):
        old = lookup(known, message)
        for what in ["missing"] if old is None else _faults(old, language):
            yield _problem(language, what, message)
    for message in (*strings(known), *known.obsolete.values()):
        if lookup(found, message) is None:
            yield _problem(language, "obsolete", message)


def _problem(language: str, what: str, message: Message) -> Problem:
    files = tuple(sorted({name for name, _line in message.locations}))
    return Problem(language, what, forms(message.id)[0], message.context, files)


def _faults(message: Message, language: str) -> Iterator[str]:
    """What is wrong with one translation."""
    if message.fuzzy:
        yield "fuzzy"
    if not all(forms(message.string)):
        yield "untranslated"
        return
    if language == SOURCE_LANGUAGE:
        if message.string != as_written(message):
            yield "differs from the code, which is in this language"
        return
    if not _placeholders_agree(message):
        yield "placeholders differ"
    if _says_the_same(message):
        yield "same as in the code"


def _placeholders_agree(message: Message) -> bool:
    """Whether each form can be filled like its original; the first may take after the singular or the plural."""
    originals = [placeholders(text) for text in forms(message.id)]
    first, *others = (placeholders(text) for text in forms(message.string))
    return first in originals and all(other == originals[-1] for other in others)


def placeholders(text: str) -> Counter[str]:
    """What a translation must carry over: named placeholders at least once, all else (HTML tags too) as often."""
    marks = [match for match in PERCENT.finditer(text) if match[0] not in ESCAPES]
    braces = [mark for mark in BRACE.findall(text) if mark not in ESCAPES]
    named = {mark[0] for mark in marks if mark[1]} | {mark for mark in braces if mark[1:2].isalpha()}
    nameless = [mark[0] for mark in marks if not mark[1]] + [mark for mark in braces if not mark[1:2].isalpha()]
    stray = ["%"] * PERCENT.sub("", text).count("%")
    return Counter([*named, *nameless, *stray, *TAG.findall(text)])


def _says_the_same(message: Message) -> bool:
    """Whether a string with words in it was left as it is without being known to be the same in both languages."""
    text, translation = forms(message.id)[0], forms(message.string)[0]
    words = BRACE.sub("", PERCENT.sub("", text))
    return text == translation and text not in SAME and any(letter.isalpha() for letter in words)
