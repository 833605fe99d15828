"""Cursors for statements that are asked over and over with other values: PostgreSQL plans these once a connection.

Django's own puts the values into the text, so that each is a new statement to the server, and its plan takes longer
than many an answer. The values go apart here, and settings has the server plan for any of them (`plan_cache_mode`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.utils import CursorWrapper


@contextmanager
def planned(connection: Any) -> Iterator[CursorWrapper]:
    """A cursor of Django's, with psycopg's own inside, unless Django logs queries: it takes values from the text."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and not connection.queries_logged:
            cursor.cursor = connection.Database.Cursor(connection.connection)
        yield cursor
