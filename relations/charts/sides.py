"""Visits as marks on both sides of a strip of years: where each stands, and how it is drawn. No database."""

from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext as _

from relations.charts.dated import (
    EDGE,
    HIT,
    Drawer,
    cross,
    extent,
    hit,
    is_dated,
    is_imprecise,
    lanes,
    legend,
    link,
    scale_of,
    told,
    underline,
)
from relations.charts.scales import Years
from relations.charts.svg import Element, el
from relations.models import Country, Relationship, Visit, VisitKind, VisitStatus
from relations.templatetags.record_tags import plain

BAND = 24  # the strip of years between the two sides
SIZE = 7.5  # half a mark
ROW = 28  # a mark and the line under it
LABEL = 20  # the line that names a direction


def draw(pair: Relationship, visits: Sequence[Visit], room: float) -> tuple[list[Element], float]:
    """Both directions around the years, the legend, and what is undated; and the height of it all."""
    sides = [[each for each in visits if each.origin_id == code and is_dated(each)] for code in pair.codes]
    years = scale_of(visits, EDGE, room - EDGE)
    drawn, y = ([], 0.0) if years is None else _both(pair, sides, years)
    key, y = legend(_legend(visits), y + 18, room)
    undated, y = _undated([each for each in visits if not is_dated(each)], y + 8, room)
    return [*drawn, *key, *undated], y


def _both(pair: Relationship, sides: Sequence[Sequence[Visit]], years: Years) -> tuple[list[Element], float]:
    above, below = (_height(side, years) for side in sides)
    y = LABEL + above
    end = y + BAND + below + LABEL
    drawn = [
        *(_direction(pair.first, pair.second, 13), _direction(pair.second, pair.first, end - 5)),
        *(*_years(years, y), *_side(sides[0], years, y, -1), *_side(sides[1], years, y + BAND, 1)),
    ]
    return drawn, end


def _height(side: Sequence[Visit], years: Years) -> float:
    rows = max(lanes([_room_of(each, years) for each in side]), default=0)
    return (rows + 1) * ROW


def _room_of(visit: Visit, years: Years) -> tuple[float, float]:
    start, end = extent(visit, years)
    middle = (start + end) / 2
    return min(start, middle - HIT / 2), max(end, middle + HIT / 2)


def _years(years: Years, y: float) -> list[Element]:
    """The strip of years between both sides."""
    drawn = [el("line", class_="c-axis", x1=years.start, x2=years.end, y1=each, y2=each) for each in (y, y + BAND)]
    for year in years.labels():
        left, right = years.band(year)
        each_year = right - left >= 44
        drawn += [
            el("line", class_="c-axis", x1=left, x2=left, y1=a, y2=b) for a, b in ((y, y + 4), (y + BAND - 4, y + BAND))
        ]
        x = (left + right) / 2 if each_year else left
        drawn.append(el("text", str(year), class_="c-small", x=x, y=y + 16, text_anchor="middle"))
    return drawn


def _side(side: Sequence[Visit], years: Years, y: float, away: int) -> list[Element]:
    """One direction's visits, in rows away from the years."""
    drawn: list[Element] = []
    rows = lanes([_room_of(each, years) for each in side])
    for visit, row in zip(side, rows, strict=True):
        start, end = extent(visit, years)
        level = y + away * (row + 0.5) * ROW
        line = [underline(start, end, level + SIZE + 4, "visit")] if is_imprecise(visit) else []
        drawn.append(_mark(visit, (start + end) / 2, level, *line))
    return drawn


def _mark(visit: Visit, x: float, y: float, *behind: Element) -> Element:
    status = "" if visit.status == VisitStatus.HELD else visit.get_status_display()
    shape = shape_of(visit.visit_kind, visit.status, x, y)
    return link(visit, told(visit, visit.get_visit_kind_display(), status), *behind, hit(x, y), *shape)


def shape_of(kind: str, status: str, x: float, y: float) -> list[Element]:
    """State: star; official: square; working: circle; else a triangle. Outlined: planned; crossed: fell through."""
    style = "c-visit-fill" if status == VisitStatus.HELD else "c-visit-open"
    if kind == VisitKind.OFFICIAL:
        side = SIZE * 1.75
        drawn = [el("rect", class_=style, x=x - side / 2, y=y - side / 2, width=side, height=side)]
    elif kind == VisitKind.WORKING:
        drawn = [el("circle", class_=style, cx=x, cy=y, r=SIZE)]
    else:
        corners = _STAR if kind == VisitKind.STATE else _TRIANGLE
        points = " ".join(f"{x + dx * SIZE:.2f},{y + dy * SIZE:.2f}" for dx, dy in corners)
        drawn = [el("polygon", class_=style, points=points)]
    off = status in (VisitStatus.POSTPONED, VisitStatus.CANCELLED)
    return [*drawn, cross(x, y, SIZE + 1, "bad")] if off else drawn


_TRIANGLE = ((0, -1.05), (1.05, 0.85), (-1.05, 0.85))
_STAR = (
    *((0, -1.35), (0.34, -0.42), (1.28, -0.42), (0.53, 0.16), (0.8, 1.1)),
    *((0, 0.54), (-0.8, 1.1), (-0.53, 0.16), (-1.28, -0.42), (-0.34, -0.42)),
)


def _direction(origin: Country, destination: Country, y: float) -> Element:
    words = f"{plain(origin, 'name')} → {plain(destination, 'name')}"
    return el("text", words, class_="c-strong", x=0, y=y)


def _legend(visits: Sequence[Visit]) -> list[tuple[Drawer, str]]:
    """The kinds and the states that are drawn, in the order of the vocabulary."""
    kinds = {each.visit_kind for each in visits}
    states = {each.status for each in visits} - {"held"}
    unsaid = _("kind not stated")
    entries: list[tuple[Drawer, str]] = [
        (partial(shape_of, kind.value, "held"), unsaid if kind == VisitKind.UNSPECIFIED else str(kind.label))
        for kind in VisitKind
        if kind in kinds
    ]
    return entries + [
        (partial(shape_of, "working", each.value), str(each.label)) for each in VisitStatus if each in states
    ]


def _undated(visits: Sequence[Visit], y: float, room: float) -> tuple[list[Element], float]:
    """Visits without a date, each with its direction, below all else."""
    if not visits:
        return [], y - 8
    drawn = [el("text", _("Date not on record:"), class_="c-soft", x=0, y=y + 12)]
    y += 18 + HIT / 2
    x = 0.0
    for visit in visits:
        if x and x + 3.5 * HIT > room:
            x, y = 0.0, y + HIT
        drawn += [
            _mark(visit, x + HIT / 2, y),
            el("text", f"{visit.origin_id} →", class_="c-small", x=x + HIT + 2, y=y + 4),
        ]
        x += 3.5 * HIT
    return drawn, y + HIT / 2
