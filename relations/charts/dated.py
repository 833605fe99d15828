"""Dated marks on a scale of years: what the charts of meetings, visits and agreements share."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.charts.letters import width as text_width
from relations.charts.scales import Years
from relations.charts.svg import Element, el
from relations.dashes import span
from relations.dates import print_date
from relations.models import Citation, Record, Source
from relations.templatetags.record_tags import language, number, plain

HIT = 24  # what a finger needs
EDGE = 18  # half a year's label stands out on either side of a scale
MOST = 40  # records that a chart holds, the newest; the lists have them all
FEWEST_YEARS = 4
MIN_LINE = 10
LABEL_ROOM = 44

Drawer = Callable[[float, float], list[Element]]


class Dated(Protocol):
    """A thing with the two bounds of a date; None where one is open or unknown."""

    earliest: date | None
    latest: date | None


def is_dated(thing: Dated) -> bool:
    return bool(thing.earliest or thing.latest)


def scale_of(things: Iterable[Dated], start: float, end: float) -> Years | None:
    """The years that things fall in, a few at least; None where nothing is dated."""
    years = [day.year for thing in things for day in (thing.earliest, thing.latest) if day]
    if not years:
        return None
    return Years(max(min(*years, max(years) - FEWEST_YEARS + 1), 1), max(years), start, end)


def extent(thing: Dated, years: Years) -> tuple[float, float]:
    """Where a date begins and ends; an open side reaches the edge of the scale."""
    start = years.at(thing.earliest) if thing.earliest else years.start
    end = years.at(thing.latest) if thing.latest else years.end
    return start, end


def lanes(intervals: Sequence[tuple[float, float]]) -> list[int]:
    """For each interval the first lane in which it meets none before it; intervals that touch do not meet."""
    ends: list[float] = []
    found = [0] * len(intervals)
    for index in sorted(range(len(intervals)), key=lambda each: intervals[each]):
        start, end = intervals[index]
        lane = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane:] = [end, *ends[lane + 1 :]]
        found[index] = lane
    return found


def axis(years: Years, y: float, top: float = 0) -> list[Element]:
    """The years below a drawing, each with a faint line up to its top."""
    drawn = [el("line", class_="c-axis", x1=years.start, x2=years.end, y1=y, y2=y)]
    labels = years.labels(LABEL_ROOM)
    each_year = len(labels) == years.last - years.first + 1
    last = years.start - LABEL_ROOM
    for year in labels:
        left, right = years.band(year)
        drawn.append(el("line", class_="c-grid", x1=left, x2=left, y1=top, y2=y))
        if left - last >= LABEL_ROOM * 0.8:
            x = (left + right) / 2 if each_year else left
            drawn.append(el("text", str(year), class_="c-small", x=x, y=y + 15, text_anchor="middle"))
            last = left
    return drawn


def link(record: Record, label: str, *drawn: Element) -> Element:
    """A mark that leads to its record, with a name for who cannot see it."""
    return el("a", el("title", label), *drawn, href=record.get_absolute_url())


def underline(start: float, end: float, y: float, colour: str) -> Element:
    """The time within which an imprecise date falls, as a line with ends, wide enough to be seen."""
    short = max(MIN_LINE - (end - start), 0) / 2
    left, right = start - short, end + short
    path = f"M{left:.2f} {y - 2:.2f}V{y + 2:.2f}M{left:.2f} {y:.2f}H{right:.2f}M{right:.2f} {y - 2:.2f}V{y + 2:.2f}"
    return el("path", class_=f"c-{colour}-line", d=path)


def hit(x: float, y: float) -> Element:
    """Room for a finger around a small mark."""
    return el("circle", cx=x, cy=y, r=HIT / 2, fill="none", pointer_events="all")


def cross(x: float, y: float, size: float, colour: str) -> Element:
    """Struck out: what was planned and did not take place."""
    a, b, c, d = (f"{value:.2f}" for value in (x - size, y - size, x + size, y + size))
    return el("path", class_=f"c-{colour}-line", d=f"M{a} {b}L{c} {d}M{a} {d}L{c} {b}")


def legend(entries: Sequence[tuple[Drawer, str]], y: float, room: float) -> tuple[list[Element], float]:
    """Marks with their words in as many rows as they need, the first around `y`; and where they end."""
    drawn: list[Element] = []
    x = 0.0
    for draw, words in entries:
        needed = HIT + text_width(words) + 14
        if x and x + needed > room:
            x, y = 0.0, y + 22
        drawn += [*draw(x + 10, y), el("text", words, class_="c-soft", x=x + HIT, y=y + 4)]
        x += needed
    return drawn, y + 14 if entries else y


def sources_of(records: Iterable[Record], fields: Iterable[str] = ("date",)) -> list[Source]:
    """What the shown values of records rest on, each source once; their citations must be fetched."""
    wanted = set(fields)
    cited: Iterable[Citation] = (each for record in records for each in record.citations.all())
    return list({each.source_id: each.source for each in cited if each.preferred and each.field in wanted}.values())


def told(record: Record, *more: object) -> str:
    """A record in a line: title, date, and what else there is to say."""
    parts = (plain(record, "title"), print_date(record.date, language()), *map(str, more))
    return ", ".join(part for part in parts if part)


def is_imprecise(record: Record) -> bool:
    """Whether a date is known, but not to the day."""
    return bool(record.date) and any(len(part) != len("2012-10-11") for part in record.date.split("/"))


def years_told(records: Sequence[Record]) -> str:
    """“2012–2025”, “2012; 1 undated”; empty where a year is not certain for each that has one."""
    bounds = [(record.earliest, record.latest) for record in records if is_dated(record)]
    years = [start.year for start, end in bounds if start and end and start.year == end.year]
    if not years or len(years) < len(bounds):
        return ""
    first, last, undated = min(years), max(years), len(records) - len(bounds)
    told = span(first, last)
    without = ngettext("%(count)s undated", "%(count)s undated", undated) % {"count": number(undated)}
    return f"{told}; {without}" if undated else told


def among_newest(is_cut: bool) -> str:
    """What a finding holds for, where a chart could not take all."""
    return _("among the newest %(count)s") % {"count": number(MOST)} if is_cut else ""


def only_newest(is_cut: bool) -> str:
    """What a chart leaves out."""
    return _("Only the newest %(count)s are drawn.") % {"count": number(MOST)} if is_cut else ""
