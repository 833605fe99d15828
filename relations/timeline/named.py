"""Whom and where the records name that the filters leave: of very many records, those that the newest of them name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from relations.models import Participation, Person, Place, Record
from relations.pages.words import chosen
from relations.paging import Key
from relations.prepared import Prepared
from relations.serving.memo import per_revision
from relations.sorting import KEYS
from relations.templatetags.record_tags import LANGUAGES, language

from .filters import Filters
from .keys import newest_under

LOOKED_AT, MOST = 300, 60
PEOPLE_OF = Prepared(
    Participation,
    lambda rows, keys: (
        rows.filter(record__in=keys, person__isnull=False).order_by().values_list("record_id", "person_id")
    ),
)
PLACES_OF = Prepared(
    Record, lambda rows, keys: rows.filter(pk__in=keys, place__isnull=False).order_by().values_list("pk", "place_id")
)


def _names(model: Any) -> Prepared:
    columns = ("pk", "slug", *(f"name_{code}" for code in LANGUAGES))
    return Prepared(model, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list(*columns))


PEOPLE, PLACES = _names(Person), _names(Place)


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

    keys: tuple[Key, ...]
    is_cut: bool

    @property
    def pks(self) -> list[int]:
        return [key.pk for key in self.keys]


class Named(NamedTuple):
    """A person or a place, and in how many of the records it is named; None where not all were looked at."""

    slug: str
    label: str
    records: int | None


@per_revision(maxsize=64)
def left(asked: Asked) -> Left:
    keys = newest_under(asked.filters, LOOKED_AT + 1)
    return Left(tuple(keys[:LOOKED_AT]), len(keys) > LOOKED_AT)


def people(filters: Filters) -> tuple[Named, ...]:
    """Who takes part in the records that the other filters leave."""
    return _people(Asked.of(replace(filters, person=None)), filters.person)


def places(filters: Filters) -> tuple[Named, ...]:
    """Where the records that the other filters leave took place."""
    return _places(Asked.of(replace(filters, place=None)), filters.place)


@per_revision(maxsize=256)
def _people(asked: Asked, also: Person | None) -> tuple[Named, ...]:
    return _listed(PEOPLE, PEOPLE_OF.rows(left(asked).pks), left(asked).is_cut, also)


@per_revision(maxsize=256)
def _places(asked: Asked, also: Place | None) -> tuple[Named, ...]:
    return _listed(PLACES, PLACES_OF.rows(left(asked).pks), left(asked).is_cut, also)


def _listed(names: Prepared, named: Iterable[Any], is_cut: bool, also: Person | Place | None) -> tuple[Named, ...]:
    """Those with the most records, and the chosen one, in the page's alphabet; `named` are pairs of record and name."""
    counts = Counter(key for _record, key in {*map(tuple, named)})
    most = dict(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST])
    rows = names.rows(list({*most, *([also.pk] if also else [])}))
    wanted = language()
    found = [
        Named(slug, chosen(dict(zip(LANGUAGES, texts, strict=True)).get, wanted).text, None if is_cut else counts[key])
        for key, slug, *texts in rows
    ]
    return tuple(sorted(found, key=lambda each: (KEYS[wanted](each.label), each.slug)))
