"""data.sqlite: the tables with their keys, an index for search, and views for what is asked most.

The same data give the same bytes, as long as the version of SQLite is the same: rows are written in one order, in one
transaction, to a new file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from . import cells
from .edition import Draft, Edition
from .schema import Column, Table, tables
from .sqlite_views import VIEWS

DATABASE = "data.sqlite"
TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "decimal": "NUMERIC", "date": "DATE", "datetime": "DATETIME"}
# What a reader searches in; Datasette finds these by their content table.
SEARCHED = {
    "records": ("title_tr", "title_en", "summary_tr", "summary_en"),
    "people": ("name_tr", "name_en", "summary_tr", "summary_en"),
    "institutions": ("name_tr", "name_en", "abbreviation_tr", "abbreviation_en", "summary_tr", "summary_en"),
    "sources": ("title_tr", "title_en", "publisher_tr", "publisher_en", "author"),
}


def write(draft: Draft) -> None:
    """Fill a new database."""
    with closing(sqlite3.connect(draft.folder / DATABASE, isolation_level=None)) as database:
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA page_size = 4096", "BEGIN"):
            database.execute(statement)
        for table in tables():
            database.execute(create(table))
            database.executemany(insert(table), _rows(draft, table))
        _describe(database, draft.edition)
        for statement in (*_indexes(), *_search(), *VIEWS.values(), "COMMIT", "ANALYZE"):
            database.execute(statement)


def create(table: Table) -> str:
    """The table, with what its columns may hold."""
    lines = [_column(column) for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({_names(table.key)})")
    for column in table.columns:
        if column.points_at:
            target, key = column.points_at
            lines.append(f'FOREIGN KEY ("{column.name}") REFERENCES "{target}" ("{key}")')
    return f'CREATE TABLE "{table.name}" (\n  {f",{chr(10)}  ".join(lines)}\n)'


def _column(column: Column) -> str:
    bounds = f"{' NOT NULL' if column.required else ''}{' UNIQUE' if column.unique else ''}"
    return f'"{column.name}" {TYPES.get(column.type, "TEXT")}{bounds}'


def insert(table: Table) -> str:
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'  # noqa: S608  # our own names


def _rows(draft: Draft, table: Table) -> Iterator[list[Any]]:
    """Cells as they were written: a column's type makes numbers of them without loss."""
    truths = [column.type == "boolean" for column in table.columns]
    for row in cells.raw(draft.folder, table):
        yield [cell if not truth else cell == "true" for cell, truth in zip(row, truths, strict=True)]


def _describe(database: sqlite3.Connection, edition: Edition) -> None:
    """What the file says of itself."""
    database.execute('CREATE TABLE "edition" ("property" TEXT PRIMARY KEY, "value" TEXT NOT NULL)')
    said = {
        **edition.facts,
        "citation_tr": edition.cite("tr"),
        "citation_en": edition.cite("en"),
    }
    database.executemany('INSERT INTO "edition" VALUES (?, ?)', said.items())


def _indexes() -> Iterator[str]:
    """One on each column that points elsewhere, and on the dates."""
    for table in tables():
        for column in table.columns:
            if (column.points_at and table.key[:1] != (column.name,)) or column.name == "date_earliest":
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'


def _search() -> Iterator[str]:
    for name, columns in SEARCHED.items():
        yield (
            f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({", ".join(columns)}, content="{name}", '
            "tokenize='unicode61 remove_diacritics 2')"
        )
        yield f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (\'rebuild\')'  # noqa: S608  # our own names


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
