"""Database triggers that note what has to be indexed again, in the transaction that changes it.

Whatever writes, be it admin, the loader, loaddata or SQL by hand, is noted, and what is rolled back is not. A trigger
names no table but its own and the list of changes: SQLite could not rebuild a table that another one's trigger names.
Statement triggers with transition tables note a row once a statement on PostgreSQL; SQLite writes one at a time, so
there a row that is waiting already can be left out.
"""

from collections.abc import Iterator
from typing import Any

CHANGES = "relations_searchchange"
# Table → what has to be indexed again, and the column that says which.
WATCHED = {
    "record": ("record", "id"),
    **dict.fromkeys(
        ("agreement", "visit", "council", "councilmeeting", "milestone", "figure", "citation"), ("record", "record_id")
    ),
    **dict.fromkeys(("participation", "record_countries", "record_institutions"), ("record", "record_id")),
    **{noun: (noun, "id") for noun in ("country", "place", "person", "office", "institution", "reporter", "source")},
    "relationship": ("relationship", "id"),
    "tenure": ("person", "person_id"),
}
VERBS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def install(apps: Any, schema_editor: Any) -> None:
    """Create or replace every trigger whose table is there, once the list of changes is."""
    there = set(schema_editor.connection.introspection.table_names())
    if CHANGES not in there:
        return
    write = {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]
    for name, (noun, column) in WATCHED.items():
        if f"relations_{name}" in there:
            for statement in write(f"relations_{name}", noun, column):
                schema_editor.execute(statement)


def _sqlite(table: str, noun: str, column: str) -> Iterator[str]:
    for verb, rows in VERBS.items():
        name = f"{table}_{verb.lower()}_search"
        notes = " ".join(
            f"INSERT INTO {CHANGES} (noun, key) SELECT '{noun}', {row}.{column} "  # noqa: S608  # ours
            f"WHERE NOT EXISTS (SELECT 1 FROM {CHANGES} WHERE noun = '{noun}' AND key = {row}.{column});"
            for row in rows
        )
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN {notes} END"


def _postgresql(table: str, noun: str, column: str) -> Iterator[str]:
    for verb, rows in VERBS.items():
        name, function = f"{table}_{verb.lower()}_search", f"{table}_{verb.lower()}_searched"
        union = " UNION ".join(f"SELECT {column} FROM {row.lower()}_rows" for row in rows)  # noqa: S608  # ours
        tables = " ".join(f"{row} TABLE AS {row.lower()}_rows" for row in rows)
        note = f"INSERT INTO {CHANGES} (noun, key) SELECT '{noun}', changed.{column} FROM ({union}) AS changed"  # noqa: S608
        yield (
            f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {note}; RETURN NULL; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (
            f"CREATE TRIGGER {name} AFTER {verb} ON {table} REFERENCING {tables} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop every trigger of ours."""
    postgres = schema_editor.connection.vendor == "postgresql"
    for name in WATCHED:
        for verb in VERBS:
            trigger = f"relations_{name}_{verb.lower()}_search"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {trigger}" + (f" ON relations_{name}" if postgres else ""))
            if postgres:
                schema_editor.execute(f"DROP FUNCTION IF EXISTS {trigger}ed()")
