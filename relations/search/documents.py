"""What of a record is indexed, by weight: title; names, dates and numbers; summary; what sources print.

Everything in both languages. Constant queries a batch, whatever it holds.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from relations.checks.agreement import DATES
from relations.dates import DateError, bounds
from relations.models import Country, Institution, Person, Record, Relationship, SearchDocument, Source
from relations.templatetags.record_tags import LANGUAGES

from .analysis import Analysed, stream
from .beside import HALVES, NAMES, Beside, Said, beside, half_of
from .findings import day_token, loose_token, month_token, number_token, ordinal_token, year_token
from .labels import labels
from .words import own_token

# Everything else has a number below zero: 8 times its own, and a place in this order.
OTHERS: tuple[type[Any], ...] = (Person, Relationship, Institution, Source, Country)


def other_key(thing: Any) -> int:
    """The number under which a person, pair, institution or source is indexed."""
    number: int = thing.pk * 8 + OTHERS.index(type(thing))
    return -number


def other_of(key: int) -> tuple[type[Any], int]:
    """The model and primary key behind such a number."""
    pk, place = divmod(-key, 8)
    return OTHERS[place], pk


def record_documents(pks: Sequence[int]) -> list[SearchDocument]:
    """Documents of the published records among these."""
    records = list(Record.objects.published().filter(pk__in=pks).select_related(*HALVES))
    others = beside(records)
    return [_record(record, others) for record in records]


def _record(record: Any, others: Beside) -> SearchDocument:
    half = half_of(record)
    names = [Analysed(text) for text in (*others.named(record.pk), *labels(record, half))]
    said = others.said.get(record.pk, ())
    cited = [Analysed(each.evidence, each.language) for each in said if each.evidence]
    sources = [Analysed(text) for text in others.sources(record.pk)]
    return SearchDocument(
        id=record.pk,
        title=stream(*_translated(record, "title"), more=_own_tokens(record, half)),
        names=stream(*names, more=(*_dates(record.date, record.earliest, record.latest), *_numbers(record.kind, half))),
        summary=stream(*_translated(record, "summary")),
        cited=stream(*cited, *sources, more=tuple(token for each in said for token in _said(each))),
    )


def _own_tokens(record: Any, half: Any) -> tuple[str, ...]:
    """What the record itself is: its kind, a council's short name, a meeting's number (not every title gives it)."""
    number = getattr(half, "ordinal", None)
    numbered = (ordinal_token(number),) if number else ()
    names = {getattr(half, f"abbreviation_{code}", "") or "" for code in LANGUAGES} | set(labels(record, half))
    called = {token for name in names for token in _every_token(name)}
    return (*numbered, *(own_token(token) for token in (*numbered, *sorted(called))))


@lru_cache(maxsize=4_096)
def _every_token(name: str) -> tuple[str, ...]:
    """All tokens of a short name, which many records share."""
    return tuple(token for _start, _end, tokens in Analysed(name).tokens_at() for token in tokens)


def _texts(*things: Any) -> list[Analysed]:
    """The names of things in every language, each spelling once."""
    found = dict.fromkeys(
        text
        for thing in things
        for name in NAMES
        for code in LANGUAGES
        if (text := getattr(thing, f"{name}_{code}", ""))
    )
    return [Analysed(text) for text in found]


def _translated(thing: Any, name: str) -> list[Analysed]:
    """A text in every language that it is written in."""
    return [Analysed(text, code) for code in LANGUAGES if (text := getattr(thing, f"{name}_{code}"))]


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


def _numbers(kind: str, half: Any) -> tuple[str, ...]:
    """A figure's value, an agreement's number of documents."""
    value = getattr(half, "value" if kind == "figure" else "count", None)
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


def other_documents(model: type[Any], pks: Sequence[int]) -> list[SearchDocument]:
    """Documents of people, pairs, institutions or sources, by their names."""
    rows = model._default_manager.filter(pk__in=pks)
    if model is Relationship:
        rows = rows.select_related("first", "second")
    if model is Person:
        rows = rows.prefetch_related("tenures__office")
    return [SearchDocument(id=other_key(row), title=stream(*_other(row))) for row in rows]


def _other(row: Any) -> list[Analysed]:
    if isinstance(row, Relationship):
        return _texts(row.first, row.second)
    if isinstance(row, Source):
        publishers = {getattr(row, f"publisher_{code}") or "" for code in LANGUAGES}
        return [*_texts(row), *(Analysed(each) for each in sorted({*publishers, row.author}) if each)]
    offices = [tenure.office for tenure in row.tenures.all()] if isinstance(row, Person) else []
    return _texts(row, *offices)


__all__ = ["OTHERS", "other_documents", "other_key", "other_of", "record_documents"]
