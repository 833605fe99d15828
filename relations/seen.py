"""Which people, institutions and sources readers see: those that stand in a published record. No HTTP."""

from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from relations.models import Citation, Institution, Participation, Person, Record, Source


def seen(model: type[Model], among: QuerySet[Any] | None = None) -> QuerySet[Any]:
    """Those of a model, of these where they are given; all of one that is no part of records."""
    rows: QuerySet[Any] = model._default_manager.all() if among is None else among
    if model is Person:
        # Joined, for a list of all published records would be made first.
        parts = Participation.objects.filter(person=OuterRef("pk"), record__editorial_status="published")
        return rows.filter(Exists(parts))
    if model is Institution:
        return rows.filter(Exists(Record.objects.published().filter(institutions=OuterRef("pk"))))
    if model is Source:
        return rows.filter(Exists(Citation.objects.published().filter(source=OuterRef("pk"))))
    return rows
