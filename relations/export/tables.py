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

from relations.models import Country, Record

from . import fixture, public
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


def of_records() -> Iterator[Row]:
    """What every record has, whatever its kind."""
    return of_kind(RecordExport(Record, {}))


def of_link(name: str, model: type[models.Model], columns: Sequence[str]) -> Iterator[Row]:
    """What is many on a record, each on a row of its own."""
    far = Record._meta.get_field(name).m2m_reverse_field_name()  # type: ignore[union-attr]  # it is many to many
    paths = ("record__slug", f"{far}__{'code' if model is Country else 'slug'}")
    links = getattr(Record, name).through.objects.filter(public.leaves("", "record__"))
    ordered = links.order_by(*map(public.Bytewise, paths)).values_list(*paths)
    for keys in ordered.iterator(chunk_size=public.CHUNK):
        yield dict(zip(columns, keys, strict=True))


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
