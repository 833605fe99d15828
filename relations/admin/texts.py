"""The texts of sources: put in as files, for a text that is typed or pasted is never the one that was read."""

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from relations.models import SourceText

from .lookups import LookupMixin
from .roles import RoleMixin


class TextForm(forms.ModelForm):  # type: ignore[type-arg]
    """A file, checked against what its source says of it."""

    file = forms.FileField(label=_("file"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        file, source = cleaned.get("file"), self.instance.source if self.instance.pk else cleaned.get("source")
        if file and source:
            self.instance.text = self._read(file.read(), source.sha256)
        elif not file and not self.instance.pk:
            self.add_error("file", _("Choose the file of the text."))
        return cleaned

    def _read(self, content: bytes, expected: str) -> str:
        """The text of the file; one that is not the text that was read is refused."""
        if sha256(content).hexdigest() != expected:
            words = {"found": sha256(content).hexdigest(), "expected": expected or "–"}
            sentence = _("This is not the text of the source: its SHA-256 is %(found)s, the source names %(expected)s.")
            raise ValidationError({"file": sentence % words})
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            raise ValidationError({"file": _("The file is not in UTF-8.")}) from error


@admin.register(SourceText)
class SourceTextAdmin(LookupMixin, RoleMixin):
    form = TextForm
    list_display = ["source", "is_public"]
    list_filter = ["is_public"]
    list_select_related = ["source"]
    search_fields = ["source__slug", "text"]
    autocomplete_fields = ["source"]
    fieldsets = [(None, {"fields": ["source", "is_public", "file", "text"]})]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("text")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["text"] if obj is None else ["source", "text"]
