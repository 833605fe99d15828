"""Numbers so far apart that one of them is likely to be a slip of the pen."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from relations.amounts import Quantity
from relations.models import Figure

from .base import Check, Finding, Words
from .comparing import FLOWS, RELATIVE, apart, days, grouped, read, subject
from .material import Material
from .sums import sides

TOO_FAR = 100  # times


class Magnitudes(Check):
    name = "magnitudes"
    title = _("Orders of magnitude")
    sentence = _(
        "Figures for one indicator and direction, for the same countries, institution or programme and "
        "for overlapping periods, that differ by a factor of a hundred or more."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        figures = [each for each in material.figures if each.indicator not in RELATIVE and each.date and each.value]
        for group in grouped(figures, lambda each: (subject(each, material), each.is_target)).values():
            for one, other in combinations(sorted(group, key=lambda each: each.value), 2):
                if times(one, other) >= TOO_FAR and not apart(read(one.date), read(other.date)):
                    words = Words(
                        _("One is %(times)s the other, for overlapping periods."),
                        {"times": Quantity(times(one, other).quantize(Decimal(1)), "times")},
                    )
                    yield Finding(self.name, (other, one), words, sides([other, one]), "value")


def times(less: Figure, more: Figure) -> Decimal:
    """How many times the less the more is, beyond what a longer period explains: in ten years more is signed."""
    ratio = more.value / less.value
    short, long = days(less), days(more)
    if more.indicator in FLOWS and short and long and long > short:
        return ratio * short / long
    return ratio
