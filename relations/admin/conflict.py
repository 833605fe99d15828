"""Two people and one row: the second to save is told, keeps what was typed, and decides."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.models import Citation, Participation, Record

from .kinds import of_its_kind
from .rules import RuleForm

ANYWAY = "_save_over"  # the box that says: save over the state that it carries


def stamp_of(row: models.Model) -> str:
    """The state that a row is stored in: a record's change stamp, for other rows the number of their last version."""
    if not row.pk:
        return ""
    if isinstance(row, Record | Citation | Participation):
        changed_at = _changed_at(row)
        return changed_at.isoformat() if changed_at else ""
    version = last_version(row)
    return str(version.history_id) if version else ""


def last_version(row: models.Model) -> Any:
    """The newest version that history keeps of a row; of its record, if it is a part of one."""
    whole = of_its_kind(row.record) if isinstance(row, Citation | Participation) else row
    versions = type(whole).history.filter(**{whole._meta.pk.attname: whole.pk})  # type: ignore[attr-defined]
    return versions.select_related("history_user").first()


def _changed_at(row: Record | Citation | Participation) -> datetime | None:
    key = row.pk if isinstance(row, Record) else row.record_id
    stored: datetime | None = Record.objects.filter(pk=key).values_list("changed_at", flat=True).first()
    return stored


@dataclass(frozen=True)
class Difference:
    """A field in which what is typed is not what is stored."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Conflict:
    """Who saved last and when, and the state that saving over it needs."""

    stamp: str
    who: str
    when: datetime | None
    differences: list[Difference]


class Stamp(forms.CharField):
    """Carries the state that the form was opened on; no content, so it never counts as changed."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class StampedForm(RuleForm):
    """A form that refuses to save over what somebody else saved after it was opened, unless told to."""

    stamp = Stamp()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stored = stamp_of(self.instance)
        self.initial["stamp"] = self.stored
        self.conflict: Conflict | None = None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = (self.data.get(self.add_prefix("stamp")), self.data.get(ANYWAY))
        if self.stored and self.stored not in known:
            self.conflict = self._conflict()
            self.add_error(None, _("Nothing was saved: somebody else changed this after you opened it."))
        return cleaned

    def _conflict(self) -> Conflict:
        version = last_version(self.instance)
        return Conflict(
            self.stored,
            str(version.history_user or "") if version else "",
            version.history_date if version else None,
            [self._difference(name) for name in self.changed_data if name in self.cleaned_data],
        )

    def _difference(self, name: str) -> Difference:
        field = self.fields[name]
        stored = _printed(field, self.get_initial_for_field(field, name))
        return Difference(str(field.label), stored, _printed(field, self.cleaned_data[name]))


def _printed(field: forms.Field, value: Any) -> str:
    """A value as people read it; rows and choices by their names."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(row) for row in value or ())
    if isinstance(field, forms.ModelChoiceField):
        return str(field.to_python(value) or "")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return "" if value is None else str(value)
