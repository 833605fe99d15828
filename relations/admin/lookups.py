"""Boxes to look related rows up by typing; a form posted with what can be no key is refused in words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.http import HttpRequest


class KeysOnly:
    """Django asks the database for whatever was posted, letters for numbers too, when it shows a form again."""

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> Any:
        related = self.field.remote_field  # type: ignore[attr-defined]
        key = related.model._meta.get_field(getattr(related, "field_name", None) or related.model._meta.pk.name)
        return super().optgroups(name, [each for each in value if can_be(key, each)], attr)  # type: ignore[misc]


def can_be(key: Any, value: Any) -> bool:
    """Whether a posted value can be a key of the column."""
    while key.remote_field:  # the key of a record's kind is that of the record
        key = key.target_field
    try:
        key.run_validators(key.to_python(value))
    except ValidationError:
        return False
    return True


class ManyRows(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several related rows; numbers that no column holds are refused before the database meets them."""

    def clean(self, value: Any) -> Any:
        rows: Any = self.queryset
        for each in value or ():
            if not can_be(rows.model._meta.pk, each):
                message = self.error_messages["invalid_pk_value"]
                raise ValidationError(message, code="invalid_pk_value", params={"pk": each})
        return super().clean(value)


class Lookup(KeysOnly, AutocompleteSelect):
    pass


class Lookups(KeysOnly, AutocompleteSelectMultiple):
    pass


class LookupMixin(BaseModelAdmin):  # type: ignore[type-arg]
    """An admin, or rows below one, whose looked-up fields are such boxes."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("widget", Lookup(db_field, self.admin_site, using=options.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("form_class", ManyRows)
            options.setdefault("widget", Lookups(db_field, self.admin_site, using=options.get("using")))
        return super().formfield_for_manytomany(db_field, request, **options)
