"""What the page of a country tells: its pairs, people, institutions, places, shared agreements. No HTTP."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from relations.attested import Attestation, on_record
from relations.dashes import span
from relations.deeds import Deed, of_records
from relations.models import Country, Institution, Office, Participation, Place, Record, Relationship
from relations.models.conditions import OverYears
from relations.models.records import RecordQuerySet
from relations.newest import newest_keys
from relations.pairs import with_numbers
from relations.serving.memo import per_revision
from relations.sorting import by_name
from relations.timeline.cards import Card, cards
from relations.upto import MOST as LOOKED_AT

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


@per_revision(maxsize=4)
def listed() -> tuple[tuple[Country, int, int], ...]:
    """Every country on record with the numbers of its pairs and of its records, in the page's alphabet."""
    records: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for side in SIDES:
        of_side = Relationship.objects.order_by().values_list(f"{side}__code")
        for code, number, told in of_side.annotate(n=Count("pk"), told=Sum("counted__records")):
            pairs[code] += number
            records[code] += told or 0
    records.update(dict(_parties().values_list("country__code").annotate(n=Count("pk"))))
    countries = by_name(Country.objects.filter(code__in=list(+records)), tie="code")
    return tuple((country, pairs[country.code], records[country.code]) for country in countries)


def _parties() -> QuerySet[Any]:
    """Which countries are party to published records."""
    found: QuerySet[Any] = Record.countries.through.objects.order_by().filter(record__editorial_status="published")
    return found


@per_revision(maxsize=64)
def sides(country: Country) -> tuple[Side, ...]:
    """A country's pairs, those with the most records first."""
    counted = list(with_numbers().filter(Q(first=country.code) | Q(second=country.code))[:MOST])
    years = _years([pair.pk for pair in counted])
    return tuple(_side(pair, country, *years.get(pair.pk, (None, None))) for pair in counted)


def _side(pair: Any, country: Country, first: int | None, last: int | None) -> Side:
    other = pair.second if pair.first_id == country.code else pair.first
    return Side(pair, other, pair.told, first, last)


def _years(pairs: list[int]) -> dict[int, tuple[int | None, int | None]]:
    """The first and the last year that a record of each pair is dated to; a decade is no year."""
    own = Record.objects.published().filter(relationship=OuterRef("pk"), earliest__isnull=False)
    dated = own.exclude(OverYears("earliest", "latest")).values("earliest")
    first, last = (Subquery(dated.order_by(order)[:1]) for order in ("earliest", "-earliest"))
    found = Relationship.objects.filter(pk__in=pairs).order_by().annotate(first_day=first, last_day=last)
    rows = found.values_list("pk", "first_day", "last_day")
    return {pair: (first and first.year, last and last.year) for pair, first, last in rows}


def latest(country: Country) -> list[Card]:
    """What happened last, without figures and what is only announced; chosen before anything is joined to it."""
    return cards(_latest(country))[0]


@per_revision(maxsize=256)
def _latest(country: Country) -> tuple[int, ...]:
    ahead = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    events = Record.objects.published().exclude(kind__in=["figure", "council"]).exclude(ahead)
    past = events.filter(earliest__lte=timezone.localdate()).order_by("-earliest", "-id")
    # What is newest of all stands in the pairs whose own newest is newest.
    of_pair = Subquery(past.filter(relationship=OuterRef("pk")).values("pk")[:1])
    pairs = Relationship.objects.filter(Q(first=country.code) | Q(second=country.code)).order_by()
    heads = past.filter(pk__in=pairs.annotate(newest=of_pair).values("newest"))
    busy = heads.values_list("relationship", flat=True)[:RECENT]
    shared = Record.countries.through.objects.filter(country=country).values("record")
    own = (past.filter(relationship=pair) for pair in busy)
    return tuple(newest_keys(past.filter(pk__in=shared), *own, most=RECENT))


def shared_agreements(country: Country) -> list[Deed]:
    """The newest of the agreements that it is party to with more than one other country."""
    return of_records(_newest_shared(country))


@per_revision(maxsize=256)
def _newest_shared(country: Country) -> tuple[int, ...]:
    return tuple(newest_keys(_shared(country), most=MOST))


@per_revision(maxsize=256)
def shared_number(country: Country) -> int:
    """How many they are in all."""
    return _shared(country).count()


def _shared(country: Country) -> RecordQuerySet:
    found: RecordQuerySet = Record.objects.published().filter(kind="agreement", countries=country)
    return found


@per_revision(maxsize=64)
def holders(country: Country) -> tuple[Attestation, ...]:
    """Who stands on record in an office of the country, among the participations that were entered last."""
    offices = list(Office.objects.filter(country=country).order_by().values_list("pk", flat=True))
    newest = Participation.objects.filter(office__in=offices).order_by("-pk").values("pk")[:LOOKED_AT]
    return tuple(on_record(Participation.objects.filter(pk__in=newest, person__isnull=False), MOST))


@per_revision(maxsize=64)
def institutions(country: Country) -> tuple[Institution, ...]:
    """Its institutions that stand in a published record."""
    shown = Exists(Record.objects.published().filter(institutions=OuterRef("pk")))
    return tuple(by_name(Institution.objects.filter(shown, country=country))[:MOST])


@per_revision(maxsize=64)
def places(country: Country) -> tuple[Place, ...]:
    """Its places under their present names, each with its former ones."""
    former = Prefetch("former_names", queryset=Place.objects.order_by("slug"))
    present = Place.objects.filter(country=country).exclude(renamed_to__country=country)
    return tuple(by_name(present.prefetch_related(former))[:MOST])
