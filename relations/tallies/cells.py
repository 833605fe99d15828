"""Every number written anew from the records, or compared with them."""

from typing import Any

from django.db import connections, router, transaction

from relations.models import Cell, PairNumber

from .triggers import ABOUT, CELL_COLUMNS, CELLS, PAIRS, RECORD, columns

TRUE_PAIRS = (
    "SELECT pair.id, pair.slug, count(record.id) FROM relations_relationship AS pair "  # noqa: S608  # all SQL here is ours
    f"LEFT JOIN {RECORD} AS record ON record.relationship_id = pair.id AND record.editorial_status = 'published' "
    "GROUP BY pair.id, pair.slug"
)
KEPT = {
    CELLS: f"SELECT {CELL_COLUMNS} FROM {CELLS} WHERE number <> 0",  # noqa: S608
    PAIRS: f"SELECT relationship_id, slug, records FROM {PAIRS}",  # noqa: S608
}


def rebuild(using: str = "") -> None:
    """Count all records, whatever was written while the triggers were away. One statement a table."""
    alias = using or router.db_for_write(Cell)
    with transaction.atomic(alias), connections[alias].cursor() as cursor:
        # Writers wait for this row, so none of them counts while it is counted.
        cursor.execute("UPDATE relations_revision SET number = number + 1 WHERE id = 1")
        for table, true in _true(connections[alias].vendor).items():
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
            cursor.execute(f"INSERT INTO {table} ({ABOUT[table]}) {true}")


def wrong(using: str = "") -> list[tuple[Any, ...]]:
    """Rows that stand otherwise in the tables than a count of all records has them: none, if the triggers are right."""
    connection = connections[using or router.db_for_read(PairNumber)]
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for table, true in _true(connection.vendor).items():
            for one, other in ((KEPT[table], true), (true, KEPT[table])):
                cursor.execute(f"SELECT * FROM ({one}) AS one EXCEPT SELECT * FROM ({other}) AS other")  # noqa: S608
                found += cursor.fetchall()
    return found


def _true(vendor: str) -> dict[str, str]:
    """What each table should hold."""
    cells = (
        f"SELECT {columns(vendor, 'record')}, count(*) FROM {RECORD} AS record "  # noqa: S608
        "WHERE record.editorial_status = 'published' GROUP BY 1, 2, 3, 4, 5"
    )
    return {CELLS: cells, PAIRS: TRUE_PAIRS}
