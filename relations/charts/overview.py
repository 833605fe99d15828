"""The timeline at a glance: a lane for each kind on one scale of years, a mark for each record or how many there are.

The drawing is as wide as its place: x is in per cent, y and type in pixels, so that type never shrinks on a telephone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, chain, takewhile
from typing import NamedTuple

from relations.charts.scales import Years
from relations.charts.shapes import SHAPES
from relations.charts.svg import Element, el
from relations.dashes import span

NARROW = 288  # pixels: the narrowest place, for which marks are kept apart
WIDE = 760  # from here on (static/css/timeline.css) more years are printed
MARK, ROW, LABEL, AXIS, TODAY, CELL = 10, 11, 22, 30, 18, 20
MONTHS = 18  # more, where months are printed below the years
LATE = 93  # per cent: what stands later has its label before it
MOST_ROWS = 8  # a lane that needs more shows how many there are instead
MOST_CELLS = 80
SHORTEST_BAR = 46  # days: what is known to the month is a mark, unless the years are few


class Name(NamedTuple):
    """What a mark is called, in `language` where that is not the page's, and where it leads."""

    label: str
    url: str
    language: str = ""


class Mark(NamedTuple):
    """A record in the drawing; `end` is None where open. Its name is asked for where it is drawn by itself."""

    name: Callable[[], Name]
    start: date
    end: date | None
    planned: bool = False
    contested: bool = False


@dataclass(frozen=True)
class Lane:
    """A kind's records by the years in which they begin and end; `marks` is empty where they are too many for it."""

    kind: str
    label: str
    begun: Mapping[int, int]
    ended: Mapping[int, int]
    marks: Sequence[Mark]
    link: Callable[[int, int], str]  # where the records of these years are listed
    name: Callable[[str, int], str]  # how a cell of these years with so many records is called


@dataclass(frozen=True)
class Band:
    """The lanes of one pair; without a label where there is only one band."""

    label: str
    lanes: Sequence[Lane]


