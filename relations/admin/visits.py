"""Visits."""

from django.contrib import admin

from relations.models import Visit

from .records import RecordKindAdmin, RecordResource, laid_out
from .tables import table


@admin.register(Visit)
class VisitAdmin(RecordKindAdmin):
    resource_classes = [table(Visit, base=RecordResource)]
    list_filter = [*RecordKindAdmin.list_filter, "visit_kind", "status"]
    fieldsets = laid_out(("visit_kind", "status"), ("origin", "destination"))
