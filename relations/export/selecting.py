"""Rows as tuples, a whole table in one query: a link as the key that it names, what is many as one text of keys."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from django.db import models
from django.db.models import CharField, F, Func, OuterRef, Subquery, Value
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.sql.constants import MULTI
from modeltranslation.manager import MultilingualQuerySet

from relations.models import Country

from . import public

Converter = Callable[[Any], Any]


class Joined(Aggregate):
    """Keys with spaces between, in no order: neither codes nor slugs hold one."""

    output_field = CharField()
    template = "%(function)s(%(expressions)s, ' ')"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


class Moment(Func):
    """A moment as `canonical` spells it: UTC, to the microsecond."""

    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "REPLACE(SUBSTR(%(expressions)s || '.000000', 1, 26), ' ', 'T') || 'Z'"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = """TO_CHAR(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
        return self.as_sql(compiler, connection, template=template, **context)


class Truth(Func):
    """A truth value as 0 or 1, and as no field's that Django would make something of, row by row."""

    output_field = CharField()
    template = "CAST(%(expressions)s AS integer)"


def tuples(
    queryset: models.QuerySet[Any],
    fields: Sequence[Any],
    convert: Callable[[Any], Converter | None],
    *more: str,
    hide: bool = True,
    blank: bool = True,
) -> Iterator[Sequence[Any]]:
    """These columns of each row, with what `convert` says is done to their values, then what stands at `more` paths.

    `hide` makes a link to a draft one to nothing. Without `blank` an empty text is nothing as well.
    """
    if isinstance(queryset, MultilingualQuerySet):
        queryset = queryset.rewrite(False)
    chosen = [selected(field, hide=hide, blank=blank) for field in fields]
    converters = [*map(convert, fields), *(None for _ in more)]
    return chain.from_iterable(_chunks(queryset.values_list(*chosen, *more), converters))


def _chunks(asked: models.QuerySet[Any], converters: Sequence[Converter | None]) -> Iterator[Iterable[Sequence[Any]]]:
    """What `iterator` gives one by one, many rows at a time: a step of Python for each costs as much as reading it."""
    compiler = asked.query.get_compiler(using=asked.db)
    chunks = compiler.execute_sql(MULTI, chunked_fetch=True, chunk_size=public.CHUNK)
    djangos = compiler.get_converters([column for column, *_rest in compiler.select])
    steps = [
        _after(djangos[at], compiler.connection, convert) if at in djangos else convert
        for at, convert in enumerate(converters)
    ]
    for chunk in chunks:
        yield converted(chunk, steps)


def _after(djangos: tuple[Sequence[Any], Any], connection: Any, convert: Converter | None) -> Converter:
    """What Django makes of a driver's value, then what we make of that."""
    first, expression = djangos

    def converter(value: Any) -> Any:
        for each in first:
            value = each(value, expression, connection)
        return convert(value) if convert else value

    return converter


def selected(field: Any, *, hide: bool = True, blank: bool = True) -> Any:
    """What a query selects for a column; what the engine spells as we do is not taken apart and put together again.

    A truth value comes as 0 or 1.
    """
    if field.many_to_many:
        return _joined(field)
    if not field.is_relation:
        return _own(field, blank=blank)
    if field.remote_field.parent_link:
        return "slug"
    if field.related_model is Country:
        return field.attname  # the code itself
    if hide and public.may_stay(field):
        shown = public.rows(field.related_model).order_by().filter(pk=OuterRef(field.attname))
        return Subquery(shown.values("slug"))
    return f"{field.name}__slug"


def _own(field: Any, *, blank: bool) -> Any:
    if isinstance(field, models.DateTimeField):
        return Moment(field.name)
    if isinstance(field, models.DateField):
        return Cast(field.name, CharField())
    if isinstance(field, models.BooleanField):
        return Truth(field.name)
    if blank or not isinstance(field, (models.CharField, models.TextField)):
        return field.name
    return NullIf(field.name, Value(""), output_field=CharField())


def _joined(field: Any) -> Any:
    owner, far = field.m2m_field_name(), field.m2m_reverse_field_name()
    key = F(f"{far}__{'code' if field.related_model is Country else 'slug'}")
    links = field.remote_field.through.objects.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(links.annotate(keys=Joined(key)).values("keys")), Value(""))


def converted(rows: Sequence[Sequence[Any]], converters: Sequence[Converter | None]) -> Iterable[Sequence[Any]]:
    """Rows with what some columns need done to each value, column by column; what is unknown stays so."""
    special = [(at, convert) for at, convert in enumerate(converters) if convert]
    if not (special and rows):
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for at, convert in special:
        columns[at] = [None if value is None else convert(value) for value in columns[at]]
    return zip(*columns, strict=True)


def following(rows: Iterable[Sequence[Any]]) -> Callable[[str], list[Sequence[Any]]]:
    """Gives the rows that end with a key, for keys in the order of the rows."""
    groups = groupby(rows, key=itemgetter(-1))
    ahead = next(groups, None)

    def take(key: str) -> list[Sequence[Any]]:
        nonlocal ahead
        if ahead is None or ahead[0] != key:
            return []
        found = list(ahead[1])
        ahead = next(groups, None)
        return found

    return take
