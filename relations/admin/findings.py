"""What the checks found, beside each record and as a filter; and the answers of reviewers."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from relations.checks import kept
from relations.checks.registry import BY_NAME, CHECKS
from relations.checks.running import of_record, of_site
from relations.checks.shown import ShownFinding, show
from relations.models import FindingAnswer, KeptFindingRecord, Record

from .base import NounAdmin, both
from .filters import Untranslated
from .tables import table

ANY = "any"


class HasFindings(admin.SimpleListFilter):
    """Records that a check has something to say about, drafts included."""

    title = _("findings")
    parameter_name = "findings"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [(ANY, _("any")), *((check.name, check.title) for check in CHECKS)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        wanted = self.value()
        if wanted != ANY and wanted not in BY_NAME:
            return queryset
        found = of_site(drafts=True)
        if found is None:
            return queryset.filter(pk__in=_kept(wanted))
        return queryset.filter(pk__in={r.pk for each in found if wanted in (ANY, each.check) for r in each.records})


def _kept(wanted: str) -> QuerySet[Any, Any]:
    """The records that the last comparison by command told of."""
    rows = KeptFindingRecord.objects.filter(finding__run=kept.latest())
    return (rows if wanted == ANY else rows.filter(finding__check_name=wanted)).values("record_key")


def panel(record: Record | None, user: Any) -> list[dict[str, Any]]:
    """The findings about a record as it is stored, each with the page on which this user may answer it."""
    if record is None or record.pk is None:
        return []
    return [{"shown": each, "link": answer_link(each, user)} for each in show(of_record(record))]


def answer_link(shown: ShownFinding, user: Any) -> str:
    """The form of the answer, or an empty one that knows what it answers; nothing for who may not."""
    finding = shown.finding
    if shown.answer and user.has_perm("relations.change_findinganswer"):
        return reverse("admin:relations_findinganswer_change", args=[shown.answer.pk])
    if shown.answer or not user.has_perm("relations.add_findinganswer"):
        return ""
    known = {"check_name": finding.check, "key": finding.key, "record": str(finding.records[0].pk)}
    return f"{reverse('admin:relations_findinganswer_add')}?{urlencode(known)}"


@admin.register(FindingAnswer)
class FindingAnswerAdmin(NounAdmin):
    """Answers; editors only read them, for readers see them at once."""

    resource_classes = [table(FindingAnswer, key=("check_name", "key"))]
    list_display = ["check_name", "record", "accepted", *both("reason"), "changed_at"]
    list_display_links = ["check_name"]
    list_filter = ["check_name", Untranslated]
    list_select_related = ["record"]
    search_fields = ["key", "accepted", "record__slug", *both("reason")]
    autocomplete_fields = ["record"]
    readonly_fields = ["changed_at"]
    fieldsets = [(None, {"fields": [("check_name", "key", "record"), "accepted", both("reason"), "changed_at"]})]
