"""Many rows at once, by the fastest road that an engine has; its constraints stay on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

Row = tuple[Any, ...]


def write(table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Add rows: COPY on PostgreSQL, one prepared statement on SQLite."""
    if not rows:
        return
    quote = connection.ops.quote_name
    names = f"{quote(table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {names} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {names} VALUES ({marks})", rows)  # noqa: S608  # our own names


def check_at_once() -> None:
    """Refuse a broken reference at the statement that writes it: PostgreSQL would collect them all until the end."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def without_triggers(tables: Sequence[str]) -> Iterator[None]:
    """Leave out the triggers on these tables, for whoever brings what they keep up to date; constraints stay on.

    Needs a transaction, so that nobody else writes meanwhile and nothing stays off where this fails.
    """
    off, on = _switches(tables)
    with connection.cursor() as cursor:
        for statement in off:
            cursor.execute(statement)
        yield
        for statement in on:
            cursor.execute(statement)


def _switches(tables: Sequence[str]) -> tuple[list[str], list[str]]:
    """The statements that take triggers off, and those that put them on again."""
    if connection.vendor == "postgresql":
        return tuple([f"ALTER TABLE {each} {verb} TRIGGER USER" for each in tables] for verb in ("DISABLE", "ENABLE"))  # type: ignore[return-value]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = [(name, sql) for table, name, sql in cursor.fetchall() if table in tables]
    return [f"DROP TRIGGER {name}" for name, _sql in found], [sql for _name, sql in found]


def settle(*tables: str) -> None:
    """After much was written: tell the engine what the tables hold now, for its plans, and clear away what is gone.

    Without tables, all. PostgreSQL reads dead rows at each question until they are cleared away, and rows that are new
    twice: its autovacuum would see to both in time. Inside a transaction it can only be told.
    """
    vacuums = connection.vendor == "postgresql" and not connection.in_atomic_block
    with connection.cursor() as cursor:
        for table in tables or ("",):
            cursor.execute(f"{'VACUUM (ANALYZE)' if vacuums else 'ANALYZE'} {table}")


def renew(table: str) -> None:
    """After all rows of a table that is read were written anew: its indexes, too, beside their readers.

    On PostgreSQL they keep the room that the old rows had: at a million documents search took twice as long.
    """
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(f"REINDEX TABLE CONCURRENTLY {table}")
