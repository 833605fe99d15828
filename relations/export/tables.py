"""CSV, UTF-8 as RFC 4180 has it: what is many stands in one cell with spaces between, unknown is empty.

A cell that begins with =, +, - or @ is left as it is: a mark before it would change the data, and programs that read
CSV are to open these files as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import models

from relations.models import Country, Record

from . import fixture, public
from .records import RecordExport, number
from .selecting import Converter, tuples

Cells = Sequence[Any]


def of_model(model: type[models.Model]) -> Iterator[Cells]:
    """A table that is no kind of record, with the columns of its fixture."""
    return _cells(public.rows(model), fixture.columns(model))


def of_kind(export: RecordExport) -> Iterator[Cells]:
    """The records of a kind."""
    return _cells(public.rows(export.model), export.fields)


def of_records() -> Iterator[Cells]:
    """What every record has, whatever its kind."""
    return of_kind(RecordExport(Record, {}))


def of_link(name: str, model: type[models.Model]) -> Iterator[Cells]:
    """What is many on a record, each on a row of its own."""
    far = Record._meta.get_field(name).m2m_reverse_field_name()  # type: ignore[union-attr]  # it is many to many
    paths = ("record__slug", f"{far}__{'code' if model is Country else 'slug'}")
    links = getattr(Record, name).through.objects.filter(public.leaves("", "record__"))
    ordered = links.order_by(*map(public.Bytewise, paths)).values_list(*paths)
    return iter(ordered.iterator(chunk_size=public.CHUNK))


def _cells(queryset: models.QuerySet[Any], fields: Sequence[Any]) -> Iterator[Cells]:
    return tuples(queryset, fields, cell)


def cell(field: Any) -> Converter | None:
    """What makes a cell of a selected value, where the module that writes CSV would spell it otherwise."""
    if field.many_to_many:
        return lambda keys: " ".join(sorted(keys.split()))
    if isinstance(field, models.BooleanField):
        return ("false", "true").__getitem__
    return number if isinstance(field, models.DecimalField) else None


def render(rows: Iterable[Cells], columns: Sequence[str]) -> Iterator[bytes]:
    """The header, then a line a row."""
    yield _lines([columns])
    rows = iter(rows)
    while some := list(islice(rows, public.CHUNK)):
        yield _lines(some)


def _lines(rows: Sequence[Cells]) -> bytes:
    """What `csv.writer` writes, column by column: that looks at every character, and most columns need no quotes.

    It would put the only cell of a row into quotes where it is empty; no table has one column.
    """
    columns = map(_spelt, zip(*rows, strict=True))
    return "".join(f"{line}\r\n" for line in map(",".join, zip(*columns, strict=True))).encode()


def _spelt(values: Sequence[Any]) -> Sequence[str]:
    """The cells of a column as text, quoted where they must be."""
    try:
        text = "".join(values)
    except TypeError:  # not all of it is text
        values = ["" if value is None else str(value) for value in values]
        text = "".join(values)
    return [_quoted(value) for value in values] if _is_special(text) else values


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""')) if _is_special(text) else text


def _is_special(text: str) -> bool:
    return "," in text or '"' in text or "\n" in text or "\r" in text
