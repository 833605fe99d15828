"""The CSV of a table read back, row by row: what the other formats are made of, without the database."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from .schema import Table

LONGEST = 10_000_000  # characters in a cell; the module stops at 131,072
PARSERS: dict[str, Callable[[str], Any]] = {
    "boolean": lambda cell: cell == "true",
    "decimal": Decimal,
    "integer": int,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "list": str.split,
}


def raw(folder: Path, table: Table) -> Iterator[list[str | None]]:
    """The cells of each row as written; None where nothing is known."""
    csv.field_size_limit(LONGEST)
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        next(lines)
        for line in lines:
            yield [cell or None for cell in line]


def typed(folder: Path, table: Table) -> Iterator[list[Any]]:
    """The cells of each row as what they are: exact numbers, days, moments, lists (empty rather than None)."""
    parsers = [PARSERS.get(column.type, str) for column in table.columns]
    absent: list[Any] = [[] if column.type == "list" else None for column in table.columns]
    for line in raw(folder, table):
        yield [none if cell is None else parse(cell) for cell, parse, none in zip(line, parsers, absent, strict=True)]
