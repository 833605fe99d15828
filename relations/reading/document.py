"""A text made ready for reading: its sentences, and every name, date and number that stands in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from .cases import case_of
from .dates import find_dates
from .found import FoundAmount, FoundDate, FoundOrdinal, Span
from .names import (
    FoundBody,
    FoundCountry,
    FoundOffice,
    FoundPerson,
    FoundPlace,
    find_bodies,
    find_countries,
    find_offices,
    find_people,
    find_places,
)
from .ordinals import find_ordinals
from .phrases import Text
from .quantities import find_amounts
from .sentences import clauses, holding, paragraphs, sentences
from .sides import sides


class Placed(Protocol):
    """Anything found at a place of the text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


def within(found: Sequence[P], span: Span) -> list[P]:
    """Those of what was found, in order, that begin in a span."""
    start = bisect_left(found, span.start, key=lambda one: one.span.start)
    end = bisect_left(found, span.end, lo=start, key=lambda one: one.span.start)
    return list(found[start:end])


@dataclass(frozen=True, eq=False)
class Document:
    """One text with all that the small readers find in it. `own` is the side that says “our”."""

    names: Text
    published: date | None
    sentences: list[Span]
    paragraphs: list[Span]
    dates: list[FoundDate]
    amounts: list[FoundAmount]
    ordinals: list[FoundOrdinal]
    countries: list[FoundCountry]
    places: list[FoundPlace]
    people: list[FoundPerson]
    offices: list[FoundOffice]
    bodies: list[FoundBody]
    pair: tuple[str, str] | None
    own: str | None

    @property
    def text(self) -> str:
        return self.names.text

    @property
    def folded(self) -> str:
        return self.names.folded

    @property
    def language(self) -> str:
        return self.names.language

    def words(self, span: Span) -> str:
        """The folded words of a span."""
        return self.names.folded[span.start : span.end]

    def other(self, code: str | None) -> str | None:
        """The other side of the text's pair."""
        if not self.pair or code not in self.pair:
            return None
        return self.pair[1] if self.pair[0] == code else self.pair[0]

    def paragraph(self, at: int) -> Span:
        """The paragraph that holds a place."""
        return holding(self.paragraphs, at)

    def sentence(self, at: int) -> Span:
        """The sentence that holds a place."""
        return holding(self.sentences, at)

    def before(self, sentence: Span) -> Span | None:
        """The sentence before this one in its paragraph."""
        index = bisect_left(self.sentences, sentence.start, key=lambda one: one.start) - 1
        if index < 0 or self.sentences[index].start < self.paragraph(sentence.start).start:
            return None
        return self.sentences[index]

    def clause(self, sentence: Span, at: int) -> Span:
        """The part of a sentence that holds a place."""
        return holding(clauses(self.text, sentence), at)

    def sided(self, span: Span) -> list[FoundCountry]:
        """The countries that a span names, capitals that stand for theirs included, in order."""
        capitals = [
            FoundCountry(place.span, place.country, place.case) for place in within(self.places, span) if place.capital
        ]
        return sorted([*within(self.countries, span), *capitals], key=lambda one: one.span.start)


def document(text: str, language: str, published: date | None = None) -> Document:
    """Read the small things of a cleaned text with line ends."""
    names = Text(text, language)
    spans = sentences(text, language)
    countries = find_countries(names)
    people, places = find_people(names), find_places(names)
    pair, own = sides(names, countries, [*(one.country for one in people), *(one.country for one in places)])
    return Document(
        names,
        published,
        spans,
        paragraphs(text),
        find_dates(text, language, published),
        _amounts(text, language, spans),
        find_ordinals(text, language),
        _referred(names, [replace(one, code=own or "") if one.own else one for one in countries]),
        places,
        people,
        find_offices(names),
        find_bodies(names),
        pair,
        own,
    )


THAT_COUNTRY = {
    "tr": re.compile(r"\b(?:bu|soz konusu|anilan) ulke(?!ler|miz)(?:nin|den|deki|de|ye|yle|yi)\b"),
    "en": re.compile(r"\b(?:this|that) country(?:'s)?"),
}
ENDINGS = {"nin": "gen", "den": "abl", "deki": "loc", "de": "loc", "ye": "dat", "yle": "ins", "yi": "acc"}


def _referred(names: Text, countries: list[FoundCountry]) -> list[FoundCountry]:
    """The countries with each “bu ülkeden”, “to that country”, which stands for the one named last before it."""
    found = list(countries)
    for match in THAT_COUNTRY[names.language].finditer(names.folded):
        before = [one for one in countries if one.span.end <= match.start() and one.code and not one.adjective]
        if before:
            span = Span(match.start(), match.end())
            case = ENDINGS[match.group().rpartition("ulke")[2]] if names.language == "tr" else case_of(names, span)
            found.append(FoundCountry(span, before[-1].code, case))
    return sorted(found, key=lambda one: one.span.start)


def _amounts(text: str, language: str, spans: list[Span]) -> list[FoundAmount]:
    """All amounts; a sentence that follows a table is read by itself, without the table's heading."""
    found = find_amounts(text, language)
    kept: list[FoundAmount] = []
    for sentence in {holding(spans, one.span.start) for one in found if one.rule == "table"}:
        if re.search(r"[^\W\d_]{3,} [^\W\d_]{3,}.*\d.*[.!?]", sentence.of(text)):
            found = [one for one in found if not sentence.start <= one.span.start < sentence.end]
            shifted = (
                replace(one, span=Span(one.span.start + sentence.start, one.span.end + sentence.start))
                for one in find_amounts(sentence.of(text), language)
            )
            kept += shifted
    return sorted([*found, *kept], key=lambda one: one.span.start)
