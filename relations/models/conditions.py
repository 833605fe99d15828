"""Conditions of partial indexes, the same in the index and in a query.

Their values stand in the SQL itself: an engine uses a partial index only where it sees that the query asks for no more.
"""

from typing import Any

from django.db.models import BooleanField, Func, IntegerField


class Year(Func):
    """The year of a day; Django's own calls Python for each row on SQLite."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(substr(%(expressions)s, 1, 4) AS INTEGER)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="EXTRACT(YEAR FROM %(expressions)s)::integer", **context)


class Differs(Func):
    """Whether sources differ, by how well they agree."""

    template = "%(expressions)s IN ('majority', 'conflict')"
    output_field = BooleanField()


class OverYears(Func):
    """Whether two days lie in different years; an open one lies in none."""

    arg_joiner = " <> "
    template = "(%(expressions)s) IS NOT FALSE"
    output_field = BooleanField()

    def __init__(self, first: str, last: str) -> None:
        super().__init__(Year(first), Year(last))
