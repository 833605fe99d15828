"""The words by which texts print values of fixed vocabularies."""

import re
from functools import cache

from relations.reading.folding import fold
from relations.reading.phrases import data

GAP = r"\W+(?:\w+\W+){0,4}?"


def values(field: str, value: str, words: str, language: str) -> list[tuple[int, int]]:
    """Where the words print a value."""
    pattern = _patterns(field, language).get(value)
    return [match.span() for match in pattern.finditer(fold(words))] if pattern else []


def printed(field: str, words: str, language: str) -> set[str]:
    """The values of a field that the words print; where two overlap, the longer."""
    found = [(value, *place) for value in _patterns(field, language) for place in values(field, value, words, language)]
    return {value for value, start, end in found if not any(_covers(other, start, end) for other in found)}


def is_value(field: str, value: str) -> bool:
    """Whether the field's vocabulary has the value."""
    return value in data("vocabulary").get(field, {})


def _covers(other: tuple[str, int, int], start: int, end: int) -> bool:
    """Whether another find is longer and holds this one."""
    _value, low, high = other
    return low <= start and end <= high and high - low > end - start


@cache
def _patterns(field: str, language: str) -> dict[str, re.Pattern[str]]:
    listed = data("vocabulary").get(field, {})
    return {value: _pattern(words[language]) for value, words in listed.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first; each begins a word."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(r"(?<![^\W_])" + GAP.join(map(_spelt, phrase.split(" … "))) for phrase in longest))


def _spelt(phrase: str) -> str:
    """Words with any sign or space between them, the last one open to endings unless a full stop ends it."""
    whole = r"(?![^\W_])" if phrase.endswith(".") else ""
    return r"\W+".join(re.findall(r"[^\W_]+", fold(phrase))) + whole
