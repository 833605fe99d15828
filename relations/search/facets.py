"""How the answers divide: by pair, kind, field, year, person, place and source, each with its number. A few queries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from relations.models import Area, Citation, Kind, Participation, Person, Place, Record, Relationship, Source
from relations.templatetags.record_tags import plain
from relations.timeline.choices import pair_name

MOST = 8
YEARS = 60  # of a record that spans more, the first so many are counted


@dataclass(frozen=True)
class Option:
    """One part of the answers, and the address that leaves it alone, or takes the filter away again."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    options: list[Option]

    def divides(self, total: int) -> bool:
        """Whether choosing a part would leave less than there is."""
        return any(option.count < total for option in self.options)

    @property
    def is_open(self) -> bool:
        return any(option.chosen for option in self.options)


Found = dict[str, tuple[str, int]]  # label and number by the value of an address


def facets(keys: Sequence[int], query: QueryDict) -> list[Facet]:
    """Every facet that divides these records or is chosen already."""
    rows = list(
        Record.objects.filter(pk__in=keys)
        .order_by()
        .values_list("pk", "kind", "area", "relationship", "place", "earliest", "latest")
    )
    parts = Participation.objects.filter(record__in=keys).exclude(person=None).values_list("person")
    cited = Citation.objects.filter(record__in=keys).values_list("source")
    found: dict[str, tuple[str, Found]] = {
        "kind": (_("Kind"), _worded(Counter(row[1] for row in rows), lambda value: Kind(value).plural)),
        "pair": (_("Relationship"), _pairs(rows)),
        "field": (_("Field of cooperation"), _worded(Counter(row[2] for row in rows), lambda value: Area(value).label)),
        "year": (_("Year"), _years(rows)),
        "person": (_("People"), _named(Person, _counted(parts), "name")),
        "place": (_("Place"), _named(Place, Counter(row[4] for row in rows if row[4]), "name")),
        "source": (_("Source"), _named(Source, _counted(cited), "title")),
    }
    facets = [Facet(name, label, _options(name, each, query)) for name, (label, each) in found.items()]
    return [each for each in facets if each.is_open or each.divides(len(keys))]


def _worded(counts: Counter[str], label: Callable[[str], Any]) -> Found:
    return {value: (str(label(value)), count) for value, count in counts.items()}


def _counted(rows: QuerySet[Any, Any]) -> Counter[int]:
    """Records by what they are joined to; a record that is joined twice counts once."""
    return Counter(dict(rows.annotate(count=Count("record", distinct=True)).order_by()))


def _named(model: type[Model], counts: Counter[int], name: str) -> Found:
    """The most frequent rows of a table, by their slugs."""
    most = [pk for pk, _count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[: MOST * 2]]
    rows: dict[int, Any] = model._default_manager.in_bulk(most)
    return {rows[pk].slug: (plain(rows[pk], name), counts[pk]) for pk in most if pk in rows}


def _pairs(rows: Iterable[Any]) -> Found:
    """Records of a pair, and those of many countries that both of a pair are party to, as the filter has it."""
    counts = Counter(row[3] for row in rows if row[3])
    parties: dict[int, set[str]] = defaultdict(set)
    shared = Record.countries.through.objects.filter(record__in=[row[0] for row in rows if not row[3]])
    for record, code in shared.values_list("record", "country__code"):
        parties[record].add(code)
    codes = set().union(*parties.values())
    every = Relationship.objects.with_countries()
    most = [pk for pk, _count in counts.most_common(MOST * 2)]
    for pair in every.filter(Q(pk__in=most) | Q(first__code__in=codes, second__code__in=codes)):
        counts[pair.pk] += sum(1 for each in parties.values() if each.issuperset(pair.codes))
    pairs = every.in_bulk([pk for pk, _count in counts.most_common(MOST * 2)])
    return {pair.slug: (pair_name(pair), counts[pk]) for pk, pair in pairs.items() if counts[pk]}


def _years(rows: Iterable[Any]) -> Found:
    """Records by each year that they reach into; what goes on is counted where it began."""
    counts: Counter[int] = Counter()
    for *_rest, earliest, latest in rows:
        if earliest:
            last = latest.year if latest else earliest.year
            counts.update(range(earliest.year, min(last, earliest.year + YEARS) + 1))
    return {str(year): (str(year), count) for year, count in counts.items()}


def _options(name: str, found: Found, query: QueryDict) -> list[Option]:
    """The most frequent parts, the chosen ones whatever their number; years in their order."""
    chosen = _chosen(name, query)
    ordered = sorted(found.items(), key=lambda each: (each[0] not in chosen, -each[1][1], each[1][0]))[:MOST]
    if name == "year":
        ordered = sorted(ordered, reverse=True)
    return [
        Option(label, count, _address(name, value, value in chosen, query), value in chosen)
        for value, (label, count) in ordered
    ]


def _chosen(name: str, query: QueryDict) -> list[str]:
    if name == "year":
        first, last = query.get("from", ""), query.get("to", "")
        return [first] if first and first == last else []
    return query.getlist(name)


def _address(name: str, value: str, chosen: bool, query: QueryDict) -> str:
    """This question with one filter put on or taken off, from its first page."""
    asked = query.copy()
    asked.pop("page", None)
    if name == "year":
        for side in ("from", "to"):
            asked.setlist(side, [] if chosen else [value])
    else:
        asked.setlist(name, [] if chosen else [value])
    return "?" + asked.urlencode()
