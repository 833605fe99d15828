"""Dates, numbers and ordinals as people type them, in both languages at once, as tokens of the index."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from relations.reading.folding import fold
from relations.reading.phrases import data


class Finding(NamedTuple):
    """Something read in a text: its place, and its tokens, any of which will do."""

    start: int
    end: int
    tokens: tuple[str, ...]


def year_token(year: int) -> str:
    return f"_4y{year:04}"


def loose_token(year: int) -> str:
    """A year that a date may mean, among others: “1990s” names none of its years alone."""
    return f"_4s{year:04}"


def month_token(year: int, month: int) -> str:
    return f"_4m{year:04}{month:02}"


def day_token(year: int, month: int, day: int) -> str:
    return f"_4d{year:04}{month:02}{day:02}"


def wider(token: str) -> tuple[str, ...]:
    """The month and the year that hold a day, the year that holds a month."""
    return {"_4d": ("_4m" + token[3:9], "_4y" + token[3:7]), "_4m": ("_4y" + token[3:7],)}.get(token[:3], ())


def number_token(value: Decimal) -> str:
    """1330000000 and 1.33 billion alike; a point is a p."""
    return "_5" + f"{value:f}".rstrip("0" if value % 1 else "").rstrip(".").replace(".", "p")


def ordinal_token(number: int) -> str:
    return f"_6{number}"


@cache
def _months() -> dict[str, int]:
    """Months in both languages, long and short, folded."""
    found: dict[str, int] = {}
    for language in ("tr", "en"):
        words = data(f"dates_{language}")
        for table in (words["months"], words.get("short_months", {})):
            for number, names in table.items():
                found |= {fold(name): int(number) for name in names}
    return found


_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)(?!\d)"
_MONTH = r"(?P<m>[a-z]{3,9})"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DAY} (?:of )?{_MONTH}\.?,? {_YEAR}",
        rf"\b{_MONTH}\.? {_DAY},? {_YEAR}",
        rf"\b{_YEAR}[ ,]{{1,2}}{_DAY} {_MONTH}\b",
        rf"\b{_MONTH}\.?,? {_YEAR}",
        rf"\b{_YEAR},? {_MONTH}\b",
        rf"\b{_YEAR}[-./](?P<n>\d\d?)[-./](?P<d>\d\d?)\b",
        rf"\b(?P<d>\d\d?)[./-](?P<n>\d\d?)[./-]{_YEAR}",
        rf"\b{_YEAR}[-/.](?P<n>\d\d)\b(?![-/.]\d)",
        rf"(?<![\d./-])(?P<n>\d\d?)[./]{_YEAR}",
    )
)
_DECADE = re.compile(r"\b(?P<y>(?:1[5-9]|20)\d0)(?:'?s|'?l[ae]r)\b")
_FOUR_DIGITS = re.compile(r"\d{4}")  # no date without a year
# What each of the forms holds: digits on both sides of a sign, or a year beside a month or a day.
_MORE_THAN_A_YEAR = re.compile(r"\d[-./]\d|(?:[a-z]\.?|\d(?:st|nd|rd|th)?),? \d{4}|\d{4}(?:[ ,]{1,2}\d|,? [a-z])")
_LONE_YEAR = re.compile(rf"(?<![\d.,]){_YEAR}(?![.,]\d)")


def find_dates(folded: str) -> Iterator[Finding]:
    """Days, months, decades and years; the more precise first at each place."""
    if not _FOUR_DIGITS.search(folded):
        return
    taken: list[tuple[int, int]] = []
    for pattern in (*(_FORMS if _MORE_THAN_A_YEAR.search(folded) else ()), _DECADE, _LONE_YEAR):
        for match in pattern.finditer(folded):
            token = _date_token(match)
            if token and not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield Finding(match.start(), match.end(), token)


def _date_token(match: re.Match[str]) -> tuple[str, ...]:
    """The token of a match, if it is a date."""
    year = int(match["y"])
    if match.re is _LONE_YEAR:
        return (year_token(year),)
    if match.re is _DECADE:
        return tuple(loose_token(each) for each in range(year, year + 10))
    parts = match.groupdict()
    month = _months().get(parts["m"], 0) if parts.get("m") else int(parts.get("n") or 0)
    if not 1 <= month <= 12:
        return ()
    if not parts.get("d"):
        return (month_token(year, month),)
    try:
        date(year, month, int(parts["d"]))
    except ValueError:
        return ()
    return (day_token(year, month, int(parts["d"])),)


_SCALES = {"bin": 3, "thousand": 3, "k": 3, "milyon": 6, "million": 6, "mln": 6, "mn": 6, "mio": 6, "m": 6} | {
    "milyar": 9,
    "mlr": 9,
    "mrd": 9,
    "billion": 9,
    "bln": 9,
    "bn": 9,
    "b": 9,
    "trilyon": 12,
    "trillion": 12,
    "trn": 12,
    "tn": 12,
}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,15}(?:[.,]\d{1,9}){0,4})"
    r"(?: ?(?P<scale>(?:bin|milyon|milyar|trilyon)(?='?[a-z]{0,8}\b)|(?:thousand|million|billion|trillion)(?=s?\b)"
    r"|(?:mln|mlr|mrd|mio|mn|bln|bn|trn|tn|[kmb])\b))?(?!\d)"
)
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*\Z")


def find_numbers(folded: str) -> Iterator[Finding]:
    """“1.33 billion”, “15 bin”, “15.000”, “20”: what reads two ways has two tokens."""
    for match in _NUMBER.finditer(folded) if _DIGIT.search(folded) else ():
        power = _SCALES.get(match["scale"] or "", 0)
        end = match.end() if power else match.end("number")
        values = [value.scaleb(power) for value in _values(match["number"])]
        if values:
            yield Finding(match.start(), end, tuple(dict.fromkeys(number_token(value) for value in values)))


def _values(number: str) -> list[Decimal]:
    """What digits may mean: 15.000 is fifteen thousand and, to others, fifteen."""
    readings = []
    if _GROUPED.match(number):
        readings.append(re.sub("[.,]", "", number))
    whole, _sign, part = number.replace(",", ".").rpartition(".")
    readings.append(f"{whole.replace('.', '')}.{part}" if whole else part)
    try:
        return [Decimal(reading).normalize() for reading in readings if len(reading) <= 20]
    except InvalidOperation:
        return []


_TR_UNITS = ["birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu"]
_TR_TENS = {"on": 10, "yirmi": 20, "otuz": 30, "kirk": 40}
_TR_ROUND = {"onuncu": 10, "yirminci": 20, "otuzuncu": 30, "kirkinci": 40}
_EN_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_EN_TEENS = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"]
_EN_TEENS += ["seventeenth", "eighteenth", "nineteenth"]
_EN_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_EN_ROUND = {"twentieth": 20, "thirtieth": 30, "fortieth": 40}
_ORDINALS = {word: number for words in (_TR_UNITS, _EN_UNITS) for number, word in enumerate(words, 1)}
_ORDINALS |= {word: number for number, word in enumerate(_EN_TEENS, 10)} | _TR_ROUND | _EN_ROUND
_TENS = _TR_TENS | _EN_TENS
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11} | {
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
    "xv": 15,
}
_ORDINAL = re.compile(
    rf"\b(?:(?P<ten>{'|'.join(_TENS)})[- ]?)?(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})(?![a-z])"
    r"|(?<![\w.,])(?P<digits>\d{1,3})(?:st\b|nd\b|rd\b|th\b|\.(?![\d])|'?(?:[iu]?nc[iu])\b)"
    rf"|\b(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})\.(?!\w)"
)


def find_ordinals(folded: str) -> Iterator[Finding]:
    """“5.”, “5th”, “beşinci”, “twenty-first”, “V.”."""
    for match in _ORDINAL.finditer(folded):
        if match["word"]:
            number = _TENS.get(match["ten"] or "", 0) + _ORDINALS[match["word"]]
        else:
            number = int(match["digits"]) if match["digits"] else _ROMAN[match["roman"]]
        yield Finding(match.start(), match.end(), (ordinal_token(number),))
