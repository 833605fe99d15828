"""Django fixtures: which models, in which order, and a row as `loaddata` reads it."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Country,
    Figure,
    FindingAnswer,
    Institution,
    Milestone,
    Office,
    Participation,
    Person,
    Place,
    Record,
    Relationship,
    Reporter,
    Source,
    Tenure,
    Visit,
)
from relations.translation import TRANSLATED

from . import public
from .rows import Row
from .selecting import Converter, tuples

# Each after what it points at; within a model loaddata resolves what comes later.
REFERENCE = (Country, Place, Institution, Person, Office, Tenure, Relationship, Reporter, Source)
KINDS: tuple[type[Record], ...] = (Visit, Council, CouncilMeeting, Agreement, Milestone, Figure)
ATTACHED = (Participation, Citation)
ALONE = (FindingAnswer,)  # of no kind


def whole() -> Iterator[Row]:
    """Everything that may leave."""
    yield from reference()
    tables: tuple[type[models.Model], ...] = (Record, *KINDS, *ATTACHED, *ALONE)
    for model in tables:
        yield from of_model(model)


def reference() -> Iterator[Row]:
    """What records point at: load it before any kind."""
    for model in REFERENCE:
        yield from of_model(model)


def of_kind(model: type[Record]) -> Iterator[Row]:
    """The records of one kind, both halves of each, with participations and citations."""
    parts: tuple[type[models.Model], ...] = (Record, model, *ATTACHED)
    for part in parts:
        yield from of_model(part, str(model.of_kind))


def answers() -> Iterator[Row]:
    """What reviewers answered: load it after every kind."""
    return of_model(FindingAnswer)


def of_model(model: type[models.Model], kind: str = "") -> Iterator[Row]:
    """The rows of one table."""
    return told(model, public.rows(model, kind))


def told(model: type[models.Model], queryset: models.QuerySet[Any], *, hide: bool = True) -> Iterator[Row]:
    """Rows of a model as a fixture has them, in one query."""
    return (row for _, row in keyed(model, queryset, hide=hide))


def keyed(
    model: type[models.Model], queryset: models.QuerySet[Any], *, hide: bool = True
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row with its primary key; `hide` makes a link to a draft one to nothing."""
    fields = sorted(columns(model), key=lambda field: field.name)
    names, label = [field.name for field in fields], model._meta.label_lower
    for *row, pk in tuples(queryset, fields, converter, "pk", hide=hide):
        yield pk, {"fields": dict(zip(names, row, strict=True)), "model": label}


def converter(field: Any) -> Converter | None:
    """What makes a fixture's value of a selected one: natural keys stand in lists."""
    if field.many_to_many:
        return lambda keys: sorted([key] for key in keys.split())
    if isinstance(field, models.BooleanField):
        return bool
    return (lambda key: [key]) if field.is_relation else None


def columns(model: type[models.Model]) -> list[Any]:
    """The columns of a table that leave: neither keys of this database nor the unsuffixed translated ones."""
    left_out = {"id", *TRANSLATED.get(model, ())}
    return [
        field for field in (*model._meta.local_fields, *model._meta.local_many_to_many) if field.name not in left_out
    ]


def value(row: models.Model, field: Any) -> Any:
    """A column's value; what it points at by natural key."""
    if not field.is_relation:
        return field.value_from_object(row)
    if field.many_to_many:
        return sorted(list(each.natural_key()) for each in getattr(row, field.name).all())
    if field.remote_field.parent_link:
        return list(row.natural_key())  # type: ignore[attr-defined]  # a record's other half has its key
    if field.related_model is Country:
        key = getattr(row, field.attname)  # the code itself
        return [key] if key else None
    related = getattr(row, field.name)
    return list(related.natural_key()) if related else None
