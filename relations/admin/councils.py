"""Councils and their meetings."""

from django.contrib import admin

from relations.models import Council, CouncilMeeting

from .base import both, named
from .records import RecordKindAdmin, RecordResource, laid_out
from .tables import table


@admin.register(Council)
class CouncilAdmin(RecordKindAdmin):
    resource_classes = [table(Council, base=RecordResource)]
    list_filter = [*RecordKindAdmin.list_filter, "council_kind"]
    search_fields = [*RecordKindAdmin.search_fields, *named("abbreviation")]
    fieldsets = laid_out("council_kind", both("abbreviation"))


@admin.register(CouncilMeeting)
class CouncilMeetingAdmin(RecordKindAdmin):
    resource_classes = [table(CouncilMeeting, base=RecordResource)]
    list_display = [*RecordKindAdmin.list_display, "ordinal", "status"]
    list_filter = [*RecordKindAdmin.list_filter, "council", "status"]
    fieldsets = laid_out(("council", "ordinal", "status"), ("during_visit", "replaced_by"))
