"""Cells of a CSV file and the values that they stand for; what cannot be read is refused in words."""

import csv
import io
import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.formats.base_formats import CSV
from import_export.widgets import ForeignKeyWidget, ManyToManyWidget, Widget
from tablib import Dataset

NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
YES, NO = "true", "false"


class FileError(ValueError):
    """A file that is no table; its text is for the person who sent it."""


class StrictCsv(CSV):
    """RFC 4180, and with semicolons as spreadsheets write it; a row with cells too many or too few is refused."""

    def create_dataset(self, in_stream: str, **options: Any) -> Dataset:
        header = in_stream.partition("\n")[0]
        delimiter = ";" if header.count(";") > header.count(",") else ","
        try:
            rows = list(csv.reader(io.StringIO(in_stream, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise FileError(_("The file is not CSV: %(error)s.") % {"error": error}) from error
        return _table(rows)


def _table(rows: list[list[str]]) -> Dataset:
    """The rows below their header; lines without any cell are passed over."""
    header = [name.strip() for name in rows[0]] if rows else []
    if len(set(header)) < len(header):
        raise FileError(_("Two columns have the same name."))
    table = Dataset(headers=header)
    for number, row in enumerate(rows[1:], 1):
        if row and len(row) != len(header):
            counts = {"number": number, "cells": len(row), "columns": len(header)}
            raise FileError(_("Row %(number)d has %(cells)d cells where the header has %(columns)d.") % counts)
        if row:
            table.append([cell.strip() for cell in row])
    return table


class NumberCell(Widget):
    """A plain decimal with a point, in whatever language the page is; empty where there is none."""

    def __init__(self, whole: bool = False) -> None:
        super().__init__()
        self.whole = whole

    def clean(self, value: Any, row: Any = None, **options: Any) -> Decimal | int | None:
        if not value:
            return None
        if not NUMBER.match(value) or (self.whole and "." in value):
            raise ValueError(_("“%(text)s” is not a number: write 1330000000 or 12.5.") % {"text": value[:40]})
        return int(value) if self.whole else Decimal(value)

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return "" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


class FlagCell(Widget):
    """true or false; empty is false."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> bool:
        if value not in ("", YES, NO):
            raise ValueError(_("Write true or false."))
        return bool(value == YES)

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return YES if value else NO


class KeyCell(ForeignKeyWidget):
    """A row by its slug or code."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        try:
            return self.model._default_manager.get(**{self.field: value}) if value else None
        except self.model.DoesNotExist as error:
            raise ValueError(missing(self.model, value)) from error


class KeysCell(ManyToManyWidget):
    """Rows by their slugs or codes, with spaces between."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        wanted = set((value or "").split())
        found = list(self.model._default_manager.filter(**{f"{self.field}__in": wanted}))
        if unknown := sorted(wanted - {getattr(one, self.field) for one in found}):
            raise ValidationError(missing(self.model, unknown[0]))
        return found

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return " ".join(sorted(getattr(one, self.field) for one in value.all())) if value is not None else ""


def missing(model: type[models.Model], key: str) -> str:
    words = {"kind": model._meta.verbose_name, "key": key[:80]}
    return _("There is no %(kind)s “%(key)s”.") % words
