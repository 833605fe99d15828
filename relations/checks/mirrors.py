"""Both sides' numbers for the same flow, side by side."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from relations.amounts import Quantity
from relations.models import Figure, Indicator

from .base import Check, Finding, Words
from .comparing import FLOWS, RELATIVE, circle, days, differ, direction, grouped, within
from .material import Material
from .sums import sides

GOODS = frozenset({Indicator.EXPORT, Indicator.IMPORT})
TWO_YEARS = 731  # days; the longest time within which a stock counts as the same


class Mirrors(Check):
    name = "mirrors"
    title = _("Mirror figures")
    sentence = _(
        "One side's exports are the other side's imports: what both sides report for the same flow or "
        "number over the same period is set side by side, with the gap."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        figures = [each for each in material.figures if each.indicator not in RELATIVE and not each.is_target]
        for group in grouped(figures, lambda each: flow(each, material)).values():
            for one, other in combinations(group, 2):
                if are_two_sides(one, other, material) and contradict(one, other):
                    yield self._finding(one, other)

    def _finding(self, one: Figure, other: Figure) -> Finding:
        plain = {one.qualifier, other.qualifier} == {"exact"}
        gap = Quantity(abs(one.value - other.value), one.unit, "exact" if plain else "about")
        words = Words(_("The two sides are %(gap)s apart."), {"gap": gap})
        return Finding(self.name, (one, other), words, sides([one, other]), "value")


def flow(figure: Figure, material: Material) -> tuple[str, ...]:
    """What is counted, exports and imports being one flow seen from its two ends."""
    what = "goods" if figure.indicator in GOODS else figure.indicator
    return (circle(figure, material), what, figure.unit, figure.breakdown, *direction(figure))


def are_two_sides(one: Figure, other: Figure, material: Material) -> bool:
    """Whether the reporters belong to different countries, both of them parties."""
    sides = {one.reporter.country_id, other.reporter.country_id}
    return len(sides) == 2 and sides <= material.parties[one.pk]


def contradict(one: Figure, other: Figure) -> bool:
    """Whether both cannot be true.

    For the same time their intervals must meet. A flow over part of a time must not exceed that over the whole;
    a stock must be the same for a time within another of at most two years.
    """
    if one.date == other.date:
        return bool(one.date) and differ(one.quantity, other.quantity)
    part, whole = (one, other) if within(one, other) else (other, one)
    if not within(part, whole):
        return False
    if one.indicator in FLOWS:
        return part.quantity.low > whole.quantity.high
    return (days(whole) or 0) <= TWO_YEARS and differ(one.quantity, other.quantity)
