"""Whether sources agree on a field: derived from what each says, never written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from relations.amounts import Quantity
from relations.dates import DateError, bounds

DATES = frozenset({"date", "in_force", "deadline", "period"})
SEQUENCES = frozenset({"status"})  # announced, then held: a course of events, no contradiction


class State(StrEnum):
    SINGLE = "single"  # one source
    CONFIRMED = "confirmed"  # several sources, all compatible
    MAJORITY = "majority"  # most sources are compatible with the value shown
    CONFLICT = "conflict"  # they are not


@dataclass(frozen=True, slots=True)  # a load holds one for each citation
class Statement:
    """What one source says of a field; `unit` and `step` are those of numbers."""

    source: str
    says: str
    preferred: bool = False
    qualifier: str = ""
    step: Decimal | None = None
    unit: str = ""


def state_of(field: str, statements: Sequence[Statement]) -> State:
    """The state of a field from all that is said of it; sources, not statements, are counted."""
    shown = next((each for each in statements if each.preferred), statements[0])
    sources = {each.source for each in statements}
    against = {each.source for each in statements if not compatible(field, shown, each)}
    if not against:
        return State.SINGLE if len(sources) == 1 else State.CONFIRMED
    return State.MAJORITY if len(sources - against) > len(against) else State.CONFLICT


def compatible(field: str, one: Statement, other: Statement) -> bool:
    """Whether both statements can be true: dates within each other, numbers within their rounding."""
    if one.says == other.says or field in SEQUENCES:
        return True
    if field in DATES:
        return _dates_fit(one.says, other.says)
    if field == "value":
        return _quantities_fit(one, other)
    return False


def _dates_fit(one: str, other: str) -> bool:
    """Whether one date lies within the other: October 2009 and 21-24 October 2009 fit."""
    try:
        a, b = bounds(one), bounds(other)
    except DateError:
        return False
    if None in (a.earliest, a.latest, b.earliest, b.latest):
        return False
    return (a.earliest <= b.earliest and b.latest <= a.latest) or (  # type: ignore[operator]
        b.earliest <= a.earliest and a.latest <= b.latest  # type: ignore[operator]
    )


def _quantities_fit(one: Statement, other: Statement) -> bool:
    try:
        a, b = (Quantity(Decimal(s.says), s.unit, s.qualifier or "exact", s.step) for s in (one, other))
    except InvalidOperation:
        return False
    return a.agrees_with(b)
