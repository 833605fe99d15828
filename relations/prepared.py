"""Queries by key whose SQL is worked out once: on a page of milliseconds the ORM takes longer than the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from django.db import connections, models, router

Rows = models.QuerySet[Any, Any]
Build = Callable[[Rows, Sequence[Any]], Rows]


class Compiled(NamedTuple):
    """SQL, its parameters, which key takes the place of each, and what each column goes through on its way out."""

    sql: str
    params: tuple[Any, ...]
    places: dict[int, int]
    converters: dict[int, tuple[list[Callable[..., Any]], Any]]


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
        places = 1 << (len(keys) - 1).bit_length()  # so that a few statements serve any number of keys
        keys = [*keys, *[keys[-1]] * (places - len(keys))]
        made = self.compiled.get((alias, places)) or self._compile(alias, places)
        params = [keys[made.places[at]] if at in made.places else each for at, each in enumerate(made.params)]
        with connections[alias].cursor() as cursor:
            cursor.execute(made.sql, params)
            found = cursor.fetchall()
        return list(map(partial(_converted, made, connections[alias]), found)) if made.converters else found

    def _compile(self, alias: str, count: int) -> Compiled:
        keys = [self.stand_in(at) for at in range(count)]
        compiler = self.build(models.QuerySet(self.model), keys).query.get_compiler(using=alias)
        sql, params = compiler.as_sql()
        places = {at: keys.index(each) for at, each in enumerate(params) if each in keys}
        made = Compiled(sql, params, places, compiler.get_converters([each[0] for each in compiler.select]))
        self.compiled[alias, count] = made
        return made


def _converted(made: Compiled, connection: Any, row: tuple[Any, ...]) -> list[Any]:
    """A row as Django would give it: decimals, moments and truth values are not alike on both engines."""
    values = list(row)
    for position, (converters, expression) in made.converters.items():
        for convert in converters:
            values[position] = convert(values[position], expression, connection)
    return values
