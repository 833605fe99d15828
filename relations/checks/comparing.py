"""Comparing figures and dates: what is about the same thing, and what cannot both be true. Pure: no queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from relations.amounts import Quantity
from relations.dates import Bounds, DateError, bounds
from relations.models import Figure, Indicator

from .material import Material

T = TypeVar("T")
FLOWS = frozenset({Indicator.TRADE_TOTAL, Indicator.EXPORT, Indicator.IMPORT, Indicator.DEALS})  # so much in a time
RELATIVE = frozenset({Indicator.SHARE, Indicator.RANK, Indicator.GROWTH})  # measures of something else
# What is counted of one thing at a time, not of a whole relationship: comparable only where the thing is named.
SINGLE = frozenset({Indicator.DEALS, Indicator.PROJECTS, Indicator.DELEGATION, Indicator.MEETINGS, Indicator.CITIES})


def grouped(things: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    """Things by a key, in the order in which they come."""
    found: dict[Any, list[T]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return dict(found)


def direction(figure: Figure) -> tuple[str, ...]:
    """From and to; a trade volume goes both ways."""
    ends = (figure.origin_id or "", figure.destination_id or "")
    return tuple(sorted(ends)) if figure.indicator == Indicator.TRADE_TOTAL else ends


def circle(figure: Figure, material: Material) -> str:
    """Whom and what a figure is about: countries, institutions, and the programme or sector that a source names."""
    bodies = sorted(material.bodies.get(figure.pk, ()))
    said = [each for field in ("subject", "sector") for each in material.said.get((figure.pk, field), [])]
    named = sorted(each.says for each in said if each.preferred)
    alone = figure.slug if figure.indicator in SINGLE and not (bodies or named) else ""
    return repr((sorted(material.parties[figure.pk]), figure.relationship_id, bodies, named, alone))


def subject(figure: Figure, material: Material) -> tuple[str, ...]:
    """What a figure counts, whoever reports it and for whatever time."""
    return (circle(figure, material), figure.indicator, figure.unit, figure.breakdown, *direction(figure))


def days(of: Figure | Bounds) -> int | None:
    """How many days a period has; None where it is open."""
    if of.earliest is None or of.latest is None:
        return None
    return (of.latest - of.earliest).days + 1


def read(edtf: str) -> Bounds:
    """The bounds of a date; open where it cannot be read."""
    try:
        return bounds(edtf)
    except DateError:
        return Bounds(None, None)


def within(inner: Figure | Bounds, outer: Figure | Bounds) -> bool:
    """Whether one closed period lies in the other."""
    if inner.earliest is None or inner.latest is None or outer.earliest is None or outer.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def before(one: date | None, other: date | None) -> bool:
    """Whether a day is surely before another."""
    return one is not None and other is not None and one < other


def apart(one: Bounds, other: Bounds) -> bool:
    """Whether two periods have no day in common."""
    return before(one.latest, other.earliest) or before(other.latest, one.earliest)


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether no number satisfies both; “over 3,000” and “over 4,000” meet in a number that neither means."""
    if not one.agrees_with(other):
        return True
    open_ended = {one.qualifier, other.qualifier} <= {"over", "under"}
    touching = one.high == other.low or other.high == one.low
    return open_ended and touching and one.low != other.low
