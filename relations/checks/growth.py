"""What is said to have grown, against the series."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from relations.amounts import Quantity
from relations.models import Figure, Indicator

from .base import Check, Day, Finding, Words
from .comparing import RELATIVE, circle, direction, grouped
from .material import Material
from .sums import sides


class Growth(Check):
    name = "growth"
    title = _("Growth")
    sentence = _(
        "Where something is said to have multiplied, or to have grown by so many per cent, the claim is "
        "compared with the first and last numbers of the series for those years."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        series = grouped(filter(is_counted, material.figures), lambda each: circle(each, material))
        for claim in (figure for figure in material.figures if figure.indicator == Indicator.GROWTH):
            candidates = series.get(circle(claim, material), [])
            for first, last in self._ends(claim, of_what(claim, candidates, material)):
                low, high = multiple(claim)
                if last.quantity.high / first.quantity.low < low or high < last.quantity.low / first.quantity.high:
                    yield self._finding(claim, first, last)

    def _ends(self, claim: Figure, found: Sequence[Sequence[Figure]]) -> Iterator[tuple[Figure, Figure]]:
        """The first and last figure of each series over the years of a claim, where both are there."""
        first_year, last_year = span(claim)
        for series in found:
            first = [each for each in series if each.earliest and each.earliest.year == first_year]
            last = [each for each in series if each.latest and each.latest.year == last_year]
            if len(first) == len(last) == 1 and first[0] is not last[0] and first[0].quantity.low > 0:
                yield first[0], last[0]

    def _finding(self, claim: Figure, first: Figure, last: Figure) -> Finding:
        times = (last.value / first.value).quantize(Decimal("0.01"))
        words = Words(
            _("Growth claimed for %(period)s: %(claim)s. From %(first)s to %(last)s: %(times)s."),
            {
                "claim": claim.quantity,
                "period": Day(claim.date),
                "first": first.quantity,
                "last": last.quantity,
                "times": Quantity(times, "times") if claim.unit == "times" else Quantity((times - 1) * 100, "percent"),
            },
        )
        return Finding(self.name, (claim, first, last), words, sides([first, last]), "value")


def span(claim: Figure) -> tuple[int, int]:
    """The years that a claim compares: its first and last, or for a single year the one before and that year."""
    if claim.earliest is None or claim.latest is None:
        return (0, 0)
    first, last = claim.earliest.year, claim.latest.year
    return (first - 1, last) if first == last else (first, last)


def multiple(claim: Figure) -> tuple[Decimal, Decimal]:
    """Between how many times what there was before; “about” allows no more than its last digit does.

    Whoever says that a number about doubled does not mean that it stayed as it was.
    """
    grain = claim.step or Decimal(1).scaleb(int(claim.value.normalize().as_tuple().exponent))
    below = Decimal(0) if claim.qualifier == "over" else grain if claim.qualifier == "under" else grain / 2
    above = Decimal(0) if claim.qualifier == "under" else grain if claim.qualifier == "over" else grain / 2
    low, high = claim.value - below, claim.value + above
    return (low, high) if claim.unit == "times" else (1 + low / 100, 1 + high / 100)


def of_what(claim: Figure, candidates: Sequence[Figure], material: Material) -> list[list[Figure]]:
    """The series that a claim is about, one a reporter.

    A citation of `basis` names the indicator; without one there must be but one in the same field and direction.
    """
    bases = {citation.says for citation in material.said.get((claim.pk, "basis"), [])}
    others = [
        figure
        for figure in candidates
        if direction(figure) == direction_of_claim(claim, figure)
        and (figure.indicator in bases if bases else figure.area == claim.area)
    ]
    if len({figure.indicator for figure in others}) > 1:
        return []
    return list(grouped(others, lambda each: (each.unit, each.reporter_id)).values())


def is_counted(figure: Figure) -> bool:
    """Whether a figure is a number of a series, neither a target nor a part nor a measure of another number."""
    return figure.indicator not in RELATIVE and not figure.is_target and not figure.breakdown


def direction_of_claim(claim: Figure, figure: Figure) -> Sequence[str]:
    """The direction of a claim, as the figures that it is compared with have theirs."""
    ends = (claim.origin_id or "", claim.destination_id or "")
    return tuple(sorted(ends)) if figure.indicator == Indicator.TRADE_TOTAL else ends
