"""The newest of many rows at a cost that does not grow with them: each question follows its index. No HTTP."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from relations.models import Record, Relationship
from relations.models.records import RecordQuerySet
from relations.paging import NEWEST, Key
from relations.shaped import Statement, day_of
from relations.shaped import rows as rows_of

T = TypeVar("T")


class Newest(list[T]):
    """The newest rows of something; `is_cut` where there are more of them."""

    def __init__(self, rows: Any = (), is_cut: bool = False) -> None:
        super().__init__(rows)
        self.is_cut = is_cut


def of_pair(pair: Relationship, **where: Any) -> tuple[RecordQuerySet, RecordQuerySet]:
    """A pair's own published records, and those that both countries are party to with others."""
    published: RecordQuerySet = Record.objects.published().filter(**where)
    parties: Any = Record.countries.through.objects
    one, other = (parties.filter(country__code=code) for code in pair.codes)
    both = one.filter(record__in=other.values("record")).values("record")
    return published.filter(relationship=pair), published.filter(relationship=None, pk__in=both)


def newest_keys(*questions: QuerySet[Any], most: int, dated_alone: bool = False) -> list[int]:
    """The keys of the newest records that answer any question, the undated last or not at all: one statement."""
    parts = [part for asked in questions for has_day, part in NEWEST.parts(asked) if has_day or not dated_alone]
    return [key.pk for key in NEWEST.merged(keys_of(together(parts, most)), forward=True)[:most]]


def together(parts: Iterable[QuerySet[Any]], most: int) -> Statement:
    """So many of each of these lists of records, with their days, as one statement; none where nothing can be found.

    Each is asked for by itself: so each can stop at its limit in an index.
    """
    arms: list[str] = []
    params: list[Any] = []
    for part in parts:
        try:
            sql, values = part.values_list("pk", "earliest")[:most].query.sql_with_params()
        except EmptyResultSet:
            continue
        # By name, for translated models select their columns in any order.
        arms.append(f"SELECT pk, earliest FROM ({sql}) AS arm{len(arms)}")  # noqa: S608  # written by Django
        params += values
    return Statement(" UNION ALL ".join(arms), params)


def keys_of(statement: Statement) -> set[Key]:
    """What such a statement finds, each record once."""
    return {Key(day_of(said), key) for key, said in rows_of(statement)} if statement.sql else set()


def newest(*questions: QuerySet[Any], rows: QuerySet[Any], most: int) -> Newest[Any]:
    """The newest records that answer any question, as `rows` fetches them, in that order."""
    keys = newest_keys(*questions, most=most + 1)
    found = rows.in_bulk(keys[:most])
    return Newest((found[key] for key in keys[:most] if key in found), len(keys) > most)
