"""The rules of inference, run again: what each concludes from the words, the text's own date, and its other claims."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from relations.dates import bounds
from relations.reading.folding import fold
from relations.reading.found import Span
from relations.reading.names import find_countries, find_offices, find_places
from relations.reading.phrases import Text

from .events import KINDS, distance, nearest, read_events
from .held import touching
from .named import named_things, offices_of, read_offices
from .reread import Case, Reader, numbers, plain, read_dates
from .vocabulary import values

BEFORE = re.compile(r"(.*?)['’]?\w*[dt][ae]n sonra\b|\bafter (.*)")
YEAR, DAY = len("2012"), len("2012-10-11")
LISTED = re.compile(r",| ve | and ")


def office_holder(case: Case) -> set[str]:
    """Who has held every office that the words name; if several have, those whom the text names elsewhere."""
    words = Text(case.claim.evidence, case.held.language)
    sides = {one.code for one in find_countries(words) if one.code} or case.held.sides
    titles = [offices_of(case.world, one.office) for one in find_offices(words)]
    offices = [{slug for slug in title if case.world.things[slug].country in sides} for title in titles]
    holders = [{person for slug in one for person in case.world.holders(slug)} for one in offices]
    found = set.intersection(*holders) if holders else set()
    told = {other.says for other in case.others if other is not case.claim}
    return found if len(found) == 1 else found & told


def relative(case: Case) -> set[str]:
    """What the words say counted from publication; no closer than a decade if that is all that is known of it."""
    found = [one for one in touching(case.held.dates, case.claim.span) if one.inferred]
    if found and case.held.day is None:
        return {case.held.published}
    return {one.edtf for one in found}


def text_date(case: Case) -> set[str]:
    """The date of the text, or the time up to it from the date of what the record hangs on; no date that is printed."""
    published = case.held.published
    if any(not _meet(published, printed) for printed in read_dates(case)):
        return set()
    return {published} | {f"{start}/{published}" for start in _linked_dates(case) if "/" not in start}


def _meet(published: str, printed: str) -> bool:
    """Whether a date may be that of the text."""
    one, other = bounds(published), bounds(printed)
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )


def context_date(case: Case) -> set[str]:
    """The date in the words themselves, else of the record's own event, else the nearest in the passage.

    Also the month that holds it, where the words give the days of a longer event; and the time from a date in the
    words to the date of the event.
    """
    if case.claim.base in KINDS:
        return read_events(case) or nearest(case)
    if case.claim.base == "ordinal":
        return _first(case)
    told = read_dates(case) or {one.edtf for one in touching(case.held.dates, case.claim.span)}
    linked = _linked_dates(case)
    found = told or linked or _nearest_dates(case)
    spans = {f"{start}/{end}" for start in told for end in linked if len(start) == len(end) == YEAR and start < end}
    return found | spans | {month for edtf in found for month in _months(edtf)}


def _first(case: Case) -> set[str]:
    """The meeting from whose date a series is counted is its first."""
    since = {one.edtf.partition("/")[0] for one in touching(case.held.dates, case.claim.span) if one.rule == "since"}
    own = {other.says for other in case.others if other.record == case.claim.record and other.base == "date"}
    return {"1"} if any(says.startswith(start) for start in since for says in own) else set()


def _linked_dates(case: Case) -> set[str]:
    """The dates that other claims of the text give the record, and what it hangs on: printed, or the text's own."""
    near = {case.claim.record, *_linked(case)}
    return {
        other.says
        for other in case.others
        if other.base == "date" and other.record in near and other.inference in ("", "text-date")
        if other.inference == "" or other.record != case.claim.record
    }


def _nearest_dates(case: Case) -> set[str]:
    """The printed date that stands nearest in the paragraph."""
    claim, passage = case.claim, case.held.paragraph(case.claim.span)
    here = [
        (distance(claim, other), other.says)
        for other in case.others
        if other.base == "date" and not other.inference and passage.start <= other.span.start < passage.end
    ]
    return {says for far, says in here if far == min(here)[0]}


