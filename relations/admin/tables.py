"""Each kind as a table: a row a line, keyed by slug, related rows by their keys, translated columns by language."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields import NOT_PROVIDED
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import Diff, ModelResource, modelresource_factory

from relations.models import EditorialStatus

from .columns import FlagCell, KeyCell, KeysCell, NumberCell
from .rules import broken, translations
from .versions import IMPORTED, keep_found, stamped

KEYS = {"Country": "code"}  # every other row is found by its slug


class PlainDiff(Diff):
    """What changes in a cell, marked by elements: the site's rules on styles allow none in attributes."""

    def as_html(self) -> list[SafeString]:
        pairs = zip(self.left, self.right, strict=True)
        return [_marked("" if self.new else before, after) for before, after in pairs]


def _marked(before: str, after: str) -> SafeString:
    parts = [("del", before), ("ins", after)] if before != after else [("span", after)]
    return format_html_join(" ", "<{0}>{1}</{0}>", (part for part in parts if part[1]))


class Column(Field):
    """A column in which nothing is one thing: an empty cell turns no NULL into an empty text."""

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **options: Any) -> None:
        is_nothing = row[self.column_name] == "" and self.get_value(instance) is None
        if not is_nothing or self.default is not NOT_PROVIDED:
            super().save(instance, row, is_m2m, **options)


class TableResource(ModelResource):
    """A table of rows; a file that holds one broken row changes nothing."""

    def __init__(self, may_change: Callable[[Any], bool], may_publish: bool, **options: Any) -> None:
        super().__init__(**options)
        self.may_change, self.may_publish = may_change, may_publish
        self.seen: set[tuple[Any, ...]] = set()

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return PlainDiff

    @classmethod
    def get_display_name(cls) -> str:
        return str(cls._meta.model._meta.verbose_name_plural)

    def before_import(self, dataset: Any, **options: Any) -> None:
        """Refuse a file without the columns of the key, or with columns that nothing reads."""
        headers, known = set(dataset.headers or ()), {field.column_name for field in self.fields.values()}
        if lacking := [name for name in self.get_import_id_fields() if name not in headers]:
            raise ValueError(_("The file needs these columns: %(names)s.") % {"names": ", ".join(lacking)})
        if unknown := sorted(headers - known):
            raise ValueError(_("These columns are not recognised: %(names)s.") % {"names": ", ".join(unknown)})

    def before_import_row(self, row: dict[str, Any], **options: Any) -> None:
        """Refuse a second line for a row, and make drafts of what an editor brings in."""
        key = tuple(row.get(name) for name in self.get_import_id_fields())
        if key in self.seen:
            raise ValidationError(_("An earlier row of the file has the same key."))
        self.seen.add(key)
        if "editorial_status" in self.fields and not self.may_publish:
            row["editorial_status"] = EditorialStatus.DRAFT

    def after_init_instance(self, instance: Any, new: bool, row: Any, **options: Any) -> None:
        if not new and not self.may_change(instance):
            raise ValidationError(_("This is public: only reviewers can change it."))

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Run every check of the form: validators, clean(), constraints and citations, each error on its column."""
        errors: dict[str, Any] = dict(import_validation_errors or {})
        exclude = {*errors, *translations(type(instance)), *self._ruled()}
        try:
            instance.full_clean(exclude=exclude, validate_constraints=False)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for field, rule in broken(instance, {*exclude, *errors}):
            errors.setdefault(field, []).append(rule)
        if not errors:
            self.check_row(instance)
        if errors:
            raise ValidationError(errors)

    def check_row(self, row: Any) -> None:
        """Further rules; for the tables of kinds that have some."""

    def _ruled(self) -> list[str]:
        """Columns that clean() fills in."""
        return [field.name for field in self._meta.model._meta.fields if not field.editable]

    def save_instance(self, instance: Any, is_create: bool, row: Any, **options: Any) -> None:
        if not is_create:
            keep_found([type(instance)._default_manager.get(pk=instance.pk)])
        super().save_instance(stamped(instance, timezone.now(), IMPORTED), is_create, row, **options)


def table(
    model: type[models.Model], key: tuple[str, ...] = ("slug",), base: type[TableResource] = TableResource
) -> type[TableResource]:
    """The table of a model: its own columns in the order of the model, every language of a translated one."""
    columns = {name: _column(model, name) for name in _names(model)}
    options = {
        "fields": list(columns),
        "import_id_fields": key,
        "skip_unchanged": True,
        "report_skipped": True,
        "store_instance": True,
    }
    return modelresource_factory(model, base, options, columns)  # type: ignore[no-any-return]


def _names(model: type[models.Model]) -> list[str]:
    """Columns that people fill in: no keys of ours, nothing derived, no language-less copy of a translated one."""
    fields = [
        field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.editable and not field.primary_key and not isinstance(field, models.AutoField)
    ]
    copies = translations(model)
    return [field.name for field in fields if field.name not in copies]


def _column(model: type[models.Model], name: str) -> Column:
    field: Any = model._meta.get_field(name)
    options = {"default": field.get_default()} if field.has_default() else {}
    return Column(attribute=name, column_name=name, widget=_cell(field), **options)


def _cell(field: Any) -> Any:
    """How a column is written in the file; None for plain text."""
    if field.many_to_many:
        return KeysCell(field.related_model, field=KEYS.get(field.related_model.__name__, "slug"))
    if field.is_relation:
        return KeyCell(field.related_model, field=KEYS.get(field.related_model.__name__, "slug"))
    if isinstance(field, models.BooleanField):
        return FlagCell()
    if isinstance(field, models.DecimalField | models.IntegerField):
        return NumberCell(whole=isinstance(field, models.IntegerField))
    return None
