"""Queries by key whose SQL is worked out once: on a page of milliseconds the ORM takes longer than the database."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from django.db import connections, models, router
from django.db.models.query import ModelIterable, get_related_populators

from .planned import planned

Rows = models.QuerySet[Any, Any]
Build = Callable[[Rows, Sequence[Any]], Rows]
IN = "IN ("


class Compiled(NamedTuple):
    """SQL, its parameters, what takes the place of which, and what each column goes through on its way out.

    A place is that of one key, or None: of all of them as one array. `whole` makes an object of a row, where the query
    is of whole rows.
    """

    sql: str
    params: tuple[Any, ...]
    places: dict[int, int | None]
    converters: list[tuple[int, Callable[..., Any], Any]]
    whole: Callable[[Sequence[Any]], models.Model] | None = None

    def with_keys(self, keys: Sequence[Any]) -> list[Any]:
        """The parameters for these keys."""
        found = list(self.params)
        for at, place in self.places.items():
            found[at] = list(keys) if place is None else keys[place]
        return found


@dataclass(frozen=True)
class Prepared:
    """Rows of a model; `build` says which, in what order, and by `values_list` or `select_related` with which columns.

    Nothing in it may change but the keys. It is given a queryset of Django's own: modeltranslation's changes the order.
    """

    model: type[models.Model]
    build: Build
    stand_in: Callable[[int], Any] = lambda at: -1 - at  # for a key, while the SQL is made; nothing else is like it
    each_anew: bool = False  # whether how it is best answered depends on how many keys there are
    compiled: dict[tuple[str, int], Compiled] = field(default_factory=dict)

    def rows(self, keys: Sequence[Any]) -> list[Any]:
        """The columns of what the query finds for these keys, each given once."""
        return self._found(keys)[0] if keys else []

    def objects(self, keys: Sequence[Any]) -> list[Any]:
        """The same as objects, where the query is of whole rows."""
        if not keys:
            return []
        found, made = self._found(keys)
        if made.whole is None:
            raise TypeError(f"These are columns of {self.model.__name__}, which make no object.")
        return list(map(made.whole, found))

    def _found(self, keys: Sequence[Any]) -> tuple[list[Any], Compiled]:
        alias = router.db_for_read(self.model)
        takes_arrays = connections[alias].vendor == "postgresql"
        # Else so that a few statements serve any number of keys.
        places = 1 if takes_arrays else 1 << (len(keys) - 1).bit_length()
        made = self.compiled.get((alias, places)) or self._compile(alias, places, takes_arrays)
        params = made.with_keys(keys if takes_arrays else [*keys, *[keys[-1]] * (places - len(keys))])
        with connections[alias].cursor() if self.each_anew else planned(connections[alias]) as cursor:
            cursor.execute(made.sql, params)
            found = cursor.fetchall()
        return list(map(partial(_converted, made, connections[alias]), found)) if made.converters else found, made

    def _compile(self, alias: str, count: int, takes_arrays: bool) -> Compiled:
        keys = [self.stand_in(at) for at in range(count)]
        asked = self.build(models.QuerySet(self.model), keys)
        compiler = asked.query.get_compiler(using=alias)
        sql, params = compiler.as_sql()
        places: dict[int, int | None] = {at: keys.index(each) for at, each in enumerate(params) if each in keys}
        if takes_arrays:
            sql, places = _with_arrays(sql, places), dict.fromkeys(places)
        converters = [
            (position, convert, expression)
            for position, (converts, expression) in compiler.get_converters(
                [each[0] for each in compiler.select]
            ).items()
            for convert in converts
        ]
        whole = _maker(compiler, alias) if asked._iterable_class is ModelIterable else None
        made = Compiled(sql, params, places, converters, whole)
        self.compiled[alias, count] = made
        return made


def hang(thing: models.Model, manager: str, rows_of: type[models.Model], found: list[Any]) -> None:
    """Let the manager of this name have these rows, as `prefetch_related` does."""
    rows: Rows = models.QuerySet(rows_of)
    rows._result_cache, rows._prefetch_done = found, True  # type: ignore[attr-defined]  # the stubs leave them out
    thing.__dict__.setdefault("_prefetched_objects_cache", {})[manager] = rows


def _maker(compiler: Any, alias: str) -> Callable[[Sequence[Any]], models.Model]:
    """What makes an object of a row, with what it joins, as Django's own ModelIterable does."""
    own = compiler.klass_info["select_fields"]
    start, end = own[0], own[-1] + 1
    names = [column.target.attname for column, *_rest in compiler.select[start:end]]
    joined = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]  # newer stubs
    annotated = compiler.annotation_col_map.items()

    def whole(row: Sequence[Any]) -> models.Model:
        found: models.Model = compiler.klass_info["model"].from_db(alias, names, row[start:end])
        for each in joined:
            each.populate(row, found)
        for name, place in annotated:
            setattr(found, name, row[place])
        return found

    return whole


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
    for position, convert, expression in made.converters:
        values[position] = convert(values[position], expression, connection)
    return values
