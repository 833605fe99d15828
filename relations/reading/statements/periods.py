"""The period that a figure is of."""

import re
from dataclasses import replace

from relations.reading.document import Document
from relations.reading.found import FoundAmount, FoundDate, Span
from relations.reading.patterns import pattern, patterns

from .dated import dates_in
from .topics import topics

COMPARED = re.compile(r"compared (?:to|with)|than in|\bvs\.?|against|previous|from|since|kiyasla")
FOLLOWS_EN = re.compile(
    r"(?:\s+(?:\w+|[\w-]+ly)){0,5}?"
    r"(?:\s+(?:in|during|for|at the end of|by the end of|over|as of|within|throughout)"
    r"(?: the)?(?: period(?: of)?)?)?\s*"
    r"|\s*\("
)
NOW = pattern("figures", "now")
MEASURED = patterns("figures", "compared")


def period(document: Document, amount: FoundAmount, amounts: list[FoundAmount], sentence: Span) -> FoundDate | None:
    """The date that governs an amount: right after it, else the last before it, else the next of the sentence."""
    dates = [
        date
        for date in dates_in(document, sentence)
        if not date.rule.startswith("relative-day") and not _compared(document, date, sentence)
    ]
    if not dates:
        return None
    index = amounts.index(amount) if amount in amounts else 0
    following = amounts[index + 1].span.start if amount in amounts and index + 1 < len(amounts) else sentence.end
    after = [date for date in dates if amount.span.end <= date.span.start < following]
    before = [date for date in dates if date.span.end <= amount.span.start + 1]
    if after and _follows(document, amount, after[0]):
        return after[0]
    if before and NOW.search(document.folded[before[-1].span.end : amount.span.start]):
        return None
    if before or after:
        return before[-1] if before else after[0]
    return dates[0] if len(dates) == 1 and document.language == "en" else None


def _compared(document: Document, date: FoundDate, sentence: Span) -> bool:
    """Whether a date is only what the figure is measured against: “bir önceki yıla göre”, “compared to 2016”."""
    if document.language == "tr":
        return bool(MEASURED["tr"].match(document.folded, date.span.end, sentence.end))
    before = document.folded[max(sentence.start, date.span.start - 45) : date.span.start]
    return bool(MEASURED["en"].search(before))


def _follows(document: Document, amount: FoundAmount, date: FoundDate) -> bool:
    """Whether a date belongs to the amount before it: “$41 billion in 2023”, “$13 billion last year”."""
    gap = document.folded[amount.span.end : date.span.start]
    if document.language == "tr":
        return bool(re.fullmatch(r"\s*\(", gap))
    return bool(FOLLOWS_EN.fullmatch(gap)) and not re.search(r"compared|while|and|from|\bsince\b", gap)


def period_before(document: Document, sentence: Span) -> FoundDate | None:
    """The date of the sentences before in the paragraph, where those spoke of trade too."""
    at: Span | None = sentence
    for _ in range(2):
        at = document.before(at) if at else None
        if not at:
            return None
        dates = [one for one in dates_in(document, at) if not one.rule.startswith("relative-day")]
        main = [
            one for one in dates if not COMPARED.search(document.folded[max(0, one.span.start - 28) : one.span.start])
        ]
        if main and topics(document, at):
            return replace(main[-1], inferred=True)
    return None
