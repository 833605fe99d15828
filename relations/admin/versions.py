"""Versions of a row and of its parts: keeping the first one, and going back to one."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .rules import translations

# Kept as the reason of a version, and printed in the reader's language.
LOADED = "fixtures"  # as relations.curation.history writes it
FOUND, REVERTED, PUBLISHED, WITHDRAWN = "found", "reverted", "published", "withdrawn"
IMPORTED, PARTS = "imported", "parts"
REASONS = {
    LOADED: _("loaded from the fixtures"),
    FOUND: _("as it was found, loaded without history"),
    REVERTED: _("went back to an older version"),
    PUBLISHED: _("published"),
    WITHDRAWN: _("withdrawn"),
    IMPORTED: _("imported"),
    PARTS: _("its citations or participants changed"),
}
DERIVED = {"changed_at", "earliest", "latest"}


def content(row: Any) -> dict[str, Any]:
    """What people wrote in a row; the columns that other columns rule are left out."""
    names = DERIVED | translations(type(row)).keys()
    return {
        field.attname: getattr(row, field.attname)
        for field in type(row).history.model.tracked_fields
        if field.name not in names
    }


def keep_found(rows: Iterable[models.Model]) -> None:
    """Give history, under one moment, the stored state of rows that it does not know: fixtures load without history."""
    moment = timezone.now()
    for row in rows:
        history = type(row).history  # type: ignore[attr-defined]
        latest = history.filter(**{row._meta.pk.attname: row.pk}).first()
        if latest is None or latest.history_type == "-" or content(latest.instance) != content(row):
            history.model.objects.create(
                history_date=moment,
                history_type="~" if latest else "+",
                history_change_reason=FOUND,
                **{field.attname: getattr(row, field.attname) for field in history.model.tracked_fields},
            )


def parts_of(row: models.Model, names: Iterable[str]) -> list[models.Model]:
    """The rows that belong to this one and are edited with it."""
    return [part for name in names for part in getattr(row, name).all()]


def parts_at(row: models.Model, name: str, moment: datetime) -> dict[int, Any]:
    """The parts as they were at a moment, by primary key."""
    relation: Any = row._meta.get_field(name)
    key = {relation.field.attname: row.pk}
    return {part.pk: part for part in relation.related_model.history.as_of(moment).filter(**key)}


def end_of(version: Any) -> datetime:
    """The last moment of a version: just before the next, for what was saved with it may bear a later time."""
    versions = type(version).objects.filter(**{version.instance_type._meta.pk.attname: version.instance.pk})
    later = versions.filter(history_date__gt=version.history_date).order_by("history_date").first()
    return later.history_date - timedelta(microseconds=1) if later else timezone.now()


def restore_parts(row: models.Model, name: str, moment: datetime, now: datetime) -> None:
    """Bring back the parts of a moment: later ones go, changed ones change back."""
    manager = getattr(row, name)
    then = parts_at(row, name, moment)
    stored = {part.pk: part for part in manager.all()}
    for key in stored.keys() - then.keys():
        stamped(stored[key], now).delete()
    changed = [part for key, part in then.items() if key not in stored or content(stored[key]) != content(part)]
    if name == "citations":  # at no moment may a field have two preferred citations
        manager.filter(pk__in=[part.pk for part in changed]).update(preferred=False)
    for part in changed:
        stamped(part, now).save()


def stamped(row: Any, moment: datetime, reason: str = REVERTED) -> Any:
    """The row, told when and why the version that saving it makes was made."""
    row._history_date, row._change_reason = moment, reason
    return row
