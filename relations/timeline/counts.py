"""How many records the filters leave, by kind, field and year: from numbers that are kept, or counted once a revision.

The database keeps the numbers of all records (relations/tallies). What a pair, a person, a place or a status leaves is
counted by one grouped query, the first time that it is asked for in a revision.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce

from relations.models import Cell, MeetingStatus, Person, Place, Relationship
from relations.models.conditions import Differs, Year
from relations.serving.memo import per_revision
from relations.shaped import rows, shaped

from .filters import WITH_STATUS, Filters, everything
from .spread import Spread
from .ways import known, shared


class About(NamedTuple):
    """What the records of a number have in common."""

    kind: str
    area: str
    differs: bool


class Group(NamedTuple):
    """So many records of a kind whose bounds lie in these years (None: open or unknown)."""

    kind: str
    first: int | None
    last: int | None
    records: int


Years = tuple[int, int, int]  # first, last, number of records


@dataclass(frozen=True)
class Counted:
    """Numbers of records by what they are about and their years."""

    years: Mapping[About, list[Years]]

    @cached_property
    def spreads(self) -> dict[About, Spread]:
        return {about: Spread.of(rows) for about, rows in self.years.items()}

    @cached_property
    def kinds(self) -> dict[str, Spread]:
        """All of each kind."""
        return by_kind(self.spreads.items())


@dataclass(frozen=True)
class Tally:
    """Numbers before kind, field, disagreement and years are asked for: so each choice can say what it would leave."""

    filters: Filters
    counted: Counted

    def _passing(self, but: str = "") -> Iterable[tuple[About, int]]:
        """The numbers that all four filters let through, save the one named."""
        first, last = self.filters.first_year, self.filters.last_year
        spreads = self.counted.spreads
        return ((about, spreads[about].number(first, last)) for about in self._asked(but))

    def _asked(self, but: str = "") -> Iterable[About]:
        asked = self.filters
        tests: dict[str, Callable[[About], bool]] = {
            "kind": lambda about: not asked.kinds or about.kind in asked.kinds,
            "field": lambda about: not asked.areas or about.area in asked.areas,
            "differ": lambda about: not asked.differ or about.differs,
        }
        wanted = [test for name, test in tests.items() if name != but]
        listed = (about for about in self.counted.years if about.kind == (asked.kind or about.kind))
        return (about for about in listed if all(test(about) for test in wanted))

    @cached_property
    def total(self) -> int:
        return sum(number for _about, number in self._passing())

    @cached_property
    def undated(self) -> int:
        """Records that no year can hold, since their beginning is not known."""
        first, last = self.filters.first_year, self.filters.last_year
        return sum(self.counted.spreads[about].undated(first, last) for about in self._asked())

    @cached_property
    def by_kind(self) -> Counter[str]:
        return _summed((about.kind, number) for about, number in self._passing("kind"))

    @cached_property
    def by_area(self) -> Counter[str]:
        return _summed((about.area, number) for about, number in self._passing("field"))

    @cached_property
    def differing(self) -> int:
        return sum(number for about, number in self._passing("differ") if about.differs)

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        """How those with a known beginning lie over the years asked for, by kind."""
        asked, first, last = self.filters, self.filters.first_year, self.filters.last_year
        if asked.areas or asked.differ:
            kinds = by_kind((about, self.counted.spreads[about]) for about in self._asked())
        else:
            shown = {about.kind for about in self._asked()}
            kinds = {kind: spread for kind, spread in self.counted.kinds.items() if kind in shown}
        within = {kind: spread.within(first, last) for kind, spread in kinds.items()}
        return {kind: spread for kind, spread in within.items() if spread.begun}

    @property
    def shown(self) -> list[Group]:
        """The numbers that all filters let through, by kind and both years."""
        found: Counter[tuple[str, int, int]] = Counter()
        for about in self._asked():
            for first, last, number in self.counted.years[about]:
                found[about.kind, first, last] += number
        groups = (Group(kind, first or None, last or None, number) for (kind, first, last), number in (+found).items())
        return [group for group in groups if self.filters.has_year(group.first, group.last)]


def by_kind(spreads: Iterable[tuple[About, Spread]]) -> dict[str, Spread]:
    found: defaultdict[str, list[Spread]] = defaultdict(list)
    for about, spread in spreads:
        found[about.kind].append(spread)
    return {kind: each[0] if len(each) == 1 else Spread.sum(each) for kind, each in found.items()}


def _summed(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, count in pairs:
        found[name] += count
    return found


def tally(filters: Filters, pair: Relationship | None = None) -> Tally:
    """The numbers under these filters, of all pairs asked for or of one of them."""
    pairs = (pair,) if pair else tuple(filters.pairs)
    if pairs or filters.person or filters.place:
        return Tally(filters, of_some(pairs, tuple(filters.statuses), filters.person, filters.place))
    return Tally(filters, of_statuses(tuple(filters.statuses)) if filters.statuses else of_all())


@per_revision(maxsize=16)
def of_statuses(statuses: tuple[str, ...]) -> Counted:
    """Those with a status. Most were held, so these are all but the others, which alone are counted."""
    if MeetingStatus.HELD not in statuses:
        return of_some((), statuses, None, None)
    others = tuple(sorted({*MeetingStatus.values} - {*statuses}))
    less = of_some((), others, None, None).years if others else {}
    with_status = {about: rows for about, rows in of_all().years.items() if about.kind in WITH_STATUS}
    taken = {about: [(first, last, -number) for first, last, number in each] for about, each in less.items()}
    return Counted({about: [*rows, *taken.get(about, ())] for about, rows in with_status.items()})


@per_revision(maxsize=4)
def of_all() -> Counted:
    """The numbers that the database keeps."""
    rows = Cell.objects.filter(number__gt=0).order_by("kind", "area", "differs", "first", "last")
    return _counted(rows.values_list("kind", "area", "differs", "first", "last", "number"))


@per_revision(maxsize=64)
def of_some(
    pairs: tuple[Relationship, ...], statuses: tuple[str, ...], person: Person | None, place: Place | None
) -> Counted:
    """Numbers of what these leave; a pair's own records are counted apart from those it shares, from an index alone."""
    asked = known(Filters(pairs=list(pairs), statuses=list(statuses), person=person, place=place))
    return _counted(row for statement in _statements(asked) for row in rows(statement))


@shaped
def _statements(asked: Filters) -> Iterable[tuple[str, Any]]:
    records = asked.apply(everything(), but=["pair"])
    for part in [records.of_pairs(asked.pairs), shared(asked, records)] if asked.pairs else [records]:
        with suppress(EmptyResultSet):
            yield _grouped(part).query.sql_with_params()


def _grouped(records: QuerySet[Any]) -> QuerySet[Any]:
    """Records by what they are about and their years."""
    about = {"differing": Differs(F("consensus"))}
    years = {"first_year": Coalesce(Year("earliest"), 0), "last_year": Coalesce(Year("latest"), 0)}
    grouped = records.order_by().annotate(**about, **years).values_list("kind", "area", *about, *years)
    counted: QuerySet[Any] = grouped.annotate(number=Count("pk"))
    return counted


def _counted(rows: Iterable[Any]) -> Counted:
    found: defaultdict[About, list[Years]] = defaultdict(list)
    for kind, area, differs, first, last, number in rows:
        found[About(kind, area, bool(differs))].append((first, last, number))
    return Counted(dict(found))
