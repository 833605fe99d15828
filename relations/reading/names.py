"""Names in a text: countries, places, people, offices and bodies, by the aliases of the data files."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from babel.core import Locale

from .cases import case_of
from .folding import fold
from .found import Span
from .phrases import Phrases, Text, data

LANGUAGES = ("tr", "en")


@dataclass(frozen=True)
class FoundCountry:
    """A country's name or adjective. Case is dat, abl, gen, loc, acc, ins or ""; own: “ülkemiz”, code still open."""

    span: Span
    code: str
    case: str = ""
    adjective: bool = False
    own: bool = False


@dataclass(frozen=True)
class FoundPlace:
    """A city, named as in the text's language, with its country."""

    span: Span
    name: str
    country: str
    case: str = ""
    capital: bool = False


@dataclass(frozen=True)
class FoundPerson:
    """Somebody known by name; `name` as the text's language writes it."""

    span: Span
    name: str
    country: str


@dataclass(frozen=True)
class FoundOffice:
    """An office's title; `own` where it says “our”, `plural` where it names several holders."""

    span: Span
    office: str
    own: bool = False
    plural: bool = False


@dataclass(frozen=True)
class FoundBody:
    """A council, commission or summit; `kind` as in bodies.yaml."""

    span: Span
    name: str
    kind: str


@cache
def country_names(language: str) -> Phrases[tuple[str, bool]]:
    """Names and adjectives of all countries, a language's own first: (code, whether an adjective)."""
    phrases: list[tuple[str, tuple[str, bool]]] = []
    territories = {spoken: Locale(spoken).territories for spoken in LANGUAGES}
    for spoken in sorted(LANGUAGES, key=lambda one: one != language):
        for code, country in data("countries").items():
            name = str(territories[spoken][country["at"]])
            phrases += [(alias, (code, True)) for alias in country.get(f"of_{spoken}", ())]
            phrases += [(alias, (code, False)) for alias in (name, *country.get(spoken, ()))]
    blocked = [(phrase, ("", False)) for phrase in data("phrases")["not_countries"]]
    return Phrases([*blocked, *phrases])


@cache
def place_names() -> Phrases[tuple[str, str, str, bool]]:
    """Cities: (Turkish name, English name, country, whether the capital)."""
    blocked = [(phrase, ("", "", "", False)) for phrase in data("phrases")["not_countries"]]
    cities = [
        (alias, (names[0], names[1], code, rank == 0))
        for code, places in data("places").items()
        for rank, names in enumerate(places)
        for alias in names
    ]
    return Phrases([*blocked, *cities])


@cache
def office_names(language: str) -> Phrases[str]:
    """Titles of offices in a language."""
    return Phrases((title, office) for office, titles in data("offices").items() for title in titles[language])


@cache
def body_names(language: str) -> Phrases[tuple[str, str]]:
    """Bodies in a language: (name, kind)."""
    return Phrases((title, (body["said"][language], body["of"])) for body in data("bodies") for title in body[language])


class Known(NamedTuple):
    """A person of the data file: names, country, and whether the surname alone will do."""

    tr: str
    en: str
    country: str
    alone: bool


@cache
def full_names() -> Phrases[Known]:
    """People by their full names."""
    return Phrases(
        (name, Known(person["names"][0], _english(person["names"]), code, "alone" in person))
        for code, people in data("people").items()
        for person in people
        for name in person["names"]
    )


@cache
def surnames() -> Phrases[tuple[Known, ...]]:
    """People by surname; several may share one."""
    people: dict[str, dict[Known, None]] = {}
    for code, entries in data("people").items():
        for person in entries:
            known = Known(person["names"][0], _english(person["names"]), code, "alone" in person)
            for surname in person.get("alone", [name.split()[-1] for name in person["names"]]):
                people.setdefault(fold(surname), {})[known] = None
    return Phrases((surname, tuple(found)) for surname, found in people.items())


def _english(names: list[str]) -> str:
    return names[1] if len(names) > 1 else names[0]


def find_countries(text: Text) -> list[FoundCountry]:
    """Countries, their adjectives, and “our country”."""
    found = [
        FoundCountry(span, code, "" if adjective else case_of(text, span), adjective)
        for span, (code, adjective) in text.find(country_names(text.language))
        if code and text.capital(span)
    ]
    own = Phrases((phrase, "") for phrase in data("phrases")["own"][text.language])
    found += [FoundCountry(span, "", case_of(text, span), own=True) for span, _ in text.find(own)]
    return sorted(found, key=lambda country: country.span.start)


