"""Ordinals as they are written: in digits, in words and in Roman numerals."""

import re
from functools import lru_cache

from relations.reading.date_words import any_of
from relations.reading.number_words import number_words

ORDINAL_DIGITS = {
    "tr": r"(?<![\w.,:/'#-])\d{1,3}(?:\.(?!\d)|'?(?:[iuü]?nc[iuü]|inci|uncu|üncü)\b)",
    "en": r"(?<![\w.,:/'#])\d{1,3} ?(?:st|nd|rd|th)\b",
}
ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}


def ordinal_pattern(language: str) -> str:
    """A pattern, with group o, of an ordinal in digits or words."""
    words = number_words(language)
    tens = any_of(word for word in words.tens)
    units = any_of(words.ordinals)
    gap = "[- ]" if language == "en" else " "
    hundred = any_of(words.hundred)
    return rf"(?P<o>{ORDINAL_DIGITS[language]}|\b(?:(?:{hundred}) )?(?:(?:{tens}){gap})?(?:{units})\b)"


@lru_cache(maxsize=1024)
def ordinal_value(printed: str, language: str) -> int | None:
    """The number of an ordinal: “8.”, “8'inci”, “21st”, “on birinci”, “twenty-first”."""
    digits = re.match(r"\d+", printed)
    if digits:
        return int(digits.group())
    words = number_words(language)
    total = 0
    for word in re.split(r"[- ]", printed):
        value = words.ordinals.get(word) or words.tens.get(word) or (100 if word in words.hundred else None)
        if value is None:
            return None
        total += value
    return total or None


def roman_value(numeral: str) -> int | None:
    """The number of a Roman numeral up to 39, in lower case."""
    if not numeral or not ROMAN.fullmatch(numeral):
        return None
    values = [_VALUES[sign] for sign in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
