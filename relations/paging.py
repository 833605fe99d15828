"""Pages of a list by the key of its rows: no offset, no count, and no row twice or missed while others are added.

A cursor is a day and a number, readable in an address: `2012-10-11.123`, or `.123` where there is no day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
FORM = re.compile(r"(\d{4}-\d\d-\d\d)?\.(\d{1,18})\Z", re.ASCII)
SIZE = 50


class CursorError(ValueError):
    """A cursor that no page ever gave."""


class Key(NamedTuple):
    """Where a row stands: its day, if it has one, and its primary key."""

    day: date | None
    pk: int

    def __str__(self) -> str:
        return f"{self.day or ''}.{self.pk}"


def read_cursor(text: str) -> Key:
    """The key that a cursor names; raises CursorError."""
    found = FORM.match(text)
    try:
        day, pk = found.groups() if found else (None, "")
        return Key(date.fromisoformat(day) if day else None, int(pk))
    except ValueError as error:
        raise CursorError(text[:40]) from error


@dataclass(frozen=True)
class Order:
    """By a column of days, then by primary key; rows without a day come last either way."""

    column: str = "earliest"
    descending: bool = True

    def parts(self, rows: QuerySet[M], forward: bool) -> list[QuerySet[M]]:
        """Rows with a day and rows without, as they are met on the way; each is in the order of an index."""
        sign = "-" if self.descending == forward else ""
        dated = rows.filter(**{f"{self.column}__isnull": False}).order_by(sign + self.column, f"{sign}pk")
        undated = rows.filter(**{f"{self.column}__isnull": True}).order_by(f"{sign}pk")
        return [dated, undated] if forward else [undated, dated]

    def beyond(self, key: Key, forward: bool) -> Q:
        """The rows past a key, among those that have a day or those that have none, as the key."""
        side = "lt" if self.descending == forward else "gt"
        past = Q(**{f"pk__{side}": key.pk})
        if key.day is None:
            return past
        # The first condition is the one that an index can follow.
        return Q(**{f"{self.column}__{side}e": key.day}) & (Q(**{f"{self.column}__{side}": key.day}) | past)


@dataclass(frozen=True)
class Page(Generic[M]):
    """Rows with the cursors of the pages around them; an empty cursor means that there is none."""

    rows: list[M]
    previous: str = ""
    next: str = ""

    def __iter__(self) -> Iterator[M]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


NEWEST, OLDEST = Order(), Order(descending=False)


def page_by_key(
    rows: QuerySet[M], order: Order = NEWEST, after: str = "", before: str = "", size: int = SIZE
) -> Page[M]:
    """The page after or before a cursor, or the first; raises CursorError.

    Keys are read first, by index alone; the rows are then fetched by their keys, with all that `rows` joins to them.
    """
    forward = bool(after) or not before
    cursor = after or before
    keys = _keys(rows, order, read_cursor(cursor) if cursor else None, forward, size + 1)
    more, keys = len(keys) > size, keys[:size]
    keys = keys if forward else keys[::-1]
    if not keys:
        return Page([])
    found = {row.pk: row for row in rows.order_by().filter(pk__in=[key.pk for key in keys])}
    earlier, later = (bool(cursor), more) if forward else (more, True)
    return Page(
        [found[key.pk] for key in keys if key.pk in found],
        previous=str(keys[0]) if earlier else "",
        next=str(keys[-1]) if later else "",
    )


def _keys(rows: QuerySet[Any], order: Order, cursor: Key | None, forward: bool, limit: int) -> list[Key]:
    """The keys of so many rows from a cursor on."""
    parts = order.parts(rows, forward)
    if cursor:
        with_day = cursor.day is not None
        parts = parts if with_day == forward else parts[1:]
        parts[0] = parts[0].filter(order.beyond(cursor, forward))
    found: list[Key] = []
    for part in parts:
        if len(found) < limit:
            found += [Key(*row) for row in part.values_list(order.column, "pk")[: limit - len(found)]]
    return found
