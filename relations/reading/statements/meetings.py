"""Meetings of councils and commissions: which, its number, when, where, and whether it was held."""

import re
from dataclasses import dataclass, replace
from datetime import date as day_type
from itertools import pairwise

from relations.reading.document import Document, within
from relations.reading.found import FoundDate, Span
from relations.reading.holders import holders
from relations.reading.names import FoundBody
from relations.reading.patterns import pattern, patterns

from .dated import context, dates_in
from .heads import NEXT, NOUN, Head, body_of, heads

PLANNED = patterns("meetings", "planned")
HELD = pattern("meetings", "held")
POSTPONED = re.compile(r"\bertelen\w*|\bpostponed\b")
CANCELLED = re.compile(r"\biptal edil\w*|\bcancell?ed\b")
FOUNDED = pattern("meetings", "founded")
NUMBERED_ONLY = frozenset({"forum", "committee", "trilateral"})


@dataclass(frozen=True)
class Meeting:
    """One meeting; status is held, announced, postponed or cancelled. `span` in the cleaned text."""

    body: str
    kind: str
    ordinal: int | None
    date: str | None
    place: str | None
    country: str | None
    status: str
    chairs: tuple[str, ...]
    span: Span
    rule: str


def find_meetings(document: Document) -> list[Meeting]:
    """Every meeting that the text states, each once."""
    found: list[Meeting] = []
    last: FoundBody | None = None
    for sentence in _parts(document):
        bodies = within(document.bodies, sentence)
        stated = _in_sentence(document, sentence, bodies, last)
        if not stated and not bodies and found and 0 <= sentence.start - found[-1].span.end < 300:
            stated = _more(document, sentence, found[-1])
        found += stated
        last = bodies[-1] if bodies else last
    return _once(found)


def _parts(document: Document) -> list[Span]:
    """The sentences, cut at semicolons: “the 4th session was held in May; the next one is planned for autumn”."""
    parts = []
    for sentence in document.sentences:
        cuts = [match.end() for match in re.finditer(r";\s", document.folded[sentence.start : sentence.end])]
        edges = [0, *cuts, sentence.end - sentence.start]
        parts += [Span(sentence.start + one, sentence.start + other) for one, other in pairwise(edges) if other > one]
    return parts


MORE = re.compile(r"(?:(?:soz konusu|anilan|bu) )?toplanti(?:nin|ya|da)?\b|the (?:meeting|session|summit)\b")


def _more(document: Document, sentence: Span, meeting: Meeting) -> list[Meeting]:
    """What a sentence that begins with “the meeting” adds to the one just spoken of: its day and its place."""
    opening = MORE.match(document.words(sentence))
    if not opening:
        return []
    head = Head(Span(sentence.start, sentence.start + opening.end()), meeting.ordinal)
    verb = HELD.search(document.words(sentence)) or PLANNED[document.language].search(document.words(sentence))
    days = [date for date in dates_in(document, sentence) if len(date.edtf) >= 7]
    if not verb or not days or (meeting.date and not _compatible(meeting.date, days[0].edtf)):
        return []
    place, country = _place(document, sentence, sentence, head, False)
    return [replace(meeting, date=days[0].edtf, place=place, country=country, rule=days[0].rule)]


def _in_sentence(document: Document, sentence: Span, bodies: list[FoundBody], last: FoundBody | None) -> list[Meeting]:
    found_heads = heads(document, sentence, bodies)
    found = []
    for index, head in enumerate(found_heads):
        body = body_of(document, sentence, head, bodies, last)
        if not body:
            continue
        start = found_heads[index - 1].span.end if index else sentence.start
        end = found_heads[index + 1].span.start if index + 1 < len(found_heads) else sentence.end
        meeting = _meeting(document, sentence, Span(start, end), head, body, len(found_heads) > 1)
        if meeting and not (meeting.ordinal is None and (meeting.date is None or body.kind in NUMBERED_ONLY)):
            found.append(meeting)
    return found


def _meeting(
    document: Document, sentence: Span, segment: Span, head: Head, body: FoundBody, several: bool
) -> Meeting | None:
    date = _date(document, sentence, segment, head, several)
    words = document.words(sentence)
    if head.ordinal is None and not date:
        return None
    if head.ordinal is None and FOUNDED.search(words) and not HELD.search(words):
        return None
    status = _status(document, sentence, segment, head, several)
    place, country = _place(document, sentence, segment, head, several)
    chairs = tuple(
        one.who for one in within(holders(document), sentence) if one.who and re.search(r"baskanli|chair", words)
    )
    span = _covering(head, body, date, sentence)
    rule = (date.rule if date else "ordinal") + ("-inferred" if date and date.inferred else "")
    return Meeting(
        body.name, body.kind, head.ordinal, date.edtf if date else None, place, country, status, chairs, span, rule
    )


def _covering(head: Head, body: FoundBody, date: FoundDate | None, sentence: Span) -> Span:
    """From the first to the last of what the statement rests on, within its sentence."""
    places = [one for one in (head.span, body.span, date.span if date else head.span) if one.start >= sentence.start]
    return Span(min(one.start for one in places), max(one.end for one in places if one.end <= sentence.end + 1))


