"""Tokens of a text and the numbers among them: digits, magnitudes and number words, in either language."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from relations.reading.number_words import NumberWords

TOKEN = re.compile(r"\d{1,3}(?: \d{3})+(?![\d.,]| ?\d)|\d+(?:[.,]\d+)*|u\.s\.|us(?=\$)|[^\W\d_]+|[^\s\w]|_")


class Token(NamedTuple):
    """A number, a word or a sign, with its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Numeral:
    """A number as printed: tokens first to after, its value, and the step of its last digit.

    `scale` is the last magnitude read (1 where none), `ending` the case ending that a magnitude bore.
    """

    first: int
    after: int
    value: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    ending: str = ""
    digits: str = ""
    spelt: bool = False


@lru_cache(maxsize=4)
def tokens_of(spelled: str) -> tuple[Token, ...]:
    """The tokens of a spelled text."""
    return tuple(Token(match.group(), *match.span()) for match in TOKEN.finditer(spelled))


GROUPED = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?|\d+(?:[.,]\d+)?")


def read_digits(digits: str, language: str, scale: Decimal, percent: bool = False) -> tuple[Decimal, int] | None:
    """Value and decimal places of “1,96”, “1.018”, “8.000”, “1.234.567,8”, whichever sign the writer uses.

    Three digits after a single sign are thousands, except after a zero, in a share, before “billion”, and before a
    smaller magnitude where the sign is the language's decimal one. None for what is no number (“1.2.3”).
    """
    if not GROUPED.fullmatch(digits):
        return None
    signs = re.findall(r"[., ]", digits)
    if not signs:
        return Decimal(digits), 0
    last = signs[-1]
    whole, _, part = digits.rpartition(last)
    if len(set(signs)) == 1 and (len(signs) > 1 or len(part) == 3):
        decimal_sign = "," if language == "tr" else "."
        big = scale >= 10**9 or (scale > 1 and last == decimal_sign)
        if last == " " or len(signs) > 1 or not (percent or big or whole == "0"):
            return Decimal(re.sub(r"[., ]", "", digits)), 0
    return Decimal(f"{re.sub(r'[., ]', '', whole)}.{part}"), len(part)


