"""Every file that leaves: its name, what it holds, where its rows come from, and how they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from relations.models import (
    Citation,
    Country,
    FindingAnswer,
    Institution,
    Kind,
    Office,
    Participation,
    Person,
    Place,
    Record,
    Relationship,
    Reporter,
    Source,
    Tenure,
)
from relations.models.records import PLURALS

from . import fixture, ndjson, rows, tables
from .records import COMMON, EXPORTS

CONTENT_TYPES = {
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
    ".cff": "application/yaml",
    "": "text/plain; charset=utf-8",
}
TABLES: tuple[tuple[str, type[models.Model], Any], ...] = (
    ("countries", Country, _("Countries")),
    ("places", Place, _("Places")),
    ("institutions", Institution, _("Institutions")),
    ("people", Person, _("People")),
    ("offices", Office, _("Offices")),
    ("tenures", Tenure, _("Who held which office")),
    ("relationships", Relationship, _("Pairs of countries")),
    ("reporters", Reporter, _("Whose figures these are")),
    ("sources", Source, _("Sources")),
    ("participations", Participation, _("Who took part in which record")),
    ("answers", FindingAnswer, _("Answers to findings")),
    ("citations", Citation, _("Citations: what each source says of each value, and where")),
)
# What is many on a record, each on a row of its own: the field, the column, and what it names.
LINKS: tuple[tuple[str, str, type[models.Model], Any], ...] = (
    ("countries", "country", Country, _("Which countries share which record, where more than two do")),
    ("institutions", "institution", Institution, _("Which institutions appear on which record")),
)


@dataclass(frozen=True)
class File:
    """One file of the bundle; `what` is in the reader's language."""

    name: str
    what: str | Promise
    rows: Callable[[], Iterator[Any]]
    render: Callable[[Iterable[Any]], Iterator[bytes]]


def kind_of(model: type[Record]) -> Kind:
    """The kind that a model keeps; its files are named as the address of its list."""
    return Kind(str(model.of_kind))


def _fixtures() -> Iterator[File]:
    yield File("data.json", _("Everything, as a Django fixture"), fixture.whole, rows.render)
    yield File("reference.json", _("What the records refer to, as a Django fixture"), fixture.reference, rows.render)
    for model in fixture.KINDS:
        kind = kind_of(model)
        what = format_lazy(_("{kind} with participants and citations, as a Django fixture"), kind=PLURALS[kind])
        yield File(f"{kind.plural_slug}.json", what, partial(fixture.of_kind, model), rows.render)
    yield File("answers.json", _("Answers to findings, as a Django fixture"), fixture.answers, rows.render)


def _tables() -> Iterator[File]:
    render = partial(tables.render, columns=tuple(COMMON))
    yield File("records.csv", _("What every record has, of all kinds"), tables.of_records, render)
    for export in EXPORTS:
        render = partial(tables.render, columns=tuple(export.columns))
        kind = kind_of(export.model)
        yield File(f"{kind.plural_slug}.csv", PLURALS[kind], partial(tables.of_kind, export), render)
    for name, model, what in TABLES:
        render = partial(tables.render, columns=[field.name for field in fixture.columns(model)])
        yield File(f"{name}.csv", what, partial(tables.of_model, model), render)
    for name, column, model, what in LINKS:
        columns = ("record", column)
        link = partial(tables.of_link, name, model)
        yield File(f"record_{name}.csv", what, link, partial(tables.render, columns=columns))


FILES = (
    File("records.ndjson", _("Every record with its citations, one per line"), ndjson.records, ndjson.render),
    *_fixtures(),
    *_tables(),
)
LOAD_ORDER = (
    "reference.json",
    *(f"{kind_of(model).plural_slug}.json" for model in fixture.KINDS),
    "answers.json",
)
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
LISTS = {
    MANIFEST: _("This list, for programs: sizes, checksums, revision, licence"),
    SUMS: _("Checksums, for sha256sum --check"),
}
