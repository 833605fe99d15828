"""What stands beside records in their documents: the names of all that they point at, and what sources say of them.

Rows, not objects: a thousand records point at ten thousand things, whose making would take longer than all else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES

from .told import Told

NAMES = ("name", "official_name", "abbreviation", "title")
NOTHING: Sequence[Any] = ()
Thing = tuple[type[Any], Any]  # a model and a primary key; of a country its code
Names = Mapping[Thing, tuple[str, ...]]
TAKING_PART = Prepared(
    Participation,
    lambda rows, keys: rows.filter(record__in=keys).order_by("pk").values_list("record_id", "person_id", "office_id"),
)
COUNTRIES = Prepared(
    Record.countries.through,
    lambda rows, keys: rows.filter(record__in=keys).order_by("country__code").values_list("record_id", "country__code"),
)
INSTITUTIONS = Prepared(
    Record.institutions.through,
    lambda rows, keys: (
        rows.filter(record__in=keys).order_by("institution__slug").values_list("record_id", "institution_id")
    ),
)
PAIRS = Prepared(
    Relationship, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "first_id", "second_id")
)
RENAMED = Prepared(
    Place,
    lambda rows, keys: rows.filter(pk__in=keys, renamed_to__isnull=False).order_by().values_list("pk", "renamed_to_id"),
)


class Said(NamedTuple):
    """What a source says of a field, and the words that say it."""

    field: str
    says: str
    evidence: str
    source: int
    language: str


SAID = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(record__in=keys)
        .order_by("pk")
        .values_list("record_id", "field", "says", "evidence", "source_id", "source__language")
    ),
)


@dataclass(frozen=True)
class Beside:
    """By the keys of records: the things that they point at, the codes of the countries that are party to them beside a
    pair, and what sources say; the names of all these things."""

    things: Mapping[int, Sequence[Thing]]
    parties: Mapping[int, Sequence[str]]
    said: Mapping[int, Sequence[Said]]
    names: Names

    def named(self, key: int) -> dict[str, None]:
        """The names of all that a record points at, each spelling once."""
        return spellings(self.things[key], self.names)

    def sources(self, key: int) -> dict[str, None]:
        """The names of all sources that speak of it."""
        return spellings(((Source, each.source) for each in self.said.get(key, NOTHING)), self.names)


def beside(records: Sequence[Told]) -> Beside:
    """All of that for these records; as many queries for a thousand as for one."""
    keys = [record.pk for record in records]
    parties = _linked(COUNTRIES, Country, keys)
    linked = [_taking_part(keys), parties, _linked(INSTITUTIONS, Institution, keys)]
    said = _said(keys)
    pairs = {key: codes for key, *codes in PAIRS.rows(_once(record.relationship_id for record in records))}
    later = dict(RENAMED.rows(_once(record.place_id for record in records)))
    things = {
        record.pk: [
            *(thing for each in linked for thing in each.get(record.pk, NOTHING)),
            *_own(record, pairs.get(record.relationship_id, NOTHING), later.get(record.place_id)),
        ]
        for record in records
    }
    every = {thing for each in things.values() for thing in each}
    every |= {(Source, each.source) for rows in said.values() for each in rows}
    codes = {key: [code for _country, code in each] for key, each in parties.items()}
    return Beside(things, codes, said, names_of(every))


def _once(keys: Iterable[int | None]) -> list[int]:
    return [key for key in dict.fromkeys(keys) if key]


def _own(record: Told, pair: Sequence[str], later: int | None) -> Iterator[Thing]:
    """What a record and its half point at themselves; `later` is the place that its own was renamed to."""
    yield from ((Country, code) for code in pair)
    yield from ((Place, key) for key in (record.place_id, later) if key)
    yield from ((Country, code) for side in ("origin", "destination") if (code := record.half.get(f"{side}_id")))
    if key := record.half.get("reporter_id"):
        yield Reporter, key


def _taking_part(keys: Sequence[int]) -> dict[int, list[Thing]]:
    """People and the offices that they held."""
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    for record, person, office in TAKING_PART.rows(keys):
        found[record] += [(model, key) for model, key in ((Person, person), (Office, office)) if key]
    return found


def _linked(links: Prepared, model: type[Any], keys: Sequence[int]) -> dict[int, list[Thing]]:
    """What records are linked to, in the order of its own."""
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    for record, key in links.rows(keys):
        found[record].append((model, key))
    return found


def _said(keys: Sequence[int]) -> dict[int, list[Said]]:
    found: defaultdict[int, list[Said]] = defaultdict(list)
    for record, *said in SAID.rows(keys):
        found[record].append(Said._make(said))
    return found


def spellings(things: Iterable[Thing], names: Names) -> dict[str, None]:
    """All names of things, each spelling once."""
    return dict.fromkeys(name for thing in things for name in names[thing])


def names_of(things: Iterable[Thing]) -> dict[Thing, tuple[str, ...]]:
    """The names of things in every language, in one query a model."""
    wanted: defaultdict[Any, list[Any]] = defaultdict(list)
    for model, key in things:
        wanted[model].append(key)
    return {
        (model, key): tuple(filter(None, names))
        for model, keys in wanted.items()
        for key, *names in _names(model).rows(keys)
    }


@cache
def _names(model: Any) -> Prepared:
    """A thing's names behind its key; both sorts of key have their stand-ins."""
    own, stand_in = ("code", "\0{}".format) if model is Country else ("pk", lambda at: -1 - at)
    there = {field.name for field in model._meta.get_fields()}
    names = [column for name in NAMES for code in LANGUAGES if (column := f"{name}_{code}") in there]
    return Prepared(
        model,
        lambda rows, keys: rows.filter(**{f"{own}__in": keys}).order_by().values_list(own, *names),
        stand_in,
    )