def find_places(text: Text) -> list[FoundPlace]:
    """Cities by the name that the text gives them."""
    return [
        FoundPlace(span, names[1] if text.language == "en" else names[0], names[2], case_of(text, span), names[3])
        for span, names in text.find(place_names())
        if names[2] and text.capital(span)
    ]


def find_bodies(text: Text) -> list[FoundBody]:
    """Councils, commissions, groups and summits."""
    known = [
        FoundBody(span, _printed(text, span, name), kind) for span, (name, kind) in text.find(body_names(text.language))
    ]
    for match in COMMISSION[text.language].finditer(text.folded):
        span = Span(match.start(), match.end())
        if text.capital(span) and not any(span.overlaps(body.span) for body in known):
            known.append(FoundBody(span, _printed(text, span, ""), "jec"))
    for match in SUMMIT.finditer(text.folded):
        span = Span(match.start(), match.end())
        known = [body for body in known if not span.overlaps(body.span)]
        known.append(FoundBody(span, f"{text.text[match.start(1) : match.end(1)]} Zirvesi", "summit"))
    return sorted(known, key=lambda body: body.span.start)


SUMMIT = re.compile(  # “Türk Devletleri Teşkilatı 11. Zirvesi”: a name parted by its number
    r"\b(turk devletleri teskilati|tdt|turk konseyi|sanghay is ?birligi orgutu|sio|ekonomik is ?birligi teskilati|eit)"
    r"(?:'\w+)? (?=(?:\w+ )?\d+[.']\w* ?(?:devlet baskanlari )?zirve)"
)
COMMISSION = {  # intergovernmental commissions by whatever name
    "tr": re.compile(r"\bhukumetler ?arasi (?:[\w-]+ ){0,8}?(?:komisyon|komite)\w*"),
    "en": re.compile(
        r"\b(?:joint|inter-?governmental) (?:[\w-]+ ){0,4}?(?:commission|committee)"
        r"(?: (?:on|for) (?:trade(?:,)? |economic |and |scientific |technical )+co-?operation)?"
    ),
}


def _printed(text: Text, span: Span, name: str) -> str:
    """A body's name as the text has it; an abbreviation alone is written out."""
    words = " ".join(span.of(text.text).split())
    if len(words.split()) < 2 or not words[0].isupper() or words.isupper():
        return name
    for stem, whole in data("phrases")["body_words"].items():
        at = fold(words).rfind(stem)
        if text.language == "tr" and at > 0 and " " not in words[at:]:
            return words[:at] + str(whole)
    return words


PLURAL = {
    "tr": re.compile(r"lar[iy]?|ler[iy]?"),
    "en": re.compile(r"\bpresidents\b|\bpremiers\b|\bspeakers\b|(?<!cabinet of )\bministers\b"),
}


def find_offices(text: Text) -> list[FoundOffice]:
    """Offices, singular and plural; ministries and presidencies are none."""
    found = []
    for span, office in text.find(office_names(text.language)):
        last = text.folded[span.start : span.end].split()[-1]
        if re.search(r"li[gk]", last) or text.folded.startswith("s of ", span.end):
            continue
        own = bool(re.search(r"(?:miz|muz)", last)) or text.folded[max(0, span.start - 4) : span.start] == "our "
        title = text.folded[span.start : span.end]
        plural = bool(PLURAL[text.language].search(last if text.language == "tr" else title))
        found.append(FoundOffice(span, office, own, plural))
    return found


def find_people(text: Text) -> list[FoundPerson]:
    """People of the data file: by full name, by distinctive surname, and by any surname whose full name stands."""
    known = [(span, person) for span, person in text.find(full_names()) if text.capital(span)]
    named = {person for _, person in known}
    for span, people in text.find(surnames()):
        chosen = [person for person in people if person in named] or [person for person in people if person.alone]
        if chosen and text.capital(span):
            known.append((span, chosen[0]))
    found: list[FoundPerson] = []
    for span, person in sorted(known, key=lambda one: (one[0].start, -one[0].end)):
        if not found or found[-1].span.end <= span.start:
            found.append(FoundPerson(span, person.en if text.language == "en" else person.tr, person.country))
    return found
