"""The files that are made of the others, in the order in which they are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from . import cff, datasette, package, schema, sqlite
from .edition import Draft

WORKBOOK = "data.xlsx"


@dataclass(frozen=True)
class Made:
    """One file; `write` returns how many rows it has, where it has any."""

    name: str
    what: str | Promise
    write: Callable[[Draft], int | None]


def parquet(table: schema.Table, draft: Draft) -> int:
    """Arrow takes 60 MB of memory: only who builds loads it."""
    from .parquet import write

    return write(table, draft)


def workbook(draft: Draft) -> None:
    from .workbook import write

    write(draft)


def _parquet() -> Iterator[Made]:
    for table in schema.tables():
        what = format_lazy(_("{table}, as Parquet"), table=table.words)
        yield Made(f"{table.name}.parquet", what, partial(parquet, table))


MADE = (
    Made(cff.CITATION, _("How to cite the data, for programs"), cff.write),
    Made(package.DESCRIPTOR, _("What the CSV files hold, as a Frictionless Data Package"), package.write_descriptor),
    Made(package.ARCHIVE, _("All CSV files with their description"), package.write_archive),
    Made(sqlite.DATABASE, _("Everything, as a SQLite database with an index for search"), sqlite.write),
    Made(datasette.METADATA, _("What Datasette shows beside the SQLite database"), datasette.write),
    Made(
        WORKBOOK,
        _("Everything, as an Excel workbook: a sheet for each table, and one more for every 1,048,576 rows"),
        workbook,
    ),
    *_parquet(),
)
