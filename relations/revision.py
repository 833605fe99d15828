"""Database triggers that raise the revision in the same transaction as each write to public data.

SQLite drops a table's triggers when a migration rebuilds it, so a migration that alters a table ends with
`RunPython(install)`; a test compares the triggers with PUBLIC_TABLES.
"""

from collections.abc import Sequence
from typing import Any

from relations.changes import triggers as touching
from relations.search import triggers
from relations.tallies import triggers as counting

PUBLIC_TABLES = tuple(
    f"relations_{name}"
    for name in (
        "country",
        "place",
        "relationship",
        "institution",
        "person",
        "office",
        "tenure",
        "reporter",
        "source",
        "sourcetext",
        "record",
        "record_countries",
        "record_institutions",
        "participation",
        "agreement",
        "visit",
        "council",
        "councilmeeting",
        "milestone",
        "figure",
        "citation",
        "findinganswer",
    )
)
VERBS = ("INSERT", "UPDATE", "DELETE")
NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}


def install(apps: Any, schema_editor: Any) -> None:
    """Create or replace every trigger, those of search and tallies too; a later table's migration installs again."""
    connection = schema_editor.connection
    there = set(connection.introspection.table_names())
    tables = [table for table in PUBLIC_TABLES if table in there]
    for statement in statements(connection.vendor, tables, touch=touching.FORMER in there):
        schema_editor.execute(statement)
    triggers.install(apps, schema_editor)
    counting.install(apps, schema_editor)


def statements(vendor: str, tables: Sequence[str] = PUBLIC_TABLES, *, touch: bool = True) -> list[str]:
    """The SQL of every trigger; `touch` notes touched records and former names as well."""
    bump = raising(vendor)
    if vendor == "sqlite":
        return [
            sql
            for table in tables
            for verb in VERBS
            for sql in _sqlite(table, verb, f"{bump} {touching.sqlite(table, verb) if touch else ''}")
        ]
    function = (
        "CREATE OR REPLACE FUNCTION relations_bump_revision() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {bump} RETURN NULL; END $$"
    )
    touched = [
        sql for table in tables if touch and table in touching.WATCHED_HERE for sql in touching.postgresql(table)
    ]
    return [function, *(sql for table in tables for sql in _postgresql(table)), *touched]


def raising(vendor: str) -> str:
    """The statement that raises the revision."""
    return (
        f"INSERT INTO relations_revision (id, number, changed_at) VALUES (1, 1, {NOW[vendor]}) "  # noqa: S608  # ours
        "ON CONFLICT (id) DO UPDATE SET number = relations_revision.number + 1, changed_at = excluded.changed_at;"
    )


def _sqlite(table: str, verb: str, does: str) -> tuple[str, str]:
    name = f"{table}_{verb.lower()}_revision"
    return (
        f"DROP TRIGGER IF EXISTS {name}",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN {does} END",
    )


def _postgresql(table: str) -> tuple[str, str]:
    name = f"{table}_revision"
    return (
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION relations_bump_revision()",
    )
