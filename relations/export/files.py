"""Every file that leaves: its name, what it holds, where its rows come from, and how they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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

from . import fixture, ndjson, rows, tables
from .records import EXPORTS

CONTENT_TYPES = {
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
    ".csv": "text/csv; charset=utf-8",
    "": "text/plain; charset=utf-8",
}
NAMES: dict[type[Record], str] = {
    Visit: "visits",
    Council: "councils",
    CouncilMeeting: "meetings",
    Agreement: "agreements",
    Milestone: "milestones",
    Figure: "figures",
}
WORDS: dict[type[models.Model], Any] = {
    Visit: _("Visits"),
    Council: _("Councils"),
    CouncilMeeting: _("Meetings of councils"),
    Agreement: _("Agreements"),
    Milestone: _("Milestones"),
    Figure: _("Figures"),
}
TABLES: tuple[tuple[str, type[models.Model], Any], ...] = (
    ("countries", Country, _("Countries")),
    ("places", Place, _("Places")),
    ("institutions", Institution, _("Institutions")),
    ("people", Person, _("People")),
    ("offices", Office, _("Offices")),
    ("tenures", Tenure, _("Who held which office")),
    ("relationships", Relationship, _("Pairs of countries")),
    ("reporters", Reporter, _("Whose numbers the figures are")),
    ("sources", Source, _("Sources")),
    ("participations", Participation, _("Who took part in which record")),
    ("citations", Citation, _("Citations: what each source says of each value, and where")),
)


@dataclass(frozen=True)
class File:
    """One file of the bundle; `what` is in the reader's language."""

    name: str
    what: str | Promise
    rows: Callable[[], Iterator[Any]]
    render: Callable[[Iterable[Any]], Iterator[bytes]]


def _fixtures() -> Iterator[File]:
    yield File("data.json", _("Everything, as a Django fixture"), fixture.whole, rows.render)
    yield File("reference.json", _("What records point at, as a Django fixture"), fixture.reference, rows.render)
    for model in fixture.KINDS:
        yield File(f"{NAMES[model]}.json", WORDS[model], partial(fixture.of_kind, model), rows.render)


def _tables() -> Iterator[File]:
    for export in EXPORTS:
        render = partial(tables.render, columns=tuple(export.columns))
        yield File(f"{NAMES[export.model]}.csv", WORDS[export.model], partial(tables.of_kind, export), render)
    for name, model, what in TABLES:
        render = partial(tables.render, columns=[field.name for field in fixture.columns(model)])
        yield File(f"{name}.csv", what, partial(tables.of_model, model), render)


FILES = (
    File("records.ndjson", _("Every record with its citations, one a line"), ndjson.records, ndjson.render),
    *_fixtures(),
    *_tables(),
)
LOAD_ORDER = ("reference.json", *(f"{NAMES[model]}.json" for model in fixture.KINDS))
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
LISTS = {
    MANIFEST: _("This list, for programs: sizes, checksums, revision, licence"),
    SUMS: _("Checksums, for sha256sum --check"),
}
