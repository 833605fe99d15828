"""What a series says, in a sentence that says no more than its figures do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from relations.amounts import UNITS, print_quantity
from relations.charts.periods import Period
from relations.dates import print_date
from relations.models import Figure
from relations.templatetags.record_tags import capfirst_in_language, language, plain

Dated = tuple[Figure, Period]


def finding(subject: str, dated: Sequence[Dated]) -> str:
    """From the first to the last figure of the one reporter whose series reaches furthest; else the latest figure."""
    whole = [each for each in dated if each[1].shape in ("year", "span")]
    series = longest(whole)
    if len(series) > 1:
        return capfirst_in_language(change(subject, series[0], series[-1]))
    known = [each for each in dated if each[1].shape != "unknown"]
    return capfirst_in_language(single(subject, (whole or known or list(dated))[-1]))


def longest(dated: Sequence[Dated]) -> list[Dated]:
    """The series of a reporter that ends last, and of those the one that begins first; one figure for a period."""
    by_reporter: dict[int, dict[str, Dated]] = defaultdict(dict)
    for figure, when in sorted(dated, key=lambda each: (each[1].year, each[1].last_year)):
        if not when.is_vague:
            by_reporter[figure.reporter_id][when.edtf] = (figure, when)
    series = [list(each.values()) for each in by_reporter.values() if len(each) > 1]
    return max(series, key=lambda each: (each[-1][1].last_year, -each[0][1].year, -each[0][0].pk), default=[])


def change(subject: str, first: Dated, last: Dated) -> str:
    """Rose, fell, or neither where rounding leaves it open."""
    (before, then), (after, now) = first, last
    tongue = language()
    about = {
        "subject": subject,
        "first": amount(before),
        "last": amount(after),
        "then": print_date(then.edtf, tongue),
        "now": print_date(now.edtf, tongue),
        "reporter": reporter(after),
    }
    if before.quantity.high < after.quantity.low:
        return _("%(subject)s rose from %(first)s in %(then)s to %(last)s in %(now)s (%(reporter)s)") % about
    if after.quantity.high < before.quantity.low:
        return _("%(subject)s fell from %(first)s in %(then)s to %(last)s in %(now)s (%(reporter)s)") % about
    return _("%(subject)s: %(first)s in %(then)s, %(last)s in %(now)s (%(reporter)s)") % about


def amount(figure: Figure) -> str:
    """Money with its currency, which no line break parts from it; what is counted as a bare number."""
    if figure.unit in UNITS:
        return bare(figure)
    return print_quantity(figure.quantity, language()).replace(" ", "\N{NO-BREAK SPACE}")


def bare(figure: Figure) -> str:
    """A count with its qualifier and without its unit, printed as a percentage that loses its sign."""
    quantity = replace(figure.quantity, unit="percent")
    return print_quantity(quantity, language()).replace("%", "")


def reporter(figure: Figure) -> str:
    """Whose figure it is, to stand between brackets."""
    return plain(figure.announcer or figure.reporter, "name").replace("(", "[").replace(")", "]")


def single(subject: str, dated: Dated) -> str:
    """The one figure that there is, or the latest of those that make no series."""
    figure, when = dated
    about = {
        "subject": subject,
        "value": amount(figure),
        "date": print_date(when.edtf, language()) or _("no date on record"),
        "reporter": reporter(figure),
    }
    if figure.is_target:
        return _("%(subject)s: a target of %(value)s (%(reporter)s)") % about
    return _("%(subject)s: %(value)s, %(date)s (%(reporter)s)") % about
