"""Filters of the lists: what lacks a translation or a source, and which pair and year it concerns."""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from relations.models import Citation, Record, Relationship
from relations.models.records import RecordQuerySet

from .rules import translations

NONE = "none"
YEAR = re.compile(r"[1-9][0-9]{3}\Z")


def empty(column: str) -> Q:
    """A column that holds nothing; translated columns may be NULL."""
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})


def untranslated(model: type[Model], language: str) -> Q:
    """Rows with a field that this language lacks, though it must have it or another language does."""
    lacking = Q(pk__in=[])
    for name, columns in translations(model).items():
        others = reduce(or_, (~empty(column) for column in columns if column != f"{name}_{language}"))
        field: Any = model._meta.get_field(name)
        needed = others if field.blank else Q()
        lacking |= empty(f"{name}_{language}") & needed
    return lacking


def uncited(model: type[Record], field: str) -> Q:
    """Rows that show a value in this field, other than the default, with no citation of it."""
    column: Any = model._meta.get_field(field)
    nothing = Q(**{f"{field}__isnull": True}) if column.null else Q(**{field: column.get_default()})
    if not column.null and not column.has_default():
        nothing = Q(pk__in=[])
    cited = Exists(Citation.objects.filter(record=OuterRef("pk"), field=field))
    return ~nothing & ~Q(cited)


class Untranslated(admin.SimpleListFilter):
    title = _("missing translation")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return settings.LANGUAGES

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        known = self.value() in dict(settings.LANGUAGES)
        return queryset.filter(untranslated(queryset.model, str(self.value()))) if known else queryset


class Uncited(admin.SimpleListFilter):
    title = _("value without a citation")
    parameter_name = "uncited"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        fields = model_admin.model.cited_fields
        names = [(name, model_admin.model._meta.get_field(name).verbose_name) for name in fields]
        return [(NONE, _("no citation at all")), *names]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == NONE:
            return queryset.filter(~Exists(Citation.objects.filter(record=OuterRef("pk"))))
        if self.value() in queryset.model.cited_fields:
            return queryset.filter(uncited(queryset.model, str(self.value())))
        return queryset


class Pair(admin.SimpleListFilter):
    """Records of a pair, with the multilateral ones that both countries are party to."""

    title = _("relationship")
    parameter_name = "pair"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        pairs = [(pair.slug, str(pair)) for pair in Relationship.objects.with_countries()]
        return [*pairs, (NONE, _("more than two countries"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == NONE:
            return queryset.filter(relationship=None)
        pairs = Relationship.objects.filter(slug=self.value())
        return cast(RecordQuerySet, queryset).concerning(pairs) if pairs else queryset


class Year(admin.SimpleListFilter):
    """The year in which a record begins."""

    title = _("year")
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        days = model_admin.model._default_manager.dates("earliest", "year", order="DESC")
        return [*((str(day.year), str(day.year)) for day in days), (NONE, _("no date"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or ""
        if value == NONE:
            return queryset.filter(earliest=None)
        return queryset.filter(earliest__year=int(value)) if YEAR.match(value) else queryset
