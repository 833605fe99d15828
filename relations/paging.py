"""Pages of a list by the key of its rows: no offset, no count, and no row twice or missed while others are added.

A cursor is a day and a number, readable in an address: `2012-10-11.123`, or `.123` where there is no day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
T = TypeVar("T")
U = TypeVar("U")
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

    def parts(self, rows: QuerySet[M], forward: bool = True) -> list[tuple[bool, QuerySet[M]]]:
        """Rows with a day (True) and rows without, as they are met on the way; each is in the order of an index."""
        sign, known = "-" if self.descending == forward else "", getattr(rows, "is_dated", None)
        found = []
        for has_day in (forward, not forward):
            if known in (None, has_day):
                part = rows if known is not None else rows.filter(**{f"{self.column}__isnull": not has_day})
                # By the column, too, where it is empty throughout: or PostgreSQL goes through all keys for their order.
                found.append((has_day, part.order_by(sign + self.column, f"{sign}pk")))
        return found

    def merged(self, keys: Iterable[Key], forward: bool) -> list[Key]:
        """Keys from several lists as they are met on the way."""
        ordered = sorted(keys, key=lambda key: (key.day or date.min, key.pk), reverse=self.descending == forward)
        return sorted(ordered, key=lambda key: (key.day is None) == forward)

    def beyond(self, key: Key, forward: bool) -> Q:
        """The rows past a key, among those that have a day or those that have none, as the key."""
        side = "lt" if self.descending == forward else "gt"
        past = Q(**{f"pk__{side}": key.pk})
        if key.day is None:
            return past
        # The first condition is the one that an index can follow.
        return Q(**{f"{self.column}__{side}e": key.day}) & (Q(**{f"{self.column}__{side}": key.day}) | past)


@dataclass(frozen=True)
class Page(Generic[T]):
    """Rows with the cursors of the pages around them; an empty cursor means that there is none."""

    rows: list[T]
    previous: str = ""
    next: str = ""

    def __iter__(self) -> Iterator[T]:
        return iter(self.rows)

    def of(self: "Page[Key]", found: Mapping[int, U]) -> "Page[U]":
        """The page of what stands under these keys; what was removed meanwhile is left out."""
        return Page([found[key.pk] for key in self.rows if key.pk in found], self.previous, self.next)

    def __len__(self) -> int:
        return len(self.rows)


def first_of(keys: Sequence[Key], size: int = SIZE) -> Page[Key]:
    """The first page of keys that are at hand, more than a page of them where there are more."""
    return Page(list(keys[:size]), next=str(keys[size - 1]) if len(keys) > size else "")


NEWEST, OLDEST = Order(), Order(descending=False)


def page_by_key(
    rows: QuerySet[M], order: Order = NEWEST, after: str = "", before: str = "", size: int = SIZE
) -> Page[M]:
    """The page after or before a cursor, or the first, with all that `rows` joins; raises CursorError."""
    page = keys_of_page(rows, order, after, before, size)
    return page.of({row.pk: row for row in rows.order_by().filter(pk__in=[key.pk for key in page])} if page else {})


def keys_of_page(
    rows: QuerySet[Any] | Sequence[QuerySet[Any]],
    order: Order = NEWEST,
    after: str = "",
    before: str = "",
    size: int = SIZE,
) -> Page[Key]:
    """The keys of that page alone, which an index has, or one for each of several lists; raises CursorError."""
    here = Here.read(after, before)
    lists = [rows] if isinstance(rows, QuerySet) else rows
    found = [each for part in lists for each in _keys(part, order, here, size + 1)]
    return here.page(order.merged(found, here.forward) if len(lists) > 1 else found, size)


@dataclass(frozen=True)
class Here:
    """A place in a list, its beginning where there is no key, and whether the list is read on from it or back."""

    key: Key | None = None
    forward: bool = True

    @classmethod
    def read(cls, after: str, before: str) -> "Here":
        """From what an address says; raises CursorError."""
        cursor = after or before
        return cls(read_cursor(cursor) if cursor else None, bool(after) or not before)

    def parts(self, rows: QuerySet[M], order: Order) -> list[tuple[bool, QuerySet[M]]]:
        """The parts of a list from here on, as `Order.parts` has them."""
        parts = order.parts(rows, self.forward)
        if self.key is None:
            return parts
        has_day = self.key.day is not None
        # What is met before the key's own part lies behind.
        parts = [each for each in parts if has_day == self.forward or each[0] == has_day]
        past = order.beyond(self.key, self.forward)
        return [(day, part.filter(past) if day == has_day else part) for day, part in parts]

    def page(self, keys: list[Key], size: int) -> Page[Key]:
        """The page of these keys, in the order in which they were met, one more than fit where there are more."""
        more, keys = len(keys) > size, keys[:size]
        keys = keys if self.forward else keys[::-1]
        if not keys:
            return Page([])
        earlier, later = (self.key is not None, more) if self.forward else (more, True)
        return Page(keys, previous=str(keys[0]) if earlier else "", next=str(keys[-1]) if later else "")


def _keys(rows: QuerySet[Any], order: Order, here: Here, limit: int) -> list[Key]:
    """The keys of so many rows from here on."""
    found: list[Key] = []
    for _day, part in here.parts(rows, order):
        if len(found) < limit:
            found += [Key(*row) for row in part.values_list(order.column, "pk")[: limit - len(found)]]
    return found
