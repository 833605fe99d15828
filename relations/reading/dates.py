"""Dates in Turkish and English prose, as EDTF. Pure: text, language and day of publication in, places and dates out."""

import re
from datetime import date
from functools import lru_cache

from relations.reading.date_candidates import Candidate, candidates
from relations.reading.found import FoundDate, Span
from relations.reading.relative import Reader
from relations.reading.spelling import spell

SINCE_AFTER = re.compile(r"(?:'\w+)?(?: (?:tarih|yil|gün|sene|ay)\w*)? (?:itibaren|bu yana|beri)\b")
SINCE_BEFORE = re.compile(
    r"\bsince (?:the )?(?:as )?(?:early|late|mid|at least|about|around|january|the year|end of|beginning of)?[ -]?$"
)
COMPARED_AFTER = re.compile(r"(?:'?\w*)(?: (?:ayni|eş) \w+| \w+ dönem\w*)? (?:göre|kiyasla|oranla|nazaran)\b")
COMPARED_BEFORE = re.compile(
    r"\b(?:compared (?:to|with)|in comparison with|relative to|versus|than|up on|down on|against)"
    r"(?: that of| those of)?(?: in)?(?: the same (?:period|months?) (?:of|in|last))?(?: the)? $"
)
ONWARDS = re.compile(r" ?onwards?\b")


def find_dates(text: str, language: str, published: date | None = None) -> list[FoundDate]:
    """Every date of a cleaned text, in order, none overlapping another.

    `inferred` where the year, or the day, comes from the surroundings or from the day of publication; `edtf` is empty
    where neither tells (“geçen yıl” in an undated text). Open intervals (“2010'dan bu yana”) have the rule "since";
    dates that another is only held against (“geçen yıla göre”) have the rule "comparison".
    """
    folded = spell(text)
    reader = Reader(text, folded, language, published)
    found = []
    for candidate in chosen(text, language):
        edtf, inferred = reader.read(candidate)
        rule = "comparison" if is_compared(candidate.span, folded, language) else candidate.rule
        found.append(_opened(FoundDate(candidate.span, edtf, rule, inferred), folded, language))
    return found


def is_compared(span: Span, folded: str, language: str) -> bool:
    """Whether a date is only what another is held against: “geçen yıla göre”, “than in 2023”."""
    if language == "tr":
        return COMPARED_AFTER.match(folded, span.end) is not None
    return COMPARED_BEFORE.search(folded, max(0, span.start - 70), span.start) is not None


@lru_cache(maxsize=4)
def chosen(text: str, language: str) -> tuple[Candidate, ...]:
    """Of overlapping candidates the longest, then the one whose rule stands first; in order of place."""
    taken = bytearray(len(text) + 1)
    kept = []
    found = candidates(text, spell(text), language)
    for candidate in sorted(found, key=lambda one: (one.span.start - one.span.end, one.priority)):
        start, end = candidate.span.start, candidate.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda one: one.span.start))


def _opened(found: FoundDate, folded: str, language: str) -> FoundDate:
    """The date as the open start that “itibaren”, “bu yana” and “since” make of it."""
    start, end = found.span.start, found.span.end
    if not found.edtf or "X" in found.edtf or found.rule.startswith("relative-day"):
        return found
    after = SINCE_AFTER.match(folded, end) if language == "tr" else ONWARDS.match(folded, end)
    before = language == "en" and SINCE_BEFORE.search(folded, max(0, start - 40), start)
    if not (after or before):
        return found
    span = Span(start, after.end()) if after else found.span
    return FoundDate(span, f"{found.edtf.partition('/')[0]}/..", "since", found.inferred)
