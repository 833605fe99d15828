"""data.xlsx, for those who live in a spreadsheet: a sheet a table, headings in every language, days and numbers typed.

Text is never read as a formula, whatever it begins with. The same data give the same bytes.
"""

from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from . import cells
from .edition import Draft
from .files import LINKS
from .formats import WORKBOOK
from .schema import LANGUAGES, Table, tables
from .workbook_columns import SheetColumn, columns_of
from .workbook_guide import write_codes, write_columns, write_guide

MOST_ROWS = 1_048_576  # of a sheet, as the format has it; the heading is one
NAME_LENGTH = 31
REPEATED = {"records", *(f"record_{name}" for name, *_ in LINKS)}  # the sheets of the kinds hold all of it
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}


def write(draft: Draft) -> None:
    """The guide first, then the kinds of record, then what they refer to."""
    with Workbook(draft.folder / WORKBOOK, {**OPTIONS, "tmpdir": str(draft.folder)}) as book:
        book.set_properties(
            {
                "title": draft.edition.title("tr"),
                "comments": draft.edition.cite("en"),
                "created": draft.edition.moment.replace(tzinfo=None),
            }
        )
        formats = Formats(book)
        write_guide(book.add_worksheet("Açıklama · Read me"), draft.edition, formats)
        shown = [table for table in tables() if table.name not in REPEATED]
        for table in shown:
            write_table(book, formats, table, draft.folder)
        write_columns(book.add_worksheet("Sütunlar · Columns"), shown, formats)
        write_codes(book.add_worksheet("Kodlar · Codes"), shown, formats)


class Formats:
    """How cells look, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.by_type = {
            name: book.add_format({"num_format": pattern})
            for name, pattern in {
                "date": "yyyy-mm-dd",
                "datetime": "yyyy-mm-dd hh:mm",
                "integer": "0",
                "whole": "#,##0",
                "decimal": "#,##0.000",
            }.items()
        }


def write_table(book: Workbook, formats: Formats, table: Table, folder: Path) -> None:
    """A table, on as many sheets as its rows need."""
    columns = columns_of(table)
    rows = (dict(zip(table.names, row, strict=True)) for row in cells.typed(folder, table))
    number, row = 1, next(rows, None)
    while number == 1 or row is not None:
        sheet = book.add_worksheet(sheet_name(table, number))
        _head(sheet, formats, columns)
        line = 1
        while row is not None and line < MOST_ROWS:
            for place, column in enumerate(columns):
                column.write(sheet, line, place, row, formats)
            line, row = line + 1, next(rows, None)
        sheet.autofilter(0, 0, max(line - 1, 1), len(columns) - 1)
        number += 1


def _head(sheet: Worksheet, formats: Formats, columns: list[SheetColumn]) -> None:
    """One row of headings, which stays in sight with the columns that name the row."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.set_row(0, 32)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, formats.head)
    sheet.freeze_panes(1, 1)


def sheet_name(table: Table, number: int) -> str:
    """“Ziyaretler · Visits”, and with its number from the second sheet on."""
    end = f" {number}" if number > 1 else ""
    name = " · ".join(dict.fromkeys(_names(table)))
    return (name if len(name + end) <= NAME_LENGTH else table.name)[: NAME_LENGTH - len(end)] + end


def _names(table: Table) -> Iterator[str]:
    for language in LANGUAGES:
        yield table.short(language)
