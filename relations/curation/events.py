"""Which visit, meeting, council or set of documents the words at a place speak of."""

from relations.reading.folding import fold
from relations.reading.found import Span

from .named import named_things, spelt
from .reread import Case, Cited, read_orders
from .vocabulary import values

KINDS = {
    "council": "council",
    "during_visit": "visit",
    "signed_at_visit": "visit",
    "founded_at_visit": "visit",
    "signed_at_meeting": "meeting",
    "part_of": "agreement",
}


def read_events(case: Case) -> set[str]:
    """The event that the evidence names, or else the one that its passage is about, if it says “visit” and the like."""
    claim, kind = case.claim, KINDS[case.claim.base]
    things = named_things(case.world, claim.evidence)
    named = {slug for slug in things if _is(case, slug, kind)} or _meetings(case, things)
    if named or not values("record", kind, claim.evidence, case.held.language):
        return named
    return nearest(case)


def _meetings(case: Case, councils: set[str]) -> set[str]:
    """Where a meeting is wanted and a council named: that council's meetings in this text, of the ordinal if any."""
    if KINDS[case.claim.base] != "meeting":
        return set()
    records = case.world.records
    told = [other for other in case.others if _is(case, other.record, "meeting")]
    ordinals = read_orders(case)
    return {
        other.record
        for other in told
        if records[other.record].council in councils
        and (not ordinals or (other.field == "ordinal" and other.says in ordinals))
    }


def nearest(case: Case) -> set[str]:
    """The events of the wanted kind that this paragraph is about, else the one before, else the text."""
    held, claim = case.held, case.claim
    if KINDS[claim.base] == "council":
        return _last_named(case)
    here = held.paragraph(claim.span)
    before = held.paragraph(Span(max(0, here.start - 2), here.start))
    around = (here, Span(before.start, here.end), Span(0, len(held.text)) if claim.inference else here)
    return next((found for span in around if (found := _nearest(case, span))), set())


def _nearest(case: Case, passage: Span) -> set[str]:
    """The events of the wanted kind that other claims in the passage place nearest to this one."""
    claim, kind = case.claim, KINDS[case.claim.base]
    near: dict[str, int] = {}
    for other in case.others:
        here = passage.start <= other.span.start < passage.end
        if here and not other.inference and other.record != claim.record and _is(case, other.record, kind):
            near[other.record] = min(distance(claim, other), near.get(other.record, passage.end))
    return {slug for slug, distance in near.items() if distance == min(near.values())}


def _last_named(case: Case) -> set[str]:
    """The council that the paragraph names last before the evidence."""
    held, claim = case.held, case.claim
    before = fold(held.text[held.paragraph(claim.span).start : claim.span.start])
    places = {
        slug: max((match.end() for name in thing.spellings for match in spelt(name).finditer(before)), default=0)
        for slug, thing in case.world.things.items()
        if _is(case, slug, "council")
    }
    last = max(places.values(), default=0)
    return {slug for slug, end in places.items() if last and end == last}


def _is(case: Case, slug: str, kind: str) -> bool:
    """Whether a record is of the kind; what others are part of is a package."""
    about = case.world.records.get(slug)
    return bool(about and about.kind == kind and (kind != "agreement" or about.form == "package"))


def distance(claim: Cited, other: Cited) -> int:
    """Characters between two claims."""
    return max(0, other.span.start - claim.span.end, claim.span.start - other.span.end)