def _date(document: Document, sentence: Span, segment: Span, head: Head, several: bool) -> FoundDate | None:
    """The date of a meeting: after its number before the next one, else before it."""
    found = [date for date in dates_in(document, sentence) if not _foundation(document, date, sentence)]
    after = [date for date in found if head.span.end <= date.span.start < segment.end]
    before = [date for date in found if segment.start <= date.span.start < head.span.start]
    if several:
        return _of_several(document, found, after, before, head)
    ordered = (after or before[::-1]) if document.language == "en" else _tr_order(before, after, head)
    if ordered:
        return ordered[0]
    if re.match(r"(?:soz konusu|anilan|bu|ziyaret|during (?:the|this) visit)", document.words(sentence)):
        return context(document, sentence)
    return _of_the_day(document, sentence)


def _of_the_day(document: Document, sentence: Span) -> FoundDate | None:
    """In a report of the day, the day of the visit that it has just told of."""
    if not document.published or PLANNED[document.language].search(document.words(sentence)):
        return None
    date = context(document, sentence, 3)
    if not date or len(date.edtf) < 10:
        return None
    day = day_of(date.edtf[-10:])
    return date if day and abs((day - document.published).days) <= 10 else None


def day_of(edtf: str) -> day_type | None:
    """An exact day, or None."""
    try:
        return day_type.fromisoformat(edtf)
    except ValueError:
        return None


def _of_several(
    document: Document, found: list[FoundDate], after: list[FoundDate], before: list[FoundDate], head: Head
) -> FoundDate | None:
    """Of several meetings in a sentence, the date of one: all dates stand before their meetings, or all after."""
    leads = document.language == "tr" and found and found[0].span.start < head.span.start and before and not after
    chosen = before[-1:] if leads else after[:1] or before[-1:]
    return chosen[0] if chosen else None


def _tr_order(before: list[FoundDate], after: list[FoundDate], head: Head) -> list[FoundDate]:
    """Dates of a single Turkish meeting, the closest to its number first."""
    return sorted(
        [*before, *after],
        key=lambda date: min(abs(date.span.start - head.span.end), abs(head.span.start - date.span.end)),
    )


def _foundation(document: Document, date: FoundDate, sentence: Span) -> bool:
    """Whether a date is that of a body's founding."""
    words = document.folded[date.span.end : min(sentence.end, date.span.end + 90)]
    founded = FOUNDED.search(words)
    if not founded:
        before = document.folded[max(sentence.start, date.span.start - 45) : date.span.start]
        return bool(re.search(r"(?:established|set up|founded|created)(?: \w+){0,3} (?:in|on) \Z", before))
    meets = NOUN[document.language].search(words)
    return not meets or founded.start() < meets.start()


def _status(document: Document, sentence: Span, segment: Span, head: Head, several: bool) -> str:
    words = document.folded[(segment.start if several else sentence.start) : (segment.end if several else sentence.end)]
    if POSTPONED.search(words):
        return "postponed"
    if CANCELLED.search(words):
        return "cancelled"
    near = document.folded[
        head.span.start - 60 if head.span.start - 60 > sentence.start else sentence.start : sentence.end
    ]
    planned = PLANNED[document.language].search(near if not several else words)
    if planned and not (HELD.search(words) and not NEXT[document.language].search(words) and document.language == "tr"):
        return "announced"
    return "held"


def _place(
    document: Document, sentence: Span, segment: Span, head: Head, several: bool
) -> tuple[str | None, str | None]:
    """City and country; a country alone is given by its code."""
    span = segment if several else sentence
    cities = [one for one in within(document.places, span) if one.case == "loc"]
    if cities:
        best = min(
            cities, key=lambda one: (one.span.start < head.span.start and several, abs(one.span.start - head.span.end))
        )
        return best.name, best.country
    lands = [one for one in within(document.countries, span) if one.case == "loc" and not one.adjective and one.code]
    if lands:
        return lands[0].code, lands[0].code
    return None, None


def _once(found: list[Meeting]) -> list[Meeting]:
    """Each meeting once, with whatever any sentence says of it."""
    kept: list[Meeting] = []
    for meeting in found:
        at = next((index for index, one in enumerate(kept) if _same(one, meeting)), None)
        if at is None:
            kept.append(meeting)
            continue
        one = kept[at]
        kept[at] = replace(
            one,
            ordinal=one.ordinal or meeting.ordinal,
            date=one.date if one.date and len(one.date) >= len(meeting.date or "") else meeting.date,
            place=one.place if one.place and one.place != one.country else meeting.place or one.place,
            country=one.country or meeting.country,
            chairs=one.chairs or meeting.chairs,
        )
    return kept


def _same(one: Meeting, other: Meeting) -> bool:
    if one.kind != other.kind or (one.kind == "summit" and one.body != other.body):
        return False
    if one.ordinal is None and other.ordinal is None and one.span == other.span:
        return True
    if one.ordinal and other.ordinal:
        return one.ordinal == other.ordinal and _compatible(one.date, other.date)
    return bool(one.date and other.date) and _compatible(one.date, other.date)


def _compatible(one: str | None, other: str | None) -> bool:
    """Whether two dates may be the same day."""
    if not one or not other:
        return True
    return (
        one.startswith(other[:10])
        or other.startswith(one[:10])
        or one.partition("/")[0] <= other[:10] <= one.rpartition("/")[2]
    )
