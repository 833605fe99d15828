"""What a date says of year, month and day, before what it leaves out is looked for around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from relations.reading.date_words import DateWords, Shift

THE_YEAR = Shift("year", 0, "here")  # “yılın ilk 9 ayı”: the year that the text is in
LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
Groups = Mapping[str, str]


@dataclass(frozen=True)
class Point:
    """A year (in digits, by reference, or left out), and within it a month and a day, 0 where not said."""

    year: int | None = None
    month: int = 0
    day: int = 0
    reference: Shift | None = None

    @property
    def dated(self) -> bool:
        """Whether the year is said, in digits or by reference."""
        return self.year is not None or self.reference is not None

    def edtf(self, year: int) -> str:
        """The point in EDTF, the year being known."""
        return "-".join([f"{year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    def exists(self) -> bool:
        """Whether the calendar has the day: no 30 February, no 29th in a common year."""
        if not self.day:
            return True
        if not self.month or self.day > LAST_DAYS[self.month - 1]:
            return False
        return (self.month, self.day) != (2, 29) or self.year is None or self.year % 4 == 0

    def in_year_of(self, other: "Point") -> "Point":
        """The same month and day, in the other's year."""
        return replace(self, year=other.year, reference=other.reference)


def point(groups: Groups, number: str, words: DateWords) -> Point:
    """The point of the groups that bear this number."""
    named = groups.get(f"r{number}")
    year = groups.get(f"y{number}")
    return Point(
        int(year) if year else None,
        _month(groups.get(f"m{number}", ""), words),
        int(groups.get(f"d{number}", 0)),
        (words.years.get(named) or THE_YEAR) if named else None,
    )


def ends(groups: Groups, words: DateWords) -> tuple[Point, Point | None]:
    """Start and end; each takes from the other what it leaves out. No end where the date is a single one."""
    first, last, around = (point(groups, number, words) for number in "123")
    if around.dated and not first.dated:
        first = first.in_year_of(around)
    if not (last.month or last.day):
        return (first if first.dated else first.in_year_of(last)), None
    first = first if first.month else replace(first, month=last.month)
    last = last if last.month else replace(last, month=first.month)
    if first.dated and not last.dated:
        return first, _year_after(first, last)
    if last.dated and not first.dated:
        return _year_before(first, last), last
    return first, last


def _year_after(first: Point, last: Point) -> Point:
    """The end in the year of its start, or in the one after: “30 Aralık 2022-2 Ocak”."""
    end = last.in_year_of(first)
    return replace(end, year=end.year + 1) if end.year and last.month < first.month else end


def _year_before(first: Point, last: Point) -> Point:
    """The start in the year of its end, or in the one before: “30 Aralık-2 Ocak 2023”."""
    start = first.in_year_of(last)
    return replace(start, year=start.year - 1) if start.year and first.month > last.month else start


def stretch(groups: Groups, words: DateWords) -> tuple[Point, Point]:
    """Months, quarters and halves of a year as its first and last month."""
    low, high = _months(groups, words)
    year = point(groups, "1", words)
    if not year.dated:
        year = point(groups, "2", words)
    year = year if year.dated else Point(reference=THE_YEAR)
    return replace(year, month=low), replace(year, month=high)


def _months(groups: Groups, words: DateWords) -> tuple[int, int]:
    if "n" in groups:
        return 1, number(groups["n"], words)
    if "quarters" in groups:
        return 1, 3 * number(groups["quarters"], words)
    if "quarter" in groups:
        size, which = 3, int(groups["quarter"][1])
    elif "half" in groups:
        size, which = 6, int(groups["half"].strip("h"))
    else:
        size, which = words.parts[groups["part"]], words.ordinals[groups["o"]]
    high = 12 if which == -1 else size * which
    return high - size + 1, min(high, 12)


def number(word: str, words: DateWords) -> int:
    """A small number in digits or as a word."""
    return int(word) if word.isdigit() else words.numbers[word]


def _month(named: str, words: DateWords) -> int:
    return int(named) if named.isdigit() else words.months.get(named.rstrip("."), 0)


def is_backwards(first: Point, last: Point | None) -> bool:
    """Whether the end lies before the start, as far as both say."""
    if last is None or (first.year is None) != (last.year is None):
        return False
    if first.year is None and first.month != last.month:
        return False  # from one year into the next
    return (first.year or 0, first.month, first.day) > (last.year or 0, last.month, last.day)


def no_date_word(match: re.Match[str], text: str) -> bool:
    """Whether an English “may” or “march” is written small: then it is no month."""
    small = ("may", "march", "mar", "dec", "sep", "sept", "august")
    return any(match.groupdict().get(name) in small and text[match.start(name)].islower() for name in ("m1", "m2"))
