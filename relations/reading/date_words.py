"""The words of dates in one language, read from data/dates_*.yaml, and the pieces of pattern made of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from relations.reading.spelling import spell_word

DATA = Path(__file__).parent / "data"
YEAR = r"1\d{3}|20\d\d"


@dataclass(frozen=True)
class Shift:
    """A distance from the day of publication ("published") or from the year last named ("context")."""

    unit: str
    by: int
    anchor: str = "published"


@dataclass(frozen=True)
class DateWords:
    """Lookups from a folded word, and `pieces`: named parts of patterns, to be filled into <…> of a template."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    years: Mapping[str, Shift]
    shifts: Mapping[str, Shift]
    parts: Mapping[str, int]
    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    pieces: Mapping[str, str]
    future: re.Pattern[str]
    not_year_before: frozenset[str]
    not_year_after: frozenset[str]

    def pattern(self, template: str) -> re.Pattern[str]:
        """A template with its <pieces> filled in; a digit after the name numbers the group: <M2> is group m2."""

        def fill(match: re.Match[str]) -> str:
            return self.pieces[match.group(1)].replace("#", match.group(2))

        return re.compile(re.sub(r"<([A-Z]+)(\d?)>", fill, template))


def load(name: str) -> dict[str, Any]:
    """One table of data/; every scalar of it a string (YAML would take “no” for false and “1.” for a number).

    The base loader builds nothing but strings, lists and mappings.
    """
    with (DATA / f"{name}.yaml").open(encoding="utf-8") as file:
        table: dict[str, Any] = yaml.load(file, Loader=yaml.BaseLoader)  # noqa: S506
    return table


def any_of(words: Iterable[str]) -> str:
    """An alternative of literal words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache
def date_words(language: str) -> DateWords:
    """The words of dates in Turkish ("tr") or English ("en")."""
    table = load(f"dates_{language}")
    months, short = _turned(table["months"]), _turned(table["short_months"])
    years = _shifts(table["years_from_publication"], "year", "published")
    years |= _shifts(table["years_from_context"], "year", "context")
    shifts = _shifts(table["days"], "day", "published") | _shifts(table["weeks"], "week", "published")
    shifts |= _shifts(table["months_from_publication"], "month", "published")
    words: dict[str, Mapping[str, Any]] = {
        "months": months | short,
        "weekdays": _turned(table["weekdays"]),
        "seasons": _turned(table["seasons"]),
        "years": years,
        "shifts": shifts,
        "parts": {spell_word(word): int(months) for word, months in table["parts"].items()},
        "ordinals": _turned(table["ordinals"]),
        "numbers": {spell_word(word): int(number) for number, word in table["numbers"].items()},
    }
    no_year = frozenset(map(spell_word, table["not_year_before"]))
    return DateWords(
        **words,
        pieces=_pieces(words, months, short, no_year, language),
        future=re.compile(spell_word(table["future"])),
        not_year_before=no_year,
        not_year_after=frozenset(map(spell_word, table["not_year_after"])),
    )


def _turned(table: Mapping[str, list[str]]) -> dict[str, int]:
    """From number → words to folded word → number."""
    return {spell_word(word): int(number) for number, words in table.items() for word in words}


def _shifts(table: Mapping[str, list[str]], unit: str, anchor: str) -> dict[str, Shift]:
    return {word: Shift(unit, by, anchor) for word, by in _turned(table).items()}


def _pieces(
    words: Mapping[str, Mapping[str, Any]],
    months: Iterable[str],
    short: Iterable[str],
    no_year: Iterable[str],
    language: str,
) -> dict[str, str]:
    """The parts of patterns; # stands for the number of the group."""
    names = any_of(months)
    beside = rf"{names}|(?:{any_of(short)})\b\.?"
    plural = r"(?!l[ae]r)\w*" if language == "tr" else r"\b(?:'s)?"
    ending = {"tr": r"(?:'(?!l[ae]r|l[iu])\w{1,7})?(?: (?:yili|yillar|senesi)\w*)?", "en": r"(?:'s)?"}[language]
    not_noun = rf"(?!\d|[.,]\d| (?:{any_of(no_year)})\b)"
    named = rf"(?<!her )(?P<r#>\b(?:{any_of(words['years'])})){plural}"
    return {
        "D": r"(?<![\d.,:/'$€])(?P<d#>0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d)",
        "M": rf"\b(?P<m#>{names})",
        "B": rf"\b(?P<m#>{beside})",  # a month beside a day or a year: abbreviations too
        "Y": rf"(?:(?<![\w.,/'])(?P<y#>{YEAR}){not_noun}{ending}|{named})",
        "E": rf"(?<![\w.,/'])(?P<y#>{YEAR}){not_noun}",  # a year in digits only
        "R": named,
        "W": rf"\b(?P<w#>{any_of(words['weekdays'])})\b",
        "SEASON": rf"\b(?P<season>{any_of(words['seasons'])})",
        "SHIFT": rf"\b(?P<shift>{any_of(words['shifts'])})",
        "PART": rf"(?P<part>{any_of(words['parts'])})",
        "O": rf"(?<![\w.])(?P<o#>{any_of(words['ordinals'])})",
        "N": rf"(?<![\w.,])(?P<n#>1[0-2]|[1-9]|{any_of(words['numbers'])})",
    }
