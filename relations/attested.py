"""Who stands on record in which office, and when: derived from dated records, never a term of office. No HTTP."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.utils import timezone

from relations.dashes import span
from relations.models import Office, Participation, Person, Tenure
from relations.models.conditions import Year
from relations.serving.memo import per_revision
from relations.upto import MOST

OFFICES = 40  # of one person: all
PLANNED = Q(record__as_visit__status="announced") | Q(record__as_meeting__status="announced")


@dataclass(frozen=True)
class Attestation:
    """A person in an office, on so many records, the dated ones in the years from `first` to `last`."""

    person: Person | None
    office: Office | None
    records: int
    first: int | None
    last: int | None
    period: str = ""  # of the tenure, where a source gives it

    @property
    def years(self) -> str:
        """2012, or 2009–2018; empty where no record has a year."""
        return span(self.first, self.last)


def on_record(parts: QuerySet[Participation], limit: int) -> list[Attestation]:
    """Each person in each office among these participations, the most often named first; three queries."""
    known = {"first": Min("year", filter=_sure()), "last": Max("year", filter=_sure())}
    rows = list(
        _dated(parts.filter(record__editorial_status="published"))
        .values("person", "office")
        .annotate(records=Count("record", distinct=True), **known)
        .order_by("-records", "person__slug", "office__slug")[:limit]
    )
    people = Person.objects.in_bulk({row["person"] for row in rows} - {None})
    offices = Office.objects.in_bulk({row["office"] for row in rows} - {None})
    return [
        Attestation(people.get(row["person"]), offices.get(row["office"]), row["records"], row["first"], row["last"])
        for row in rows
    ]


@per_revision(maxsize=128)
def of_person(person: Person) -> tuple[Attestation, ...]:
    """A person's offices, those of which only a tenure tells last, each with the period that a source gives."""
    newest = Participation.objects.filter(person=person).order_by("-pk").values("pk")[:MOST]
    found = [each for each in on_record(Participation.objects.filter(pk__in=newest), OFFICES) if each.office]
    tenures = {tenure.office_id: tenure for tenure in person.tenures.select_related("office")}
    with_period = [replace(each, period=_period(tenures.pop(each.office.pk, None))) for each in found if each.office]
    only_told = [Attestation(person, each.office, 0, None, None, each.period) for each in tenures.values()]
    return (*with_period, *only_told)


def _period(tenure: Tenure | None) -> str:
    return tenure.period if tenure else ""


def _dated(parts: QuerySet[Participation]) -> Any:
    """Participations with the first and the last year that the date of their record may mean."""
    return parts.annotate(year=Year("record__earliest"), last_year=Year("record__latest"))


def _sure() -> Q:
    """Of this year and no other: a decade attests no year, and what is only announced attests nothing yet."""
    return Q(year=F("last_year"), record__earliest__lte=timezone.localdate()) & ~PLANNED