@dataclass(frozen=True)
class Overview:
    """Bands on one scale of years."""

    bands: Sequence[Band]
    first: int
    last: int
    link: Callable[[int, int], str]
    only: Callable[[str], str]  # how the link to the records of these years is called
    months: Sequence[str]  # their short names
    today: date
    today_label: str

    @cached_property
    def years(self) -> Years:
        return Years(self.first, self.last, 1.5, 98.5)

    @property
    def has_months(self) -> bool:
        return self.last - self.first < 2

    @cached_property
    def step(self) -> int:
        """How many years a cell holds."""
        length = self.last - self.first + 1
        return next((step for step in (1, 2, 5, 10, 20, 50) if length / step <= MOST_CELLS), 100)

    @cached_property
    def lanes(self) -> list[Lane]:
        return [lane for band in self.bands for lane in band.lanes]

    @cached_property
    def rows(self) -> dict[int, list[list[Mark]] | None]:
        """Each lane's marks in rows, by the lane's place; None where there are too many."""
        return {index: self._packed(lane) for index, lane in enumerate(self.lanes)}

    @cached_property
    def depths(self) -> list[int]:
        """The most that each shade of a cell stands for."""
        dense = (lane for index, lane in enumerate(self.lanes) if self.rows[index] is None)
        return shades(max(chain.from_iterable(self.counts(lane).values() for lane in dense), default=0))

    def counts(self, lane: Lane) -> Counter[int]:
        """How many records may lie in each cell, by its first year: just those that its link lists."""
        low, high = self.first // self.step, self.last // self.step
        change: Counter[int] = Counter()
        for year, number in lane.begun.items():
            change[max(year // self.step, low)] += number
        for year, number in lane.ended.items():
            change[max(year // self.step + 1, low)] -= number
        cells = range(low, high + 1)
        running = accumulate(change[cell] for cell in cells)
        return Counter({cell * self.step: count for cell, count in zip(cells, running, strict=True) if count})

    def _packed(self, lane: Lane) -> list[list[Mark]] | None:
        """Marks in as few rows as keep them apart."""
        if not lane.marks:
            return None
        ends: list[float] = []
        rows: list[list[Mark]] = []
        for mark in sorted(lane.marks, key=lambda each: each.start):
            left, right = (share * NARROW / 100 for share in self.reach(mark))
            free = next((row for row, end in enumerate(ends) if end <= left), None)
            if free is None:
                free = len(rows)
                rows.append([])
                ends.append(0)
            rows[free].append(mark)
            ends[free] = right + 1
        return rows if len(rows) <= MOST_ROWS else None

    def is_bar(self, mark: Mark) -> bool:
        """Whether a mark stands for a time long enough to be drawn as one."""
        if mark.end is None:
            return True
        days = (mark.end - mark.start).days
        return days > SHORTEST_BAR or days / 365 / (self.last - self.first + 1) * NARROW > MARK

    def reach(self, mark: Mark) -> tuple[float, float]:
        """From where to where a mark goes, in per cent; a point is as wide as its shape."""
        left = self.years.at(mark.start)
        right = self.years.at(date.fromordinal(mark.end.toordinal() + 1)) if mark.end else self.years.end
        if self.is_bar(mark):
            # What goes on beyond the years shown is drawn past their ends.
            begun, ended = mark.start.year >= self.first, mark.end is not None and mark.end.year <= self.last
            return left if begun else 0.0, right if ended else 100.0
        middle, half = (left + right) / 2, MARK / 2 / NARROW * 100
        return middle - half, middle + half


def shades(most: int) -> list[int]:
    """At most five round bounds, the last of them the greatest count: 2, 5, 10, 20, 23."""
    rounds = (factor * 10**power for power in range(12) for factor in (1, 2, 5))
    below = list(takewhile(lambda bound: bound < most, rounds))
    return [*below[-4:], most] if most else []


def draw(overview: Overview) -> Element:
    """The whole drawing."""
    height = float(AXIS + MONTHS if overview.has_months else AXIS)
    parts: list[Element] = []
    place = 0
    for band in overview.bands:
        if band.label:
            parts.append(el("text", band.label, x=0, y=height + 18, class_="band"))
            height += 28
        for lane in band.lanes:
            drawn, taken = _lane(overview, lane, overview.rows[place], height)
            parts.append(drawn)
            height += taken
            place += 1
    ring = el("circle", id="mark-ring", r=7.5)
    shapes = el("defs", *(el("g", shape, id=f"mark-{kind}") for kind, shape in SHAPES.items()), ring)
    size = {"width": "100%", "height": height + TODAY, "class_": "overview-drawing"}
    return el("svg", shapes, *_axis(overview, height), *parts, **size)


def _axis(overview: Overview, height: float) -> Iterable[Element]:
    """Years as links, a line down from each, and today."""
    years = overview.years
    few = set(_labelled(overview, NARROW, 52))
    for year in _labelled(overview, WIDE, 40):
        place = years.at(date(year, 1, 1))
        x, width = percent(place), "" if year in few else " wide"
        yield el("line", x1=x, x2=x, y1=AXIS - 4, y2=height, class_="grid" + width)
        beside = {"x": x, "text_anchor": "middle"} if place > years.start else {"x": 0}
        name = {"aria_label": overview.only(str(year)), "class_": "year-link" + width}
        yield el("a", el("text", str(year), y=18, **beside), href=overview.link(year, year), **name)
    if overview.has_months:
        yield from _months(overview, height)
    if overview.first <= overview.today.year <= overview.last:
        place = years.at(overview.today)
        x, anchor = percent(place), "end" if place > LATE else "start" if place < 100 - LATE else "middle"
        yield el("line", x1=x, x2=x, y1=AXIS - 4, y2=height, class_="today")
        yield el("text", overview.today_label, x=x, y=height + 13, text_anchor=anchor, class_="today-label")


def _labelled(overview: Overview, width: int, room: float) -> list[int]:
    """The years to print where the drawing is so wide: the first may, any other that its edges do not cut."""
    edge = 17 / width * 100
    labels = Years(overview.first, overview.last, 0, width).labels(room)
    places = {year: overview.years.at(date(year, 1, 1)) for year in labels}
    return [year for year in labels if year == overview.first or edge < places[year] < 100 - edge] or [overview.first]


def _months(overview: Overview, height: float) -> Iterable[Element]:
    """A line at the beginning of each month, and its name after it; where it is narrow, of every other one."""
    for year in range(overview.first, overview.last + 1):
        for index, name in enumerate(overview.months):
            x = percent(overview.years.at(date(year, index + 1, 1)))
            narrow = overview.first == overview.last and index % 2 == 0
            yield el("line", x1=x, x2=x, y1=AXIS, y2=height, class_="grid" if narrow else "grid wide")
            yield el("text", name, x=x, dx=3, y=AXIS + 10, class_="month" if narrow else "month wide")


def _lane(overview: Overview, lane: Lane, rows: list[list[Mark]] | None, top: float) -> tuple[Element, float]:
    """A lane and its height."""
    icon = el("use", href=f"#mark-{lane.kind}", x=6, y=top + 12, class_="shape")
    head = (icon, el("text", lane.label, x=18, y=top + 16, class_="lane-label"))
    top += LABEL
    if rows is None:
        body, taken = _cells(overview, lane, top), float(CELL)
    else:
        body = [
            _mark(overview, lane.kind, mark, top + ROW * (place + 0.5))
            for place, row in enumerate(rows)
            for mark in row
        ]
        taken = float(ROW * len(rows))
    return el("g", *head, *body, class_=f"lane kind-{lane.kind}"), LABEL + taken + 4


def _mark(overview: Overview, kind: str, mark: Mark, y: float) -> Element:
    """A record as a link: a shape at its day, a bar over its time."""
    left, right = overview.reach(mark)
    if overview.is_bar(mark):
        shape = [el("rect", x=percent(left), width=percent(right - left), y=y - 3.5, height=7, rx=2, class_="bar")]
    else:
        at = {"x": percent((left + right) / 2), "y": y}
        shape = [el("use", href="#mark-ring", class_="ring", **at)] if mark.contested else []
        shape.append(el("use", class_="shape", href=f"#mark-{kind}", **at))
    states = "mark" + (" planned" if mark.planned else "") + (" contested" if mark.contested else "")
    name = mark.name()
    title = el("title", name.label, lang=name.language)
    return el("a", title, *shape, href=name.url, tabindex="-1", class_=states)


def _cells(overview: Overview, lane: Lane, top: float) -> list[Element]:
    """How many records there are in each year, or each few years, as shades."""
    found = []
    for year, count in overview.counts(lane).items():
        first, last = max(year, overview.first), min(year + overview.step - 1, overview.last)
        left, right = overview.years.band(first)[0], overview.years.band(last)[1]
        depth = 1 + next(index for index, bound in enumerate(overview.depths) if count <= bound)
        cell = el(
            "rect", x=percent(left), width=percent(right - left), y=top, height=CELL - 4, class_=f"cell depth-{depth}"
        )
        name = el("title", lane.name(span(first, last), count))
        found.append(el("a", name, cell, href=lane.link(first, last), tabindex="-1", class_="mark"))
    return found


def percent(share: float) -> str:
    """A place across the drawing."""
    return f"{share:.2f}%"
