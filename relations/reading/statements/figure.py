"""What a figure is, and each one once."""

from dataclasses import dataclass, replace
from decimal import Decimal

from relations.reading.found import Span


@dataclass(frozen=True)
class Figure:
    """One number; value in base units, origin and destination alpha-3. `span` in the cleaned text."""

    kind: str
    period: str | None
    origin: str | None
    destination: str | None
    value: Decimal
    unit: str
    qualifier: str
    span: Span
    rule: str
    breakdown: str = ""


def once(found: list[Figure]) -> list[Figure]:
    """Each figure once: what is repeated adds only a period that was missing."""
    kept: list[Figure] = []
    for figure in found:
        at = next((index for index, one in enumerate(kept) if _same(one, figure)), None)
        if at is None:
            kept.append(figure)
        elif not kept[at].period and figure.period:
            kept[at] = replace(kept[at], period=figure.period)
    return sorted(kept, key=lambda one: one.span.start)


def _same(one: Figure, other: Figure) -> bool:
    if (one.kind, one.value, one.unit) != (other.kind, other.value, other.unit):
        return False
    if one.period and other.period and one.period != other.period:
        return False
    return (one.origin, one.destination) == (other.origin, other.destination) or one.kind == "target"
