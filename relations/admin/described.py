"""Rows of history, and parts as they once were, each in a line that needs no row but its own."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from .rules import translations


def described(model: type[models.Model], rows: Iterable[Any], without: str) -> list[str]:
    """A line a row: what each column holds, related rows by name; `without` is the column that all share."""
    rows = list(rows)
    hidden = {without, *translations(model)}
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in hidden]
    names = {field.name: _names(field, rows) for field in fields if field.is_relation}
    return [" · ".join(_cells(row, fields, names)) for row in rows]


def _names(field: Any, rows: list[Any]) -> dict[Any, str]:
    """The related rows that are still there, by the key that refers to them."""
    key = field.target_field.name
    keys = {getattr(row, field.attname) for row in rows}
    related = field.related_model._default_manager.filter(**{f"{key}__in": keys})
    return {getattr(one, key): str(one) for one in related}


def _cells(row: Any, fields: list[Any], names: dict[str, dict[Any, str]]) -> Iterable[str]:
    for field in fields:
        value = getattr(row, field.attname)
        if value is True:
            yield str(field.verbose_name)
        elif value not in (None, "", False):
            known = names.get(field.name) or dict(field.flatchoices)
            yield f"{field.verbose_name}: {known.get(value, value)}"
