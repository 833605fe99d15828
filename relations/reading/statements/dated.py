"""Which date of a sentence a statement goes by."""

import re
from bisect import bisect_left
from dataclasses import replace

from relations.reading.document import Document, within
from relations.reading.found import FoundDate, Span

NO_DATES = frozenset({"since"})
JOINED = re.compile(r"(?:'\w+)?(?: tarihlerinde| tarihinde| tarihleri)?(?:,| ve| ile| and|, and| &)* (?:on |in )?\Z")


def dates_in(document: Document, span: Span) -> list[FoundDate]:
    """The dates in a span that say something of when."""
    return [
        date
        for date in within(document.dates, span)
        if date.edtf and date.rule not in NO_DATES and date.edtf[:2] in ("18", "19", "20")
    ]


def ends(edtf: str) -> tuple[str | None, str | None]:
    """Start and end of a date; a single date is both."""
    start, slash, end = edtf.partition("/")
    return start or None, (end if slash else start) or None


def joined(document: Document, dates: list[FoundDate], chosen: FoundDate) -> list[FoundDate]:
    """The chosen date with those that are listed with it: “2012, 2014 ve 2016”."""
    at = dates.index(chosen)
    first, last = at, at
    while first and _listed(document, dates[first - 1], dates[first]):
        first -= 1
    while last + 1 < len(dates) and _listed(document, dates[last], dates[last + 1]):
        last += 1
    return dates[first : last + 1]


def _listed(document: Document, one: FoundDate, other: FoundDate) -> bool:
    return bool(JOINED.match(document.folded[one.span.end : other.span.start]))


def context(document: Document, sentence: Span, reach: int = 6) -> FoundDate | None:
    """The day of the visit or meeting that the sentences before speak of, the nearest one."""
    at = bisect_left(document.sentences, sentence.start, key=lambda one: one.start)
    for before in reversed(document.sentences[max(0, at - reach) : at]):
        if not EVENT.search(document.words(before)):
            continue
        days = [date for date in dates_in(document, before) if len(date.edtf) >= 10 or date.rule.startswith("month")]
        if days:
            return replace(days[-1], inferred=True, rule="context-date")
    return None


EVENT = re.compile(r"ziyaret|toplanti|gorus|zirve|geldi|gitti|visit|meeting|session|summit|arrived|talks|held")
