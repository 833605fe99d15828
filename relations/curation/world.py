"""What rows know of the things that claims name: how they are spelt, whose they are, and how records hang together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]  # the fields of a fixture row
NAMES = ("name", "title", "official_name", "abbreviation")
LINKS = ("council", "during_visit", "signed_at_visit", "signed_at_meeting", "part_of", "replaced_by")


@dataclass(frozen=True)
class Thing:
    """A person, place, office, body, reporter or record that `says` may name; the model of a record is its kind."""

    slug: str
    model: str
    country: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class About:
    """What a record is: its kind, the countries that it concerns, and the records that it hangs on."""

    kind: str
    sides: frozenset[str]
    unit: str = ""
    form: str = ""
    council: str = ""
    links: frozenset[str] = frozenset()


@dataclass(frozen=True)
class World:
    """Everything that a reading of a claim may look up."""

    things: Mapping[str, Thing] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    tenures: frozenset[tuple[str, str]] = frozenset()  # person, office
    records: Mapping[str, About] = field(default_factory=dict)

    def offices(self, person: str) -> set[str]:
        """The offices that a person has held."""
        return {office for holder, office in self.tenures if holder == person}

    def holders(self, office: str) -> set[str]:
        """Who has held an office."""
        return {holder for holder, held in self.tenures if held == office}


def read_aliases(path: Path) -> dict[str, list[str]]:
    """Short spellings as texts print them, by slug; none where there is no file."""
    if not path.is_file():
        return {}
    read: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def make_world(rows: Mapping[str, Iterable[Fields]], aliases: Mapping[str, Iterable[str]]) -> World:
    """The world of rows, which come by the name of their model (“person”, “record”, …)."""
    things = {thing.slug: thing for thing in _things(rows, aliases)}
    return World(
        things,
        frozenset(row["code"] for row in rows.get("country", ())),
        frozenset((row["person"][0], row["office"][0]) for row in rows.get("tenure", ())),
        _records(rows),
    )


def _things(rows: Mapping[str, Iterable[Fields]], aliases: Mapping[str, Iterable[str]]) -> Iterable[Thing]:
    spelt: dict[str, list[str]] = defaultdict(list)
    for model in ("person", "place", "office", "institution", "council", "record", "reporter"):
        for row in rows.get(model, ()):
            slug = row["record"][0] if model == "council" else row["slug"]
            spelt[slug] += [row[name] for name in _columns(row) if row[name]]
            if model == "person":
                spelt[slug] += sorted({name.split()[-1] for name in spelt[slug]})  # the surname alone
            for link in ("person", "institution"):
                if model == "reporter" and row[link]:
                    spelt[slug] += spelt[row[link][0]]
    for model in ("person", "place", "office", "institution", "record", "reporter"):
        for row in rows.get(model, ()):
            names = (*spelt[row["slug"]], *aliases.get(row["slug"], ()))
            country = row.get("country")
            kind = row["kind"] if model == "record" else model
            yield Thing(row["slug"], kind, country[0] if country else "", names)


def _columns(row: Fields) -> list[str]:
    return [name for name in row if name.rpartition("_")[0] in NAMES]


def _records(rows: Mapping[str, Iterable[Fields]]) -> dict[str, About]:
    kinds = ("visit", "council", "councilmeeting", "agreement", "milestone", "figure")
    own = {row["record"][0]: row for kind in kinds for row in rows.get(kind, ())}
    return {row["slug"]: _about(row, own.get(row["slug"], {})) for row in rows.get("record", ())}


def _about(row: Fields, own: Fields) -> About:
    pair = row["relationship"][0].upper().split("-") if row["relationship"] else []
    countries = [country[0] for country in row["countries"]]
    linked = {name: own[name][0] for name in LINKS if own.get(name)}
    return About(
        row["kind"],
        frozenset([*pair, *countries]),
        own.get("unit", ""),
        own.get("form", ""),
        linked.get("council", ""),
        frozenset(linked.values()),
    )
