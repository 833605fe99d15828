"""What the kinds of records share, and the list of all of them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from relations.checks.consensus import refresh
from relations.checks.preferred import faults
from relations.dates import print_date
from relations.models import Citation, EditorialStatus, Record

from .base import NounAdmin, both, named
from .citing import obstacles, said, shown
from .filters import Pair, Uncited, Untranslated, Year
from .findings import HasFindings, panel
from .kinds import of_its_kind
from .people import ParticipationInline
from .roles import may_publish
from .sources import CitationInline
from .tables import TableResource
from .versions import PUBLISHED, WITHDRAWN, keep_found, stamped


class RecordResource(TableResource):
    """A table of records, each row checked against its stored citations."""

    def check_row(self, row: Any) -> None:
        citations = list(Citation.objects.filter(record=row.pk)) if row.pk else []
        if found := failings(row, citations):
            raise ValidationError(found)

    def after_save_instance(self, instance: Any, row: Any, **options: Any) -> None:
        refresh([instance.pk])


def failings(record: Record, citations: Iterable[Citation]) -> list[str]:
    """Why a record cannot be stored as it stands; drafts may show what nothing cites yet."""
    citations = list(citations)
    if record.is_published:
        return obstacles(record, citations)
    return [message for _field, message in faults(shown(record), said(citations))]


class RecordListMixin(admin.ModelAdmin[Any]):
    """The list of records, and putting them before the public or taking them back."""

    list_filter: ClassVar[Any] = ["editorial_status", Untranslated, Uncited, HasFindings, Pair, Year, "area"]
    list_select_related: ClassVar[Any] = ["relationship__first", "relationship__second"]
    search_fields: ClassVar[Any] = ["slug", *named("title"), *both("summary")]
    ordering = ["-earliest", "-id"]
    actions = ["publish", "withdraw"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(citation_count=Count("citations"))

    @admin.display(description=gettext_lazy("date"), ordering="earliest")
    def day(self, record: Record) -> str:
        return print_date(record.date, get_language() or "tr")

    @admin.display(description=gettext_lazy("citations"), ordering="citation_count")
    def citation_count(self, record: Any) -> int:
        return int(record.citation_count)

    @admin.action(description=gettext_lazy("Publish the selected records"), permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        done = 0
        for record in map(of_its_kind, queryset.filter(editorial_status=EditorialStatus.DRAFT)):
            if found := obstacles(record, record.citations.all()):
                words = {"name": record, "reasons": " ".join(found)}
                self.message_user(request, _("“%(name)s” stays a draft. %(reasons)s") % words, messages.WARNING)
                continue
            self._set(record, EditorialStatus.PUBLISHED, PUBLISHED)
            done += 1
        said_so = ngettext("%(count)d record was published.", "%(count)d records were published.", done)
        self.message_user(request, said_so % {"count": done})

    @admin.action(description=gettext_lazy("Withdraw the selected records"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        records = [of_its_kind(record) for record in queryset.filter(editorial_status=EditorialStatus.PUBLISHED)]
        for record in records:
            self._set(record, EditorialStatus.DRAFT, WITHDRAWN)
        said_so = ngettext("%(count)d record was withdrawn.", "%(count)d records were withdrawn.", len(records))
        self.message_user(request, said_so % {"count": len(records)})

    def _set(self, record: Record, status: str, reason: str) -> None:
        """Store a status with a new change stamp and a version in history."""
        keep_found([record])
        record.editorial_status = status
        stamped(record, timezone.now(), reason).save()
        refresh([record.pk])


def laid_out(*own_fields: Any) -> list[Any]:
    """The form of a kind, with the rows of its own columns."""
    return [
        (None, {"fields": ["slug", both("title"), both("summary")]}),
        (gettext_lazy("What is cited"), {"fields": [("date", "place"), *own_fields]}),
        (
            gettext_lazy("Where it belongs"),
            {"fields": [("relationship", "area"), "countries", "institutions", "wikidata"]},
        ),
        (gettext_lazy("Publication"), {"fields": [("editorial_status", "changed_at")]}),
    ]


class RecordKindAdmin(RecordListMixin, NounAdmin):
    """One kind of record."""

    fieldsets: ClassVar[Any] = laid_out()
    list_display: Any = [*both("title"), "day", "relationship", "editorial_status", "citation_count"]
    list_display_links: Any = both("title")
    inlines = [CitationInline, ParticipationInline]
    parts = ("citations", "participations")

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every relation is looked up by typing."""
        fields = (*self.opts.concrete_fields, *self.opts.many_to_many)
        return [field.name for field in fields if field.is_relation and not field.primary_key]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only reviewers publish. Whoever may change what is public may rename it: its old address leads to the new."""
        fields = [*super().get_readonly_fields(request, obj), "changed_at"]
        if not may_publish(request.user):
            fields.append("editorial_status")
        return fields

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> Any:
        context["citable"] = [*self.model.cited_fields]
        context["editor"] = not may_publish(request.user)
        context["findings"] = panel(context.get("original"), request.user)
        return super().render_change_form(request, context, *args, **options)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        refresh([form.instance.pk])

    def after_going_back(self, row: Any) -> None:
        if found := failings(row, row.citations.all()):
            raise ValidationError(found)
        refresh([row.pk])


@admin.register(Record)
class RecordAdmin(RecordListMixin, NounAdmin):
    """Records of every kind in one list; each is edited as the kind that it is."""

    list_display = ["kind", *RecordKindAdmin.list_display]
    list_display_links = both("title")
    list_filter = ["kind", *RecordListMixin.list_filter]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        return False

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> HttpResponse:
        record = self.get_object(request, object_id)
        if record is None:
            return super().change_view(request, object_id, *args, **options)
        name = of_its_kind(record)._meta.model_name
        return HttpResponseRedirect(reverse(f"admin:relations_{name}_change", args=[object_id]))
