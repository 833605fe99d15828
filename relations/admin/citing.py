"""What a record shows and what its citations say, in the terms of relations.checks.preferred."""

from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.utils.translation import ngettext

from relations.checks.preferred import Said, Shown, faults, uncited
from relations.models import Citation, Record

# Columns that no page cites, but that a citation may speak of in the same notation.
SPOKEN_OF = ("origin", "destination", "council", "form", "indicator", "unit")


def shown(record: Record) -> list[Shown]:
    """The values of a record, of whatever kind, that a citation can support."""
    fields = {field.name: field for field in record._meta.concrete_fields}
    cited = [name for name in record.cited_fields if name in fields]
    spoken = [name for name in SPOKEN_OF if name in fields]
    return [_one(record, fields[name], name in cited) for name in (*cited, *spoken)]


def _one(record: Record, field: "models.Field[object, object]", cited: bool) -> Shown:
    value = None if getattr(record, field.attname) is None else getattr(record, field.name)
    text = notation(value)
    is_quantity = field.name == "value"
    return Shown(
        field.name,
        text,
        qualifier=getattr(record, "qualifier", "") if is_quantity else "",
        step=getattr(record, "step", None) if is_quantity else None,
        needs_source=cited and bool(text) and not (field.has_default() and value == field.get_default()),
    )


def notation(value: object) -> str:
    """A value as citations write it: slugs and codes for rows, plain decimals, EDTF as it stands."""
    if value is None:
        return ""
    if isinstance(value, models.Model):
        return str(value.natural_key()[0])  # type: ignore[attr-defined]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def said(citations: Iterable[Citation]) -> list[Said]:
    return [Said(one.field, one.says, one.preferred, one.says_qualifier, one.says_step) for one in citations]


def obstacles(record: Record, citations: Iterable[Citation]) -> list[str]:
    """Why a record cannot be public as it stands, a sentence each."""
    statements = said(citations)
    found = [message for _field, message in faults(shown(record), statements)]
    if missing := uncited(shown(record), statements):
        found.append(without_source([label(type(record), field) for field in missing]))
    return found


def without_source(fields: list[str]) -> str:
    """The sentence that names values without a citation, and the way out."""
    return ngettext(
        "Nothing cites %(fields)s: add a citation, or keep the record a draft.",
        "Nothing cites %(fields)s: add citations, or keep the record a draft.",
        len(fields),
    ) % {"fields": ", ".join(fields)}


def label(model: type[models.Model], field: str) -> str:
    """The name of a cited field as people read it; what is no column keeps its own."""
    names = {one.name: one for one in model._meta.concrete_fields}
    return str(names[field].verbose_name) if field in names else field
