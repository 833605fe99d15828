"""Database triggers that count public records as they are written, in the transaction of the write.

SQLite counts row by row. PostgreSQL adds up what a statement changes and writes each number once, in the order of its
key; that writers wait for one another at the revision's row already (relations/revision.py) keeps them from deadlock.
No trigger names a public table but its own, which SQLite could not rebuild otherwise.
"""

from collections.abc import Callable, Iterator
from typing import Any

RECORD, PAIR, CELLS, PAIRS = (f"relations_{name}" for name in ("record", "relationship", "cell", "pairnumber"))
KEY = "kind, area, differs, first, last"
CELL_COLUMNS = f"{KEY}, number"
ABOUT = {CELLS: CELL_COLUMNS, PAIRS: "relationship_id, slug, records"}
ROWS = {"INSERT": {"NEW": 1}, "UPDATE": {"OLD": -1, "NEW": 1}, "DELETE": {"OLD": -1}}
YEAR = {
    "sqlite": "COALESCE(CAST(substr({}, 1, 4) AS INTEGER), 0)",
    "postgresql": "COALESCE(EXTRACT(YEAR FROM {})::smallint, 0::smallint)",
}
COUNTED = ("editorial_status", "kind", "area", "consensus", "earliest", "latest", "relationship_id")


def install(apps: Any, schema_editor: Any) -> None:
    """Create or replace every trigger, once the tables of numbers are there."""
    if PAIRS in schema_editor.connection.introspection.table_names():
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)


def statements(vendor: str) -> list[str]:
    """The SQL of every trigger."""
    write: Callable[[str, str], Iterator[str]] = {"sqlite": _sqlite, "postgresql": _postgresql}[vendor]
    return [sql for table in (RECORD, PAIR) for verb in ROWS for sql in write(table, verb)]


def columns(vendor: str, row: str) -> str:
    """The key of a record's cell."""
    first, last = (YEAR[vendor].format(f"{row}.{bound}") for bound in ("earliest", "latest"))
    return f"{row}.kind, {row}.area, {row}.consensus IN ('majority', 'conflict'), {first}, {last}"


def _name(table: str, verb: str) -> str:
    return f"{table}_tallied_{verb.lower()}"  # after the trigger that raises the revision, by the alphabet


def _sqlite(table: str, verb: str) -> Iterator[str]:
    does = " ".join(_one_record(verb)) if table == RECORD else _one_pair(verb)
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in COUNTED)
    when = f"WHEN {differs}" if (table, verb) == (RECORD, "UPDATE") else ""
    yield f"DROP TRIGGER IF EXISTS {_name(table, verb)}"
    yield f"CREATE TRIGGER {_name(table, verb)} AFTER {verb} ON {table} {when} BEGIN {does} END"


def _one_record(verb: str) -> Iterator[str]:
    """Take away what a row counted for, add what it counts for now."""
    for row, sign in ROWS[verb].items():
        yield (
            f"INSERT INTO {CELLS} ({CELL_COLUMNS}) SELECT {columns('sqlite', row)}, {sign} "  # ours
            f"WHERE {row}.editorial_status = 'published' "
            f"ON CONFLICT ({KEY}) DO UPDATE SET number = number + excluded.number;"
        )
        yield (
            f"UPDATE {PAIRS} SET records = records + {sign} "  # noqa: S608  # ours
            f"WHERE relationship_id = {row}.relationship_id AND {row}.editorial_status = 'published';"
        )


def _one_pair(verb: str) -> str:
    return {
        "INSERT": f"INSERT INTO {PAIRS} (relationship_id, slug, records) VALUES (NEW.id, NEW.slug, 0);",  # noqa: S608  # ours
        "UPDATE": f"UPDATE {PAIRS} SET slug = NEW.slug WHERE relationship_id = NEW.id;",  # noqa: S608  # ours
        "DELETE": f"DELETE FROM {PAIRS} WHERE relationship_id = OLD.id;",  # noqa: S608  # ours
    }[verb]


def _postgresql(table: str, verb: str) -> Iterator[str]:
    name = _name(table, verb)
    tables = " ".join(f"{row} TABLE AS {row.lower()}_rows" for row in ROWS[verb])
    does = _records(verb) if table == RECORD else _pairs(verb)
    yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does} RETURN NULL; END $$"
    yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
    yield (
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} REFERENCING {tables} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


def _records(verb: str) -> str:
    """What a statement changes in sum; of most edits nothing is left."""
    cells = _signed(verb, lambda row: columns("postgresql", row))
    pairs = _signed(verb, lambda row: f"{row}.relationship_id")
    return (
        f"INSERT INTO {CELLS} ({CELL_COLUMNS}) SELECT {KEY}, sum(number) "  # noqa: S608  # ours
        f"FROM ({cells}) AS changed ({CELL_COLUMNS}) GROUP BY {KEY} HAVING sum(number) <> 0 ORDER BY {KEY} "
        f"ON CONFLICT ({KEY}) DO UPDATE SET number = {CELLS}.number + excluded.number; "
        f"UPDATE {PAIRS} SET records = records + number FROM (SELECT pair, sum(number) AS number "
        f"FROM ({pairs}) AS changed (pair, number) GROUP BY pair HAVING sum(number) <> 0) AS summed "
        "WHERE relationship_id = pair;"
    )


def _signed(verb: str, about: Callable[[str], str]) -> str:
    """The public ones of the rows that go, less one each, and of those that come."""
    named = {f"{row.lower()}_row": (f"{row.lower()}_rows", sign) for row, sign in ROWS[verb].items()}
    return " UNION ALL ".join(
        f"SELECT {about(row)}, {sign} FROM {rows} AS {row} WHERE {row}.editorial_status = 'published'"  # noqa: S608  # ours
        for row, (rows, sign) in named.items()
    )


def _pairs(verb: str) -> str:
    return {
        "INSERT": f"INSERT INTO {PAIRS} (relationship_id, slug, records) SELECT id, slug, 0 FROM new_rows;",  # noqa: S608
        "UPDATE": f"UPDATE {PAIRS} SET slug = n.slug FROM new_rows AS n WHERE relationship_id = n.id;",  # noqa: S608
        "DELETE": f"DELETE FROM {PAIRS} WHERE relationship_id IN (SELECT id FROM old_rows);",  # noqa: S608
    }[verb]


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop every trigger of ours."""
    postgres = schema_editor.connection.vendor == "postgresql"
    for table in (RECORD, PAIR):
        for verb in ROWS:
            on = f" ON {table}" if postgres else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{on}")
            if postgres:
                schema_editor.execute(f"DROP FUNCTION IF EXISTS {_name(table, verb)}()")
