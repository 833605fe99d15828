"""The table and the sources of a chart of figures."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.amounts import print_quantity
from relations.charts.chart import Cell, Table
from relations.charts.flows import age
from relations.dates import print_date
from relations.models import Figure, Source
from relations.templatetags.record_tags import language, plain

KEYS = (
    *("period", "figure", "indicator", "origin", "destination", "part", "value", "unit", "qualifier"),
    *("reporter", "announcer", "deadline", "sources"),
)


def table(found: Sequence[Figure]) -> Table:
    """A row a figure, the oldest first; pages leave out what the figure's own name says."""
    shown = {
        "period": _("Period"),
        "figure": pgettext("column", "Figure"),
        "value": _("Value"),
        "reporter": _("Reporter"),
        "sources": _("Source"),
    }
    order = sorted(found, key=age)
    return Table(KEYS, tuple(shown.get(key, "") for key in KEYS), [_row(each) for each in order])


def _row(figure: Figure) -> tuple[Cell, ...]:
    """The cells of a figure, in the order of KEYS."""
    sources = sources_of([figure])
    value = print_quantity(figure.quantity, language())
    said = _("target: %(value)s") % {"value": value} if figure.is_target else value
    return (
        Cell(print_date(figure.date, language()), figure.date),
        Cell(plain(figure, "title"), figure.slug, figure.get_absolute_url()),
        *map(_raw, (figure.indicator, figure.origin_id, figure.destination_id, figure.breakdown)),
        Cell(said, f"{figure.value.normalize():f}"),
        *map(_raw, (figure.unit, figure.qualifier)),
        Cell(plain(figure.announcer or figure.reporter, "name"), figure.reporter.slug),
        _raw(figure.announcer.slug if figure.announcer else ""),
        _raw(figure.deadline),
        Cell(
            "; ".join(plain(source, "publisher") or plain(source, "title") for source in sources),
            " ".join(source.slug for source in sources),
            sources[0].get_absolute_url() if len(sources) == 1 else "",
        ),
    )


def _raw(value: str | None) -> Cell:
    return Cell("", value or "")


def sources_of(found: Sequence[Figure]) -> list[Source]:
    """The sources of the values, each once, in the order of the figures; their citations must be at hand."""
    return list({each.source_id: each.source for figure in found for each in figure.citations.all()}.values())
