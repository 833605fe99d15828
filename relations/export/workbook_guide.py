"""The sheets that explain the others: what this is, what each column holds, what each code means."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter.worksheet import Worksheet

from .edition import LICENCE, Edition
from .package import labels
from .schema import LANGUAGES, Table


def write_guide(sheet: Worksheet, edition: Edition, formats: Any) -> None:
    """What the workbook is, one column a language."""
    sheet.set_column(0, len(LANGUAGES) - 1, 70)
    texts = [list(guide(edition, language)) for language in LANGUAGES]
    for line, row in enumerate(zip(*texts, strict=True)):
        for place, text in enumerate(row):
            sheet.write_string(line, place, text, formats.wrapped if line else formats.title)


def guide(edition: Edition, language: str) -> Iterator[str]:
    """The sentences of the first sheet, from its title on."""
    said = {"number": edition.number, "day": edition.day}
    with override(language):
        yield edition.title(language)
        yield edition.summary(language)
        yield _("Revision %(number)s, %(day)s") % said
        yield _("Licence: %(name)s, %(address)s") % {"name": LICENCE["data"], "address": LICENCE["data_deed"]}
        yield _("To cite: %(citation)s") % {"citation": edition.cite(language)}
        yield _("Dates are in EDTF: 2012 is a year, 2012-10 a month, 2012-10-11/2012-10-12 a span, 2018~ about 2018.")
        yield _(
            "Beside a date is the day, if it is one, and in records also the earliest and latest day that it may mean."
        )
        yield _("An empty cell means that nothing is known. Figures of different reporters are not one series.")
        yield _(
            "A sheet holds 1,048,576 rows: a longer table goes on in the next sheet, under the same name with a number."
        )
        yield _("The last two sheets explain the columns and the codes.")


def write_columns(sheet: Worksheet, tables: Sequence[Table], formats: Any) -> None:
    """Every column of every table: its name in the other files, its type, its words."""
    titles = [_title(language) for language in LANGUAGES]
    rows = (
        (table.name, column.name, column.type, *map(column.title, LANGUAGES), *map(column.description, LANGUAGES))
        for table in tables
        for column in table.columns
    )
    heads = ("table", "column", "type", *titles, *titles)
    _list(sheet, heads, rows, (18, 20, 10, *[40] * len(LANGUAGES), *[60] * len(LANGUAGES)), formats)


def write_codes(sheet: Worksheet, tables: Sequence[Table], formats: Any) -> None:
    """Every value of a closed list, in each language."""
    rows = (
        (table.name, column.name, value, *(words[language] for language in LANGUAGES))
        for table in tables
        for column in table.columns
        for value, words in labels(column).items()
    )
    heads = ("table", "column", "code", *(_title(language) for language in LANGUAGES))
    _list(sheet, heads, rows, (18, 20, 20, *[50] * len(LANGUAGES)), formats)


def _title(language: str) -> str:
    """A language by its own name."""
    with override(language):
        return {"tr": _("Turkish"), "en": _("English")}.get(language, language)


def _list(
    sheet: Worksheet, heads: Sequence[str], rows: Iterator[Sequence[str]], widths: Sequence[int], formats: Any
) -> None:
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for place, text in enumerate(heads):
        sheet.write_string(0, place, text, formats.head)
    line = 0
    for line, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(line, place, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(line, 1), len(heads) - 1)
