"""What a card says: what an entry of a list does, and how many sources speak of the record. Rows of tables beside."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Count, Prefetch, QuerySet

from relations.models import Citation, Figure
from relations.prepared import Prepared, hang

from .entries import Entry, entries

SPEAKING = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(record__in=keys)
        .order_by()
        .values_list("record_id")
        .annotate(sources=Count("source", distinct=True))
    ),
)


class Card(NamedTuple):
    """A record's entry, with the number of its sources, whichever of its values they speak of."""

    entry: Entry
    sources: int


def cards(*lists: Sequence[int]) -> list[list[Card]]:
    """The cards of each list of keys, fetched together."""
    keys = list(dict.fromkeys(key for each in lists for key in each))
    found, speaking = entries(keys), dict(SPEAKING.rows(keys))
    return [[Card(found[key], speaking.get(key, 0)) for key in each if key in found] for each in lists]


ENDS = ("origin", "destination", "reporter", "announcer")
FIGURES = Prepared(Figure, lambda rows, keys: rows.filter(pk__in=keys).select_related(*ENDS).order_by())
VALUES = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(record__in=keys, field="value", preferred=True).select_related("source").order_by("pk")
    ),
)


def figures(keys: Sequence[int]) -> list[Figure]:
    """The figures of some keys, in their order, with what a row of a table shows."""
    values: dict[int, list[Citation]] = {}
    for citation in VALUES.objects(keys):
        values.setdefault(citation.record_id, []).append(citation)
    found = {figure.pk: figure for figure in FIGURES.objects(keys)}
    for key, figure in found.items():
        hang(figure, "citations", Citation, values.get(key, []))
    return [found[key] for key in keys if key in found]


def for_tables(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with what a row of a table shows: both ends, reporter, announcer and the value's source."""
    valued = Citation.objects.filter(field="value", preferred=True).select_related("source")
    return figures.select_related(*ENDS).prefetch_related(Prefetch("citations", queryset=valued))
