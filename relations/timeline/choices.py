"""What the form offers: every kind, field and status, and of pairs, people and places those with the most records."""

from dataclasses import dataclass
from functools import cached_property

from relations.dashes import paired
from relations.models import Area, Kind, MeetingStatus, Relationship
from relations.pairs import with_numbers
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import plain

from .counts import Tally
from .filters import WITH_STATUS, Filters
from .named import LOOKED_AT, Named, people, places
from .named import MOST as MOST_NAMES

MOST_PAIRS = 12


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
    most_pairs, most_names, looked_at = MOST_PAIRS, MOST_NAMES, LOOKED_AT

    @cached_property
    def pairs(self) -> list[Choice]:
        """The pairs with the most records, and those that were chosen."""
        found = sorted({*_most_pairs(), *self.filters.pairs}, key=lambda pair: pair.slug)
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
        if self.filters.kind and self.filters.kind not in WITH_STATUS:
            return []
        return [Choice(value, str(label), value in self.filters.statuses) for value, label in MeetingStatus.choices]

    @cached_property
    def people(self) -> list[Choice]:
        person = self.filters.person
        return [_choice(each, person is not None and each.slug == person.slug) for each in people(self.filters)]

    @cached_property
    def places(self) -> list[Choice]:
        place = self.filters.place
        return [_choice(each, place is not None and each.slug == place.slug) for each in places(self.filters)]

    @property
    def names_are_cut(self) -> bool:
        return max(len(self.people), len(self.places)) >= MOST_NAMES

    @property
    def names_are_of_the_newest(self) -> bool:
        """Whether only some of the records were looked at."""
        return any(choice.count is None for choice in (*self.people, *self.places))


def _choice(named: Named, chosen: bool) -> Choice:
    return Choice(named.slug, named.label, chosen, named.records)


@per_revision(maxsize=4)
def _most_pairs() -> tuple[Relationship, ...]:
    return tuple(with_numbers().filter(counted__records__gt=0)[:MOST_PAIRS])


def pair_name(pair: Relationship) -> str:
    """Both countries, in the page's language."""
    return paired(plain(pair.first, "name"), plain(pair.second, "name"))
