"""The records that filters leave as lists that have nothing in common, each in the order of an index.

A page is read from the beginning of each list (relations/paging.py). In one list, several pairs or kinds would have all
their records sorted; and a range of years holds what begins in it, and the little that reaches into it from before.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import Any

from django.db.models import Q

from relations.models import Relationship
from relations.models.conditions import OverYears
from relations.models.records import RecordQuerySet
from relations.serving.memo import per_revision
from relations.shaped import rows, shaped

from .filters import Filters, everything


def ways(filters: Filters, records: RecordQuerySet) -> list[RecordQuerySet]:
    """The lists of these records under the filters."""
    return [way for part in _parts(filters, records) for way in _of_years(filters, part)]


def known(filters: Filters) -> Filters:
    """The filters, with the keys of what the pairs share with others: as many as a power of two, the last one again."""
    keys = shared_keys(tuple(filters.pairs)) if filters.pairs else ()
    places = 1 << (len(keys) - 1).bit_length() if keys else 0
    return replace(filters, shared=(*keys, *keys[-1:] * (places - len(keys))))


def shared(filters: Filters, records: RecordQuerySet) -> RecordQuerySet:
    """Of these records what both countries of one of the pairs are party to, and is not of the pairs alone."""
    keys = shared_keys(tuple(filters.pairs)) if filters.shared is None else filters.shared
    return records.filter(pk__in=keys)


@per_revision(maxsize=256)
def shared_keys(pairs: tuple[Relationship, ...]) -> tuple[int, ...]:
    """Their keys: few, but found among all that each of the countries is party to."""
    (statement,) = _shared_statement(Filters(pairs=list(pairs)))
    return tuple(key for (key,) in rows(statement))


@shaped
def _shared_statement(filters: Filters) -> Iterable[tuple[str, Any]]:
    found = everything().order_by().shared_by(*filters.pairs)
    yield found.values_list("pk").query.sql_with_params()


def _parts(filters: Filters, records: RecordQuerySet) -> Iterable[RecordQuerySet]:
    """Each pair by itself, or else each kind and field, where one of their indexes is the best to follow."""
    rest = filters.apply(records, but=("pair", "kind", "field", "years"))
    kinds, areas = ([] if filters.kind else filters.kinds), filters.areas
    if filters.pairs or filters.person or filters.place or filters.differ:
        rest = filters.apply(records, but=("pair", "years"))
        own = [rest.of_pairs([pair]) for pair in filters.pairs]
        return [*own, shared(filters, rest)] if own else [rest]
    about = product([Q(kind=kind) for kind in kinds] or [Q()], [Q(area=area) for area in areas] or [Q()])
    return (rest.filter(kind, area) for kind, area in about)


def _of_years(filters: Filters, records: RecordQuerySet) -> Iterable[RecordQuerySet]:
    """What begins in the years asked for, and what began before and lies over more than one year."""
    if not filters.first_year:
        return [filters.of_years(records)]
    first = f"{filters.first_year:04}-01-01"
    began = replace(filters, first_year=None).of_years(records.filter(earliest__gte=first))
    reaching = filters.of_years(records.filter(OverYears("earliest", "latest")))
    # Apart, for an OR of both would have neither read from an index in its order.
    found = [each.known_to_be(dated=True) for each in (began, reaching.filter(earliest__lt=first))]
    return found if filters.last_year else [*found, reaching.filter(earliest=None).known_to_be(dated=False)]
