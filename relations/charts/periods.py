"""What time a figure speaks of: a calendar year, part of one, a longer time, or none that is known. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from relations.dashes import dash
from relations.dates import LOCALES, DateError, bounds, print_date

YEAR = re.compile(r"\d{4}[?~%]?\Z")


@dataclass(frozen=True)
class Period:
    """A time from its first to its last day; `shape` is year, part, span or unknown."""

    edtf: str
    shape: str
    start: date | None = None
    end: date | None = None

    @property
    def is_vague(self) -> bool:
        """Whether it is only known to lie somewhere between its first and its last day."""
        return any(mark in self.edtf for mark in "X?~%")

    @property
    def year(self) -> int:
        """The year that it begins in; 0 where it is unknown."""
        return self.start.year if self.start else 0

    @property
    def last_year(self) -> int:
        return self.end.year if self.end else self.year

    def months(self, language: str) -> str:
        """“Jan–Nov” for part of a year, as short as a drawing needs it."""
        if not self.start or not self.end:
            return ""
        if self.is_vague or (self.end.month == self.start.month and self.start != self.end and "/" in self.edtf):
            return print_date(self.edtf, language)
        names = [str(format_date(day, "LLL", locale=LOCALES[language])) for day in (self.start, self.end)]
        return dash(language).join(dict.fromkeys(names))


def period(edtf: str) -> Period:
    """The period of an EDTF date."""
    try:
        found = bounds(edtf)
    except DateError:
        return Period(edtf, "unknown")
    start, end = found.earliest, found.latest
    if not start or not end:
        return Period(edtf, "unknown", start, end)
    if start.year != end.year:
        return Period(edtf, "span", start, end)
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and "X" not in edtf
    return Period(edtf, "year" if whole or YEAR.match(edtf) else "part", start, end)
