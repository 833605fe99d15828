"""Pairs with what is on record of each: how much, from when to when, and what happened last. No HTTP."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from relations.models import PairNumber, Record, Relationship
from relations.prepared import Prepared
from relations.serving.memo import per_revision
from relations.shaped import Statement, day_of, rows, shaped

EVENTS = ("visit", "meeting", "agreement", "milestone")
BESIDE = 5  # pairs of either country that a profile offers to compare with
BY_KEY = Prepared(
    Relationship, lambda rows, keys: rows.filter(pk__in=keys).select_related("first", "second").order_by()
)
BY_SLUG = Prepared(
    Relationship,
    lambda rows, slugs: rows.filter(slug__in=slugs).select_related("first", "second").order_by(),
    stand_in=lambda at: f"\0{at}",
)
NUMBERS = Prepared(PairNumber, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "records"))
LATEST = Prepared(Record, lambda rows, keys: rows.filter(pk__in=keys).order_by())
# One more than are offered: the pair itself is among them.
OF_COUNTRIES = Prepared(
    Relationship,
    lambda rows, codes: (
        rows.filter(Q(first__in=codes) | Q(second__in=codes), counted__records__gt=0)
        .select_related("first", "second")
        .order_by("-counted__records", "counted__slug")[: BESIDE + 1]
    ),
    stand_in=lambda at: f"\0{at}",
)


@dataclass(frozen=True)
class PairEntry:
    """A pair as lists show it; the years are the bounds of its dated records, none of them in the future."""

    pair: Relationship
    records: int
    first_year: int | None
    last_year: int | None
    latest: Record | None


def with_numbers() -> QuerySet[Any]:
    """Pairs with the number of their own published records, those with most first, in the order of an index."""
    counted = Relationship.objects.with_countries().filter(counted__records__gte=0)
    found: QuerySet[Any] = counted.annotate(told=F("counted__records"))
    return found.order_by("-counted__records", "counted__slug")


def keys() -> QuerySet[Any, Any]:
    """Their keys alone in that order, from an index: so that a page far down joins nothing to what it skips."""
    return PairNumber.objects.order_by("-records", "slug").values_list("pk", flat=True)


@per_revision(maxsize=2)
def number() -> int:
    """How many pairs there are."""
    return PairNumber.objects.count()


@per_revision(maxsize=4)
def busiest(most: int) -> tuple[int, ...]:
    """The keys of those with most records."""
    return tuple(keys()[:most])


def of_keys(asked: Sequence[int]) -> list[Relationship]:
    """The pairs of these keys with their countries, in the order of the keys."""
    found = {pair.pk: pair for pair in BY_KEY.objects(asked)}
    return [found[key] for key in asked if key in found]


def entries(pairs: Iterable[Relationship]) -> list[PairEntry]:
    """These pairs, each with its number of records, its bounds and its latest event: three queries for all."""
    found, today = list(pairs), timezone.now().date()
    asked = Asked(tuple(pair.pk for pair in found), today)
    bounds = {pair: (day_of(first), day_of(last), latest) for pair, first, last, latest in _bounds(asked)}
    newest = {record.pk: record for record in LATEST.objects([each[2] for each in bounds.values() if each[2]])}
    numbers = dict(NUMBERS.rows(asked.keys))
    return [
        _entry(pair, numbers.get(pair.pk, 0), bounds[pair.pk], newest, today) for pair in found if pair.pk in bounds
    ]


@dataclass(frozen=True)
class Asked:
    """Pairs of which the bounds are asked for, on a day."""

    keys: tuple[int, ...]
    today: date

    @property
    def shape(self) -> int:
        return len(self.keys)

    @property
    def values(self) -> list[Any]:
        return [*self.keys, self.today]

    def stand_in(self) -> "Asked":
        return Asked(tuple(-1 - at for at in range(len(self.keys))), date(9003, 6, 1))


def _bounds(asked: Asked) -> list[tuple[Any, ...]]:
    """First day, last day and latest event of each pair, as the database says them."""
    return [row for statement in _statement(asked) for row in rows(statement)] if asked.keys else []


@shaped
def _statement(asked: Asked) -> Iterable[Statement]:
    """Each from the end of an index."""
    own = Record.objects.published().filter(relationship=OuterRef("pk"))
    first = own.filter(earliest__isnull=False).order_by("earliest").values("earliest")
    last = own.filter(latest__isnull=False).order_by("-latest").values("latest")
    columns = {
        "first_day": Subquery(first[:1]),
        "last_day": Subquery(last[:1]),
        "newest": Subquery(_newest(own, asked.today).values("pk")[:1]),
    }
    found: QuerySet[Any] = QuerySet(Relationship).filter(pk__in=asked.keys).order_by().annotate(**columns)
    yield Statement(*found.values_list("pk", *columns).query.sql_with_params())


def _newest(records: QuerySet[Record], today: date) -> QuerySet[Record]:
    """What happened last: plans and numbers do not happen."""
    planned = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    past = records.filter(kind__in=EVENTS, earliest__lte=today).exclude(planned)
    return past.order_by("-earliest", "-pk")


def _entry(
    pair: Relationship,
    number: int,
    bounds: tuple[date | None, date | None, int | None],
    newest: dict[int, Record],
    today: date,
) -> PairEntry:
    *days, latest = bounds
    first, last = (min(day, today).year if day else None for day in days)
    return PairEntry(pair, number, first, last, newest.get(latest) if latest else None)


def beside(pair: Relationship) -> list[Relationship]:
    """Other pairs of either country, to compare with, those with most records first."""
    return [each for each in OF_COUNTRIES.objects(pair.codes) if each.pk != pair.pk][:BESIDE]
