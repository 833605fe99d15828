"""History of a row in admin: who changed what and when, and going back to a version as it was."""

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from relations.models import EditorialStatus, Record

from .described import described
from .rules import broken, translations
from .versions import DERIVED, REASONS, REVERTED, end_of, keep_found, parts_at, parts_of, restore_parts, stamped


class HistoryMixin(SimpleHistoryAdmin):
    """Versions cover a row and its parts; going back restores both, and leaves the editorial status as it is."""

    object_history_template: Any = "admin/relations/history.html"
    object_history_list_template = "admin/relations/_history_list.html"
    object_history_form_template = "admin/relations/version.html"
    parts: tuple[str, ...] = ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the row and, later, its parts as one version: under one moment."""
        if change:
            stored = self.model._default_manager.get(pk=obj.pk)
            keep_found([stored, *parts_of(stored, self.parts)])
        obj._history_date = timezone.now()
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for part in formset.forms:
            part.instance._history_date = form.instance._history_date
        super().save_formset(request, form, formset, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """End the last version before its parts go, so that it is gone back to with them."""
        keep_found([obj, *parts_of(obj, self.parts)])
        obj._history_date = timezone.now()
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for row in queryset:
            self.delete_model(request, row)

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, foreign_keys_are_objs: bool = True
    ) -> None:
        """Say what each version changed, leaving out the columns that others rule."""
        hidden = DERIVED | translations(self.model).keys()
        versions = list(historical_records)
        for version in versions:
            version.reason = REASONS.get(version.history_change_reason, version.history_change_reason)
        for newer, older in pairwise(versions):
            delta = newer.diff_against(older, excluded_fields=hidden, foreign_keys_are_objs=foreign_keys_are_objs)
            helper = self.get_historical_record_context_helper(request, newer)
            newer.history_delta_changes = helper.context_for_delta_changes(delta)

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        return _("History of “%(name)s”") % {"name": obj}

    def history_form_view_title(self, request: HttpRequest, obj: Any) -> str:
        return _("“%(name)s” as it was") % {"name": obj}

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show a version as it was, with its parts; POST goes back to it."""
        version = self._version(object_id, version_id)
        if request.method == "POST":
            return self.go_back(request, version)
        context = {
            "version": version,
            "parts": [self._parts_of_version(version, name) for name in self.parts],
            "may_go_back": self.has_change_permission(request, self.get_object(request, object_id)),
            **(extra_context or {}),
        }
        response: HttpResponse = super().history_form_view(request, object_id, version_id, context)
        return response

    def _parts_of_version(self, version: Any, name: str) -> tuple[str, list[str]]:
        relation: Any = self.model._meta.get_field(name)
        model, then = relation.related_model, parts_at(version.instance, name, end_of(version))
        return str(model._meta.verbose_name_plural), described(model, then.values(), relation.field.name)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The versions of the row, and below them those of its parts, the newest first."""
        if not object_id.isdecimal():
            raise Http404
        versions = [version for name in self.parts for version in self._part_versions(object_id, name)]
        versions.sort(key=lambda version: version.history_date, reverse=True)
        context = {"parts": versions[: self.history_list_per_page], **(extra_context or {})}
        response: HttpResponse = super().history_view(request, object_id, context)
        return response

    def _part_versions(self, object_id: str, name: str) -> list[Any]:
        relation: Any = self.model._meta.get_field(name)
        rows = relation.related_model.history.filter(**{relation.field.attname: object_id})
        versions = list(rows.select_related("history_user")[: self.history_list_per_page])
        lines = described(relation.related_model, versions, relation.field.name)
        for version, line in zip(versions, lines, strict=True):
            version.told = line
            version.reason = REASONS.get(version.history_change_reason, version.history_change_reason)
        return versions

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a version, only the fields that history keeps."""
        fieldsets = super().get_fieldsets(request, obj)
        if not _shows_version(request):
            return fieldsets
        kept = {field.name for field in self.model.history.model.tracked_fields}
        return [(name, {**options, "fields": _only(options["fields"], kept)}) for name, options in fieldsets]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A version is looked at, never typed into."""
        if _shows_version(request):
            return flatten_fieldsets(self.get_fieldsets(request, obj))
        return super().get_readonly_fields(request, obj)

    def _version(self, object_id: str, version_id: str) -> Any:
        key = {self.model._meta.pk.attname: object_id, "history_id": version_id}
        try:
            return get_object_or_404(self.model.history.model, **key)
        except ValueError as error:
            raise Http404 from error

    def go_back(self, request: HttpRequest, version: Any) -> HttpResponse:
        """Store a version again, if the rules of today allow it; a row that is gone comes back as a draft."""
        try:
            with transaction.atomic():
                row = self._restored(request, version)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return HttpResponseRedirect(request.path)
        self.log_change(request, row, REASONS[REVERTED])
        messages.success(request, _("“%(name)s” is back as it was.") % {"name": row})
        return HttpResponseRedirect(reverse(f"admin:relations_{self.opts.model_name}_change", args=[row.pk]))

    def _restored(self, request: HttpRequest, version: Any) -> Any:
        row, moment, now = version.instance, end_of(version), timezone.now()
        current = self.get_object(request, str(row.pk))
        if not (self.has_change_permission(request, current) if current else self.has_add_permission(request)):
            raise PermissionDenied
        if current:
            keep_found([current, *parts_of(current, self.parts)])
        row._state.adding = current is None
        if isinstance(row, Record):
            row.editorial_status = current.editorial_status if current else EditorialStatus.DRAFT
        check(row)
        stamped(row, now).save()
        for name in self.parts:
            restore_parts(row, name, moment, now)
        self.after_going_back(row)
        return row

    def after_going_back(self, row: Any) -> None:
        """Refuse a row that does not go with its parts, or with the row that it is a part of; by default all go."""


def check(row: Any) -> None:
    """All rules of a row at once."""
    exclude = set(translations(type(row)))
    row.full_clean(exclude=exclude, validate_constraints=False)
    for _field, error in broken(row, exclude):
        raise error


def _shows_version(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and match.url_name and match.url_name.endswith("_simple_history"))


def _only(fields: Any, names: set[str]) -> list[Any]:
    """The rows of a fieldset without the fields that are not named."""
    rows = [field if isinstance(field, str) else _only(field, names) for field in fields]
    return [row for row in rows if (row in names if isinstance(row, str) else row)]
