"""What a card says: what an entry of a list does, and how many sources speak of the record. Rows of tables beside."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Count, Prefetch, QuerySet

from relations.models import Citation, Figure
from relations.prepared import Prepared

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


def for_tables(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with what a row of a table shows: both ends, reporter, announcer and the value's source."""
    valued = Citation.objects.filter(field="value", preferred=True).select_related("source")
    joined = figures.select_related("origin", "destination", "reporter", "announcer")
    return joined.prefetch_related(Prefetch("citations", queryset=valued))
