"""What the page of a country tells: its pairs, people, institutions, places, shared agreements. No HTTP."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from relations.attested import Attestation, on_record, span
from relations.models import Country, Institution, Participation, Place, Record, Relationship
from relations.models.records import RecordQuerySet
from relations.sorting import by_name
from relations.timeline import for_cards

RECENT, MOST = 6, 60
SIDES = ("first", "second")


@dataclass(frozen=True)
class Side:
    """One pair of a country: the other one, the records of both alone, the first and the last year of these."""

    pair: Relationship
    other: Country
    records: int
    first: int | None
    last: int | None

    @property
    def years(self) -> str:
        """1991–2026, or one year; empty where no record has a date."""
        return span(self.first, self.last)


def listed() -> list[tuple[Country, int, int]]:
    """Every country on record with the numbers of its pairs and of its records, in the page's alphabet."""
    published = Record.objects.published().order_by()
    records: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for side in SIDES:
        pairs.update(dict(Relationship.objects.order_by().values_list(f"{side}__code").annotate(n=Count("pk"))))
        records.update(dict(published.values_list(f"relationship__{side}__code").annotate(n=Count("pk"))))
    records.update(dict(published.values_list("countries__code").annotate(n=Count("pk"))))
    countries = by_name(Country.objects.filter(code__in=[code for code in records if code]), tie="code")
    return [(country, pairs[country.code], records[country.code]) for country in countries]


def sides(country: Country) -> list[Side]:
    """A country's pairs, those with the most records first."""
    published = Count("records", filter=Q(records__editorial_status="published"))
    pairs = Relationship.objects.with_countries().filter(Q(first=country.code) | Q(second=country.code))
    counted = list(pairs.annotate(number=published).order_by("-number", "slug")[:MOST])
    years = _years([pair.pk for pair in counted])
    return [_side(pair, country, *years.get(pair.pk, (None, None))) for pair in counted]


def _side(pair: Any, country: Country, first: int | None, last: int | None) -> Side:
    other = pair.second if pair.first_id == country.code else pair.first
    return Side(pair, other, pair.number, first, last)


def _years(pairs: list[int]) -> dict[int, tuple[int, int]]:
    """The first and the last year that a record of each pair is dated to; a decade is no year."""
    records = Record.objects.published().order_by().filter(relationship__in=pairs)
    dated = records.annotate(year=ExtractYear("earliest")).filter(year=ExtractYear("latest"))
    rows = dated.values_list("relationship").annotate(first=Min("year"), last=Max("year"))
    return {pair: (first, last) for pair, first, last in rows}


def latest(country: Country) -> RecordQuerySet:
    """What happened last, without figures and what is only announced; chosen before anything is joined to it."""
    ahead = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    events = Record.objects.published().exclude(kind__in=["figure", "council"]).exclude(ahead)
    past = events.filter(earliest__lte=timezone.localdate()).order_by("-earliest", "-id").values_list("pk", flat=True)
    pairs = list(
        Relationship.objects.filter(Q(first=country.code) | Q(second=country.code)).values_list("pk", flat=True)
    )
    shared = Record.countries.through.objects.filter(country=country).values("record")
    keys = [*past.filter(relationship__in=pairs)[:RECENT], *past.filter(pk__in=shared)[:RECENT]]
    found: RecordQuerySet = for_cards().filter(pk__in=keys).newest_first()[:RECENT]
    return found


def shared_agreements(country: Country) -> RecordQuerySet:
    """Agreements that it is party to with more than one other country, the newest first."""
    found: RecordQuerySet = for_cards().filter(kind="agreement", countries=country).newest_first()
    return found


def holders(country: Country) -> list[Attestation]:
    """Who stands on record in an office of the country."""
    return on_record(Participation.objects.filter(office__country=country, person__isnull=False), MOST)


def institutions(country: Country) -> QuerySet[Institution]:
    """Its institutions that stand in a published record."""
    shown = Exists(Record.objects.published().filter(institutions=OuterRef("pk")))
    return by_name(Institution.objects.filter(shown, country=country))[:MOST]


def places(country: Country) -> QuerySet[Place]:
    """Its places under their present names, each with its former ones."""
    former = Prefetch("former_names", queryset=Place.objects.order_by("slug"))
    present = Place.objects.filter(country=country).exclude(renamed_to__country=country)
    return by_name(present.prefetch_related(former))[:MOST]
