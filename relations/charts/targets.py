"""Targets in words: who set them, for when, and the growth that they would need."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from relations.amounts import Quantity, print_quantity
from relations.charts.flows import Flow
from relations.charts.periods import Period, period
from relations.charts.scales import Years
from relations.dates import print_date
from relations.models import Figure
from relations.templatetags.record_tags import language, plain


@dataclass(frozen=True)
class Base:
    """The figure of a whole year that growth is counted from."""

    figure: Figure
    year: int


def words(target: Figure, flow: Flow) -> str:
    """“US$15 billion; set by: …; stated: …; by: 2030; needed: 12.3% a year (from …)”."""
    tongue = language()
    parts = [print_quantity(target.quantity, tongue)]
    if target.announcer:
        parts.append(_("announced by: %(name)s") % {"name": plain(target.announcer, "name")})
    else:
        parts.append(_("reported by: %(name)s") % {"name": plain(target.reporter, "name")})
    if target.date:
        parts.append(_("stated: %(date)s") % {"date": print_date(target.date, tongue)})
    if not target.deadline:
        return "; ".join([*parts, _("no deadline on record")])
    parts.append(_("by: %(date)s") % {"date": print_date(target.deadline, tongue)})
    return "; ".join([*parts, *_needed(target, flow)])


def _needed(target: Figure, flow: Flow) -> list[str]:
    """What is needed a year from the last whole year on record; nothing where that cannot be said."""
    base = latest_base(target, flow)
    if base is None:
        return []
    about = {
        "value": print_quantity(base.figure.quantity, language()),
        "year": base.year,
        "reporter": plain(base.figure.reporter, "name"),
    }
    if base.figure.quantity.low >= target.value:
        return [_("already above it: %(value)s, %(year)s, %(reporter)s") % about]
    rate = growth(base, target)
    if rate is None:
        return []
    shown = print_quantity(Quantity(rate, "percent", step=Decimal("0.1")), language())
    return [_("needed: %(rate)s a year (from %(value)s, %(year)s, %(reporter)s)") % {**about, "rate": shown}]


def growth(base: Base, target: Figure) -> Decimal | None:
    """Compound growth in percent a year from a year to the target's; None where there is no time or no ground."""
    by: Period = period(target.deadline)
    years = by.year - base.year
    if by.shape not in ("year", "part") or years <= 0 or not 0 < base.figure.value < target.value:
        return None
    rate = (float(target.value) / float(base.figure.value)) ** (1 / years) - 1
    return Decimal(rate * 100).quantize(Decimal("0.1"))


def latest_base(target: Figure, flow: Flow) -> Base | None:
    """The latest whole year; of several reporters whoever set or reported the target, else the first by name."""
    whole = [Base(figure, when.year) for figure, when in flow.of_shape("year") if not when.is_vague]
    last = max((each.year for each in whole), default=None)
    nearest = (target.announcer_id, target.reporter_id)
    of_last = [each for each in whole if each.year == last]
    return min(
        of_last,
        key=lambda each: (
            nearest.index(each.figure.reporter_id) if each.figure.reporter_id in nearest else 2,
            each.figure.reporter.slug,
        ),
        default=None,
    )


def announced(targets: Sequence[Figure], years: Years) -> tuple[float, float]:
    """From where to where the line of targets of one value runs: from the first statement to the last deadline."""
    stated = [period(each.date).start for each in targets]
    deadlines = [period(each.deadline).end if each.deadline else None for each in targets]
    start = min((years.at(day) for day in stated if day), default=years.start)
    end = years.end if None in deadlines else max(years.at(day) for day in deadlines if day)
    return (start, end) if end - start >= 12 else (max(end - 12, years.start), end)
