"""Figures, and those who report them."""

from django.contrib import admin
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from relations.amounts import print_quantity
from relations.models import Figure, Reporter

from .base import NounAdmin, both, named
from .filters import Untranslated
from .people import ParticipationInline
from .records import RecordKindAdmin, RecordResource, laid_out
from .sources import QuantityCitationInline
from .tables import table


@admin.register(Reporter)
class ReporterAdmin(NounAdmin):
    resource_classes = [table(Reporter)]
    list_display = ["slug", *both("name"), "country", "person", "institution"]
    list_filter = ["country", Untranslated]
    list_select_related = ["country", "person", "institution"]
    search_fields = ["slug", *named("name")]
    autocomplete_fields = ["country", "person", "institution"]
    fieldsets = [(None, {"fields": ["slug", both("name"), ("country", "person", "institution")]})]
    shown_by = ("figures", "targets")


@admin.register(Figure)
class FigureAdmin(RecordKindAdmin):
    resource_classes = [table(Figure, base=RecordResource)]
    list_display = [*RecordKindAdmin.list_display, "amount", "reporter"]
    list_filter = [*RecordKindAdmin.list_filter, "indicator", "qualifier", "reporter"]
    list_select_related = [*RecordKindAdmin.list_select_related, "reporter"]
    inlines = [QuantityCitationInline, ParticipationInline]
    fieldsets = laid_out(
        ("value", "unit"),
        ("qualifier", "step", "deadline"),
        ("indicator", "breakdown"),
        ("origin", "destination"),
        ("reporter", "announcer"),
    )

    @admin.display(description=_("value"), ordering="value")
    def amount(self, figure: Figure) -> str:
        return print_quantity(figure.quantity, get_language() or "tr")
