"""CSV, UTF-8 as RFC 4180 has it: what is many stands in one cell with spaces between, unknown is empty.

A cell that begins with =, +, - or @ is left as it is: a mark before it would change the data, and programs that read
CSV are to open these files as text.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import models

from . import fixture
from .records import RecordExport, plain
from .rows import Row, canonical


def of_model(model: type[models.Model]) -> Iterator[Row]:
    """A table that is no kind of record, with the columns of its fixture."""
    for row in fixture.of_model(model):
        yield {name: plain(value) for name, value in row["fields"].items()}


def of_kind(export: RecordExport) -> Iterator[Row]:
    """The records of a kind."""
    for _, row in export.rows():
        yield row


def render(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[bytes]:
    """The header, then a line a row."""
    yield _line(columns)
    for row in rows:
        yield _line([cell(row[column]) for column in columns])


def cell(value: Any) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " ".join(value)
    return canonical(value) if isinstance(value, date) else str(value)


def _line(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()