class Numerals:
    """Reads the numeral that starts at a token."""

    def __init__(self, tokens: tuple[Token, ...], words: NumberWords) -> None:
        self.tokens = tokens
        self.words = words

    def text(self, at: int) -> str:
        """The token's text; empty past the end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def adjoins(self, at: int) -> bool:
        """Whether a token follows the one before it with at most a space between."""
        return 0 < at < len(self.tokens) and self.tokens[at].start - self.tokens[at - 1].end <= 1

    def read(self, at: int, percent: bool = False) -> Numeral | None:
        """The numeral that starts here: “8 milyar 675 milyon”, “bin 961”, “twenty-five thousand”, “1,33”."""
        total, limit, place = Decimal(0), None, at
        scale, step, ending = Decimal(1), Decimal(1), ""
        first_digits, spelt = "", False
        while True:
            part = self._part(place, limit, percent)
            if part is None:
                break
            total += part.value
            scale, step, ending, place = part.scale, part.step, part.ending, part.after
            first_digits, spelt = first_digits or part.digits, spelt or part.spelt
            limit = part.scale
            if limit == 1 or ending or not self.adjoins(place):
                break
        if place == at:
            return None
        return Numeral(at, place, total, step, scale, ending, first_digits, spelt)

    def _part(self, at: int, limit: Decimal | None, percent: bool) -> Numeral | None:
        """One coefficient with its magnitude, smaller than the magnitude before."""
        if limit is not None and self.text(at) in self.words.joins and self.adjoins(at + 1):
            at += 1
        number = self._coefficient(at)
        after = at if number is None else number.after
        scale, ending, width = self._magnitude(after)
        if number is None:
            return self._implied(at, limit)
        if limit is not None and (
            scale >= limit or (scale == 1 and limit > 1000) or (number.digits and "," in number.digits)
        ):
            return None
        if number.digits:
            read = read_digits(number.digits, self.words.language, scale, percent)
            if read is None:
                return None
            value, places = read
        else:
            value, places = number.value, 1 if number.value % 1 else 0
        if limit is not None and (value >= 1000 or (limit == 1000 and value * scale >= 1000)):
            return None
        step = scale.scaleb(-places)
        return Numeral(at, after + width, value * scale, step, scale, ending, number.digits, number.spelt)

    def _implied(self, at: int, limit: Decimal | None) -> Numeral | None:
        """“bin 961”: a thousand that goes without “one”."""
        scale = self.words.magnitudes.get(self.text(at))
        if scale is None or self.text(at) not in self.words.implied_one or (limit and scale >= limit):
            return None
        return Numeral(at, at + 1, scale, scale, scale, "", "", True)

    def _coefficient(self, at: int) -> Numeral | None:
        """Digits, or number words up to 999, with “buçuk”."""
        text = self.text(at)
        if text[:1].isdigit():
            return self._halved(Numeral(at, at + 1, Decimal(0), Decimal(1), digits=text))
        if self.text(at) + " " + self.text(at + 1) in self.words.half_of and self._magnitude(at + 2)[2]:
            return Numeral(at, at + 2, Decimal("0.5"), Decimal(1), spelt=True)
        if text in self.words.half_of and self._magnitude(at + 1)[2]:
            return Numeral(at, at + 1, Decimal("0.5"), Decimal(1), spelt=True)
        if text in self.words.articles and self.text(at + 1) in (*self.words.hundred, *self.words.magnitudes):
            at_word = at + 1
            if self.text(at_word) in self.words.hundred:
                return Numeral(at, at + 2, Decimal(100), Decimal(1), spelt=True)
            return Numeral(at, at_word, Decimal(1), Decimal(1), spelt=True)
        return self._in_words(at)

    def _halved(self, numeral: Numeral) -> Numeral:
        if self.text(numeral.after) not in self.words.half:
            return numeral
        value = Decimal(numeral.digits) if numeral.digits.isdigit() else numeral.value
        return Numeral(numeral.first, numeral.after + 1, value + Decimal("0.5"), Decimal(1), spelt=True)

    def _in_words(self, at: int) -> Numeral | None:
        """“yüz elli”, “twenty-five”, “two hundred and six”."""
        place, total = at, 0
        units, tens = self.words.units, self.words.tens
        hundreds = units.get(self.text(place), 0) if self.text(place + 1) in self.words.hundred else 0
        if hundreds or (self.text(place) in self.words.hundred and "yüz" in self.words.implied_one):
            place += 2 if hundreds else 1
            total = max(hundreds, 1) * 100
            if self.text(place) in self.words.joins and self.text(place + 1) in (*units, *tens):
                place += 1
        if self.text(place) in tens:
            total += tens[self.text(place)]
            place += 1
            if self.text(place) == "-" and self.text(place + 1) in units:
                place += 1
        if self.text(place) in units and (place == at or self.adjoins(place)):
            total += units[self.text(place)]
            place += 1
        return self._halved(Numeral(at, place, Decimal(total), Decimal(1), spelt=True)) if place > at else None

    def _magnitude(self, at: int) -> tuple[Decimal, str, int]:
        """The magnitude at a token: its value, its case ending, and how many tokens it takes (0: none stands there)."""
        width = 1
        if self.text(at) == "-" and self.text(at + 1) in self.words.magnitudes:  # “10-billion-dollar”
            at, width = at + 1, 2
        text = self.text(at)
        if not self.adjoins(at):
            return Decimal(1), "", 0
        if text in self.words.magnitudes:
            return self.words.magnitudes[text], "", width
        match = self.words.magnitude.fullmatch(text)
        if match and match[2]:
            return self.words.magnitudes[match[1]], match[2], width
        return Decimal(1), "", 0
