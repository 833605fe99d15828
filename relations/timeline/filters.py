"""Filters: what is asked for, the records that it leaves, and the address that asks for it."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q

from relations.models import (
    CouncilMeeting,
    Kind,
    MeetingStatus,
    Participation,
    Person,
    Place,
    Record,
    Relationship,
    Visit,
)
from relations.models.records import RecordQuerySet

PAIRS_AT_ONCE = 4  # as many as can be compared in one drawing
WITH_STATUS = (Kind.VISIT, Kind.MEETING)


class Query(Protocol):
    """What a query string offers: every value of a name, as text."""

    def getlist(self, key: str, /) -> list[str]: ...


@dataclass
class Filters:
    """What is asked for; `kind` is that of the list's own page, `ignored` says in words what nobody can answer."""

    kind: str = ""
    path: str = ""  # of the page whose address it is
    pairs: list[Relationship] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    person: Person | None = None
    place: Place | None = None
    first_year: int | None = None
    last_year: int | None = None
    differ: bool = False
    oldest_first: bool = False
    ignored: list[str] = field(default_factory=list)
    shared: tuple[int, ...] | None = None  # keys of what the pairs share with others, where that was looked up

    @property
    def is_any(self) -> bool:
        """Whether the reader chose anything but an order."""
        return bool(self.asked())

    @property
    def pair_slugs(self) -> list[str]:
        return [pair.slug for pair in self.pairs]

    def asked(self) -> list[tuple[str, str]]:
        """The filters as an address has them; the order is apart."""
        found = [("pair", slug) for slug in self.pair_slugs]
        found += [("kind", kind) for kind in self.kinds]
        found += [("field", area) for area in self.areas]
        found += [("status", status) for status in self.statuses]
        found += [("person", self.person.slug)] if self.person else []
        found += [("place", self.place.slug)] if self.place else []
        found += [("from", str(self.first_year))] if self.first_year else []
        found += [("to", str(self.last_year))] if self.last_year else []
        return found + ([("differ", "1")] if self.differ else [])

    def address(self, without: Iterable[tuple[str, str]] = (), **put: object) -> str:
        """The address of these filters, some taken away, some put in (`from_` is `from`; an empty one goes)."""
        named = [(name.rstrip("_"), str(value)) for name, value in put.items() if value]
        replaced = {name.rstrip("_") for name in put}
        order = [("order", "oldest")] if self.oldest_first else []
        kept = [each for each in self.asked() + order if each not in set(without) and each[0] not in replaced]
        query = urlencode(kept + named)
        return f"{self.path}?{query}" if query or not self.path else self.path

    def apply(self, records: RecordQuerySet, but: Iterable[str] = ()) -> RecordQuerySet:
        """Only the records that every filter lets through, save those named; an unknown date passes no year."""
        conditions: dict[str, Callable[[], RecordQuerySet]] = {
            "pair": lambda: records.concerning(self.pairs) if self.pairs else records,
            "kind": lambda: records.filter(kind__in=self.kinds) if self.kinds else records,
            "field": lambda: records.filter(area__in=self.areas) if self.areas else records,
            "status": lambda: records.filter(_stands(self.statuses)) if self.statuses else records,
            "person": lambda: records.filter(_names(self.person)) if self.person else records,
            "place": lambda: records.filter(place=self.place) if self.place else records,
            "differ": lambda: records.disputed() if self.differ else records,
            "years": lambda: self.of_years(records),
        }
        records = records.filter(kind=self.kind) if self.kind else records
        for name, condition in conditions.items():
            records = records if name in but else condition()
        return records

    def of_years(self, records: RecordQuerySet) -> RecordQuerySet:
        """Those whose date may lie in the years asked for: it ends there or later, and began there or earlier."""
        if self.first_year:
            ends = Q(latest__gte=f"{self.first_year:04}-01-01")
            records = records.filter(ends | Q(latest__isnull=True, earliest__isnull=False))
        if self.last_year:
            records = records.filter(earliest__lte=f"{self.last_year:04}-12-31")
        return records

    def has_year(self, first: int | None, last: int | None) -> bool:
        """The same rule for the years of a record's bounds."""
        if self.first_year and (last < self.first_year if last else first is None):
            return False
        return not (self.last_year and (first is None or first > self.last_year))

    @property
    def shape(self) -> Hashable:
        """All that decides the SQL of a list under these filters, but the values."""
        named = (len(self.pairs), self.person is not None, self.place is not None, len(self.shared or ()))
        years = (bool(self.first_year), bool(self.last_year))
        listed = (tuple(self.kinds), tuple(self.areas), tuple(self.statuses))
        return self.kind, listed, self.differ, named, years

    @property
    def values(self) -> list[Any]:
        """Keys and days, as they stand in the SQL."""
        found: list[Any] = [each for pair in self.pairs for each in (pair.pk, *pair.codes)]
        found += [each.pk for each in (self.person, self.place) if each is not None]
        found += [date(self.first_year, 1, 1)] if self.first_year else []
        found += [date(self.last_year, 12, 31)] if self.last_year else []
        return [*found, *(self.shared or ())]

    def stand_in(self) -> "Filters":
        """Filters of the same shape, with values that no others have."""
        count = len(self.pairs)
        return replace(
            self,
            pairs=[Relationship(pk=-at, first_id=f"\0{at}", second_id=f"\1{at}") for at in range(1, count + 1)],
            person=self.person and Person(pk=-11),
            place=self.place and Place(pk=-12),
            first_year=self.first_year and 9001,
            last_year=self.last_year and 9002,
            shared=self.shared and tuple(-100 - at for at in range(len(self.shared))),
        )


def _stands(statuses: list[str]) -> Q:
    """Visits and meetings of a status; nothing else has one.

    Most were held: these are met on the way along an index, each looked up. The others are few, and gathered.
    """
    halves = [each.objects.filter(status__in=statuses) for each in (Visit, CouncilMeeting)]
    if MeetingStatus.HELD in statuses:
        visits, meetings = (Exists(each.filter(record=OuterRef("pk"))) for each in halves)
        return Q(kind__in=WITH_STATUS) & (Q(visits) | Q(meetings))
    few = [each.values("record") for each in halves]
    return Q(pk__in=few[0]) | Q(pk__in=few[1])


def _names(person: Person | None) -> Q:
    return Q(pk__in=Participation.objects.filter(person=person).values("record"))


def everything() -> RecordQuerySet:
    """All that the public may see, by a queryset without translations: each step would look for them in vain."""
    return RecordQuerySet(Record).published()
