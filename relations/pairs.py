"""Pairs with what is on record of each: how much, from when to when, and what happened last. No HTTP."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from relations.models import PairNumber, Record, Relationship
from relations.serving.memo import per_revision

EVENTS = ("visit", "meeting", "agreement", "milestone")


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


def entries(pairs: Iterable[Any]) -> list[PairEntry]:
    """Pairs that `with_numbers` found, each with its bounds and its latest event: two queries for all."""
    found = list(pairs)
    bounds = {row[0]: row[1:] for row in _bounds([pair.pk for pair in found])}
    newest: dict[int, Record] = Record.objects.in_bulk([latest for *_days, latest in bounds.values() if latest])
    today = timezone.now().date()
    return [_entry(pair, bounds[pair.pk], newest, today) for pair in found if pair.pk in bounds]


def _bounds(pairs: list[int]) -> QuerySet[Any, Any]:
    """First day, last day and latest event of each pair, each from the end of an index."""
    own = Record.objects.published().filter(relationship=OuterRef("pk"))
    first = own.filter(earliest__isnull=False).order_by("earliest").values("earliest")
    last = own.filter(latest__isnull=False).order_by("-latest").values("latest")
    found = Relationship.objects.filter(pk__in=pairs).order_by()
    bounds = {"first_day": Subquery(first[:1]), "last_day": Subquery(last[:1])}
    return found.annotate(**bounds, newest=Subquery(_newest(own).values("pk")[:1])).values_list("pk", *bounds, "newest")


def _newest(records: QuerySet[Record]) -> QuerySet[Record]:
    """What happened last: plans and numbers do not happen."""
    planned = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    past = records.filter(kind__in=EVENTS, earliest__lte=timezone.now().date()).exclude(planned)
    return past.order_by("-earliest", "-pk")


def _entry(pair: Any, bounds: tuple[Any, ...], newest: dict[int, Record], today: date) -> PairEntry:
    *days, latest = bounds
    first, last = (min(day, today).year if day else None for day in days)
    return PairEntry(pair, pair.told, first, last, newest.get(latest))


def beside(pair: Relationship, most: int = 5) -> QuerySet[Any]:
    """Other pairs of either country, to compare with, those with most records first."""
    either = Q(first__in=pair.codes) | Q(second__in=pair.codes)
    return with_numbers().filter(either, counted__records__gt=0).exclude(pk=pair.pk)[:most]
