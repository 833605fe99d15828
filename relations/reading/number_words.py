"""The words of numbers, units and qualifiers in one language, read from data/numbers_*.yaml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from relations.reading.date_words import any_of, load
from relations.reading.spelling import spell_word

NOUN_ENDING = (
    r"((?:(?:l[ae]r)?(?:[iuü]?m[iuü]z|[sy]?[iuü])?(?:n?[iuü]n|[yn]?[ae]|n?[dt][ae]n?|[yn]?[iuü]|[yn]?l[ae]|n?c[ae])?(?:ki\w*)?"
    r"|l[iu][kğ]\w*)(?:[dt][iuü]r)?)(?!\w)"
)

CASES = (
    r"[dt][ae]n|[ae]|[iuü]|[iuü]n|[iuü]n[iuü]|[dt][ae]|l[iu]k|l[iu]ğ\w+|[iuü]n[ae]|[iuü]n[dt][ae]n?|[dt][iuü]r"
    r"|s[iuü]\w{0,4}|l[ae]r\w{0,5}|y?l[ae]"
)

SETS = (
    *("hundred", "half", "half_of", "articles", "joins", "between", "implied_one", "percent_before", "not_percent"),
    *("modifiers", "not_after", "not_before", "not_nouns", "first"),
)


@dataclass(frozen=True)
class NumberWords:
    """Lookups from a spelled word."""

    language: str
    units: Mapping[str, int]
    tens: Mapping[str, int]
    hundred: frozenset[str]
    half: frozenset[str]
    half_of: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    between: frozenset[str]
    implied_one: frozenset[str]
    magnitudes: Mapping[str, Decimal]
    magnitude: re.Pattern[str]
    percent_before: frozenset[str]
    percent_after: re.Pattern[str]
    not_percent: frozenset[str]
    codes: Mapping[str, str]
    currency_after: re.Pattern[str]
    currency_before: re.Pattern[str]
    before: Mapping[str, str]
    qualifier_before: re.Pattern[str]
    after: Mapping[str, re.Pattern[str]]
    nouns: Mapping[str, str]
    noun: re.Pattern[str]
    modifiers: frozenset[str]
    money_noun: re.Pattern[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    not_nouns: frozenset[str]
    ordinals: Mapping[str, int]
    first: frozenset[str]
    event: re.Pattern[str]
    not_ordinal: re.Pattern[str]
    not_first: re.Pattern[str]


@lru_cache
def number_words(language: str) -> NumberWords:
    """The words of numbers in Turkish ("tr") or English ("en")."""
    table = load(f"numbers_{language}")
    sets: dict[str, Any] = {name: frozenset(_spelled(table[name])) for name in SETS}
    return NumberWords(
        language=language,
        units=_turned(table["units"]),
        tens=_turned(table["tens"]),
        ordinals=_turned(table["ordinals"]),
        percent_after=re.compile(rf" ?(?:{any_of(_spelled(table['percent_after']))})(?!\w)"),
        **sets,
        **_magnitudes(table),
        **_currencies(table, language),
        **_qualifiers(table),
        **_nouns(table, language),
    )


def _magnitudes(table: Mapping[str, Any]) -> dict[str, Any]:
    scales = {word: Decimal(value) for value, words in table["magnitudes"].items() for word in _spelled(words)}
    return {"magnitudes": scales, "magnitude": re.compile(rf"({any_of(scales)})({table['magnitude_endings']})")}


def _currencies(table: Mapping[str, Any], language: str) -> dict[str, Any]:
    codes = {word: code for code, words in table["currencies"].items() for word in _spelled(words)}
    return {
        "codes": codes,
        "currency_after": _currency_after(codes, _spelled(table["bare"]), language),
        "currency_before": re.compile(rf"(?<![\w$])({any_of(_before_words(codes))}) ?$"),
    }


def _qualifiers(table: Mapping[str, Any]) -> dict[str, Any]:
    before = {word: qualifier for qualifier, words in table["before"].items() for word in _spelled(words)}
    skipped = "|".join(rf"{re.escape(word)} " for word in _spelled(table["skipped_before"]))
    return {
        "before": before,
        "qualifier_before": re.compile(rf"(?:^|(?<![\w-]))({any_of(before)}) ?(?:{skipped})*$"),
        "after": {name: re.compile(pattern) for name, pattern in table["after"].items()},
    }


def _nouns(table: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What is counted, and what has ordinals; Turkish words may go on with any ending."""
    nouns = {word: unit for unit, words in table["nouns"].items() for word in _spelled(words)}
    end = "" if language == "tr" else r"\b"
    return {
        "nouns": nouns,
        "noun": _noun(nouns, language),
        "money_noun": re.compile(rf"(?:{any_of(_spelled(table['money_nouns']))}){end}"),
        "event": re.compile(rf"\b(?:{any_of(_spelled(table['events']))}){end}"),
        "not_ordinal": re.compile(rf"[ -](?:{any_of(_spelled(table['not_ordinal_before']))})"),
        "not_first": re.compile(rf" (?:{any_of(_spelled(table['not_first_before']))})\b"),
    }


def _spelled(words: Iterable[str]) -> list[str]:
    return [spell_word(word) for word in words]


def _turned(table: Mapping[str, Any]) -> dict[str, int]:
    return {word: int(number) for number, words in table.items() for word in _spelled(words)}


def _before_words(codes: Mapping[str, str]) -> list[str]:
    """Codes and signs, which stand before the number too."""
    signs = [word for word, code in codes.items() if word == code.lower() or not (word.isalpha() or " " in word)]
    return [*signs, "us $"]


def _currency_after(codes: Mapping[str, str], bare: Iterable[str], language: str) -> re.Pattern[str]:
    """A currency after the number; in Turkish with its case ending, which is group 2."""
    if language == "en":
        return re.compile(rf"(?: ?-? ?)(?:of |\(us\) |\[us\] )?({any_of(codes)})(?![\w])()")
    inflected = any_of(word for word in codes if word not in set(bare))
    ending = rf"(?:'?(?:y|n)?(?:{CASES})\w{{0,3}})?"
    return re.compile(rf" ?(?:({inflected})({ending})(?!\w)|({any_of(bare)})((?:'\w+)?)(?!\w))")


def _noun(nouns: Mapping[str, str], language: str) -> re.Pattern[str]:
    """A counted noun at the start of what follows; in Turkish with any ending."""
    return re.compile(rf"({any_of(nouns)})" + (NOUN_ENDING if language == "tr" else r"\b()"))
