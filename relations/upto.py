"""Counting no further than anybody reads: “1,000+” says as much as the number does. No HTTP."""

from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

MOST = 1000


class UpTo(Subquery):
    """How many rows a question has, or the most that are looked at."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any], most: int = MOST) -> None:
        super().__init__(rows.order_by().values("pk")[:most])


def up_to(rows: QuerySet[Any], most: int = MOST) -> int:
    """The same of one question."""
    return rows.order_by().values("pk")[:most].count()
