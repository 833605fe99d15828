"""What a record says, kind by kind, under the names that leave: columns of the CSV, keys of the NDJSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from modeltranslation.utils import build_localized_fieldname

from relations.models import Agreement, Council, CouncilMeeting, Figure, Milestone, Record, Visit

from .selecting import Converter

Columns = Mapping[str, str]  # name → dotted path from the record


def translated(name: str) -> dict[str, str]:
    """One column a language."""
    columns = [build_localized_fieldname(name, code) for code, _ in settings.LANGUAGES]
    return {column: column for column in columns}


COMMON: Columns = {
    "kind": "kind",
    "slug": "slug",
    "relationship": "relationship.slug",
    "countries": "countries",
    **translated("title"),
    **translated("summary"),
    "area": "area",
    "date": "date",
    "date_earliest": "earliest",
    "date_latest": "latest",
    "place": "place.slug",
    "institutions": "institutions",
    "wikidata": "wikidata",
    "consensus": "consensus",
    "changed_at": "changed_at",
}
DIRECTION: Columns = {"from": "origin_id", "to": "destination_id"}


@dataclass(frozen=True)
class RecordExport:
    """One kind: its model, and what it says beyond COMMON."""

    model: type[Record]
    own: Columns

    @property
    def columns(self) -> Columns:
        return {**COMMON, **self.own}

    @property
    def fields(self) -> list[Any]:
        """The field that each column is filled from."""
        return [meant(self.model, path) for path in self.columns.values()]


EXPORTS = (
    RecordExport(Visit, {"visit_kind": "visit_kind", "status": "status", **DIRECTION}),
    RecordExport(Council, {"council_kind": "council_kind", **translated("abbreviation")}),
    RecordExport(
        CouncilMeeting,
        {
            "council": "council.slug",
            "ordinal": "ordinal",
            "status": "status",
            "during_visit": "during_visit.slug",
            "replaced_by": "replaced_by.slug",
        },
    ),
    RecordExport(
        Agreement,
        {
            "form": "form",
            "count": "count",
            "articles": "articles",
            "languages": "languages",
            "untreaty_number": "untreaty_number",
            "in_force": "in_force",
            "entry_method": "entry_method",
            "signed_at_visit": "signed_at_visit.slug",
            "signed_at_meeting": "signed_at_meeting.slug",
            "part_of": "part_of.slug",
        },
    ),
    RecordExport(Milestone, {}),
    RecordExport(
        Figure,
        {
            "indicator": "indicator",
            "breakdown": "breakdown",
            **DIRECTION,
            "reporter": "reporter.slug",
            "announcer": "announcer.slug",
            "period": "date",
            "deadline": "deadline",
            "value": "value",
            "unit": "unit",
            "qualifier": "qualifier",
            "step": "step",
        },
    ),
)


def says(row: Any, columns: Columns) -> dict[str, Any]:
    """The columns of one row; None where nothing is known."""
    return {name: plain(_follow(row, path)) for name, path in columns.items()}


def plain(value: Any) -> Any:
    """A value as JSON takes it: what is many by its keys, an exact number as a number, nothing as None."""
    if isinstance(value, models.Manager):
        return sorted(each.natural_key()[0] for each in value.all())
    if isinstance(value, Decimal):
        return number(value)
    return None if value == "" else value


def number(value: Decimal) -> int | float | str:
    """An integer where it is one, a float where that prints the same digits, else the digits as text."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else format(value, "f")


def plainly(field: Any) -> Converter | None:
    """What makes of a selected value what `plain` makes of a row's."""
    if field.many_to_many:
        return lambda keys: sorted(keys.split())
    if isinstance(field, models.DecimalField):
        return number
    return bool if isinstance(field, models.BooleanField) else None


def meant(model: type[models.Model], path: str) -> Any:
    """The field that a path begins with."""
    return model._meta.get_field(path.partition(".")[0])


def _follow(row: Any, path: str) -> Any:
    """What stands at the end of a dotted path; None where a step is missing."""
    for name in path.split("."):
        row = getattr(row, name) if row is not None else None
    return row
