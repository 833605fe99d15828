"""A fixture row as the values that its table takes: texts as they are, names of other rows as their keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

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


@cache
def _ways(model: type[models.Model]) -> list[tuple[Any, str, Callable[[Any], Any] | None]]:
    """For each column the fixture's field, and what makes the database's value of it; None for a link."""
    return [(each, _source(each), None if each.is_relation else _converter(each)) for each in own_columns(model)]


def prepare(row: FixtureRow, pk: int, keys: Keys, promised: Mapping[str, Any]) -> Prepared:
    """Raises FixtureError for a link that names nothing, neither in the database nor among what is `promised`."""
    found, fields = Prepared(row, pk, []), row.row["fields"]
    for column, source, convert in _ways(row.model):
        value = fields[source]
        found.values.append(convert(value) if convert else _link(found, column, value, keys, promised))
    for column in row.model._meta.local_many_to_many:
        known = keys.of(column.related_model)
        found.many[column.name] = [_look_up(row, column.name, key[0], known) for key in fields[column.name]]
    return found


def _link(found: Prepared, column: Any, value: list[str] | None, keys: Keys, promised: Mapping[str, Any]) -> Any:
    """What a foreign key holds; None for now where what it names comes later."""
    if value is None:
        return None
    (key,) = value
    model = column.related_model
    if column.null and key not in keys.of(model) and f"{model._meta.label_lower} {key}" in promised:
        found.later.append((column, key))
        return None
    pk = _look_up(found.row, column.name, key, keys.of(model))
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


def _converter(column: Any) -> Callable[[Any], Any]:
    """What makes the database's value of a fixture's."""
    if isinstance(column, (models.CharField, models.TextField)):
        return (lambda text: text) if column.null else (lambda text: text or "")

    @lru_cache(maxsize=4_096, typed=True)
    def convert(value: Any) -> Any:
        return column.get_db_prep_save(column.to_python(value), connection)

    return convert
