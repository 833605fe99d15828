"""Whom and where the records name that the filters leave: of very many records, those that the newest of them name."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from relations.models import Participation, Person, Place, Record
from relations.newest import newest_keys
from relations.serving.memo import per_revision
from relations.sorting import by_name
from relations.templatetags.record_tags import plain

from .filters import Filters, everything
from .ways import ways

LOOKED_AT, MOST = 1000, 60


@dataclass(frozen=True)
class Asked:
    """Filters as what can be remembered; what a page's address and order are does not matter."""

    question: tuple[object, ...]
    filters: Filters = field(compare=False)

    @classmethod
    def of(cls, filters: Filters) -> "Asked":
        return cls((filters.kind, *filters.asked()), filters)


class Left(NamedTuple):
    """The keys of the newest records that filters leave; `is_cut` where there are more."""

    keys: tuple[int, ...]
    is_cut: bool


class Named(NamedTuple):
    """A person or a place, and in how many of the records it is named; None where not all were looked at."""

    slug: str
    label: str
    records: int | None


@per_revision(maxsize=64)
def left(asked: Asked) -> Left:
    keys = newest_keys(*ways(asked.filters, everything()), most=LOOKED_AT + 1)
    return Left(tuple(keys[:LOOKED_AT]), len(keys) > LOOKED_AT)


def people(filters: Filters) -> tuple[Named, ...]:
    """Who takes part in the records that the other filters leave."""
    return _people(Asked.of(replace(filters, person=None)), filters.person)


def places(filters: Filters) -> tuple[Named, ...]:
    """Where the records that the other filters leave took place."""
    return _places(Asked.of(replace(filters, place=None)), filters.place)


@per_revision(maxsize=256)
def _people(asked: Asked, chosen: Person | None) -> tuple[Named, ...]:
    parts = Participation.objects.filter(record__in=left(asked).keys, person__isnull=False).order_by()
    # Grouped here: told to group, SQLite would walk all people that there are.
    return _listed(
        Person, Counter(person for _record, person in {*parts.values_list("record", "person")}), asked, chosen
    )


@per_revision(maxsize=256)
def _places(asked: Asked, chosen: Place | None) -> tuple[Named, ...]:
    records = Record.objects.filter(pk__in=left(asked).keys).order_by()
    return _listed(Place, Counter(place for place in records.values_list("place", flat=True) if place), asked, chosen)


def _listed(model: Any, counts: Counter[int], asked: Asked, chosen: Any) -> tuple[Named, ...]:
    """The rows with the most records, and the chosen one, in the page's alphabet."""
    most = dict(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST])
    found = by_name(model.objects.filter(pk__in={*most, *([chosen.pk] if chosen else [])}))
    is_cut = left(asked).is_cut
    return tuple(Named(row.slug, plain(row, "name"), None if is_cut else counts[row.pk]) for row in found)
