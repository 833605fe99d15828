"""Citations and participants: parts of a record, edited with it, and also listed by themselves."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from relations.checks.consensus import refresh
from relations.checks.preferred import faults, uncited
from relations.models import Citation, EditorialStatus, Participation

from .citing import label, said, shown, without_source
from .kinds import of_its_kind
from .rules import RuleForm
from .tables import TableResource
from .versions import PARTS, keep_found, stamped


class PartForm(RuleForm):
    """A row of an inline; what only the rows together can break is left to the formset."""

    left_to_others = ("citation_preferred_once_a_field", "citation_once_a_place", "participation_once")


class PartFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows below a form, of which no two may be the same in these columns."""

    same: tuple[str, ...] = ()

    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.kept() if self.same else ():
            key = tuple(form.cleaned_data.get(name) for name in self.same)
            if key in seen:
                form.add_error(self.same[-1], _("This is listed twice."))
            seen.add(key)

    def get_queryset(self) -> Any:
        """The stored rows in the order of those posted, with a blank one for each that is gone since."""
        stored = super().get_queryset()
        if not self.is_bound:
            return stored
        by_key = {str(row.pk): row for row in stored}
        keys = [str(self.data.get(f"{self.add_prefix(number)}-id")) for number in range(self.initial_form_count())]
        return [by_key.get(key) or self.model() for key in keys]  # type: ignore[misc]

    def _should_delete_form(self, form: Any) -> bool:
        """A row that somebody else deleted meanwhile stays deleted."""
        is_gone = form in self.initial_forms and form.instance.pk is None
        return is_gone or super()._should_delete_form(form)  # type: ignore[misc]

    def kept(self) -> list[Any]:
        """The rows that stay, if all of them could be read."""
        if any(self.errors):
            return []
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        return [form for form in rows if not (self.can_delete and self._should_delete_form(form))]


class CitationFormSet(PartFormSet):
    """Citations that together support what the record shows."""

    same = ("field", "start", "source")

    def clean(self) -> None:
        super().clean()
        rows = self.kept()
        if any(self.errors):
            return
        values, statements = shown(self.instance), said(form.instance for form in rows)
        for field, message in faults(values, statements):
            of_field = [form for form in rows if form.instance.field == field]
            form = next((form for form in of_field if form.instance.preferred), of_field[0])
            form.add_error("says" if form.instance.preferred else "preferred", message)
        missing = uncited(values, statements)
        if missing and self.instance.editorial_status == EditorialStatus.PUBLISHED:
            raise ValidationError(without_source([label(type(self.instance), field) for field in missing]))

    def save(self, commit: bool = True) -> Any:
        """Give up the preferred citations first: at no moment may a field have two."""
        if commit:
            still = [form.instance.pk for form in self.kept() if form.instance.preferred]
            Citation.objects.filter(record=self.instance.pk).exclude(pk__in=still).update(preferred=False)
        return super().save(commit)


class ParticipationFormSet(PartFormSet):
    same = ("role", "office", "person")


class PartMixin(admin.ModelAdmin[Any]):
    """A part by itself: its record cannot be changed here, and is saved with it."""

    shown_by: tuple[str, ...] = ("record",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(super().has_add_permission(request) and self.has_change_permission(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), "record"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        renew(obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        renew(obj)


def renew(part: Citation | Participation) -> None:
    """Save the record of a part that changed: its stamp and history then tell, and its sources are compared again."""
    record = of_its_kind(part.record)
    keep_found([type(record)._default_manager.get(pk=record.pk)])
    stamped(record, getattr(part, "_history_date", timezone.now()), PARTS).save()
    refresh([record.pk])


class PartResource(TableResource):
    """A table of parts: whoever may not change a record may not bring parts into it."""

    def check_row(self, row: Any) -> None:
        if row.pk is None and row.record.is_published and not self.may_publish:
            raise ValidationError({"record": _("This is public: only reviewers can change it.")})

    def after_save_instance(self, instance: Any, row: Any, **options: Any) -> None:
        renew(instance)


class CitationResource(PartResource):
    """A table of citations; together they have to support their records as they will be."""

    def after_import(self, dataset: Any, result: Any, **options: Any) -> None:
        records = {row.instance.record for row in result.rows if row.instance and row.is_valid() and not row.is_skip()}
        for record in sorted(records, key=lambda record: record.slug):
            whole = of_its_kind(record)
            for _field, message in faults(shown(whole), said(record.citations.all())):
                raise ValueError(f"{record.slug}: {message}")
        super().after_import(dataset, result, **options)
