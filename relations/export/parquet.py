"""One Parquet file a table, typed: exact decimals, days, moments in UTC, lists; written a group of rows at a time."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pyarrow
from pyarrow.parquet import ParquetWriter

from . import cells
from .edition import Draft, Edition
from .schema import LANGUAGES, Column, Table

GROUP = 10_000  # rows held in memory at a time
TYPES: dict[str, pyarrow.DataType] = {
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
    "datetime": pyarrow.timestamp("us", tz="UTC"),
    "decimal": pyarrow.decimal128(18, 3),
    "integer": pyarrow.int64(),
    "list": pyarrow.list_(pyarrow.string()),
}
CHOICE = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())


def write(table: Table, draft: Draft) -> int:
    """Write a table; returns how many rows it has."""
    schema, count = schema_of(table, draft.edition), 0
    rows = cells.typed(draft.folder, table)
    with ParquetWriter(draft.folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pyarrow.Table.from_arrays(list(_arrays(group, schema)), schema=schema))
            count += len(group)
    return count


def _arrays(group: list[list[Any]], schema: pyarrow.Schema) -> Iterator[pyarrow.Array]:
    for values, field in zip(zip(*group, strict=True), schema, strict=True):
        yield pyarrow.array(values, type=field.type)


def schema_of(table: Table, edition: Edition) -> pyarrow.Schema:
    """The columns, and what the file says of itself."""
    said = {
        **edition.facts,
        **{f"title_{language}": table.title(language) for language in LANGUAGES},
    }
    return pyarrow.schema([_field(column) for column in table.columns], metadata=said)


def _field(column: Column) -> pyarrow.Field:
    type_ = CHOICE if column.choices else TYPES.get(column.type, pyarrow.string())
    said = {f"title_{language}": column.title(language) for language in LANGUAGES}
    if column.help:
        said |= {f"description_{language}": column.description(language) for language in LANGUAGES}
    return pyarrow.field(column.name, type_, nullable=not column.required, metadata=said)
