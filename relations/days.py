"""What happened on a day of the year, in whatever year, and the nearest days on which something did. No HTTP."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.dates import format_skeleton
from django.db.models import F, Q
from django.db.models.functions import ExtractYear, Length

from relations.dates import LOCALES
from relations.models import Record
from relations.models.fields import LastMonthDay, MonthDay
from relations.newest import newest_keys
from relations.serving.memo import per_revision

MOST = 1000  # records of a day, the newest
LEAP = 2000  # a year that has all 366 days
LONGEST = timedelta(days=9)  # from the first to the last day of a range that counts as days
ONE_DAY, DAYS = len("2012-10-11"), len("2012-10-11/2012-10-12")  # how long such dates are
ALL = [(date(LEAP, 1, 1) + timedelta(days=number)).strftime("%m-%d") for number in range(366)]


@dataclass(frozen=True)
class Day:
    """A day of the year."""

    month: int
    day: int

    @classmethod
    def read(cls, text: str) -> "Day":
        """The day of an address, as 10-11; raises ValueError for what no year has."""
        if text not in ALL:
            raise ValueError(text)
        return cls(int(text[:2]), int(text[3:]))

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    @property
    def place(self) -> int:
        """How many days into the year it is."""
        return ALL.index(str(self))

    def moved(self, days: int) -> "Day":
        """So many days later, or earlier, in a year that has all of them."""
        return Day.read(ALL[(self.place + days) % len(ALL)])

    def printed(self, language: str) -> str:
        """11 Ekim, 11 October."""
        return str(format_skeleton("MMMMd", date(LEAP, self.month, self.day), locale=LOCALES[language]))

    def year_of(self, start: date) -> int:
        """The year in which what starts on a day and covers this one, no more than some days later, does so."""
        return start.year if f"{start:%m-%d}" <= str(self) else start.year + 1


@per_revision(maxsize=64)
def keys_on(day: Day, most: int = MOST) -> tuple[int, ...]:
    """The keys of the newest published records of this day or of a few days around it.

    From an index, for each day on which a date that covers it may start.
    """
    records = Record.objects.published()
    starts = [str(day.moved(-days)) for days in range(LONGEST.days + 1)]
    ranges = [_on_days(records, day).filter(start=start) for start in starts]
    return tuple(newest_keys(_on_one_day(records, day), *ranges, most=most, dated_alone=True))


@per_revision(maxsize=len(ALL))
def nearest(day: Day) -> tuple[Day | None, Day | None]:
    """The days before and after this one on which something happened; the year has no end, and none is itself."""
    before, after = (_beside(day, step) for step in (-1, 1))
    return (None if before == day else before), (None if after == day else after)


def _on_one_day(records: Any, day: Day) -> Any:
    """Records of that day alone: a month or a year, and a date in doubt, cover none."""
    return _sized(records).filter(size=ONE_DAY, start=str(day), earliest=F("latest"))


def _on_days(records: Any, day: Day) -> Any:
    """Records of several days that surely cover it."""
    starts = [str(day.moved(-days)) for days in range(LONGEST.days + 1)]
    began, goes_on = Q(start__lte=str(day)), Q(end__gte=str(day))
    covers = Q(start__in=starts) & (began & goes_on | Q(start__gt=F("end")) & (began | goes_on))
    if str(day) == "02-29":
        records, covers = _with_leap_years(records), covers & IS_LEAP
    return _sized(records).filter(Q(size=DAYS) & SHORT & covers)


SHORT = Q(latest__lte=F("earliest") + LONGEST)
IS_LEAP = Q(by4=0) & (~Q(by100=0) | Q(by400=0))


def _with_leap_years(records: Any) -> Any:
    year = ExtractYear("earliest")
    return records.alias(by4=year % 4, by100=year % 100, by400=year % 400)


def _sized(records: Any) -> Any:
    """Records with the length of their dates, and the days of the year that these start and end on."""
    return records.alias(size=Length("date"), start=MonthDay("date"), end=LastMonthDay("date"))


def _beside(day: Day, step: int) -> Day | None:
    """The nearest day in a direction: the next one if a date covers it, else where the nearest date starts or ends."""
    beside = day.moved(step)
    if keys_on(beside, 1):
        return beside
    dated = _sized(Record.objects.published())
    singles = dated.filter(size=ONE_DAY, earliest=F("latest"))
    ranges = dated.filter(Q(size=DAYS) & SHORT)
    found = {each for records in (singles, ranges) if (each := _start_beside(records, day, step))}
    if step < 0:
        found |= _ends_after(ranges, found)
    distances = {(found_day.place - day.place) * step % len(ALL) or len(ALL): found_day for found_day in found}
    return distances[min(distances)] if distances else None


def _start_beside(records: Any, day: Day, step: int) -> Day | None:
    """The nearest start in a direction, going round the year; each look takes one row from the index."""
    beyond = Q(start__gt=str(day)) if step > 0 else Q(start__lt=str(day))
    starts = records.order_by("start" if step > 0 else "-start").values_list(MonthDay("date"), flat=True)
    found = starts.filter(beyond).first() or starts.first()
    return Day.read(found) if found else None


def _ends_after(ranges: Any, starts: set[Day]) -> set[Day]:
    """Where ranges end that start on one of these days or shortly before it."""
    within = {str(start.moved(-days)) for start in starts for days in range(LONGEST.days + 1)}
    ends = ranges.filter(start__in=within).order_by().values_list(LastMonthDay("date"), flat=True).distinct()
    return {Day.read(end) for end in ends}
