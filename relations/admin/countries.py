"""Countries, places, and the pairs that countries form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from relations.models import Country, Place, Relationship

from .base import NounAdmin, both, named
from .filters import Untranslated
from .tables import table


@admin.register(Country)
class CountryAdmin(NounAdmin):
    resource_classes = [table(Country, key=("code",))]
    list_display = ["code", *both("name", "official_name")]
    search_fields = ["code", *named("name", "official_name")]
    fieldsets = [(None, {"fields": ["code", both("name"), both("official_name"), "wikidata"]})]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Whoever types a whole code means that country, and no other whose name holds the letters."""
        named = queryset.filter(code=search_term.strip().upper())
        return (named, False) if named else super().get_search_results(request, queryset, search_term)


@admin.register(Place)
class PlaceAdmin(NounAdmin):
    resource_classes = [table(Place)]
    list_display = ["slug", *both("name"), "country", "renamed_to"]
    list_filter = ["country", Untranslated]
    list_select_related = ["country", "renamed_to"]
    search_fields = ["slug", *named("name")]
    autocomplete_fields = ["country", "renamed_to"]
    fieldsets = [(None, {"fields": ["slug", both("name"), ("country", "renamed_to")]})]
    shown_by = ("records",)


@admin.register(Relationship)
class RelationshipAdmin(NounAdmin):
    """A pair is put in order and named by its clean()."""

    resource_classes = [table(Relationship, key=("first", "second"))]
    list_display = ["__str__", "slug"]
    list_select_related = ["first", "second"]
    search_fields = ["slug", *named("name", of="first__"), *named("name", of="second__")]
    autocomplete_fields = ["first", "second"]
    fieldsets = [(None, {"fields": [("first", "second"), "slug", both("overview")]})]
    readonly_fields = ["slug"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The countries of a pair stay what they are: another pair is another row."""
        fields = [*super().get_readonly_fields(request, obj)]
        return fields if obj is None else [*fields, "first", "second"]
