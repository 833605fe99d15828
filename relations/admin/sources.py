"""Sources, and the citations that rest on them."""

from collections.abc import Collection, Iterator
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from relations.checks.consensus import refresh
from relations.checks.preferred import faults
from relations.models import Citation, Qualifier, Record, Source

from .base import LanguageMixin, NounAdmin, both, named, quieted
from .citing import obstacles, said, shown
from .conflict import StampedForm
from .filters import Untranslated
from .kinds import of_its_kind
from .lookups import LookupMixin
from .parts import CitationFormSet, CitationResource, PartForm, PartMixin, renew
from .tables import TableResource, table

PLACE = (("field", "says", "source", "preferred"), ("evidence", "start", "end", "inference"))
QUANTITY = ("says_qualifier", "says_step")


class SourceResource(TableResource):
    """A table of sources, which also says what is a translation of what."""

    def after_save_instance(self, instance: Any, row: Any, **options: Any) -> None:
        compare_again(instance)


def compare_again(source: Source) -> None:
    """Whose voice a source has is part of how well it agrees with others on the records that cite it."""
    refresh(source.citations.values_list("record", flat=True))


@admin.register(Source)
class SourceAdmin(NounAdmin):
    resource_classes = [table(Source, base=SourceResource)]
    list_display = ["slug", *both("title"), "kind", "language", "published"]
    list_filter = ["kind", "language", Untranslated]
    search_fields = ["slug", *named("title", "publisher"), "author__folded", "url"]
    autocomplete_fields = ["institution", "translation_of"]
    fieldsets = [
        (None, {"fields": ["slug", both("title"), both("publisher"), ("kind", "language", "published")]}),
        (_("Where it is"), {"fields": ["author", ("url", "doi"), ("institution", "translation_of")]}),
        (_("The text that we hold"), {"fields": [("text_file", "length"), "sha256"]}),
    ]
    shown_by = ("citations__record",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        compare_again(obj)

    def after_going_back(self, row: Any) -> None:
        compare_again(row)


class CitedMixin(LanguageMixin):
    """The fields of a citation, with the qualifiers to choose from."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "says_qualifier":
            choices = [("", "---------"), *Qualifier.choices]
            return forms.ChoiceField(label=capfirst(db_field.verbose_name), choices=choices, required=False)
        field = quieted(super().formfield_for_dbfield(db_field, request, **options))
        if db_field.name == "field":
            field.widget.attrs.update({"list": "citable", "autocomplete": "off"})
        return field


class CitationInline(LookupMixin, CitedMixin, TranslationStackedInline[Citation, Record]):  # type: ignore[misc]
    """The citations of a record of any kind: the foreign key points at the table that all kinds share."""

    model = Citation
    form = PartForm
    formset = CitationFormSet
    fk_name = "record"
    extra = 0
    show_change_link = True
    autocomplete_fields = ["source"]
    fieldsets: ClassVar[Any] = [(None, {"fields": [*PLACE, both("reason")]})]


class QuantityCitationInline(CitationInline):
    """The citations of a figure, whose value comes with a qualifier and a rounding step."""

    fieldsets: ClassVar[Any] = [(None, {"fields": [*PLACE, QUANTITY, both("reason")]})]


class CitationForm(StampedForm):
    """A citation by itself, checked with the others of its record."""

    def broken(self, exclude: Collection[str]) -> Iterator[tuple[str, ValidationError]]:
        yield from super().broken(exclude)
        record = of_its_kind(self.instance.record)
        others = record.citations.exclude(pk=self.instance.pk)
        for field, message in faults(shown(record), said([*others, self.instance])):
            if field == self.instance.field:
                yield "says", ValidationError(message)


@admin.register(Citation)
class CitationAdmin(PartMixin, CitedMixin, NounAdmin):
    """Citations of all records; they are added in the record, or by table."""

    form = CitationForm
    resource_classes = [table(Citation, key=("record", "field", "source", "start"), base=CitationResource)]
    list_display = ["record", "field", "says", "source", "evidence", "preferred"]
    list_filter = ["preferred", "record__editorial_status", "record__kind", "inference", "source"]
    list_select_related = ["record", "source"]
    search_fields = ["record__slug", *named("title", of="record__"), "field", "says", "evidence"]
    autocomplete_fields = ["source"]
    fieldsets = [(None, {"fields": ["record", *PLACE, QUANTITY, both("reason")]})]

    def after_going_back(self, row: Any) -> None:
        record = of_its_kind(row.record)
        if found := obstacles(record, record.citations.all()):
            raise ValidationError(found)
        renew(row)
