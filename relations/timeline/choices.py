"""What the form offers: every kind, field and status, and of pairs, people and places those with the most records."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet

from relations.models import Area, Kind, MeetingStatus, Participation, Person, Place, Relationship
from relations.sorting import by_name
from relations.templatetags.record_tags import plain

from .counts import Tally
from .filters import Filters, everything

MOST_PAIRS, MOST_NAMES = 12, 60
WITH_STATUS = ("", Kind.VISIT, Kind.MEETING)


@dataclass(frozen=True)
class Choice:
    """A box of the form; `count` is what choosing it would leave, None where that is not counted."""

    value: str
    label: str
    chosen: bool
    count: int | None = None


@dataclass(frozen=True)
class Choices:
    """The boxes and lists of the form under these filters."""

    filters: Filters
    tally: Tally
    most_pairs, most_names = MOST_PAIRS, MOST_NAMES

    @cached_property
    def pairs(self) -> list[Choice]:
        """The pairs with the most records, and those that were chosen."""
        counted = everything().order_by().exclude(relationship=None).values_list("relationship")
        most = [pk for pk, _n in counted.annotate(n=Count("pk")).order_by("-n", "relationship")[:MOST_PAIRS]]
        ids = {*most, *(pair.pk for pair in self.filters.pairs)}
        found = Relationship.objects.with_countries().filter(pk__in=ids)
        return [Choice(pair.slug, pair_name(pair), pair.slug in self.filters.pair_slugs) for pair in found]

    @property
    def pairs_are_cut(self) -> bool:
        return len(self.pairs) >= MOST_PAIRS

    @property
    def kinds(self) -> list[Choice]:
        counts = self.tally.by_kind
        return [Choice(kind, kind.plural, kind in self.filters.kinds, counts[kind]) for kind in Kind]

    @property
    def areas(self) -> list[Choice]:
        counts = self.tally.by_area
        return [Choice(value, str(label), value in self.filters.areas, counts[value]) for value, label in Area.choices]

    @property
    def statuses(self) -> list[Choice]:
        """Of visits and meetings; other kinds have none."""
        if self.filters.kind not in WITH_STATUS:
            return []
        return [Choice(value, str(label), value in self.filters.statuses) for value, label in MeetingStatus.choices]

    @cached_property
    def people(self) -> list[Choice]:
        """Who takes part in the records that the other filters leave."""
        parts = Participation.objects.exclude(person=None).filter(record__in=self._left_without("person"))
        counted = parts.values_list("person").annotate(n=Count("record", distinct=True)).order_by("-n", "person")
        return self._listed(Person.objects.all(), counted, self.filters.person)

    @cached_property
    def places(self) -> list[Choice]:
        """Where the records that the other filters leave took place."""
        records = self._left_without("place").exclude(place=None)
        counted = records.values_list("place").annotate(n=Count("pk")).order_by("-n", "place")
        return self._listed(Place.objects.all(), counted, self.filters.place)

    @property
    def names_are_cut(self) -> bool:
        return max(len(self.people), len(self.places)) >= MOST_NAMES

    def _left_without(self, name: str) -> QuerySet[Any]:
        return self.filters.apply(everything(), but=[name]).order_by()

    def _listed(self, rows: QuerySet[Any], counted: QuerySet[Any], chosen: Any) -> list[Choice]:
        """The rows with the most records, and the chosen one, in the page's alphabet."""
        counts: dict[int, int] = dict(counted[:MOST_NAMES])
        ids = {*counts, *([chosen.pk] if chosen else [])}
        named = by_name(rows.filter(pk__in=ids))
        return [Choice(row.slug, plain(row, "name"), row == chosen, counts.get(row.pk, 0)) for row in named]


def pair_name(pair: Relationship) -> str:
    """Both countries, in the page's language."""
    return f"{plain(pair.first, 'name')}–{plain(pair.second, 'name')}"
