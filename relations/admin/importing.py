"""CSV in and out of a kind: a dry run that shows every change or every error, then all of the file or nothing."""

from pathlib import Path
from tempfile import gettempdir
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.admin import ImportExportMixin
from import_export.forms import ConfirmImportForm

from .columns import FileError, StrictCsv
from .roles import may_publish

HELD_FOR = 24 * 3600  # seconds between the dry run and its confirmation
SIGNER = signing.TimestampSigner(salt="relations.admin.importing")


class ConfirmForm(ConfirmImportForm):
    """Names the file of the dry run, signed: no other file of the machine can be named."""

    def clean_import_file_name(self) -> str:
        try:
            name = SIGNER.unsign(self.cleaned_data["import_file_name"], max_age=HELD_FOR)
        except signing.BadSignature:
            name = ""
        if not name or not Path(gettempdir(), name).exists():
            raise ValidationError(gettext_lazy("The file of this dry run is gone: send it again."))
        return name


class TableMixin(ImportExportMixin):
    """Import and export of one table."""

    formats = [StrictCsv]
    skip_export_form = True
    to_encoding = "utf-8-sig"  # spreadsheets take UTF-8 for something else without the mark
    confirm_form_class = ConfirmForm
    import_template_name = "admin/relations/import.html"
    import_export_change_list_template = "admin/relations/change_list.html"

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def has_export_permission(self, request: HttpRequest) -> bool:
        return bool(self.has_view_permission(request))

    def get_import_resource_kwargs(self, request: HttpRequest, **options: Any) -> dict[str, Any]:
        return {
            "may_change": lambda row: self.has_change_permission(request, row),
            "may_publish": may_publish(request.user),
        }

    def get_export_resource_kwargs(self, request: HttpRequest, **options: Any) -> dict[str, Any]:
        return self.get_import_resource_kwargs(request)

    def get_export_queryset(self, request: HttpRequest) -> Any:
        """Related rows come along, for a line names them by their keys."""
        fields = self.model._meta
        one = [field.name for field in fields.concrete_fields if field.is_relation and not field.primary_key]
        many = [field.name for field in fields.many_to_many]
        return super().get_export_queryset(request).select_related(*one).prefetch_related(*many)

    def get_import_data_kwargs(self, **options: Any) -> dict[str, Any]:
        """One broken row, and nothing is written."""
        return {**super().get_import_data_kwargs(**options), "rollback_on_validation_errors": True}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        if "import_file_name" in initial:
            initial["import_file_name"] = SIGNER.sign(Path(initial["import_file_name"]).name)
        return initial

    def get_import_context_data(self, **options: Any) -> dict[str, Any]:
        return {"key": self.resource_classes[0]._meta.import_id_fields, "columns": self._columns()}

    def _columns(self) -> list[str]:
        resource = self.resource_classes[0](lambda row: True, True)
        return [field.column_name for field in resource.get_user_visible_fields()]

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        """Say what is wrong with a file that cannot be read."""
        if isinstance(e, FileError):
            form.add_error("import_file", str(e))
        elif isinstance(e, UnicodeDecodeError):
            form.add_error("import_file", _("The file is not in UTF-8: save it as “CSV UTF-8”."))
        else:
            super().add_data_read_fail_error_to_form(form, e)

    def process_result(self, result: Any, request: HttpRequest) -> Any:
        """Never report rows as imported that were rolled back."""
        if result.has_errors() or result.has_validation_errors():
            messages.error(request, _("Nothing was imported: the data changed since the dry run. Send the file again."))
            return HttpResponseRedirect(reverse(f"admin:relations_{self.opts.model_name}_import"))
        return super().process_result(result, request)

    def add_success_message(self, result: Any, request: HttpRequest) -> None:
        counts = {"new": result.totals["new"], "changed": result.totals["update"], "same": result.totals["skip"]}
        messages.success(request, _("Imported: %(new)d new, %(changed)d changed, %(same)d unchanged.") % counts)

    def get_export_filename(self, request: HttpRequest, queryset: Any, file_format: Any) -> str:
        return f"{self.opts.model_name}-{timezone.localdate():%Y-%m-%d}.csv"
