"""What the tables hold: for each column its type, its words in both languages, what it may say and what it points at.

All of it follows from the models, so that a new column needs no word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from relations.models import Country, Kind, Record
from relations.models.fields import EdtfField
from relations.templatetags.record_tags import capfirst_in_language

from . import fixture
from .files import LINKS, TABLES, kind_of
from .records import COMMON, EXPORTS, Columns, meant

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TYPES: tuple[tuple[type[Any], str], ...] = (
    (EdtfField, "edtf"),
    (models.ManyToManyField, "list"),
    (models.BooleanField, "boolean"),
    (models.DecimalField, "decimal"),
    (models.IntegerField, "integer"),
    (models.DateTimeField, "datetime"),
    (models.DateField, "date"),
)
Target = tuple[str, str]  # table and column
RECORDS: Target = ("records", "slug")
# Where the field's own name says less than the column needs.
WORDS = {"from": pgettext_lazy("country", "from"), "to": pgettext_lazy("country", "to"), "period": _("period")}
KEYS = {"tenures": ("person", "office"), "answers": ("check_name", "key")}


@dataclass(frozen=True)
class Column:
    """One column; `required` and `unique` hold for every row that leaves."""

    name: str
    type: str  # string, edtf, date, datetime, decimal, integer, boolean or list
    words: str | Promise
    help: str | Promise = ""
    language: str = ""  # of a text that there is once a language
    required: bool = False
    unique: bool = False
    choices: tuple[tuple[str, str | Promise], ...] = ()
    points_at: Target | None = None

    def title(self, language: str) -> str:
        """The heading of the column in a language."""
        with override(language):
            title = capfirst_in_language(self.words)
            of = dict(settings.LANGUAGES).get(self.language)
            return f"{title} ({of})" if of else title

    def description(self, language: str) -> str:
        with override(language):
            return str(self.help)


@dataclass(frozen=True)
class Table:
    """One table; its file is `name`.csv. `key` is empty where no columns without gaps tell its rows apart."""

    name: str
    words: str | Promise  # a whole sentence where the name does not say it
    label: str | Promise  # the same in a word or two
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    kind: Kind | None = None

    def title(self, language: str) -> str:
        with override(language):
            return str(self.words)

    def short(self, language: str) -> str:
        with override(language):
            return capfirst_in_language(self.label)

    @cached_property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def tables() -> tuple[Table, ...]:
    """Records, their kinds, and all that they refer to."""
    return (*_of_records(), *_of_kinds(), *_of_models(), *_of_links())


def _of_records() -> Iterator[Table]:
    columns = tuple(_followed(Record, COMMON))
    label = Record._meta.verbose_name_plural or ""
    yield Table("records", label, label, columns, ("slug",))


def _of_kinds() -> Iterator[Table]:
    for export in EXPORTS:
        kind = kind_of(export.model)
        columns = tuple(_followed(export.model, export.columns))
        label = export.model._meta.verbose_name_plural or ""
        yield Table(kind.plural_slug, label, label, columns, ("slug",), kind)


def _of_models() -> Iterator[Table]:
    for name, model, words in TABLES:
        columns = tuple(_column(field.name, field) for field in fixture.columns(model))
        yield Table(name, words, model._meta.verbose_name_plural or "", columns, KEYS.get(name, _key(columns)))


def _of_links() -> Iterator[Table]:
    for name, column, model, words in LINKS:
        label = meant(Record, name).verbose_name
        record = Column("record", "string", Record._meta.verbose_name or "", required=True, points_at=RECORDS)
        other = Column(column, "string", model._meta.verbose_name or "", required=True, points_at=_target(model))
        yield Table(f"record_{name}", words, label, (record, other), ("record", column))


def _key(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The column that names each row, where there is one."""
    return tuple(column.name for column in columns if column.unique and column.name in ("slug", "code"))


def _followed(model: type[Record], columns: Columns) -> Iterator[Column]:
    """The columns of a record; those of a kind belong to a row of `records`."""
    for name, path in columns.items():
        column = _column(name, meant(model, path))
        belongs = name == "slug" and model is not Record
        yield Column(**{**vars(column), "points_at": RECORDS}) if belongs else column


def _column(name: str, field: Any) -> Column:
    """A column from the field that it is filled from."""
    original = getattr(field, "translated_field", None)
    choices = () if field.is_relation else tuple(field.flatchoices)
    return Column(
        name=name,
        type=next((type_ for kind, type_ in TYPES if isinstance(field, kind)), "string"),
        words=WORDS.get(name) or (original or field).verbose_name,
        help=(original or field).help_text,
        language=field.language if original else "",
        required=not (original or field.null or field.blank or field.many_to_many),
        unique=bool(field.unique) and not field.is_relation,
        choices=tuple((value, words) for value, words in choices if value),
        points_at=_target(field.related_model) if field.is_relation and not field.many_to_many else None,
    )


def _target(model: type[models.Model]) -> Target:
    """The table and column that a link to a model names."""
    if model is Country:
        return ("countries", "code")
    if issubclass(model, Record):
        return (kind_of(model).plural_slug if model.of_kind else "records", "slug")
    return (next(name for name, of, _words in TABLES if of is model), "slug")