def _linked(case: Case) -> set[str]:
    """The records that the claim's record hangs on, by its columns or its claims, and those that hang on it."""
    claim, records = case.claim, case.world.records
    about = records.get(claim.record)
    said = {part for other in case.others if other.record == claim.record for part in other.says.split()}
    hanging = {slug for slug, each in records.items() if claim.record in each.links}
    return (set(about.links) if about else set()) | (said & set(records)) | hanging


def _months(edtf: str) -> set[str]:
    """The month of a stay of some days within it."""
    start, _slash, end = edtf.partition("/")
    return {start[:7]} if len(start) == len(end) == DAY and start[:7] == end[:7] else set()


def context_place(case: Case) -> set[str]:
    """The country of a place in the words; the side that the passage names and the words do not; a claimed place."""
    claim = case.claim
    words = Text(claim.evidence, case.held.language)
    countries = {one.country for one in find_places(words)}
    named = {one.code for one in find_countries(words)}
    passage = Text(Span.of(case.held.paragraph(claim.span), case.held.text), case.held.language)
    around = {one.code for one in find_countries(passage)} & case.sides
    near = {claim.record, *_linked(case)}
    places = {other.says for other in case.others if other.base == "place" and other.record in near}
    return countries or (around - named) | places


def speaker_side(case: Case) -> set[str]:
    """The side that says “our”: the publisher's or the speaker's; its office, or the country of who is named."""
    claim, held, world = case.claim, case.held, case.world
    people = {slug for slug in named_things(world, claim.evidence) if world.things[slug].model == "person"}
    theirs = {world.things[office].country for person in people for office in world.offices(person)}
    sides = theirs or (held.sides if says_our(case) else set())
    offices = {slug for slug in read_offices(case, sides) if world.things[slug].country in sides}
    around = Text(Span.of(held.sentence(claim.span), held.text), held.language)
    others = {one.code for one in find_countries(around)} if claim.base == "parties" else set()
    return set(sides) | offices | others


def says_our(case: Case) -> bool:
    """Whether the words speak of the own side, or to a guest: “ülkemiz”, “ihracatımız”, “Prime Minister” alone."""
    words = Text(case.claim.evidence, case.held.language)
    own = re.compile(r"(?:im|um)iz\w*\b|\w(?:iniz)\w*\b" if words.language == "tr" else r"\b(?:our|my|us|we)\b")
    alone = bool(find_offices(words)) and not find_countries(words)
    return bool(own.search(words.folded) or values("said", "our", words.text, words.language)) or alone


def total(case: Case) -> set[str]:
    """One more than the meeting before, or than those listed before “sonra”; sum and difference of printed numbers."""
    claim, held = case.claim, case.held
    printed = numbers(case)
    found = {sum(printed), 2 * max(printed) - sum(printed)} if len(printed) > 1 else set()
    if values("said", "next", claim.evidence, held.language):
        found |= {Decimal(number + 1) for number in _ordinals(case)}
    if match := BEFORE.search(fold(claim.evidence)):
        found.add(Decimal(1 + len(LISTED.split(match.group(1) or match.group(2)))))
    return {plain(Decimal(number)) for number in found}


def _ordinals(case: Case) -> Iterable[int]:
    """The last ordinal that the text gives another meeting of the same council."""
    about = case.world.records.get(case.claim.record)
    council = about.council if about else ""
    siblings = {slug for slug, each in case.world.records.items() if council and each.council == council}
    told = [
        int(other.says)
        for other in case.others
        if other.field == "ordinal" and not other.inference and other.record in siblings
    ]
    return [max(told)] if told else []


RULES: Mapping[str, Reader] = {
    "office-holder": office_holder,
    "relative-day": relative,
    "relative-year": relative,
    "text-date": text_date,
    "context-date": context_date,
    "context-place": context_place,
    "speaker-side": speaker_side,
    "sum": total,
}
