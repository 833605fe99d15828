"""People, their offices, and institutions."""

from django.contrib import admin

from relations.models import Institution, Office, Participation, Person, Tenure

from .base import NounAdmin, PlainAdmin, RowInline, both, named
from .filters import Untranslated
from .parts import ParticipationFormSet, PartMixin, PartResource
from .tables import table


class TenureInline(RowInline):
    """The offices of a person."""

    model = Tenure
    autocomplete_fields = ["person", "office"]


@admin.register(Person)
class PersonAdmin(NounAdmin):
    resource_classes = [table(Person)]
    list_display = ["slug", *both("name")]
    search_fields = ["slug", *named("name"), *both("summary")]
    fieldsets = [(None, {"fields": ["slug", both("name"), both("summary"), "wikidata"]})]
    inlines = [TenureInline]
    parts = ("tenures",)
    shown_by = ("participations__record", "reporters__figures", "reporters__targets")


@admin.register(Office)
class OfficeAdmin(NounAdmin):
    resource_classes = [table(Office)]
    list_display = ["slug", *both("title"), "country"]
    list_filter = ["country", Untranslated]
    list_select_related = ["country"]
    search_fields = ["slug", *named("title")]
    autocomplete_fields = ["country"]
    fieldsets = [(None, {"fields": ["slug", both("title"), "country"]})]
    inlines = [TenureInline]
    parts = ("tenures",)
    shown_by = ("participations__record",)


@admin.register(Institution)
class InstitutionAdmin(NounAdmin):
    resource_classes = [table(Institution)]
    list_display = ["slug", *both("name"), "kind", "country"]
    list_filter = ["kind", "country", Untranslated]
    list_select_related = ["country"]
    search_fields = ["slug", *named("name", "abbreviation"), *both("summary")]
    autocomplete_fields = ["country"]
    fieldsets = [
        (
            None,
            {"fields": ["slug", both("name"), both("abbreviation"), both("summary"), ("kind", "country"), "wikidata"]},
        )
    ]
    shown_by = ("records", "reporters__figures", "reporters__targets", "sources__citations__record")


class ParticipationInline(RowInline):
    """Who took part in a record of any kind."""

    model = Participation
    formset = ParticipationFormSet
    fk_name = "record"
    autocomplete_fields = ["person", "office"]


@admin.register(Participation)
class ParticipationAdmin(PartMixin, PlainAdmin):
    """Participants of all records; they are added in the record, or by table."""

    resource_classes = [table(Participation, key=("record", "role", "person", "office"), base=PartResource)]
    list_display = ["record", "role", "person", "office"]
    list_filter = ["role"]
    list_select_related = ["record", "person", "office"]
    search_fields = ["record__slug", "person__slug", *named("name", of="person__"), "office__slug"]
    autocomplete_fields = ["person", "office"]
    fieldsets = [(None, {"fields": ["record", ("role", "person", "office")]})]
