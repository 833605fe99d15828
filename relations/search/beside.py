"""What stands beside records in their documents: the names of all that they point at, and what sources say of them.

Rows, not objects: a thousand records point at ten thousand things, whose making would take longer than all else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from relations.models import (
    Citation,
    Country,
    Institution,
    Office,
    Participation,
    Person,
    Place,
    Record,
    Relationship,
    Reporter,
    Source,
)
from relations.templatetags.record_tags import LANGUAGES

NAMES = ("name", "official_name", "abbreviation", "title")
HALVES = ("as_agreement", "as_visit", "as_council", "as_meeting", "as_figure")  # a milestone's other half says nothing
NOTHING: Sequence[Any] = ()
Thing = tuple[type[Any], Any]  # a model and a primary key; of a country its code
Names = Mapping[Thing, tuple[str, ...]]


class Said(NamedTuple):
    """What a source says of a field, and the words that say it."""

    field: str
    says: str
    evidence: str
    source: int
    language: str


@dataclass(frozen=True)
class Beside:
    """By the keys of records: the things that they point at, and what sources say; the names of all these things."""

    things: Mapping[int, Sequence[Thing]]
    said: Mapping[int, Sequence[Said]]
    names: Names

    def named(self, key: int) -> dict[str, None]:
        """The names of all that a record points at, each spelling once."""
        return self._names_of(self.things[key])

    def sources(self, key: int) -> dict[str, None]:
        """The names of all sources that speak of it."""
        return self._names_of((Source, each.source) for each in self.said.get(key, NOTHING))

    def _names_of(self, things: Iterable[Thing]) -> dict[str, None]:
        return dict.fromkeys(name for thing in things for name in self.names[thing])


def beside(records: Sequence[Any]) -> Beside:
    """All of that for these records, which come with their halves; as many queries for a thousand as for one."""
    keys = [record.pk for record in records]
    linked = [_taking_part(keys), _linked("countries", Country, keys), _linked("institutions", Institution, keys)]
    said = _said(keys)
    pairs = _by_key(Relationship, {record.relationship_id for record in records}, "first_id", "second_id")
    former = _by_key(Place, {record.place_id for record in records}, "renamed_to_id")
    things = {
        record.pk: [
            *(thing for each in linked for thing in each.get(record.pk, NOTHING)),
            *_own(record, pairs.get(record.relationship_id, NOTHING), former.get(record.place_id, NOTHING)),
        ]
        for record in records
    }
    every = {thing for each in things.values() for thing in each}
    every |= {(Source, each.source) for each in (each for rows in said.values() for each in rows)}
    return Beside(things, said, names_of(every))


def half_of(record: Any) -> Any:
    """The other half of a record that came with it; None where there is none to come, which is not asked for."""
    name = f"as_{record.kind}"
    return getattr(record, name, None) if name in HALVES else None


def _own(record: Any, pair: Sequence[str], former: Sequence[int | None]) -> Iterator[Thing]:
    """What a record and its half point at themselves."""
    half = half_of(record)
    yield from ((Country, code) for code in pair)
    yield from ((Place, key) for key in (record.place_id, *former) if key)
    yield from ((Country, code) for side in ("origin", "destination") if (code := getattr(half, f"{side}_id", None)))
    if key := getattr(half, "reporter_id", None):
        yield Reporter, key


def _taking_part(keys: Sequence[int]) -> dict[int, list[Thing]]:
    """People and the offices that they held."""
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    rows = (
        Participation.objects.filter(record__in=keys).order_by("pk").values_list("record_id", "person_id", "office_id")
    )
    for record, person, office in rows:
        found[record] += [(model, key) for model, key in ((Person, person), (Office, office)) if key]
    return found


def _linked(name: str, model: type[Any], keys: Sequence[int]) -> dict[int, list[Thing]]:
    """What records are linked to, in the order of its own."""
    own = "code" if model is Country else "slug"
    side = str(model._meta.model_name)
    through: Any = getattr(Record, name).through
    rows = through.objects.filter(record__in=keys).order_by(f"{side}__{own}")
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    for record, key in rows.values_list("record_id", f"{side}__{own}" if model is Country else f"{side}_id"):
        found[record].append((model, key))
    return found


def _said(keys: Sequence[int]) -> dict[int, list[Said]]:
    found: defaultdict[int, list[Said]] = defaultdict(list)
    columns = ("record_id", "field", "says", "evidence", "source_id", "source__language")
    for record, *said in Citation.objects.filter(record__in=keys).order_by("pk").values_list(*columns):
        found[record].append(Said(*said))
    return found


def _by_key(model: type[Any], keys: Iterable[int | None], *columns: str) -> dict[int | None, Sequence[Any]]:
    rows = model._default_manager.filter(pk__in={*keys} - {None}).order_by().values_list("pk", *columns)
    return {key: values for key, *values in rows}


def names_of(things: Iterable[Thing]) -> dict[Thing, tuple[str, ...]]:
    """The names of things in every language, in one query a model."""
    wanted: defaultdict[type[Any], list[Any]] = defaultdict(list)
    for model, key in things:
        wanted[model].append(key)
    found: dict[Thing, tuple[str, ...]] = {}
    for model, keys in wanted.items():
        own = "code" if model is Country else "pk"
        rows = model._default_manager.filter(**{f"{own}__in": keys}).order_by().values_list(own, *name_columns(model))
        found |= {(model, key): tuple(filter(None, names)) for key, *names in rows}
    return found


def name_columns(model: type[Any]) -> list[str]:
    """The columns in which a thing's names stand, in every language."""
    there = {field.name for field in model._meta.get_fields()}
    return [column for name in NAMES for code in LANGUAGES if (column := f"{name}_{code}") in there]
