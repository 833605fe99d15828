"""Queries by key whose SQL is worked out once: on a page of milliseconds the ORM takes longer than the database."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

import psycopg
from django.db import connections, models, router

Rows = models.QuerySet[Any, Any]
Build = Callable[[Rows, Sequence[Any]], Rows]
IN = "IN ("


class Compiled(NamedTuple):
    """SQL, its parameters, what takes the place of which, and what each column goes through on its way out.

    A place is that of one key, or None: of all of them as one array.
    """

    sql: str
    params: tuple[Any, ...]
    places: dict[int, int | None]
    converters: dict[int, tuple[list[Callable[..., Any]], Any]]

    def with_keys(self, keys: Sequence[Any]) -> list[Any]:
        """The parameters for these keys."""
        found = list(self.params)
        for at, place in self.places.items():
            found[at] = list(keys) if place is None else keys[place]
        return found


@dataclass(frozen=True)
class Prepared:
    """Columns of a model's rows; `build` says of which rows and, by `values_list`, which, in that order.

    Nothing in it may change but the keys. It is given a queryset of Django's own: modeltranslation's changes the order.
    """

    model: type[models.Model]
    build: Build
    stand_in: Callable[[int], Any] = lambda at: -1 - at  # for a key, while the SQL is made; nothing else is like it
    compiled: dict[tuple[str, int], Compiled] = field(default_factory=dict)

    def rows(self, keys: Sequence[Any]) -> list[Any]:
        """What the query finds for these keys, each given once."""
        if not keys:
            return []
        alias = router.db_for_read(self.model)
        takes_arrays = connections[alias].vendor == "postgresql"
        # Else so that a few statements serve any number of keys.
        places = 1 if takes_arrays else 1 << (len(keys) - 1).bit_length()
        made = self.compiled.get((alias, places)) or self._compile(alias, places, takes_arrays)
        params = made.with_keys(keys if takes_arrays else [*keys, *[keys[-1]] * (places - len(keys))])
        with connections[alias].cursor() as cursor:
            if takes_arrays:  # the server plans it once a connection; Django's own cursor puts the keys into the text
                cursor.cursor = psycopg.Cursor(connections[alias].connection)
            cursor.execute(made.sql, params)
            found = cursor.fetchall()
        return list(map(partial(_converted, made, connections[alias]), found)) if made.converters else found

    def _compile(self, alias: str, count: int, takes_arrays: bool) -> Compiled:
        keys = [self.stand_in(at) for at in range(count)]
        compiler = self.build(models.QuerySet(self.model), keys).query.get_compiler(using=alias)
        sql, params = compiler.as_sql()
        places: dict[int, int | None] = {at: keys.index(each) for at, each in enumerate(params) if each in keys}
        if takes_arrays:
            sql, places = _with_arrays(sql, places), dict.fromkeys(places)
        made = Compiled(sql, params, places, compiler.get_converters([each[0] for each in compiler.select]))
        self.compiled[alias, count] = made
        return made


def _with_arrays(sql: str, places: Iterable[int]) -> str:
    """The same with an array in the place of each single key: hundreds of parameters take longer than their answer."""
    parts = sql.split("%s")
    for at in places:
        if not (parts[at].endswith(IN) and parts[at + 1].startswith(")")):
            raise ValueError(f"A key stands elsewhere than in a list: {sql}")
        parts[at] = f"{parts[at].removesuffix(IN)}= ANY("
    return "%s".join(parts)


def _converted(made: Compiled, connection: Any, row: tuple[Any, ...]) -> list[Any]:
    """A row as Django would give it: decimals, moments and truth values are not alike on both engines."""
    values = list(row)
    for position, (converters, expression) in made.converters.items():
        for convert in converters:
            values[position] = convert(values[position], expression, connection)
    return values
