"""A held text made ready for reading claims again: everything dated, counted or ordered in it, with its place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from relations.reading.cleaning import Cleaned, clean
from relations.reading.dates import find_dates
from relations.reading.found import FoundAmount, FoundDate, FoundOrdinal, Span
from relations.reading.ordinals import find_ordinals
from relations.reading.passages import paragraphs
from relations.reading.quantities import find_amounts
from relations.reading.sentences import holding, sentences


@dataclass(frozen=True, eq=False)
class Held:
    """One text. `published` is EDTF; `sides` are the countries that may say “our” in it."""

    source: str
    cleaned: Cleaned
    text: str
    language: str
    published: str
    sides: frozenset[str]
    paragraphs: tuple[Span, ...]

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return date.fromisoformat(self.published) if len(self.published) == 10 else None

    @cached_property
    def dates(self) -> list[FoundDate]:
        return find_dates(self.text, self.language, self.day)

    @cached_property
    def amounts(self) -> list[FoundAmount]:
        return find_amounts(self.text, self.language)

    @cached_property
    def ordinals(self) -> list[FoundOrdinal]:
        return find_ordinals(self.text, self.language)

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self.text, self.language)

    def sentence(self, span: Span) -> Span:
        """The sentence that holds a place."""
        return holding(self._sentences, span.start)

    def paragraph(self, span: Span) -> Span:
        """The paragraph that holds a place."""
        return holding(list(self.paragraphs), span.start)

    def cuts(self, span: Span) -> bool:
        """Whether a place begins inside a word or number, or ends inside a number."""
        before, after = self.text[: span.start][-1:], self.text[span.end : span.end + 1]
        words = self.text[span.start : span.end]
        return (before.isalnum() and words[0].isalnum()) or (words[-1].isdigit() and after.isdigit())

    def span(self, start: int, end: int) -> Span:
        """A place of the file as one of the cleaned text."""
        return _span(self.cleaned, start, end)


def hold(source: str, original: str, language: str, published: str, sides: frozenset[str]) -> Held:
    """A text as its file holds it, with a line end for the space wherever a paragraph begins."""
    cleaned = clean(original)
    places = tuple(_span(cleaned, *place) for place in paragraphs(original))
    starts = {place.start - 1 for place in places}
    text = "".join("\n" if at in starts and char == " " else char for at, char in enumerate(cleaned.text))
    return Held(source, cleaned, text, language, published, sides, places)


def _span(cleaned: Cleaned, start: int, end: int) -> Span:
    return Span(bisect_left(cleaned.starts, start), bisect_left(cleaned.starts, end))


class Placed(Protocol):
    """Anything found at a place of the text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


def touching(found: Sequence[P], span: Span) -> list[P]:
    """Those of what was found, in order and none overlapping, that share a character with a place."""
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    first = last
    while first and found[first - 1].span.end > span.start:
        first -= 1
    return list(found[first:last])
