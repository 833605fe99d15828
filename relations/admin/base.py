"""What every page of the admin shares: roles, history, conflicts, tables, and both languages of a field in one row."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import connection, models
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from relations.models import Citation, Participation, Record

from .conflict import ANYWAY, StampedForm
from .filters import Untranslated
from .history import HistoryMixin
from .importing import TableMixin
from .lookups import LookupMixin
from .parts import PartForm, PartFormSet
from .roles import RoleMixin


def both(*names: str) -> tuple[str, ...]:
    """The columns of translated fields, one a language, to stand side by side."""
    return tuple(get_translation_fields(*names))


def named(*names: str, of: str = "") -> tuple[str, ...]:
    """The same, of this row or of one that it points at, to be searched whatever their case, dots and marks."""
    return tuple(f"{of}{name}__folded" for name in both(*names))


def quieted(field: Any) -> Any:
    """A form field without the buttons that change or delete the row that it refers to."""
    if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_change_related = field.widget.can_delete_related = False
    return field


class LanguageMixin:
    """Marks what is typed with its language; which languages are filled in is a rule of the row, not of one field."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if field is not None and hasattr(db_field, "translated_field"):
            field.required = False
            field.widget.attrs.update({"lang": db_field.language, "required": False})
        return field


class PlainAdmin(LookupMixin, TableMixin, RoleMixin, HistoryMixin):
    """A row without translations."""

    form = StampedForm
    change_form_template = "admin/relations/change_form.html"
    list_per_page = 50
    formfield_overrides = {
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 5})},
        models.URLField: {"assume_scheme": "https"},
    }

    class Media:
        css = {"all": ["admin_site/admin.css"]}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Beside a related row: add one, look at it. It is changed and deleted on its own page."""
        return quieted(super().formfield_for_dbfield(db_field, request, **options))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row; before a change it is locked, so that whoever saves second sees what the first saved."""
        if request.method == "POST" and connection.in_atomic_block:
            row = super().get_object(request, object_id, from_field)
            _lock(row)
        return super().get_object(request, object_id, from_field)

    def view_on_site(self, obj: Any) -> str | None:
        """The public page, drafts included: the site shows them to staff."""
        return str(obj.get_absolute_url()) if hasattr(obj, "get_absolute_url") else None

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> Any:
        original = context.get("original")
        context["anyway"] = ANYWAY
        context["out_of_reach"] = self.is_out_of_reach(request, original)
        return super().render_change_form(request, context, *args, **options)


class RowInline(LookupMixin, admin.TabularInline[Any, Any]):
    """Rows below a form, a line each."""

    form: Any = PartForm
    formset = PartFormSet
    extra = 0

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        return quieted(super().formfield_for_dbfield(db_field, request, **options))


class NounAdmin(LanguageMixin, PlainAdmin, TranslationAdmin[Any]):
    """A row with translated fields."""

    list_filter: ClassVar[Any] = [Untranslated]


def _lock(row: Any) -> None:
    """Hold a row until the end of the transaction; the parts of a record wait for the record."""
    if row is None:
        return
    model = Record if isinstance(row, Record | Citation | Participation) else type(row)
    key = row.record_id if isinstance(row, Citation | Participation) else row.pk
    model._default_manager.select_for_update().filter(pk=key).order_by("pk").values_list("pk").first()
