"""The timeline query: filters as the address has them, and the records that they leave. No HTTP."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.models import Area, Citation, Figure, Kind, Record, Relationship
from relations.models.records import RecordQuerySet

PAGE = 50


class Query(Protocol):
    """What a query string offers: every value of a name, as text."""

    def getlist(self, key: str, /) -> list[str]: ...


@dataclass
class Filters:
    """What is asked for; `ignored` holds what the address asked and nobody can answer, in words."""

    pairs: list[Relationship] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    first_year: int | None = None
    last_year: int | None = None
    ignored: list[str] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        return bool(self.pairs or self.kinds or self.areas or self.first_year or self.last_year)

    @property
    def pair_slugs(self) -> list[str]:
        return [pair.slug for pair in self.pairs]

    def apply(self, records: RecordQuerySet) -> RecordQuerySet:
        """Only the records that every filter lets through; an open or unknown date passes no year."""
        if self.pairs:
            records = records.concerning(self.pairs)
        if self.kinds:
            records = records.filter(kind__in=self.kinds)
        if self.areas:
            records = records.filter(area__in=self.areas)
        if self.first_year:
            records = records.filter(_reaches(self.first_year))
        if self.last_year:
            records = records.filter(earliest__lte=f"{self.last_year:04}-12-31")
        return records


def _reaches(year: int) -> Q:
    """A date that ends in this year or later, or that began and goes on."""
    return Q(latest__gte=f"{year:04}-01-01") | Q(latest__isnull=True, earliest__isnull=False)


def read_filters(query: Query, pairs: Mapping[str, Relationship]) -> Filters:
    """Filters from an address: pair, kind, field, from, to; unknown values are left out and named in `ignored`."""
    filters = Filters()
    slugs = _known(query.getlist("pair"), pairs, _("pair"), filters)
    filters.pairs = [pairs[slug] for slug in slugs]
    filters.kinds = _known(query.getlist("kind"), Kind.values, _("kind"), filters)
    filters.areas = _known(query.getlist("field"), Area.values, _("field of cooperation"), filters)
    filters.first_year = _year(query.getlist("from"), pgettext("year", "from"), filters)
    filters.last_year = _year(query.getlist("to"), pgettext("year", "to"), filters)
    if filters.first_year and filters.last_year and filters.first_year > filters.last_year:
        filters.first_year, filters.last_year = filters.last_year, filters.first_year
        filters.ignored.append(_("The first year was later than the last: the two were exchanged."))
    return filters


def _known(values: list[str], known: Iterable[str], label: str, filters: Filters) -> list[str]:
    """The values that exist, each once; the others are noted."""
    asked = list(dict.fromkeys(value for value in values if value))
    _note(filters, label, [value for value in asked if value not in known])
    return [value for value in asked if value in known]


def _year(values: list[str], label: str, filters: Filters) -> int | None:
    """The last year given, if it is one."""
    asked = [value.strip() for value in values if value.strip()]
    good = [value for value in asked if value.isascii() and value.isdecimal() and len(value) <= 4 and int(value)]
    _note(filters, label, [value for value in asked if value not in good])
    return int(good[-1]) if good else None


def _note(filters: Filters, label: str, values: list[str]) -> None:
    filters.ignored += [
        _("There is no %(filter)s “%(value)s”: it was left out.") % {"filter": label, "value": value[:40]}
        for value in values
    ]


def for_cards() -> RecordQuerySet:
    """Published records with all that a card shows: the other half, the pair, the place, and the sources."""
    cited = Citation.objects.filter(preferred=True).select_related("source").order_by("field")
    records: RecordQuerySet = Record.objects.published()
    return (
        records.for_lists()
        .select_related(
            "as_agreement", "as_visit__origin", "as_visit__destination", "as_meeting", "as_figure__reporter"
        )
        .prefetch_related(Prefetch("citations", queryset=cited), "countries")
    )


def for_tables(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with what a row of a table shows: both ends, reporter, announcer and the value's source."""
    valued = Citation.objects.filter(field="value", preferred=True).select_related("source")
    joined = figures.select_related("origin", "destination", "reporter", "announcer")
    return joined.prefetch_related(Prefetch("citations", queryset=valued))
