"""Targets against the series that they aim at."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relations.amounts import Quantity
from relations.models import Figure

from .base import Check, Day, Finding, Line, Words
from .comparing import FLOWS, before, days, grouped, read, subject
from .material import Material
from .sums import reported

YEAR = Decimal("365.25")
NEARLY_A_YEAR = 360  # days


class Targets(Check):
    name = "targets"
    title = _("Targets")
    sentence = _(
        "Each target is set beside the latest volume from every reporter and, if its deadline is still to "
        "come, the yearly growth needed to reach it in time."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        by_subject = grouped(material.figures, lambda each: subject(each, material))
        for target in material.figures:
            if target.is_target and target.value:
                series = [each for each in by_subject[subject(target, material)] if not each.is_target]
                if volumes := latest_volumes(series):
                    yield self._finding(target, series, volumes)

    def _finding(self, target: Figure, series: Sequence[Figure], volumes: Sequence[Figure]) -> Finding:
        passed = [each for each in series if before(each.latest, target.earliest) and reaches(each, target)]
        beside = list(dict.fromkeys([*passed, *volumes]))
        words = Words(
            sentence(target, bool(passed), all(reaches(each, target) for each in volumes)),
            {
                "target": Quantity(target.value, target.unit, step=target.step),
                "stated": Day(target.date),
                "deadline": Day(target.deadline),
            },
        )
        lines = tuple(Line(reported(each), distance(each, target), each) for each in beside)
        return Finding(self.name, (target, *beside), words, lines, "value")


def sentence(target: Figure, is_passed: bool, is_reached: bool) -> Promise:
    """What there is to say of a target first."""
    if is_passed:
        return _("The target of %(target)s (%(stated)s) had been passed before it was stated.")
    if is_reached:
        return _("The target of %(target)s (%(stated)s) has been reached.")
    if target.deadline:
        return _("The target of %(target)s (%(stated)s) is to be reached by %(deadline)s.")
    return _("The target of %(target)s (%(stated)s) has no deadline.")


def latest_volumes(series: Sequence[Figure]) -> list[Figure]:
    """Each reporter's latest figure, of those whose period meets that of the newest."""
    dated = [each for each in series if each.latest and each.earliest]
    newest_first = sorted(dated, key=lambda each: (each.latest, each.earliest), reverse=True)
    found: dict[int, Figure] = {}
    for each in newest_first:
        if not before(each.latest, newest_first[0].earliest):
            found.setdefault(each.reporter_id, each)
    return list(found.values())


def reaches(figure: Figure, target: Figure) -> bool:
    """Whether a volume is surely as high as a target; “over 5” reaches 5, “almost 5” does not."""
    return figure.quantity.low >= target.value or (figure.value >= target.value and figure.qualifier == "exact")


def distance(figure: Figure, target: Figure) -> Words:
    """A volume, its share of the target, and the growth that the deadline asks for."""
    share = Quantity((figure.value / target.value * 100).quantize(Decimal(1)), "percent")
    values: dict[str, object] = {"volume": figure.quantity, "share": share}
    growth = growth_needed(figure, target)
    if is_of_part_of_a_year(figure):
        template = _("%(volume)s: %(share)s of the target, for part of a year only (%(period)s)")
        return Words(template, values | {"period": Day(figure.date)})
    if growth is None:
        return Words(_("%(volume)s: %(share)s of the target"), values)
    template = _("%(volume)s: %(share)s of the target; %(growth)s more each year would reach it")
    return Words(template, values | {"growth": growth})


def is_of_part_of_a_year(figure: Figure) -> bool:
    """Whether a flow was counted before the year was over, or after it had begun; targets are of whole years."""
    length = days(figure)
    return figure.indicator in FLOWS and length is not None and length < NEARLY_A_YEAR


def growth_needed(figure: Figure, target: Figure) -> Quantity | None:
    """How much more each year, in per cent, from a year's volume to the target at its deadline.

    None where there is no deadline, where the volume is none of a whole year, or is high or late enough.
    """
    end = read(target.deadline).latest
    if end is None or figure.latest is None or not figure.value or figure.value >= target.value:
        return None
    years = (Decimal((end - figure.latest).days) / YEAR).quantize(Decimal("0.01"))
    if years <= 0 or (figure.indicator in FLOWS and (days(figure) is None or is_of_part_of_a_year(figure))):
        return None
    ratio = (target.value / figure.value) ** (1 / years)
    return Quantity(((ratio - 1) * 100).quantize(Decimal("0.1")), "percent")
