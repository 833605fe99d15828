"""A fixture row as the values that its table takes: texts as they are, names of other rows as their keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, models

from relations.models import Country
from relations.translation import TRANSLATED

from .fixture_files import FixtureRow

Known = dict[str, int]  # primary keys by natural key
Link = tuple[Any, str]  # a foreign key, and the natural key that it names


class Keys:
    """Primary keys by natural key, a query a model when first asked for; who writes rows adds theirs."""

    def __init__(self) -> None:
        self._known: dict[type[models.Model], Known] = {}

    def of(self, model: type[models.Model]) -> Known:
        if model not in self._known:
            name = "code" if model is Country else "slug"
            self._known[model] = dict(model._default_manager.order_by().values_list(name, "pk"))
        return self._known[model]


@dataclass
class Prepared:
    """A row ready for its table; `later` are links to rows that come later, `many` the far ends of what is many."""

    row: FixtureRow
    pk: int
    values: list[Any]
    later: list[Link] = field(default_factory=list)
    many: dict[str, list[int]] = field(default_factory=dict)


@cache
def own_columns(model: type[models.Model]) -> list[Any]:
    """The columns of a model's own table but for the primary key."""
    return [column for column in model._meta.local_concrete_fields if not column.primary_key]


class Ways(NamedTuple):
    """Where a row's values come from: the fixture's field of each column, and by its place what makes more of it."""

    sources: tuple[str, ...]
    converters: tuple[tuple[int, Callable[[Any], Any]], ...]
    links: tuple[tuple[int, Any], ...]


@cache
def _ways(model: type[models.Model]) -> Ways:
    own = own_columns(model)
    converters = [(at, _converter(each)) for at, each in enumerate(own) if not each.is_relation]
    return Ways(
        tuple(map(_source, own)),
        tuple((at, convert) for at, convert in converters if convert),
        tuple((at, each) for at, each in enumerate(own) if each.is_relation),
    )


def prepare(row: FixtureRow, pk: int, keys: Keys, promised: Mapping[str, Any]) -> Prepared:
    """Raises FixtureError for a link that names nothing, neither in the database nor among what is `promised`."""
    fields, model = row.row["fields"], row.model
    sources, converters, links = _ways(model)
    values = [fields[source] for source in sources]
    for at, convert in converters:
        values[at] = convert(values[at])
    found = Prepared(row, pk, values)
    for at, column in links:
        if (value := values[at]) is not None:
            values[at] = _link(found, column, value[0], keys, promised)
    for column in model._meta.local_many_to_many:
        known = keys.of(column.related_model)
        found.many[column.name] = [_look_up(row, column.name, key[0], known) for key in fields[column.name]]
    return found


def _link(found: Prepared, column: Any, key: str, keys: Keys, promised: Mapping[str, Any]) -> Any:
    """What a foreign key holds; None for now where what it names comes later."""
    model = column.related_model
    known = keys.of(model)
    if column.null and key not in known and f"{model._meta.label_lower} {key}" in promised:
        found.later.append((column, key))
        return None
    pk = _look_up(found.row, column.name, key, known)
    return key if model is Country else pk


def _look_up(row: FixtureRow, name: str, key: str, known: Known) -> int:
    if key not in known:
        raise row.error(f"{name}: there is no “{key}”")
    return known[key]


def link_later(row: FixtureRow, link: Link, keys: Keys) -> tuple[str, int]:
    """The column and the value of a link that was left open; raises FixtureError where it names nothing still."""
    column, key = link
    return column.column, _look_up(row, column.name, key, keys.of(column.related_model))


def _source(column: Any) -> str:
    """The fixture's field for a column: that of an unsuffixed translated one is its text in the first language."""
    is_original = column.name in TRANSLATED.get(column.model, ())
    return f"{column.name}_{settings.MODELTRANSLATION_DEFAULT_LANGUAGE}" if is_original else column.name


def _converter(column: Any) -> Callable[[Any], Any] | None:
    """What makes the database's value of a fixture's; None where they are the same."""
    if isinstance(column, (models.CharField, models.TextField)):
        return None if column.null else _text

    @lru_cache(maxsize=16_384, typed=True)
    def convert(value: Any) -> Any:
        return column.get_db_prep_save(column.to_python(value), connection)

    if isinstance(column, models.IntegerField):
        return lambda value: value if value.__class__ is int or value is None else convert(value)
    return convert


def _text(value: str | None) -> str:
    """A column without a language may hold no nothing, though its text in the first one may."""
    return value or ""
