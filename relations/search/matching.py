"""What a question asks of the index, and the numbers of what answers it; each engine translates, none ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from django.db.models import QuerySet

from relations.nodes import reading

from .words import own_token

LENGTHS = (10, 25, 50, 100, 200, 400)


@dataclass(frozen=True)
class Term:
    """One word or value: tokens, each with how close it comes (1 is the word as typed), and beginnings of tokens."""

    tokens: tuple[tuple[str, float], ...]
    prefixes: tuple[str, ...] = ()

    @cached_property
    def spaced(self) -> list[tuple[str, float]]:
        """The tokens between spaces, as documents hold them."""
        return [(f" {token} ", level) for token, level in self.tokens]

    @cached_property
    def own(self) -> list[str]:
        """What the thing itself is called by any of them."""
        return [f" {own_token(token)} " for token, _level in self.tokens]

    @cached_property
    def beginnings(self) -> list[str]:
        return [f" {prefix}" for prefix in self.prefixes]


@dataclass(frozen=True)
class Clause:
    """A part of a question: any of its ways will do, and a way needs all of its terms."""

    ways: tuple[tuple[Term, ...], ...]
    text: str
    folded: str = ""  # where it is a single word


class Engine(Protocol):
    """What differs between databases: the names in this statement, and the notation of a question."""

    TABLE: str
    KEY: str
    NEAR: str

    def condition(self, in_title: bool) -> str: ...
    def expression(self, clauses: Sequence[Clause], in_title: bool) -> str: ...
    def near_words(self, folded: str) -> str: ...


def engine() -> Engine:
    """That of the database in use."""
    from .engines import postgres, sqlite

    engines: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgres}
    found: Engine = engines[reading.connection().vendor]
    return found


def find(
    clauses: Sequence[Clause], limit: int, *, in_title: bool = False, records: QuerySet[Any] | None = None
) -> list[int]:
    """The numbers of records that answer, the last that came into the database first; of these records, if given."""
    within, params = "", ()
    if records is not None:
        sql, params = records.order_by().values("pk").query.sql_with_params()
        within = f" AND {engine().KEY} IN ({sql})"
    return _select(clauses, in_title, f"> 0{within}", params, limit)


def find_others(clauses: Sequence[Clause], limit: int) -> list[int]:
    """The numbers of people, pairs, institutions and sources that answer by their names."""
    return _select(clauses, True, "< 0", (), limit)


def padded(keys: Sequence[int]) -> Sequence[int]:
    """Keys with the last one again and again, so that questions by key come in few lengths, each prepared once."""
    length = next((each for each in LENGTHS if each >= len(keys)), len(keys))
    return [*keys, *(keys[-1],) * (length - len(keys))] if keys else keys


def _select(clauses: Sequence[Clause], in_title: bool, which: str, params: tuple[Any, ...], limit: int) -> list[int]:
    ours = engine()
    statement = (
        f"SELECT {ours.KEY} FROM {ours.TABLE} WHERE {ours.condition(in_title)} "  # noqa: S608  # names of ours
        f"AND {ours.KEY} {which} ORDER BY {ours.KEY} DESC LIMIT %s"
    )
    with reading.connection().cursor() as cursor:
        cursor.execute(statement, [ours.expression(clauses, in_title), *params, limit])
        return [key for (key,) in cursor.fetchall()]
