"""The columns of a sheet: those of its table, the day where a date is one, and links to the pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter.worksheet import Worksheet

from relations.pages.addresses import absolute

from .schema import LANGUAGES, Column, Table

DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
FIRST_YEAR = 1900  # the format knows no day before it
LONGEST = 32_767  # characters in a cell
MOST_LINKS = 65_530  # links in a sheet
WIDTHS = {"date": 12, "datetime": 17, "integer": 10, "decimal": 18, "boolean": 8, "edtf": 22, "list": 20, "url": 40}
WIDE = {"summary": 60, "title": 45, "name": 30, "reason": 40, "says": 30, "evidence": 24, "slug": 40, "record": 40}
WIDE |= {"overview": 60, "publisher": 30, "source": 30}
# Tables whose rows have a page: how it is called, and the column that names it.
PAGES = {
    "countries": ("country", "code"),
    "relationships": ("relationship", "slug"),
    "people": ("person", "slug"),
    "institutions": ("institution", "slug"),
    "sources": ("source", "slug"),
    "citations": ("source", "source"),
}


@dataclass(frozen=True)
class SheetColumn:
    """A column on its way to the sheet."""

    heading: str
    name: str
    type: str
    width: int

    def value(self, row: Mapping[str, Any]) -> Any:
        return row[self.name]

    def write(self, sheet: Worksheet, line: int, place: int, row: Mapping[str, Any], formats: Any) -> None:
        """Write the value as what it is; what is unknown stays empty."""
        value = self.value(row)
        if value is None or value == []:
            return
        if self.type == "url":
            _link(sheet, line, place, value)
        elif self.type == "boolean":
            sheet.write_boolean(line, place, value)
        elif self.type in ("date", "datetime") and value.year >= FIRST_YEAR:
            sheet.write_datetime(line, place, value, formats.by_type[self.type])
        elif self.type in ("integer", "decimal"):
            kind = "whole" if self.type == "decimal" and value == int(value) else self.type
            sheet.write_number(line, place, value, formats.by_type[kind])
        else:
            sheet.write_string(line, place, _text(value))


class DayColumn(SheetColumn):
    """The day, where the date is one; a month or a span has none."""

    def value(self, row: Mapping[str, Any]) -> Any:
        edtf = row[self.name] or ""
        return date.fromisoformat(edtf) if DAY.match(edtf) else None


@dataclass(frozen=True)
class PageColumn(SheetColumn):
    """The address of the row's page in a language: its key between what is the same in every row."""

    before: str
    after: str

    def value(self, row: Mapping[str, Any]) -> str:
        return f"{self.before}{row[self.name].lower()}{self.after}"


def columns_of(table: Table) -> list[SheetColumn]:
    """All columns of a table's sheet, what names its rows first."""
    return [*_own(table), *_pages(table)]


def _own(table: Table) -> Iterator[SheetColumn]:
    for column in sorted(table.columns, key=lambda column: column.name not in ("slug", "code")):
        type_ = "url" if column.name == "url" else column.type
        yield SheetColumn(_heading(column), column.name, type_, _width(column, type_))
        if column.type == "edtf":
            yield DayColumn(_both(lambda language, column=column: _day_of(column, language)), column.name, "date", 14)


def _pages(table: Table) -> Iterator[SheetColumn]:
    page, key = (table.kind.value, "slug") if table.kind else PAGES.get(table.name, ("", ""))
    for language in LANGUAGES if page else ():
        with override(language):
            before, _key, after = absolute(reverse(page, args=["key"])).rpartition("key")
        yield PageColumn(_both(lambda shown, of=language: _page_in(of, shown)), key, "url", 40, before, after)


def _heading(column: Column) -> str:
    utc = " (UTC)" if column.type == "datetime" else ""
    return _both(lambda language: column.title(language) + utc)


def _day_of(column: Column, language: str) -> str:
    with override(language):
        return _("%(date)s, where it is a day") % {"date": column.title(language)}


def _page_in(of: str, language: str) -> str:
    with override(language):
        return {"tr": _("Page in Turkish"), "en": _("Page in English")}.get(of, of)


def _both(words: Any) -> str:
    """A heading in every language, each on a line."""
    return "\n".join(dict.fromkeys(words(language) for language in LANGUAGES))


def _width(column: Column, type_: str) -> int:
    stem = column.name.removesuffix(f"_{column.language}")
    return WIDTHS.get(type_) or WIDE.get(stem, 18)


def _link(sheet: Worksheet, line: int, place: int, address: str) -> None:
    """A link as long as the sheet takes one, and its text after that."""
    if sheet.hlink_count < MOST_LINKS and address.startswith(("http://", "https://")):
        sheet.write_url(line, place, address)
    else:
        sheet.write_string(line, place, address)


def _text(value: Any) -> str:
    """Text that fits into a cell; what does not ends in an ellipsis."""
    text = " ".join(value) if isinstance(value, list) else str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
