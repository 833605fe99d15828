"""What of a record is indexed, by weight: title; names, dates and numbers; summary; what sources print.

Everything in both languages. Constant queries a batch, whatever it holds.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from relations.checks.agreement import DATES
from relations.dates import DateError, bounds
from relations.models import Country, Institution, Office, Person, Relationship, Source, Tenure
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES

from .analysis import Analysed, stream
from .beside import PAIRS, Beside, Said, Thing, beside, names_of, spellings
from .filed import tokens_of
from .findings import day_token, loose_token, month_token, number_token, ordinal_token, year_token
from .labels import labels
from .told import Told, told
from .words import own_token

# Everything else has a number below zero: 8 times its own, and a place in this order.
OTHERS: tuple[type[Any], ...] = (Person, Relationship, Institution, Source, Country)

CODES = Prepared(Country, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "code"))
OFFICES = Prepared(
    Tenure,
    lambda rows, keys: rows.filter(person__in=keys).order_by("office__slug").values_list("person_id", "office_id"),
)
BESIDES = (*(f"publisher_{code}" for code in LANGUAGES), "author")  # what a source is asked for by, but for its title
SOURCES = Prepared(Source, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", *BESIDES))


def other_key(model: type[Any], key: int) -> int:
    """The number under which a person, pair, institution, source or country is indexed."""
    return -(key * 8 + OTHERS.index(model))


def other_of(key: int) -> tuple[type[Any], int]:
    """The model and primary key behind such a number."""
    pk, place = divmod(-key, 8)
    return OTHERS[place], pk


class Document(NamedTuple):
    """A row of SearchDocument."""

    id: int
    title: str
    names: str = ""
    summary: str = ""
    cited: str = ""


def record_documents(pks: Sequence[int]) -> list[Document]:
    """Documents of the published records among these."""
    records = told(pks)
    others = beside(records)
    return [_record(record, others) for record in records]


def _record(record: Told, others: Beside) -> Document:
    called = labels(record.kind, record.area, *record.vocabulary)
    names = [Analysed(text) for text in (*others.named(record.pk), *called)]
    filed = tokens_of(record, others.parties.get(record.pk, ()))
    said = others.said.get(record.pk, ())
    cited = [Analysed(each.evidence, each.language) for each in said if each.evidence]
    sources = [Analysed(text) for text in others.sources(record.pk)]
    return Document(
        id=record.pk,
        title=stream(*_translated(record, "title"), more=(*_own_tokens(record, called), *filed)),
        names=stream(*names, more=(*_dates(record.date, record.earliest, record.latest), *_numbers(record))),
        summary=stream(*_translated(record, "summary")),
        cited=stream(*cited, *sources, more=tuple(token for each in said for token in _said(each))),
    )


def _own_tokens(record: Told, called: Sequence[str]) -> tuple[str, ...]:
    """What the record itself is: its kind, a council's short name, a meeting's number (not every title gives it)."""
    number = record.half.get("ordinal")
    numbered = (ordinal_token(number),) if number else ()
    names = {record.half.get(f"abbreviation_{code}") or "" for code in LANGUAGES} | set(called)
    tokens = {token for name in names for token in _every_token(name)}
    return (*numbered, *(own_token(token) for token in (*numbered, *sorted(tokens))))


@lru_cache(maxsize=4_096)
def _every_token(name: str) -> tuple[str, ...]:
    """All tokens of a short name, which many records share."""
    return tuple(token for _start, _end, tokens in Analysed(name).tokens_at() for token in tokens)


def _translated(record: Told, name: str) -> list[Analysed]:
    """A text in every language that it is written in."""
    return [Analysed(text, code) for code in LANGUAGES if (text := record.texts[f"{name}_{code}"])]


@lru_cache(maxsize=16_384)  # a record's date, and that of each of its citations
def _dates(edtf: str, earliest: date | None, latest: date | None) -> tuple[str, ...]:
    """A date as the days, months and years that it names. What may lie anywhere in years names none alone."""
    first, last = earliest or latest, latest or earliest
    if not first or not last:
        return ()
    loose = any(sign in edtf for sign in "X?") or not (earliest and latest)
    years = range(first.year, min(last.year, first.year + 60) + 1)
    if loose:
        return tuple(loose_token(year) for year in years)
    tokens = [year_token(year) for year in years]
    if len(edtf.partition("/")[0]) > 4 and len(years) <= 3:
        months = ((year, month) for year in years for month in range(1, 13))
        inside = [each for each in months if (first.year, first.month) <= each <= (last.year, last.month)]
        tokens += [month_token(*each) for each in inside]
    if len(edtf.partition("/")[0]) > 7 and (last - first).days <= 31:
        days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        tokens += [day_token(each.year, each.month, each.day) for each in days]
    return tuple(tokens)


def _numbers(record: Told) -> tuple[str, ...]:
    """A figure's value, an agreement's number of documents."""
    value = record.half.get("value", record.half.get("count"))
    return (number_token(Decimal(value).normalize()),) if value is not None and Decimal(value) != 1 else ()


def _said(citation: Said) -> tuple[str, ...]:
    """Dates and numbers of what a source says, preferred or not."""
    try:
        if citation.field in DATES:
            found = bounds(citation.says)
            return _dates(citation.says, found.earliest, found.latest)
        if citation.field in ("value", "count", "articles"):
            return (number_token(Decimal(citation.says).normalize()),)
    except (DateError, ArithmeticError):
        pass
    return ()


def other_documents(model: type[Any], pks: Sequence[int]) -> list[Document]:
    """Documents of people, pairs, institutions, sources or countries, by their names."""
    things = _things(model, pks)
    names = names_of({thing for each in things.values() for thing in each})
    besides = {key: sorted({*filter(None, said)}) for key, *said in SOURCES.rows(pks)} if model is Source else {}
    return [
        Document(other_key(model, key), stream(*map(Analysed, (*spellings(each, names), *besides.get(key, ())))))
        for key, each in things.items()
        if each[0] in names
    ]


def _things(model: type[Any], pks: Sequence[int]) -> dict[int, list[Thing]]:
    """Whose names stand in the document of a thing: its own first, of a pair both countries'."""
    if model is Country:
        return {key: [(Country, code)] for key, code in CODES.rows(pks)}
    if model is Relationship:
        return {key: [(Country, code) for code in codes] for key, *codes in PAIRS.rows(pks)}
    found: dict[int, list[Thing]] = {key: [(model, key)] for key in pks}
    for person, office in OFFICES.rows(pks) if model is Person else ():
        found[person].append((Office, office))
    return found


__all__ = ["OTHERS", "other_documents", "other_key", "other_of", "record_documents"]
