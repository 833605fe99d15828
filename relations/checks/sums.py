"""Parts against their whole: trade, the two sexes, shares of one body."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from django.utils.translation import gettext_lazy as _

from relations.amounts import Quantity
from relations.models import Breakdown, Figure, Indicator

from .base import Check, Day, Finding, Line, Words
from .comparing import circle, direction, grouped
from .material import Material

WHOLE = Decimal(100)
NEARLY_WHOLE = Decimal(95)  # a list of owners that comes this far means to name them all


class Sums(Check):
    name = "sums"
    title = _("Sums")
    sentence = _(
        "Exports and imports make up the trade volume, men and women the total, and the shares in one body a hundred "
        "per cent: whatever one reporter gives for one period must add up, within its rounding."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        figures = [figure for figure in material.figures if figure.date and not figure.is_target]
        same = grouped(figures, lambda each: (circle(each, material), each.date, each.reporter_id, each.unit))
        for group in same.values():
            yield from self._of_trade(group)
            yield from self._of_sexes(group)
        for group in grouped(figures, lambda each: (each.date, each.reporter_id)).values():
            yield from self._of_shares(group, material)

    def _of_trade(self, group: Sequence[Figure]) -> Iterator[Finding]:
        by = grouped(group, lambda each: (each.indicator, each.breakdown))
        wholes = by.get((Indicator.TRADE_TOTAL, ""), [])
        parts = product(by.get((Indicator.EXPORT, ""), []), by.get((Indicator.IMPORT, ""), []))
        for exported, imported in parts:
            if direction(exported) == direction(imported)[::-1]:
                between = tuple(sorted(direction(exported)))
                yield from self._faults([exported, imported], [each for each in wholes if direction(each) == between])

    def _of_sexes(self, group: Sequence[Figure]) -> Iterator[Finding]:
        for alike in grouped(group, lambda each: (each.indicator, direction(each))).values():
            by = grouped(alike, lambda each: each.breakdown)
            for male, female in product(by.get(Breakdown.MALE, []), by.get(Breakdown.FEMALE, [])):
                yield from self._faults([male, female], by.get("", []))

    def _faults(self, parts: Sequence[Figure], wholes: Sequence[Figure]) -> Iterator[Finding]:
        low, high = bounds_of_sum(parts)
        for whole in wholes:
            if high < whole.quantity.low or whole.quantity.high < low:
                words = Words(
                    _("The parts come to %(sum)s, the whole is given as %(whole)s."),
                    {"sum": summed(parts), "whole": whole.quantity},
                )
                yield Finding(self.name, (whole, *parts), words, sides([*parts, whole]), "value")

    def _of_shares(self, group: Sequence[Figure], material: Material) -> Iterator[Finding]:
        shares = [each for each in group if each.indicator == Indicator.SHARE and each.unit == "percent"]
        for body, held in shared_bodies(shares, material):
            low, high = bounds_of_sum(held)
            if low > WHOLE or (high < WHOLE and high >= NEARLY_WHOLE):
                words = Words(
                    _("The shares in %(body)s come to %(sum)s."),
                    {"body": material.institutions[body], "sum": summed(held)},
                )
                yield Finding(self.name, tuple(held), words, sides(held), "value")


def shared_bodies(shares: Sequence[Figure], material: Material) -> Iterator[tuple[int, list[Figure]]]:
    """Each institution of which several shares are told.

    One that stands beside another such institution is left out: nothing tells who owns whom.
    """
    named: dict[int, list[Figure]] = {}
    for share in shares:
        for body in material.bodies.get(share.pk, ()):
            named.setdefault(body, []).append(share)
    several = {body for body, held in named.items() if len(held) > 1}
    for body in sorted(several):
        if all(len(material.bodies[share.pk] & several) == 1 for share in named[body]):
            yield body, named[body]


def bounds_of_sum(parts: Sequence[Figure]) -> tuple[Decimal, Decimal]:
    """The least and the greatest sum that the statements allow."""
    return sum((each.quantity.low for each in parts), Decimal(0)), sum(
        (each.quantity.high for each in parts), Decimal(0)
    )


def summed(parts: Sequence[Figure]) -> Quantity:
    return Quantity(sum((each.value for each in parts), Decimal(0)), parts[0].unit)


def sides(figures: Sequence[Figure]) -> tuple[Line, ...]:
    """Figures side by side: who reports what for when."""
    return tuple(Line(reported(figure), figure.quantity, figure) for figure in figures)


def reported(figure: Figure) -> Words:
    """Which figure it is: by whom, for when, of what. Labels stay lazy: `get_…_display` would fix their language."""
    what = Breakdown(figure.breakdown).label if figure.breakdown else Indicator(figure.indicator).label
    return Words(
        _("%(reporter)s, %(period)s: %(what)s"),
        {"reporter": figure.reporter, "period": Day(figure.date), "what": what},
    )
