"""Statements whose SQL follows from the shape of a question: worked out once a shape, of a question with stand-ins.

What relations/prepared.py does for rows by key, this does for lists under filters.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from functools import wraps
from typing import Any, NamedTuple, Protocol, Self, TypeVar

from relations.nodes import reading
from relations.planned import planned

MOST = 256  # shapes that are remembered of one kind of statement; the SQL of one may be as long as thirty pages


class Question(Protocol):
    """`shape` is all that decides the SQL but the values in it; a stand-in has the same shape, and values like none."""

    @property
    def shape(self) -> Hashable: ...

    @property
    def values(self) -> Sequence[Any]: ...

    def stand_in(self) -> Self: ...


class Statement(NamedTuple):
    sql: str
    params: Sequence[Any]


class Worked(NamedTuple):
    """A statement made of a stand-in, and which of its parameters are which of the values."""

    made: Statement
    places: list[tuple[int, int]]

    def with_values(self, values: Sequence[Any]) -> Statement:
        params = list(self.made.params)
        for at, value in self.places:
            params[at] = values[value]
        return Statement(self.made.sql, params)


Q = TypeVar("Q", bound=Question)
Build = Callable[..., Iterable[tuple[str, Sequence[Any]]]]


def shaped(build: Build) -> Callable[..., list[Statement]]:
    """Statements of a question, the first argument; the others belong to its shape as they are."""
    known: dict[Hashable, list[Worked]] = {}

    @wraps(build)
    def statements(asked: Question, *rest: Hashable) -> list[Statement]:
        key = (reading.alias(), asked.shape, rest)
        if (found := known.get(key)) is None:
            stand_in = asked.stand_in()
            of_values = _adapted(stand_in.values)
            found = [_worked(Statement(*each), of_values) for each in build(stand_in, *rest)]
            if len(known) >= MOST:
                known.clear()
            known[key] = found
        values = _adapted(asked.values)
        return [each.with_values(values) for each in found]

    return statements


def rows(statement: Statement) -> list[tuple[Any, ...]]:
    """What the database that is read now answers, as it comes."""
    with planned(reading.connection()) as cursor:
        cursor.execute(statement.sql, statement.params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def day_of(said: date | str | None) -> date | None:
    """A day in such a row: SQLite has text where it does not know which column it is of."""
    return date.fromisoformat(said) if isinstance(said, str) else said


def _worked(made: Statement, values: Sequence[Any]) -> Worked:
    return Worked(made, [(at, values.index(each)) for at, each in enumerate(made.params) if each in values])


def _adapted(values: Sequence[Any]) -> list[Any]:
    """As the parameters of the database have them: SQLite keeps days as text."""
    adapted = reading.connection().ops.adapt_datefield_value
    return [adapted(each) if isinstance(each, date) else each for each in values]
