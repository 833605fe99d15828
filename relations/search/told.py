"""The columns of records that their documents are made of: rows, not objects, which would take longer than all else."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from relations.models import EditorialStatus, Record
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES

from .labels import TELLING

# What each half has that is indexed, besides what its vocabularies tell; a milestone's says nothing.
HALVES = {
    "agreement": ("count",),
    "visit": ("origin_id", "destination_id"),
    "council": tuple(f"abbreviation_{code}" for code in LANGUAGES),
    "meeting": ("ordinal",),
    "figure": ("value", "reporter_id", "origin_id", "destination_id"),
}


class Told(NamedTuple):
    """A row of a record: its own columns, its texts by column, and those of its half, without those of other kinds."""

    pk: int
    kind: str
    area: str
    date: str
    earliest: datetime.date | None
    latest: datetime.date | None
    relationship_id: int | None
    place_id: int | None
    consensus: str
    texts: Mapping[str, str | None]
    half: Mapping[str, Any]

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """What its half tells by vocabularies, in the order of TELLING."""
        return tuple(self.half[name] for name in TELLING.get(self.kind, ()))


OWN = Told._fields[:-2]
TEXTS = tuple(f"{name}_{code}" for name in ("title", "summary") for code in LANGUAGES)
OF_HALVES = [(kind, name) for kind, names in HALVES.items() for name in (*names, *TELLING[kind])]
BEFORE, FIRST = len(OWN), len(OWN) + len(TEXTS)  # where the texts begin, and the halves
PLACES = {
    kind: [(name, FIRST + at) for at, (of, name) in enumerate(OF_HALVES) if of == kind]
    for kind in [*HALVES, "milestone"]
}
ROWS = Prepared(
    Record,
    lambda rows, keys: (
        rows.filter(pk__in=keys, editorial_status=EditorialStatus.PUBLISHED)
        .order_by("pk")
        .values_list(*OWN, *TEXTS, *(f"as_{kind}__{name}" for kind, name in OF_HALVES))
    ),
)


def told(keys: Sequence[int]) -> list[Told]:
    """The published records among these, by their keys."""
    return list(map(_told, ROWS.rows(keys)))


def _told(row: Sequence[Any]) -> Told:
    texts = dict(zip(TEXTS, row[BEFORE:FIRST], strict=True))
    return Told._make((*row[:BEFORE], texts, {name: row[at] for name, at in PLACES[row[1]]}))
