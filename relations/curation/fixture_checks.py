"""Fixture files checked before anything is written: each row, then what no row can tell alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.db import models

from relations.dates import DateError, bounds
from relations.models import Citation, Record

from .agreed import Said
from .expected import expected_of
from .fixture_files import MODELS, FixtureRow, digest, files, rows_of


@dataclass
class Survey:
    """What is known of a folder of fixtures without holding its rows."""

    paths: list[Path]
    digests: dict[str, str] = field(default_factory=dict)  # of each row, by its key
    # On which lines of which files the rows of a model stand: from the first, with its offset, to the last.
    holders: dict[type[models.Model], dict[Path, tuple[range, int]]] = field(default_factory=dict)

    def rows(self, model: type[models.Model]) -> Iterator[FixtureRow]:
        """The rows of a model, read again."""
        for path, (lines, offset) in self.holders.get(model, {}).items():
            yield from (row for row in rows_of(path, lines, offset) if row.model is model)

    def note(self, row: FixtureRow, path: Path) -> None:
        """Where a row stands; rows come in the order of their lines."""
        of_model = self.holders.setdefault(row.model, {})
        lines, offset = of_model.get(path) or (range(row.line, row.line), row.offset)
        of_model[path] = range(lines.start, row.line + 1), offset

    def find(self, key: str) -> FixtureRow:
        """The first row with a key, to name its file and line."""
        return next(row for path in self.paths for row in rows_of(path) if row.key == key)


def read_fixtures(folder: Path) -> list[FixtureRow]:
    """Every row of every fixture file, checked; raises FixtureError."""
    return [row for path in survey(folder).paths for row in rows_of(path)]


def survey(folder: Path) -> Survey:
    """Read and check every row; raises FixtureError."""
    found, said, shown = Survey(files(folder)), Said(), dict[str, str]()
    for path in found.paths:
        for row in rows_of(path):
            checked(row)
            if row.key in found.digests:
                other = found.find(row.key)
                raise row.error(f"“{row.key}” stands in {other.file}:{other.line} already")
            found.digests[row.key] = digest(row.row)
            found.note(row, path)
            said.note(row.row)
            if row.model is Record:
                shown[row.row["fields"]["slug"]] = row.row["fields"]["consensus"]
    _check_preferred(found, said)
    _check_consensus(found, said, shown)
    return found


def checked(fixture: FixtureRow) -> FixtureRow:
    """The row, if its model, its fields and their values are right; raises FixtureError."""
    try:
        model, fields = fixture.model, fixture.row["fields"]
    except (KeyError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise fixture.error(f"no row of ours: {error}") from error
    if model not in MODELS or not isinstance(fields, dict):
        raise fixture.error(f"“{fixture.row['model']}” does not belong in a fixture")
    expected = expected_of(model)
    if odd := fields.keys() ^ expected.keys():
        verb = "is missing" if min(odd) in expected else "is unknown"
        raise fixture.error(f"{fixture.row['model']}: the field “{min(odd)}” {verb}")
    for name, column in expected.items():
        value = fields[name]
        if not column.passes(value) and (refusal := column.refusal(value)):
            raise fixture.error(f"{name}: {refusal}")
    if model is Record:
        _check_bounds(fixture)
    return fixture


@lru_cache(maxsize=65_536)
def _days(edtf: str) -> tuple[str | None, str | None]:
    """Both bounds of a date as a fixture has them; raises DateError."""
    found = bounds(edtf)
    return _printed(found.earliest), _printed(found.latest)


def _printed(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _check_bounds(fixture: FixtureRow) -> None:
    """The two bound columns are what the date says."""
    fields = fixture.row["fields"]
    try:
        days = _days(fields["date"])
    except DateError as error:
        raise fixture.error(f"date: {error}") from error
    for side, day in zip(("earliest", "latest"), days, strict=True):
        if fields[side] != day:
            raise fixture.error(f"{side}: “{fields[side]}” is not what the date “{fields['date']}” says")


def _check_preferred(found: Survey, said: Said) -> None:
    """Exactly one citation of each cited field is the preferred one; the database itself refuses a second."""
    for record, fields in said.citations.items():
        for name, statements in fields.items():
            if (count := sum(each.preferred for each in statements)) != 1:
                wrong = next(row for row in found.rows(Citation) if _about(row) == (record, name))
                raise wrong.error(f"{record}.{name} has {count} preferred citations instead of one")


def _about(row: FixtureRow) -> tuple[str, str]:
    return row.row["fields"]["record"][0], row.row["fields"]["field"]


def _check_consensus(found: Survey, said: Said, shown: dict[str, str]) -> None:
    """The agreement that a record shows is that of its citations."""
    for slug, state in shown.items():
        if state != said.consensus(slug):
            wrong = found.find(f"relations.record {slug}")
            raise wrong.error(f"consensus: “{state}” is not what the citations of {slug} say")
