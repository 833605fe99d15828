"""Those whom records are about, two countries or the members of an organisation, and what records of theirs share."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .chance import Dice
from .citing import Claim, Sources, cite
from .earth import Land
from .names import place_name, slug_of
from .rows import Rows
from .size import OFFICES, Size, office_pk
from .vocabulary import Said
from .when import FIRST, LAST, TODAY, When

DRAFTS, NO_SUMMARY, ONE_LANGUAGE = 0.04, 0.1, 0.05


@dataclass
class World:
    """What all circles share."""

    seed: int
    size: Size
    lands: list[Land]
    rows: Rows
    sources: Sources


@dataclass
class Event:
    """A visit or meeting that something may be signed at."""

    record: int
    day: date
    place: int | None
    host: Land


@dataclass
class Circle:
    """A pair or a group in the course of its records."""

    world: World
    dice: Dice
    slug: str
    members: list[Land]
    pair: int | None = None
    institution: int | None = None
    name: Said | None = None
    visit: Event | None = None
    meeting: Event | None = None
    package: int | None = None
    councils: list[Any] = field(default_factory=list)
    plans: list[Any] = field(default_factory=list)  # meetings that were planned for another day, to be written next
    written: int = 0

    def between(self) -> Said:
        """“… arasında”, “between …”: whose it is, in a title."""
        if self.name:
            return Said(f"{self.name.tr} üyeleri arasında", f"among the members of the {self.name.en}")
        one, other = self.members
        return Said(f"{one.tr} ile {other.tr} arasında", f"between {one.the} and {other.the}")

    def two(self) -> tuple[Land, Land]:
        """Two of the members, in an order of chance."""
        one = self.dice.below(len(self.members))
        other = (one + self.dice.between(1, len(self.members) - 1)) % len(self.members)
        return self.members[one], self.members[other]

    def place(self, land: Land) -> int | None:
        """A place there, the capital most often."""
        places = self.world.size.places
        first, after = places[land.pk - 1], places[land.pk]
        return first + self.dice.rank(after - first, 0.3) + 1 if after > first else None

    def person(self, land: Land, office: int, day: date) -> int | None:
        """Who held an office of a country around a day, where the world has somebody."""
        first, after = self.world.size.people[land.pk - 1], self.world.size.people[land.pk]
        holders = (after - first - office + OFFICES - 1) // OFFICES
        if holders <= 0:
            return None
        era = int((day.toordinal() - FIRST) / (LAST - FIRST + 400) * holders)
        return first + (era + self.dice.rank(holders, 0.5)) % holders * OFFICES + office + 1

    def takes_part(self, record: int, role: str, land: Land, office: int, person: int | None) -> None:
        self.world.rows.number("participation", record, role, person, office_pk(land.pk - 1, office))

    def next_record(self) -> int:
        return self.world.rows.given["record"] + 1

    def record(
        self,
        kind: str,
        day: date,
        title: Said,
        summary: Said,
        area: str,
        when: When,
        claims: list[Claim],
        place: int | None = None,
        draft: bool | None = None,
    ) -> int:
        """Write a record with its citations; returns its primary key."""
        rows, dice = self.world.rows, self.dice
        pk = self.next_record()
        claims = [*claims, *_place_claim(place)] or [Claim("subject", area, ("", "", ""))]
        self.written += 1
        consensus = cite(rows, pk, claims, self.world.sources, dice)
        tr, en = self._summary(summary)
        is_draft = dice.maybe(DRAFTS) if draft is None else draft
        rows.number(
            "record",
            *(f"{kind}-{self.slug}-{day.year}-{self.written}", kind),
            *(title.tr, title.tr, title.en, tr or "", tr, en, area, when.edtf, when.earliest, when.latest, self.pair),
            *(place, "", "draft" if is_draft else "published", TODAY, consensus),
        )
        self._parties(pk)
        return pk

    def _summary(self, summary: Said) -> tuple[str | None, str | None]:
        """A summary, which some records have in one language or not at all."""
        if self.dice.maybe(NO_SUMMARY):
            return None, None
        if self.dice.maybe(ONE_LANGUAGE):
            return (summary.tr, None) if self.dice.maybe(0.6) else (None, summary.en)
        return summary.tr, summary.en

    def _parties(self, record: int) -> None:
        """Whom a record of more than two countries concerns."""
        if self.institution:
            self.world.rows.number("record_institutions", record, self.institution)
        if self.pair is None:
            for land in self.members:
                self.world.rows.number("record_countries", record, land.pk)


def _place_claim(place: int | None) -> list[Claim]:
    if not place:
        return []
    name = place_name(place)
    return [Claim("place", slug_of(name), (name, name, name))]
