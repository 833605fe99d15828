"""What an entry of a list says of a record, in the page's language: two lean queries for a page of them."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from relations.amounts import Quantity
from relations.models import Citation, Country, Kind, Qualifier, Record
from relations.pages.origins import Origin
from relations.pages.words import NOTHING, Words, chosen
from relations.prepared import Prepared
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import LANGUAGES, language

Row = Mapping[str, Any]
Names = Mapping[str, Words]


@dataclass(frozen=True)
class Half:
    """What only records of some kinds have."""

    form: str = ""
    count: int = 0
    visit_kind: str = ""
    status: str = ""
    origin: Words = NOTHING
    destination: Words = NOTHING
    quantity: Quantity | None = None
    reporter: Words = NOTHING

    @property
    def is_target(self) -> bool:
        return self.quantity is not None and self.quantity.qualifier == Qualifier.PLANNED


NO_HALF = Half()


class Entry(NamedTuple):
    """A record in a list; `parties` are the countries of its pair, or all that share it."""

    slug: str
    kind: str
    date: str
    earliest: datetime.date | None
    consensus: str
    title: Words
    pair: str
    parties: tuple[Words, ...]
    place: Words
    half: Half
    sources: Sequence[Origin] = ()


def translated(*names: str) -> list[str]:
    return [f"{name}_{code}" for name in names for code in LANGUAGES]


OF_RECORD = (
    *("id", "slug", "kind", "date", "earliest", "consensus", *translated("title")),
    *("relationship__slug", "relationship__first_id", "relationship__second_id", *translated("place__name")),
    *("as_agreement__form", "as_agreement__count", "as_meeting__status"),
    *("as_visit__visit_kind", "as_visit__status", "as_visit__origin_id", "as_visit__destination_id"),
    *("as_figure__value", "as_figure__unit", "as_figure__qualifier", "as_figure__step"),
    *translated("as_figure__reporter__name"),
)
OF_SOURCE = ("slug", *translated("publisher", "title"), "published", "language", "url", "doi")
RECORDS = Prepared(Record, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list(*OF_RECORD))
CITED = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(preferred=True, record__in=keys)
        .order_by("field")
        .values_list("record_id", "source_id", *(f"source__{name}" for name in OF_SOURCE))
    ),
)
PARTIES = Prepared(
    Record.countries.through,
    lambda rows, keys: rows.filter(record__in=keys).order_by("country__code").values_list("record_id", "country__code"),
)


def entries(keys: Sequence[int]) -> dict[int, Entry]:
    """The records of these keys, by key."""
    rows = [dict(zip(OF_RECORD, row, strict=True)) for row in RECORDS.rows(keys)]
    shared = _parties([row["id"] for row in rows if row["relationship__slug"] is None])
    cited, names, wanted = sources_of(keys), country_names(), language()
    return {row["id"]: _entry(row, shared.get(row["id"], ()), cited.get(row["id"], ()), names, wanted) for row in rows}


def _entry(row: Row, shared: Iterable[str], cited: Sequence[Origin], names: Names, wanted: str) -> Entry:
    pair = row["relationship__slug"] or ""
    parties = (row["relationship__first_id"], row["relationship__second_id"]) if pair else shared
    return Entry(
        slug=row["slug"],
        kind=row["kind"],
        date=row["date"],
        earliest=row["earliest"],
        consensus=row["consensus"],
        title=_words(row, "title", wanted),
        pair=pair,
        parties=tuple(names[code] for code in parties),
        place=_words(row, "place__name", wanted),
        half=HALVES[row["kind"]](row, names, wanted) if row["kind"] in HALVES else NO_HALF,
        sources=cited,
    )


def _words(row: Row, name: str, wanted: str) -> Words:
    text = row[f"{name}_{wanted}"]
    return Words(text) if text else chosen(lambda code: row[f"{name}_{code}"], wanted)


def _agreement(row: Row, names: Names, wanted: str) -> Half:
    return Half(form=row["as_agreement__form"], count=row["as_agreement__count"])


def _visit(row: Row, names: Names, wanted: str) -> Half:
    return Half(
        visit_kind=row["as_visit__visit_kind"],
        status=row["as_visit__status"],
        origin=names[row["as_visit__origin_id"]],
        destination=names[row["as_visit__destination_id"]],
    )


def _meeting(row: Row, names: Names, wanted: str) -> Half:
    return Half(status=row["as_meeting__status"])


def _figure(row: Row, names: Names, wanted: str) -> Half:
    quantity = Quantity(*(row[f"as_figure__{name}"] for name in ("value", "unit", "qualifier", "step")))
    return Half(quantity=quantity, reporter=_words(row, "as_figure__reporter__name", wanted))


HALVES = {Kind.AGREEMENT: _agreement, Kind.VISIT: _visit, Kind.MEETING: _meeting, Kind.FIGURE: _figure}


def sources_of(keys: Sequence[int]) -> dict[int, list[Origin]]:
    """The sources that the values shown rest on, each once a record, by the record's key."""
    wanted, known = language(), dict[int, Origin]()
    found: dict[int, dict[int, Origin]] = {}
    for record, source, *columns in CITED.rows(keys):
        if source not in known:
            known[source] = _origin(tuple(columns), wanted)
        found.setdefault(record, {})[source] = known[source]
    return {record: list(sources.values()) for record, sources in found.items()}


@lru_cache(maxsize=4_096)  # pages of one pair name the same few
def _origin(columns: tuple[Any, ...], wanted: str) -> Origin:
    row = dict(zip(OF_SOURCE, columns, strict=True))
    publisher, title = (_words(row, name, wanted) for name in ("publisher", "title"))
    return Origin(row["slug"], publisher, title, *(row[name] for name in ("published", "language", "url", "doi")))


def _parties(keys: Sequence[int]) -> dict[int, list[str]]:
    """The countries of records that several pairs share, by the record's key."""
    found: dict[int, list[str]] = {}
    for record, code in PARTIES.rows(keys):
        found.setdefault(record, []).append(code)
    return found


@per_revision(maxsize=4)
def country_names() -> Names:
    """Every country by its code: there are no more than two hundred."""
    wanted = language()
    rows = Country.objects.order_by().values("code", *translated("name"))
    return MappingProxyType({row["code"]: _words(row, "name", wanted) for row in rows})
