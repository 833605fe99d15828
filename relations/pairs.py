"""Pairs with what is on record of each: how much, from when to when, and what happened last. No HTTP."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from relations.models import Record, Relationship

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
    """Pairs with the number of their own published records, those with most first."""
    shown = Q(records__editorial_status="published")
    found: QuerySet[Any] = Relationship.objects.with_countries().annotate(
        told=Count("records", filter=shown),
        first_day=Min("records__earliest", filter=shown),
        last_day=Max("records__latest", filter=shown),
        newest=Subquery(_newest().values("pk")[:1]),
    )
    return found.order_by("-told", "slug")


def _newest() -> QuerySet[Record]:
    """What happened last in a pair: plans and numbers do not happen."""
    published: QuerySet[Record] = Record.objects.published().filter(relationship=OuterRef("pk"), kind__in=EVENTS)
    planned = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    past = published.exclude(planned).filter(earliest__lte=timezone.now().date())
    return past.order_by(F("earliest").desc(nulls_last=True), "-pk")


def entries(pairs: Iterable[Any]) -> list[PairEntry]:
    """Pairs that `with_numbers` found, each with its latest event: one query for all."""
    found = list(pairs)
    newest: dict[int, Record] = Record.objects.in_bulk([pair.newest for pair in found if pair.newest])
    today = timezone.now().date()
    return [_entry(pair, newest, today) for pair in found]


def _entry(pair: Relationship, newest: dict[int, Record], today: date) -> PairEntry:
    told, first, last, latest = (getattr(pair, name) for name in ("told", "first_day", "last_day", "newest"))
    years = [min(day, today).year if day else None for day in (first, last)]
    return PairEntry(pair, told, years[0], years[1], newest.get(latest))


def beside(pair: Relationship, most: int = 5) -> QuerySet[Any]:
    """Other pairs of either country, to compare with, those with most records first."""
    either = Q(first__in=pair.codes) | Q(second__in=pair.codes)
    return with_numbers().filter(either, told__gt=0).exclude(pk=pair.pk)[:most]
