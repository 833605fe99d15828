"""What a date leaves open, from the day of publication or from the year that the text is in at that place."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta

from relations.reading.date_candidates import Candidate
from relations.reading.date_points import THE_YEAR, Point
from relations.reading.date_words import Shift, date_words

BREAK = re.compile(r"[.!?…]['\"”’)]*\s+(?=[A-ZÇĞİÖŞÜ\"“«(-])")
WITHIN = 600  # characters for which a year that the text named stays in force
AHEAD = 12  # a day ahead counts for so many behind, where nothing speaks of what is to come
CLOSE = timedelta(days=45)


@dataclass
class Reader:
    """Reads candidates in the order of the text, keeping the year last named."""

    text: str
    folded: str
    language: str
    published: date | None
    year: int | None = None
    at: int = 0  # where that year was named
    breaks: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.breaks = [match.end() for match in BREAK.finditer(self.text)]

    def read(self, candidate: Candidate) -> tuple[str, bool]:
        """The date in EDTF, empty where it stays open; and whether anything of it is inferred."""
        if candidate.edtf:
            self._keep_fixed(candidate)
            return candidate.edtf, False
        if candidate.shift or candidate.weekday >= 0:
            return self._shifted(candidate), True
        assert candidate.first is not None
        first, last = candidate.first, candidate.last or candidate.first
        high = self._year(last if first.year is None else first, candidate)
        if high is None:
            return "", True
        if last.year is not None:
            low, high = first.year if first.year is not None else last.year, last.year
        else:
            low = high - (first.month > last.month)
        self._keep(high, candidate)
        edtf = first.edtf(low) if last == first else f"{first.edtf(low)}/{last.edtf(high)}"
        return edtf, first.year is None

    def _keep(self, year: int, candidate: Candidate) -> None:
        self.year, self.at = year, candidate.span.end

    def _keep_fixed(self, candidate: Candidate) -> None:
        ends = candidate.edtf.split("/")
        if "X" not in candidate.edtf and int(ends[-1]) - int(ends[0]) == 1:
            self._keep(int(ends[-1]), candidate)

    def _year(self, point: Point, candidate: Candidate) -> int | None:
        if point.year is not None:
            return point.year
        if point.reference == THE_YEAR:
            return self._year_here(point, candidate)
        if point.reference is not None:
            return self._referred(point.reference, candidate)
        if candidate.near:
            return self._near_year(point, candidate.near)
        return self._left_out(point, candidate)

    def _referred(self, reference: Shift, candidate: Candidate) -> int | None:
        """“geçen yıl”, “aynı yıl”: counted from publication, or from the year last named."""
        if reference.anchor == "published":
            return self.published.year + reference.by if self.published else None
        return self.year + reference.by if self.year and self._distance(candidate) < 2 * WITHIN else None

    def _year_here(self, point: Point, candidate: Candidate) -> int | None:
        """“yılın ilk 9 ayı”: of the year in this sentence, else of publication, so far as it has passed by then."""
        if self.year and self._same_sentence(candidate):
            return self.year
        if self.published:
            last = candidate.last or point
            ahead = last.month > self.published.month and not self._is_future(candidate)
            return self.published.year - ahead
        return self._in_force(candidate)

    def _left_out(self, point: Point, candidate: Candidate) -> int | None:
        """“12 Mayıs”: of the year in this sentence, else near publication, else of the year in force."""
        future = self._is_future(candidate)
        if (
            self.year
            and self._same_sentence(candidate)
            and not (future and self.published and self.year < self.published.year)
        ):
            return self.year
        if not self.published:
            return self._in_force(candidate)
        nearest = self._by_weekday(point, candidate.falls_on) or self._nearest(point, future)
        in_force = self._in_force(candidate)
        passed = in_force is not None and (future or in_force <= self.published.year)
        if passed and abs(_day(nearest, point) - self.published) > CLOSE and not future:
            return self.year
        return nearest

    def _nearest(self, point: Point, future: bool) -> int:
        """The year that brings the day nearest to publication: ahead if the sentence says so, else rather behind."""
        assert self.published is not None
        years = [self.published.year + by for by in (-1, 0, 1)]
        away = {year: (_day(year, point) - self.published).days for year in years}
        if future:
            return min((year for year in years if away[year] >= -31), key=lambda year: away[year])
        return min(years, key=lambda year: -away[year] if away[year] <= 0 else AHEAD * away[year])

    def _by_weekday(self, point: Point, weekday: int) -> int | None:
        """The only year around publication in which the day falls on its weekday."""
        assert self.published is not None
        years = [self.published.year + by for by in (0, -1, 1)] if weekday >= 0 and point.day else []
        return next((year for year in years if _day(year, point).weekday() == weekday), None)

    def _near_year(self, point: Point, near: int) -> int | None:
        """“last July”, “next May”."""
        if not self.published:
            return None
        year = self.published.year
        if near < 0:
            return year if point.month < self.published.month else year - 1
        return year if point.month > self.published.month else year + 1

    def _shifted(self, candidate: Candidate) -> str:
        if self.published is None:
            return ""
        if candidate.weekday >= 0:
            return self._on_weekday(candidate).isoformat()
        assert candidate.shift is not None
        by = candidate.shift.by
        if candidate.shift.unit == "day":
            return (self.published + timedelta(days=by)).isoformat()
        if candidate.shift.unit == "week":
            monday = self.published - timedelta(days=self.published.weekday() - 7 * by)
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        if candidate.shift.unit == "month":
            months = self.published.year * 12 + self.published.month - 1 + by
            return f"{months // 12:04}-{months % 12 + 1:02}"
        return f"{self.published.year + by:04}"

    def _on_weekday(self, candidate: Candidate) -> date:
        """The weekday nearest to publication, on the side that the words or the tense point to."""
        assert self.published is not None
        ahead = (candidate.weekday - self.published.weekday()) % 7
        if candidate.near > 0 or (not candidate.near and self._is_future(candidate)):
            return self.published + timedelta(days=ahead or (7 if candidate.near else 0))
        if ahead == 0 and not candidate.near:
            return self.published
        return self.published + timedelta(days=ahead - 7)

    def _sentence(self, place: int) -> int:
        return bisect_right(self.breaks, place)

    def _same_sentence(self, candidate: Candidate) -> bool:
        return self._sentence(self.at - 1) == self._sentence(candidate.span.start)

    def _distance(self, candidate: Candidate) -> int:
        return candidate.span.start - self.at

    def _in_force(self, candidate: Candidate) -> int | None:
        return self.year if self.year and self._distance(candidate) < WITHIN else None

    def _is_future(self, candidate: Candidate) -> bool:
        number = self._sentence(candidate.span.start)
        start = self.breaks[number - 1] if number else 0
        end = self.breaks[number] if number < len(self.breaks) else len(self.text)
        place = candidate.span.start
        return bool(
            date_words(self.language).future.search(self.folded, max(start, place - 300), min(end, place + 300))
        )


def _day(year: int, point: Point) -> date:
    """A day of the point in a year; the middle of a month that has none."""
    day = point.day or 15
    return date(year, point.month, min(day, 28) if point.month == 2 else day)
