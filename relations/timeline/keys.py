"""The keys of records under filters, page by page or the newest: one statement each, whose SQL is worked out once."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from relations.models.records import RecordQuerySet
from relations.newest import keys_of, together
from relations.paging import NEWEST, SIZE, Here, Key, Order, Page
from relations.shaped import Statement, shaped

from .filters import Filters, everything
from .ways import known, ways

Records = Callable[[], RecordQuerySet]


@dataclass(frozen=True)
class Place:
    """Filters, and where in the list that they leave one is."""

    filters: Filters
    here: Here

    @property
    def shape(self) -> Hashable:
        key = self.here.key
        return self.filters.shape, self.here.forward, key and key.day is not None

    @property
    def values(self) -> list[Any]:
        key = self.here.key
        return [*self.filters.values, *(each for each in key or () if each is not None)]

    def stand_in(self) -> "Place":
        key = self.here.key and Key(self.here.key.day and date(9003, 6, 1), -99)
        return Place(self.filters.stand_in(), Here(key, self.here.forward))


def page_under(
    filters: Filters, order: Order, after: str, before: str, size: int = SIZE, records: Records = everything
) -> Page[Key]:
    """The page that the cursors name of these records under the filters; raises CursorError."""
    here = Here.read(after, before)
    (statement,) = _statement(Place(known(filters), here), records, order, size + 1)
    return here.page(order.merged(keys_of(statement), here.forward)[: size + 1], size)


def newest_under(filters: Filters, most: int, *, dated_alone: bool = False) -> list[Key]:
    """The newest that the filters leave, the undated last or not at all."""
    (statement,) = _statement(Place(known(filters), Here()), everything, NEWEST, most, dated_alone)
    return NEWEST.merged(keys_of(statement), forward=True)[:most]


@shaped
def _statement(
    asked: Place, records: Records, order: Order, most: int, dated_alone: bool = False
) -> Iterable[Statement]:
    lists = ways(asked.filters, records())
    parts = (each for rows in lists for each in asked.here.parts(rows, order))
    yield together([part for has_day, part in parts if has_day or not dated_alone], most)
