"""Curated files → fixture rows → fixtures/*.json: the same files always give the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models

from relations.export.rows import render
from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Country,
    Figure,
    Institution,
    Milestone,
    Office,
    Participation,
    Person,
    Place,
    Record,
    Relationship,
    Reporter,
    Source,
    Tenure,
    Visit,
)

from .agreed import consensus_of
from .claims import Claim, read_claims
from .records import Definition, record_rows
from .rows import Row, Rows, check_references, make_row, natural_key, need_both_languages, spread
from .yaml_files import Entry, read_yaml

# The lists that a world file may hold.
WORLD: dict[str, type[models.Model]] = {
    "countries": Country,
    "places": Place,
    "people": Person,
    "offices": Office,
    "tenures": Tenure,
    "institutions": Institution,
    "reporters": Reporter,
    "relationships": Relationship,
}
# Which models a fixture file holds, in the order in which loaddata can resolve them.
FILES: dict[str, tuple[type[models.Model], ...]] = {
    "01_countries": (Country, Place, Relationship),
    "02_people": (Institution, Person, Office, Tenure, Reporter),
    "03_sources": (Source,),
    "04_records": (Record,),
    "05_visits": (Visit,),
    "06_councils": (Council, CouncilMeeting),
    "07_agreements": (Agreement,),
    "08_milestones": (Milestone,),
    "09_figures": (Figure,),
    "10_participations": (Participation,),
    "11_citations": (Citation,),
}


@dataclass
class Curated:
    """All that the curated files hold, before it becomes rows."""

    rows: Rows = field(default_factory=list)
    records: list[Definition] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    lengths: dict[str, int] = field(default_factory=dict)  # of the texts held, by source


def build(folder: Path) -> dict[str, bytes]:
    """Every fixture file by name, from fixtures/claims; raises CurationError, and then nothing is to be written."""
    curated = Curated()
    for path in sorted((folder / "world").glob("*.yaml")):
        curated.rows += _world_rows(read_yaml(path))
    for path in sorted((folder / "sources").glob("*.yaml")):
        _read_source(read_yaml(path), curated)
    rows = curated.rows + record_rows(curated.records, curated.claims, curated.lengths)
    check_references(rows)
    _derive_consensus(rows)
    return {f"{name}.json": b"".join(render(_of(rows, kinds))) for name, kinds in FILES.items()}


def _derive_consensus(rows: Rows) -> None:
    found = consensus_of(row for row, _ in rows)
    for row, _ in rows:
        if row["model"] == Record._meta.label_lower:
            row["fields"]["consensus"] = found.get(row["fields"]["slug"], "")


def _of(rows: Rows, kinds: tuple[type[models.Model], ...]) -> Iterator[Row]:
    """The rows of these models, each model's in the order of its natural key."""
    for kind in kinds:
        label = kind._meta.label_lower
        yield from sorted((row for row, _ in rows if row["model"] == label), key=natural_key)


def _world_rows(world: Entry) -> Rows:
    rows: Rows = []
    for name in world:
        if name not in WORLD:
            raise world.error(f"“{name}” is none of {', '.join(WORLD)}")
        rows += [_world_row(WORLD[name], entry) for entry in world.entries(name)]
    return rows


def _world_row(model: type[models.Model], entry: Entry) -> tuple[Row, Entry]:
    values = spread(model, entry)
    if model is Relationship:
        pair = Relationship(first_id=entry.text("first"), second_id=entry.text("second"))
        if pair.first_id >= pair.second_id:
            raise entry.error("a pair is two countries, the code that sorts first standing first")
        values["slug"] = "-".join(pair.codes).lower()
    need_both_languages(model, values, entry)
    return make_row(model, values, entry)


def _read_source(file: Entry, curated: Curated) -> None:
    """Take up a source, the records that its file defines, and all claims that it makes."""
    if unknown := set(file) - {"source", "curated", "records", "left_out"}:
        raise file.error(f"a source's file has no “{min(unknown)}”")
    source = file.get("source")
    if not isinstance(source, Entry):
        raise file.error("“source” is missing")
    slug = source.text("slug")
    curated.rows.append(_source_row(source, curated.lengths))
    for entry in file.entries("records"):
        if "kind" in entry:
            curated.records.append(Definition(entry, file.text("curated")))
        curated.claims += read_claims(entry.text("slug"), slug, entry.entries("claims"))
    _check_left_out(file, curated.lengths.get(slug))


def _source_row(source: Entry, lengths: dict[str, int]) -> tuple[Row, Entry]:
    values = spread(Source, source)
    text = values.pop("text", None)
    if isinstance(text, Entry):
        values |= {"text_file": text.text("file"), "sha256": text.text("sha256"), "length": text.text("length")}
        lengths[source.text("slug")] = int(text.text("length"))
    need_both_languages(Source, values, source)
    return make_row(Source, values, source)


def _check_left_out(file: Entry, length: int | None) -> None:
    """What is left out has a place in the text, and a reason."""
    for entry in file.entries("left_out"):
        entry.text("reason")
        at = entry.get("at")
        numbers = [int(str(n)) for n in at if str(n).isdecimal()] if isinstance(at, list) else []
        if length is None or len(numbers) != 2 or not numbers[0] < numbers[1] <= length:
            raise entry.error("what is left out needs its place in a text that we hold")
