"""One fixture row from one curated entry, checked field by field against the model that it is for."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from relations.export.fixture import columns
from relations.translation import TRANSLATED

from .yaml_files import Entry

Row = dict[str, Any]
Rows = list[tuple[Row, Entry]]  # each with the entry that it comes from
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)


def spread(model: type[models.Model], entry: Entry) -> dict[str, Any]:
    """An entry's values by column: {name: {tr: …}} becomes name_tr; raises CurationError for a missing language."""
    values: dict[str, Any] = {}
    translated = {name for each in model.__mro__ for name in TRANSLATED.get(each, ())}
    for name, value in entry.items():
        if name not in translated:
            values[name] = value
        elif isinstance(value, Entry) and set(value) <= set(LANGUAGES):
            values |= {f"{name}_{language}": text for language, text in value.items() if text}
        else:
            raise entry.error(f"“{name}” needs a text for each language: {{{', '.join(LANGUAGES)}}}")
    return values


def make_row(model: type[models.Model], values: Mapping[str, Any], entry: Entry) -> tuple[Row, Entry]:
    """A row with every field of the model; raises CurationError naming the field that is wrong or unknown."""
    fields = {field.name: field for field in columns(model)}
    if unknown := set(values) - set(fields):
        raise entry.error(f"{model._meta.model_name} has no field “{min(unknown)}”")
    return {
        "model": model._meta.label_lower,
        "fields": {name: _value(field, values.get(name), entry) for name, field in fields.items()},
    }, entry


def need_both_languages(model: type[models.Model], values: Mapping[str, Any], entry: Entry) -> None:
    """Names and titles stand in every language; longer texts may be missing, and then show as missing."""
    names = {column.name for column in model._meta.get_fields()} & {"name", "title"}
    for column in (f"{name}_{language}" for name in sorted(names) for language in LANGUAGES):
        if not values.get(column):
            raise entry.error(f"“{column}” is missing")


def _value(field: Any, value: Any, entry: Entry) -> Any:
    """A field's value; what it points at by natural key."""
    if field.many_to_many:
        return sorted([key] for key in value or [])
    if field.is_relation:
        if not value and not field.null:
            raise entry.error(f"“{field.name}” is missing")
        return [value] if value else None
    if value is None:
        value = None if field.null else field.get_default()
    try:
        return field.clean(value, None) if field.editable else value
    except ValidationError as error:
        raise entry.error(f"{field.name}: {'; '.join(error.messages)}") from error


# What names a row that has no slug of its own.
NATURAL_KEYS = {
    "country": ("code",),
    "tenure": ("person", "office"),
    "participation": ("record", "role", "person", "office"),
    "citation": ("record", "field", "source", "start"),
}


def natural_key(row: Mapping[str, Any]) -> tuple[tuple[int, Any], ...]:
    """A row's natural key in a form that sorts; nothing sorts before everything."""
    fields = row["fields"]
    return tuple(_sortable(fields.get(name)) for name in key_names(row["model"], "record" in fields))


@cache
def key_names(label: str, is_of_record: bool) -> tuple[str, ...]:
    """The fields of a natural key, by the model's label and whether its rows belong to a record."""
    return NATURAL_KEYS.get(label.partition(".")[2], ("record",) if is_of_record else ("slug",))


def _sortable(value: Any) -> tuple[int, Any]:
    if isinstance(value, list):
        return (1, value[0])
    return (0, "") if value is None else (1, value)


def check_references(rows: Rows) -> None:
    """Refuse a name that stands for two things, and a foreign key that names nothing."""
    known: dict[tuple[str, tuple[tuple[int, Any], ...]], Entry] = {}
    for row, entry in rows:
        key = (row["model"], natural_key(row))
        if (other := known.get(key)) is not None:
            named = " ".join(str(part) for _, part in key[1])
            raise entry.error(f"“{named}” stands in {other.file}:{other.line} already")
        known[key] = entry
    for row, entry in rows:
        for name, target, value in _links(row):
            if (target, ((1, value),)) not in known:
                raise entry.error(f"{name}: there is no “{value}”")


def _links(row: Row) -> Iterable[tuple[str, str, Any]]:
    """Field, model and key of everything that a row points at."""
    for field in columns(_model(row["model"])):
        if field.is_relation and (value := row["fields"][field.name]):
            for key in value if field.many_to_many else [value]:
                yield field.name, field.related_model._meta.label_lower, key[0]


@cache
def _model(label: str) -> type[models.Model]:
    return apps.get_model(label)
