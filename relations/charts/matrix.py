"""Agreements as squares in rows of fields over a scale of years: where each stands, how it is drawn. No database."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.charts.dated import (
    EDGE,
    HIT,
    axis,
    extent,
    hit,
    is_dated,
    is_imprecise,
    lanes,
    link,
    scale_of,
    told,
    underline,
)
from relations.charts.letters import width as text_width
from relations.charts.letters import wrap
from relations.charts.scales import Years
from relations.charts.svg import Element, el
from relations.models import Agreement
from relations.templatetags.record_tags import capfirst_in_language, number

LABELS = 184  # beside the rows, where there is room
ROOMY = 600
ONE, LEAST, LARGEST = 5.0, 9.0, 24.0  # half a square: of one document, of a set, of any
SPACE = 8  # between rows

Row = tuple[str, Sequence["Mark"]]


@dataclass(frozen=True)
class Mark:
    """An agreement that is drawn, for so many documents."""

    agreement: Agreement
    count: int

    @property
    def half(self) -> float:
        """Half the side of its square: the surface grows with the number, where it is legible."""
        if self.count == 1:
            return ONE
        return min(max(LEAST, 2.6 * sqrt(self.count), text_width(number(self.count), 12) / 2 + 3), LARGEST)

    @property
    def is_multilateral(self) -> bool:
        return self.agreement.relationship_id is None


@dataclass(frozen=True)
class Plan:
    """What a width leaves: where the scale runs, and where the undated stand."""

    room: float
    years: Years | None
    label: float  # the width of the labels, 0 where they stand above
    undated: float  # where the column of what has no date begins


def plan(rows: Sequence[Row], room: float) -> Plan:
    marks = [mark.agreement for _label, row in rows for mark in row]
    label = LABELS if room >= ROOMY else 0
    widest = max(
        (sum(_breadth(mark) for mark in row if not is_dated(mark.agreement)) for _label, row in rows), default=0
    )
    column = min(max(widest, 64.0) + 8, room / 3) if widest else 0.0
    end = room - column
    edge = max([EDGE, *(mark.half + 4 for _label, row in rows for mark in row)])
    return Plan(room, scale_of(marks, label + edge, end - edge), label, end)


def draw(rows: Sequence[Row], room: float) -> tuple[list[Element], float]:
    """The rows from the top, then the years; and the height of it all."""
    found = plan(rows, room)
    drawn: list[Element] = []
    lines: list[Element] = []
    y = 4.0
    for label, marks in rows:
        more, bottom = _row(label, marks, found, y)
        drawn += more
        y = bottom + SPACE
        lines.append(el("line", class_="c-grid", x1=0, x2=room, y1=y - SPACE / 2, y2=y - SPACE / 2))
    back = axis(found.years, y, 0) if found.years else []
    if found.undated < room:
        back.append(el("line", class_="c-axis", x1=found.undated, x2=found.undated, y1=0, y2=y))
        back.append(el("text", _("no date"), class_="c-small", x=found.undated + 6, y=y + 15))
    return [*back, *lines[:-1], *drawn], y + 22


def _row(label: str, marks: Sequence[Mark], found: Plan, y: float) -> tuple[list[Element], float]:
    """A field with its marks; and where it ends."""
    words = wrap(str(capfirst_in_language(label)), (found.label or found.room) - 12)
    drawn = [el("text", line, class_="c-label", x=0, y=y + 13 + 16 * index) for index, line in enumerate(words)]
    if not found.label:  # the years' lines must not cross the words
        drawn.insert(0, el("rect", class_="c-paper", x=0, y=y, width=found.room, height=16 * len(words) + 2))
    top = y if found.label else y + 18 * len(words)
    dated = [mark for mark in marks if is_dated(mark.agreement)]
    bottom = top
    if found.years:
        more, bottom = _dated(dated, found.years, top)
        drawn += more
    more, end = _undated([mark for mark in marks if not is_dated(mark.agreement)], found, top)
    return drawn + more, max(bottom, end, y + 16 * len(words) + 2)


def _breadth(mark: Mark) -> float:
    return max(HIT, 2 * mark.half + (14 if is_imprecise(mark.agreement) else 4))


def _dated(marks: Sequence[Mark], years: Years, top: float) -> tuple[list[Element], float]:
    """Marks at their dates, in as many lines as keep them apart."""
    extents = [extent(mark.agreement, years) for mark in marks]
    rooms = [
        (min(start, (start + end - _breadth(mark)) / 2), max(end, (start + end + _breadth(mark)) / 2))
        for (start, end), mark in zip(extents, marks, strict=True)
    ]
    rows = lanes(rooms)
    heights = [
        max(_breadth(mark) for mark, row in zip(marks, rows, strict=True) if row == each)
        for each in range(max(rows, default=-1) + 1)
    ]
    drawn: list[Element] = []
    for mark, row, (start, end) in zip(marks, rows, extents, strict=True):
        y = top + sum(heights[:row]) + heights[row] / 2
        line = [underline(start, end, y + mark.half + 4, "agreement")] if is_imprecise(mark.agreement) else []
        drawn.append(_square(mark, (start + end) / 2, y, *line))
    return drawn, top + sum(heights)


def _undated(marks: Sequence[Mark], found: Plan, top: float) -> tuple[list[Element], float]:
    """Marks in the column of what has no date, row by row."""
    drawn: list[Element] = []
    x, y, tallest = found.undated + 4, top, 0.0
    for mark in marks:
        breadth = _breadth(mark)
        if x > found.undated + 4 and x + breadth > found.room:
            x, y, tallest = found.undated + 4, y + tallest, 0.0
        drawn.append(_square(mark, x + breadth / 2, y + breadth / 2))
        x, tallest = x + breadth, max(tallest, breadth)
    return drawn, y + tallest


def _square(mark: Mark, x: float, y: float, *behind: Element) -> Element:
    """The mark as a link: its number in it if it is a set, a frame around it if it is multilateral."""
    half = mark.half
    drawn = [
        hit(x, y),
        el("rect", class_="c-agreement-fill", x=x - half, y=y - half, width=2 * half, height=2 * half, rx=2),
    ]
    if mark.count > 1:
        drawn.append(el("text", number(mark.count), class_="c-on", x=x, y=y + 4, text_anchor="middle"))
    if mark.is_multilateral:
        side = 2 * half + 7
        drawn.append(
            el("rect", class_="c-agreement-line", x=x - side / 2, y=y - side / 2, width=side, height=side, rx=3)
        )
    count = ngettext("%(count)s document", "%(count)s documents", mark.count) % {"count": number(mark.count)}
    shared = _("multilateral") if mark.is_multilateral else ""
    return link(mark.agreement, told(mark.agreement, count, shared), *behind, *drawn)
