"""A document as the record that it was: never saved, shown by the same templates as the record of today.

What a document names is looked up as it is called today; what is gone, or is a draft now, keeps its slug for a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models

from relations.export.ndjson import CITATION, PARTICIPANT
from relations.export.records import EXPORTS, RecordExport
from relations.models import Citation, Country, EditorialStatus, Institution, Office, Participation, Person, Record

from .keeping import Document

BY_KIND: dict[str, RecordExport] = {str(export.model.of_kind): export for export in EXPORTS}
MANY: dict[str, type[models.Model]] = {"countries": Country, "institutions": Institution}


@dataclass
class Names:
    """Things by their slugs; each is asked for once."""

    known: dict[tuple[type[models.Model], str], Any] = field(default_factory=dict)

    def find(self, model: type[models.Model], slug: str | None) -> Any:
        if not slug:
            return None
        if (model, slug) not in self.known:
            self.known[model, slug] = self._look_up(model, slug)
        return self.known[model, slug]

    def _look_up(self, model: type[models.Model], slug: str) -> Any:
        rows: Any = model._default_manager
        if issubclass(model, Record):
            rows = rows.published()
        elif {"first", "second"} <= {each.name for each in model._meta.fields}:
            rows = rows.select_related("first", "second")
        return rows.filter(**{key_of(model): slug}).first() or unknown(model, slug)


def key_of(model: type[models.Model]) -> str:
    return "code" if model is Country else "slug"


def unknown(model: type[models.Model], slug: str) -> Any:
    """A thing of which only the slug is left."""
    name = "title" if issubclass(model, Record | Office) else "name"
    names = {f"{name}_{code}": slug for code, _label in settings.LANGUAGES if hasattr(model, f"{name}_{code}")}
    return model(**{key_of(model): slug}, **names)


def restore(document: Document, key: int, names: Names) -> Any:
    """The record of a document; `key` is its primary key, which no document holds."""
    export = BY_KIND[document["kind"]]
    record: Any = export.model(pk=key, id=key, editorial_status=EditorialStatus.PUBLISHED)
    cache: dict[str, Any] = {}
    for name, path in export.columns.items():
        if name in MANY:
            cache[name] = [names.find(MANY[name], slug) for slug in document.get(name) or []]
        elif name != "period":
            _set(record, path.removesuffix(".slug"), document.get(name), names)
    cache["participations"] = [_participation(each, names) for each in document["participants"]]
    record._prefetched_objects_cache = cache
    return record


def _set(row: models.Model, name: str, value: Any, names: Names) -> None:
    column: Any = row._meta.get_field(name.removesuffix("_id"))
    if column.is_relation:
        found = names.find(column.related_model, value)
        setattr(row, column.name, found if found or column.null else unknown(column.related_model, ""))
    else:
        setattr(row, column.attname, _typed(column, value))


def _typed(column: Any, value: Any) -> Any:
    """A value as the column holds it."""
    if value is None:
        return None if column.null else column.get_default() if column.has_default() else ""
    if isinstance(column, models.DecimalField):
        return Decimal(str(value))
    if isinstance(column, models.DateTimeField):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column, models.DateField) else value


def _participation(said: Mapping[str, Any], names: Names) -> Participation:
    people = {"person": names.find(Person, said["person"]), "office": names.find(Office, said["office"])}
    return Participation(role=said[PARTICIPANT["role"]], **people)


def restore_citations(document: Document, record: Any, names: Names) -> list[Citation]:
    """What each source said of the record then."""
    parent = Record(pk=record.pk, kind=record.kind, slug=record.slug)
    if record.kind == "figure":
        parent._state.fields_cache["as_figure"] = record
    return [_citation(each, parent, names) for each in document["citations"]]


def _citation(said: Mapping[str, Any], record: Record, names: Names) -> Citation:
    citation = Citation(record=record)
    for name, path in CITATION.items():
        _set(citation, path.removesuffix(".slug"), said[name], names)
    return citation
