"""Agreements."""

from django.contrib import admin

from relations.models import Agreement

from .records import RecordKindAdmin, RecordResource, laid_out
from .tables import table


@admin.register(Agreement)
class AgreementAdmin(RecordKindAdmin):
    resource_classes = [table(Agreement, base=RecordResource)]
    list_filter = [*RecordKindAdmin.list_filter, "form"]
    fieldsets = laid_out(
        ("count", "articles"),
        ("in_force", "entry_method"),
        ("form", "languages", "untreaty_number"),
        ("signed_at_visit", "signed_at_meeting", "part_of"),
    )
