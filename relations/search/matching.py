"""What a question asks of the index, and the numbers of what answers it; each engine translates, none ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from relations.nodes import reading
from relations.planned import planned

from .words import own_token


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
    def whole(self) -> list[str]:
        """The same without how close they come."""
        return [token for token, _level in self.spaced]

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

    @cached_property
    def own(self) -> list[str]:
        """What the thing itself is called by any of its terms."""
        return [token for way in self.ways for term in way for token in term.own]


Way = tuple[str, str]  # a condition, with a place for the question, and what the newest go by: worded for its plan


class Engine(Protocol):
    """What differs between databases: the names in this statement, the notation of a question, and ways to answer it.

    They are tried until one finds as many as are wanted; the last finds all there are.
    """

    TABLE: str
    KEY: str
    NEAR: str

    def ways(self, clauses: Sequence[Clause], in_title: bool, limit: int) -> Sequence[Way]: ...
    def way_to_others(self) -> Way: ...
    def expression(self, clauses: Sequence[Clause], in_title: bool) -> str: ...
    def near_words(self, folded: str) -> str: ...


def engine() -> Engine:
    """That of the database in use."""
    from .engines import postgres, sqlite

    engines: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgres}
    found: Engine = engines[reading.connection().vendor]
    return found


def find(clauses: Sequence[Clause], limit: int, *, in_title: bool = False) -> list[int]:
    """The numbers of records that answer, the last that came into the database first."""
    ours, found = engine(), list[int]()
    asked = ours.expression(clauses, in_title)
    for way in ours.ways(clauses, in_title, limit):
        found = _select(way, "> 0", [asked, limit])
        if len(found) == limit:
            break
    return found


def is_met(clauses: Sequence[Clause], text: str) -> bool:
    """Whether columns of a document answer, as the engines tell it: each clause by one of its ways, all its terms."""
    return all(any(all(_is_there(term, text) for term in way) for way in clause.ways) for clause in clauses)


def _is_there(term: Term, text: str) -> bool:
    return any(map(text.__contains__, term.whole)) or any(map(text.__contains__, term.beginnings))


def find_others(clauses: Sequence[Clause], limit: int) -> list[int]:
    """The numbers of people, pairs, institutions and sources that answer by their names."""
    return _select(engine().way_to_others(), "< 0", [engine().expression(clauses, True), limit])


def _select(way: Way, which: str, params: Sequence[Any]) -> list[int]:
    ours, (condition, order) = engine(), way
    statement = (
        f"SELECT {ours.KEY} FROM {ours.TABLE} WHERE {condition} "  # noqa: S608  # names of ours
        f"AND {ours.KEY} {which} ORDER BY {order} DESC LIMIT %s"
    )
    with planned(reading.connection()) as cursor:
        cursor.execute(statement, params)
        return [key for (key,) in cursor.fetchall()]
