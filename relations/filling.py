"""An empty database filled: what triggers keep row by row is worked out once, when all rows are there.

On SQLite the triggers of a row took five times as long as the row itself with all its indexes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from relations import tallies
from relations.bulk import check_at_once, without_triggers
from relations.changes.triggers import TOUCHES
from relations.models import FormerName, RecordTouch
from relations.revision import PUBLIC_TABLES, raising
from relations.search.triggers import CHANGES, WATCHED

TOUCHED = (
    f"INSERT INTO {TOUCHES} (record_id, slug, kind, revision, changed_at, kept, gone) "  # noqa: S608  # ours
    "SELECT record.id, record.slug, record.kind, now.number, now.changed_at, {kept}, %s "
    "FROM relations_record AS record, relations_revision AS now"
)


def remembers_nothing() -> bool:
    """Whether triggers have noted no record and no name: the rows that come could be those that were there before."""
    return not (RecordTouch.objects.exists() or FormerName.objects.exists())


@contextmanager
def filling(*, kept: bool = False) -> Iterator[None]:
    """Write without triggers into public tables that hold nothing, then note what these would have noted.

    `kept` says that the records' versions need not be kept. Needs a transaction, as `without_triggers` does.
    """
    check_at_once()  # PostgreSQL puts triggers on again where no reference waits to be checked
    with without_triggers(PUBLIC_TABLES):
        yield
    tallies.rebuild()
    with connection.cursor() as cursor:
        cursor.execute(raising(connection.vendor))
        cursor.execute(TOUCHED.format(kept="now.number" if kept else "0"), [False])
        for table, (noun, key) in WATCHED.items():
            if key == "id":
                cursor.execute(f"INSERT INTO {CHANGES} (noun, key) SELECT %s, id FROM relations_{table}", [noun])  # noqa: S608
