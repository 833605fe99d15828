"""Fixture files as rows that know their file and line, checked before anything is written."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from relations.dates import DateError, bounds
from relations.export.fixture import columns
from relations.export.rows import line as canonical_line

from .agreed import consensus_of
from .rows import natural_key

VOLATILE = ("changed_at", "consensus")  # a stamp, and what follows from citations: not content


@dataclass(frozen=True)
class FixtureError(Exception):
    """What is wrong in a fixture file, and where; nothing of the load stays."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


@dataclass(frozen=True)
class FixtureRow:
    """One row of a fixture file."""

    file: str
    line: int
    row: dict[str, Any]

    @cached_property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.row["model"])

    @cached_property
    def key(self) -> str:
        return key_text(self.row)

    @property
    def unit(self) -> str:
        return unit_of(self.row)

    def error(self, reason: object) -> FixtureError:
        return FixtureError(self.file, self.line, str(reason))


def key_text(row: dict[str, Any]) -> str:
    """A row's model and natural key in one string."""
    return " ".join([row["model"], *(str(part) for _, part in natural_key(row))])


def unit_of(row: dict[str, Any]) -> str:
    """What is kept or overwritten as one: a record with all that hangs on it, or a row alone."""
    fields = row["fields"]
    slug = fields["record"][0] if "record" in fields else fields.get("slug")
    is_record = "record" in fields or row["model"] == "relations.record"
    return f"record {slug}" if is_record else key_text(row)


def digest(row: dict[str, Any]) -> str:
    """The SHA-256 of a row's content."""
    fields = {name: value for name, value in row["fields"].items() if name not in VOLATILE}
    return sha256(canonical_line({"model": row["model"], "fields": fields})).hexdigest()


def read_fixtures(folder: Path) -> list[FixtureRow]:
    """Every row of every fixture file, checked; raises FixtureError."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise FixtureError(str(folder), 1, "there is no fixture file here")
    rows = [checked(row) for path in paths for row in _read(path)]
    _check_unique(rows)
    _check_preferred(rows)
    _check_consensus(rows)
    return rows


def _read(path: Path) -> Iterator[FixtureRow]:
    """The objects of a JSON array with the lines that they start on."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FixtureError(path.name, 1, f"not UTF-8: {error.reason}") from error
    decoder = json.JSONDecoder()
    at, line = 0, 1
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise FixtureError(path.name, error.lineno, f"not JSON: {error.msg}") from error
    while (start := text.find("{", at)) >= 0:
        line += text.count("\n", at, start)
        row, end = decoder.raw_decode(text, start)
        yield FixtureRow(path.name, line, row)
        line += text.count("\n", start, end)
        at = end


def checked(fixture: FixtureRow) -> FixtureRow:
    """The row, if its model, its fields and their values are right; raises FixtureError."""
    row = fixture.row
    try:
        model = fixture.model
        fields = row["fields"]
    except (KeyError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise fixture.error(f"no row of ours: {error}") from error
    if model._meta.app_label != "relations" or not isinstance(fields, dict):
        raise fixture.error(f"“{row['model']}” does not belong in a fixture")
    expected = {field.name: field for field in columns(model)}
    if odd := set(fields) ^ set(expected):
        verb = "is missing" if min(odd) in expected else "is unknown"
        raise fixture.error(f"{row['model']}: the field “{min(odd)}” {verb}")
    for name, field in expected.items():
        _check_value(fixture, name, field, fields[name])
    _check_bounds(fixture)
    return fixture


def _check_value(fixture: FixtureRow, name: str, field: Any, value: Any) -> None:
    if field.is_relation:
        keys = value if field.many_to_many else [value]
        if not isinstance(keys, list) or not all(isinstance(key, list) or (key is None and field.null) for key in keys):
            raise fixture.error(f"{name}: not a natural key")
        return
    try:
        field.clean(value, None)
    except ValidationError as error:
        raise fixture.error(f"{name}: {'; '.join(error.messages)}") from error


def _check_bounds(fixture: FixtureRow) -> None:
    """The two bound columns are what the date says."""
    fields = fixture.row["fields"]
    if fixture.row["model"] != "relations.record":
        return
    try:
        found = bounds(fields["date"])
    except DateError as error:
        raise fixture.error(f"date: {error}") from error
    for side in ("earliest", "latest"):
        day = getattr(found, side)
        if fields[side] != (day.isoformat() if day else None):
            raise fixture.error(f"{side}: “{fields[side]}” is not what the date “{fields['date']}” says")


def _check_unique(rows: list[FixtureRow]) -> None:
    seen: dict[str, FixtureRow] = {}
    for row in rows:
        if other := seen.get(row.key):
            raise row.error(f"“{row.key}” stands in {other.file}:{other.line} already")
        seen[row.key] = row


def _check_preferred(rows: list[FixtureRow]) -> None:
    """Exactly one citation of each cited field is the preferred one; the database itself refuses a second."""
    citations = [row for row in rows if row.row["model"] == "relations.citation"]
    preferred = Counter(_about(row) for row in citations if row.row["fields"]["preferred"])
    for row in citations:
        if preferred[_about(row)] != 1:
            record, field = _about(row)
            raise row.error(f"{record}.{field} has {preferred[_about(row)]} preferred citations instead of one")


def _check_consensus(rows: list[FixtureRow]) -> None:
    """The agreement that a record shows is that of its citations."""
    derived = consensus_of(row.row for row in rows)
    for row in rows:
        fields = row.row["fields"]
        if row.row["model"] == "relations.record" and fields["consensus"] != derived.get(fields["slug"], ""):
            raise row.error(f"consensus: “{fields['consensus']}” is not what the citations of {fields['slug']} say")


def _about(row: FixtureRow) -> tuple[str, str]:
    return row.row["fields"]["record"][0], row.row["fields"]["field"]
