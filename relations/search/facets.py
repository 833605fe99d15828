"""How the answers divide: by pair, kind, field, year, person, place and source, each with its number. A few queries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.db.models import Count, Model
from django.http import QueryDict
from django.utils.translation import gettext as _

from relations.dashes import paired
from relations.models import Area, Citation, Kind, Participation, Person, Place, Record, Relationship, Source
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES, language

from .ranking import Candidate

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
Asked = Mapping[str, str]  # the parts of this address, by their names


def _counting(model: type[Model], name: str) -> Prepared:
    """Records by what they are joined to, the most frequent alone; a record that is joined twice counts once."""
    return Prepared(
        model,
        lambda rows, keys: (
            rows.filter(record__in=keys, **{f"{name}__isnull": False})
            .values_list(name)
            .annotate(count=Count("record", distinct=True))
            .order_by("-count", name)[: MOST * 2]
        ),
    )


def _naming(model: type[Model], name: str) -> Prepared:
    """The slugs and names of rows."""
    columns = [f"{name}_{code}" for code in LANGUAGES]
    return Prepared(model, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "slug", *columns))


PARTIES = Prepared(
    Record.countries.through,
    lambda rows, keys: rows.filter(record__in=keys).order_by().values_list("record", "country__code"),
)
PAIRS = Prepared(
    Relationship,
    lambda rows, slugs: (
        rows.filter(slug__in=slugs)
        .order_by()
        .values_list("slug", *(f"{side}__name_{code}" for side in ("first", "second") for code in LANGUAGES))
    ),
    stand_in=lambda at: f"\0{at}",
)
IN_PEOPLE, IN_SOURCES = _counting(Participation, "person"), _counting(Citation, "source")
PEOPLE, PLACES, SOURCES = _naming(Person, "name"), _naming(Place, "name"), _naming(Source, "title")


def facets(answers: Sequence[Candidate], query: QueryDict) -> list[Facet]:
    """Every facet that divides these records or is chosen already."""
    rows = sorted(answers)  # by their keys: which of equals are counted at all must not depend on the question
    keys = [row.pk for row in rows]
    found: dict[str, tuple[str, Found]] = {
        "kind": (_("Kind"), _worded(Counter(row.kind for row in rows), lambda value: Kind(value).plural)),
        "pair": (_("Relationship"), _pairs(rows)),
        "field": (
            _("Field of cooperation"),
            _worded(Counter(row.area for row in rows), lambda value: Area(value).label),
        ),
        "year": (_("Year"), _years(rows)),
        "person": (_("People"), _named(PEOPLE, dict(IN_PEOPLE.rows(keys)))),
        "place": (_("Place"), _named(PLACES, Counter(row.place for row in rows if row.place))),
        "source": (_("Source"), _named(SOURCES, dict(IN_SOURCES.rows(keys)))),
    }
    asked = {key: urlencode({key: values}, doseq=True) for key, values in query.lists() if key != "page"}
    facets = [
        Facet(name, label, _options(name, each, _chosen(name, query), asked)) for name, (label, each) in found.items()
    ]
    return [each for each in facets if each.is_open or each.divides(len(keys))]


def _worded(counts: Counter[str], label: Callable[[str], Any]) -> Found:
    return {value: (str(label(value)), count) for value, count in counts.items()}


def _named(rows: Prepared, counts: Mapping[int, int]) -> Found:
    """The most frequent rows of a table, by their slugs."""
    most = [pk for pk, _count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[: MOST * 2]]
    at = LANGUAGES.index(language())
    return {slug: (_text(texts, at), counts[pk]) for pk, slug, *texts in rows.rows(most)}


def _text(texts: Sequence[str | None], at: int) -> str:
    """A translated text out of its columns: in the language of the page, else in the first that it is in."""
    return texts[at] or next(filter(None, texts), "")


def _pairs(rows: Iterable[Candidate]) -> Found:
    """Records of a pair, and those of many countries that both of a pair are party to, as the filter has it."""
    counts = Counter(row.pair for row in rows if row.pair)
    parties: dict[int, list[str]] = defaultdict(list)
    for record, code in PARTIES.rows([row.pk for row in rows if not row.pair]):
        parties[record].append(code.lower())
    for codes in parties.values():
        counts.update(f"{one}-{other}" for one, other in combinations(sorted(codes), 2))
    # Not every two countries are a pair on record: some more are asked for than are shown.
    most = [slug for slug, _count in counts.most_common(MOST * 8)]
    half, wanted = len(LANGUAGES), language()
    at = LANGUAGES.index(wanted)
    return {
        slug: (paired(_text(texts[:half], at), _text(texts[half:], at), wanted), counts[slug])
        for slug, *texts in PAIRS.rows(most)
    }


def _years(rows: Iterable[Candidate]) -> Found:
    """Records by each year that they reach into; what goes on is counted where it began."""
    counts: Counter[int] = Counter()
    for row in rows:
        if row.earliest:
            first, last = row.earliest.year, (row.latest or row.earliest).year
            counts.update((first,) if first == last else range(first, min(last, first + YEARS) + 1))
    return {str(year): (str(year), count) for year, count in counts.items()}


def _options(name: str, found: Found, chosen: Sequence[str], asked: Asked) -> list[Option]:
    """The most frequent parts, the chosen ones whatever their number; years in their order."""
    ordered = sorted(found.items(), key=lambda each: (each[0] not in chosen, -each[1][1], each[1][0]))[:MOST]
    if name == "year":
        ordered = sorted(ordered, reverse=True)
    return [
        Option(label, count, _address(name, value, value in chosen, asked), value in chosen)
        for value, (label, count) in ordered
    ]


def _chosen(name: str, query: QueryDict) -> list[str]:
    if name == "year":
        first, last = query.get("from", ""), query.get("to", "")
        return [first] if first and first == last else []
    return query.getlist(name)


def _address(name: str, value: str, chosen: bool, asked: Asked) -> str:
    """This question with one filter put on or taken off, from its first page."""
    names = ("from", "to") if name == "year" else (name,)
    put = {each: "" if chosen else f"{each}={quote_plus(value)}" for each in names}
    return "?" + "&".join(filter(None, {**asked, **put}.values()))
