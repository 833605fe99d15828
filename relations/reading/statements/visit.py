"""What a visit is, how one is made, and each one once."""

import re
from dataclasses import dataclass, replace
from datetime import date as day_type
from datetime import timedelta

from relations.reading.document import Document, within
from relations.reading.found import FoundDate, Span
from relations.reading.holders import Holder, holders
from relations.reading.patterns import patterns

from .dated import ends, joined

HAPPENED = re.compile(r"(?<!be )\b(?:visited|arrived|paid|travelled|traveled)\b|\bziyaret (?:etti|etmistir|etmisti)\b")
KINDS = patterns("visits", "kinds")
PLANNED = patterns("visits", "planned")


@dataclass(frozen=True)
class Visit:
    """One journey; `span` in the cleaned text. `origin` and `destination` are alpha-3 codes."""

    who: str | None
    office: str | None
    origin: str | None
    destination: str | None
    start: str | None
    end: str | None
    kind: str | None
    planned: bool
    span: Span
    rule: str


def visits_on(
    document: Document,
    holder: Holder,
    destination: str,
    dates: list[FoundDate],
    chosen: FoundDate | None,
    span: Span,
    sentence: Span,
) -> list[Visit]:
    """One visit for each date that is listed with the chosen one, or one without a date."""
    origin = holder.country or document.other(destination)
    if not origin or origin == destination:
        return []
    around = document.folded[max(sentence.start, span.start - 30) : min(sentence.end, span.end + 60)]
    kind = next((name for name, kind_of in KINDS.items() if kind_of.search(around)), None)
    planned = bool(PLANNED[document.language].search(around)) and not HAPPENED.search(around)
    visit = Visit(holder.who, holder.office, origin, destination, None, None, kind, planned, span, "visit")
    if not chosen:
        return [visit]
    found = []
    for date in joined(document, dates, chosen):
        start, end = ends(date.edtf if planned else _last_week(document, date))
        place = Span(min(span.start, date.span.start), max(span.end, date.span.end))
        found.append(replace(visit, start=start, end=end, span=place, rule=date.rule))
    return found


def _last_week(document: Document, date: FoundDate) -> str:
    """A weekday of what has happened lies before the day of publication."""
    if date.rule != "weekday" or not document.published or date.edtf <= document.published.isoformat():
        return date.edtf
    return (day_type.fromisoformat(date.edtf) - timedelta(days=7)).isoformat()


def nearest(dates: list[FoundDate], trigger: Span) -> FoundDate | None:
    """The date closest to the trigger."""
    return min(dates, key=lambda one: abs(one.span.start - trigger.start), default=None)


def goals(document: Document, span: Span) -> list[tuple[Span, str, str]]:
    """Countries and cities of a span with their cases, in order; not those of somebody's title or name."""
    titles = [one.span for one in within(holders(document), Span(max(0, span.start - 80), span.end))]
    found = [(one.span, one.code, one.case) for one in within(document.countries, span) if not one.adjective]
    found += [(one.span, one.country, one.case) for one in within(document.places, span)]
    free = [one for one in found if not any(one[0].overlaps(title) for title in titles)]
    return sorted(free, key=lambda one: one[0].start)


LISTED = {
    "tr": re.compile(r"[, ]*(?:ve|ile) \Z"),
    "en": re.compile(r"(?: and|,)(?: the)? \Z"),
}


def listed(document: Document, goal: Span) -> list[str]:
    """The countries named together with a goal: “to Serbia and Hungary”, “Sırbistan ve Karadağ'ı”."""
    lands = [one for one in document.countries if not one.adjective]
    beside = LISTED[document.language]
    if document.language == "tr":
        near = [one for one in lands if one.span.end < goal.start and not one.case]
        return [one.code for one in near[-1:] if beside.fullmatch(document.folded[one.span.end : goal.start])]
    near = [one for one in lands if one.span.start > goal.end]
    return [one.code for one in near[:1] if beside.fullmatch(document.folded[goal.end : one.span.start])]


def once(found: list[Visit]) -> list[Visit]:
    """Each visit once: what is said again, or without its date, adds only what was missing."""
    kept: list[Visit] = []
    for visit in sorted(found, key=lambda one: (one.start is None, one.span.start)):
        match = next((at for at, one in enumerate(kept) if _same(one, visit)), None)
        if match is None:
            kept.append(visit)
        else:
            one = kept[match]
            kept[match] = replace(
                one, who=one.who or visit.who, office=one.office or visit.office, kind=one.kind or visit.kind
            )
    return sorted(kept, key=lambda one: one.span.start)


def _same(one: Visit, other: Visit) -> bool:
    """Whether two statements are of one visit."""
    if (one.origin, one.destination) != (other.origin, other.destination):
        return False
    if one.who and other.who and one.who.split()[-1] != other.who.split()[-1]:
        return False
    if not (one.who and other.who) and one.office and other.office and one.office != other.office:
        return False
    if not one.start or not other.start:
        return True
    return (
        one.start.startswith(other.start)
        or other.start.startswith(one.start)
        or (one.end or "") >= other.start >= one.start
    )
