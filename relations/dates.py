"""EDTF dates (ISO 8601-2, levels 0 and 1): checking, bounds and printing in either language."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext_lazy as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from relations.dashes import dash
from relations.turkish import plural

LOCALES = {"tr": "tr", "en": "en_GB"}
OPEN = ("", "..")
FORM = re.compile(r"-?\d{1,3}[\dX](?:[\dX]?)(?:-(?:\d\d|XX))?(?:-(?:\d\d|XX))?[?~%]?\Z")
PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z")
SEASONS = {
    "tr": {"21": "ilkbaharı", "22": "yazı", "23": "sonbaharı", "24": "kışı"},
    "en": {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
}
MARKS = {
    "tr": {"?": "{} (kesin değil)", "~": "yaklaşık {}", "%": "yaklaşık {} (kesin değil)"},
    "en": {"?": "{} (uncertain)", "~": "c. {}", "%": "c. {} (uncertain)"},
}


class DateError(ValueError):
    """A date that EDTF levels 0-1 do not know; its text is for the person who typed it."""


@dataclass(frozen=True)
class Bounds:
    """The first and last day that a date may mean; None where it is open."""

    earliest: date | None
    latest: date | None


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> Bounds:
    """Both bounds of an EDTF date; raises DateError. The empty date is open on both sides."""
    if not edtf:
        return Bounds(None, None)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf)
    found = Bounds(
        None if start in OPEN else _one(start).earliest,
        None if end in OPEN else _one(end).latest,
    )
    if start in OPEN and end in OPEN:
        raise DateError(_("“%(date)s” is open on both sides and says nothing.") % {"date": edtf})
    if found.earliest and found.latest and found.earliest > found.latest:
        raise DateError(_("“%(date)s” ends before it starts.") % {"date": edtf})
    return found


def _one(text: str) -> Bounds:
    """Bounds of a date that is no interval; the grammar is asked for what is not plain, for it takes milliseconds."""
    try:
        if PLAIN.match(text):
            return _plain(text)
        if not FORM.match(text):
            raise DateError
        parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return Bounds(date(*low[:3]), date(*high[:3]))
    except (DateError, EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise DateError(
            _("“%(date)s” is not a date in EDTF: write 2012, 2012-10, 2012-10-11 or 2012-10-11/2012-10-12.")
            % {"date": text[:40]}
        ) from error


def _plain(text: str) -> Bounds:
    """Bounds of a year, a month or a day."""
    first = date.fromisoformat(f"{text}-01-01"[:10])
    if len(text) == 10:
        return Bounds(first, first)
    month = 12 if len(text) == 4 else first.month
    return Bounds(first, date(first.year, month, monthrange(first.year, month)[1]))


@lru_cache(maxsize=65_536)
def print_date(edtf: str, language: str) -> str:
    """An EDTF date as the language prints it: “Ekim 2009”, “11–12 October 2012”."""
    if not edtf:
        return ""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _print_one(edtf, language)
    if end in OPEN:
        return {"tr": "{} ve sonrası", "en": "{} onwards"}[language].format(_print_one(start, language))
    if start in OPEN:
        return {"tr": "{} ve öncesi", "en": "until {}"}[language].format(_print_one(end, language))
    return _print_range(start, end, language)


def _print_range(start: str, end: str, language: str) -> str:
    """A closed interval, naming once what both ends share."""
    last = _print_one(end, language)
    same_kind = len(start) == len(end) and re.fullmatch(r"[\d-]+", start + end)
    if same_kind and len(start) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}{dash(language)}{last}"
    if same_kind and len(start) > 4 and start[:4] == end[:4]:
        skeleton = "MMMMd" if len(start) == 10 else "LLLL"
        between = " – " if len(start) == 10 else dash(language)
        return f"{_skeleton(start, skeleton, language)}{between}{last}"
    between = dash(language) if same_kind and len(start) == 4 else " – "
    return f"{_print_one(start, language)}{between}{last}"


def _print_one(text: str, language: str) -> str:
    """A single date with its mark of doubt, if any."""
    if text[-1] in "?~%":
        return MARKS[language][text[-1]].format(_print_one(text[:-1], language))
    year, *rest = text.split("-")
    if "X" in year:
        return _print_years(year, language)
    if not rest or rest[0] == "XX":
        return str(int(year))
    if rest[0] in SEASONS[language]:
        season = SEASONS[language][rest[0]]
        return f"{int(year)} {season}" if language == "tr" else f"{season} {int(year)}"
    if len(rest) == 1 or rest[1] == "XX":
        return _skeleton(f"{year}-{rest[0]}", "yMMMM", language)
    return str(format_date(date.fromisoformat(text), "d MMMM y", locale=LOCALES[language]))


def _print_years(year: str, language: str) -> str:
    """A decade or a century: 199X → 1990'lar, 1990s."""
    first = int(year.replace("X", "0"))
    return plural(first) if language == "tr" else f"{first}s"


def _skeleton(text: str, skeleton: str, language: str) -> str:
    """Part of a date, by CLDR skeleton."""
    day = date(*(int(part) for part in (*text.split("-"), "1", "1")[:3]))
    if skeleton == "LLLL":
        return str(format_date(day, "LLLL", locale=LOCALES[language]))
    return str(format_skeleton(skeleton, day, locale=LOCALES[language]))
