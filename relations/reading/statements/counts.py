"""Companies, people employed and students."""

import re
from decimal import Decimal

from relations.amounts import UNITS, Quantity
from relations.reading.document import Document
from relations.reading.folding import fold
from relations.reading.found import FoundAmount, Span
from relations.reading.patterns import pattern, patterns

from .figure import Figure
from .flows import flow
from .periods import period

COUNTS = patterns("figures", "counts")
NUMBER_OF = patterns("figures", "number_of")
EMPLOYED = re.compile(r"istihdam|employ|\bjobs?\b|calis(?:an|tir)|\bis (?:sagl|imkan|alan|olanag)")
ATTENDED = pattern("figures", "attended")
NUMBERED = pattern("figures", "numbered")


def counts(document: Document, sentence: Span, amounts: list[FoundAmount]) -> list[Figure]:
    """Companies, employment and students."""
    found = []
    for amount in [*amounts, *_numbers(document, sentence, amounts)]:
        if amount.kind != "count":
            continue
        kind = _counted(document, amount, sentence)
        if not kind or amount.quantity.value < 3 or amount.quantity.unit == "times":
            continue
        origin, destination = flow(document, kind, sentence, amount.span)
        if kind == "companies" and not (origin and destination):
            continue
        date = period(document, amount, amounts, sentence)
        unit = {"companies": "company", "students": "student", "employment": "person"}[kind]
        quantity = amount.quantity
        found.append(
            Figure(
                kind,
                date.edtf if date else None,
                origin,
                destination,
                quantity.value,
                unit,
                quantity.qualifier,
                amount.span,
                kind,
            )
        )
    return found


def _numbers(document: Document, sentence: Span, amounts: list[FoundAmount]) -> list[FoundAmount]:
    """Bare numbers after “firma sayısı” and the like, which count without a noun of their own."""
    found = []
    for match in NUMBERED.finditer(document.folded, sentence.start, sentence.end):
        span = Span(match.start(1), match.end(1))
        if any(one.span.overlaps(span) for one in amounts) or any(one.span.overlaps(span) for one in document.dates):
            continue
        value = Decimal(re.sub(r"[.,]", "", match.group(1))) * (1000 if match.group(2) else 1)
        span = Span(span.start, match.end())
        after = document.folded[span.end : span.end + 16]
        qualifier = (
            "about"
            if re.match(r"'?\w* (?:civari|dolayi)", after)
            else "over"
            if re.match(r"'?\w* (?:as|gec|uzeri)", after)
            else "exact"
        )
        found.append(FoundAmount(span, Quantity(value, "item", qualifier), "count", "number-of"))
    return found


def _counted(document: Document, amount: FoundAmount, sentence: Span) -> str | None:
    """What an amount counts, by its unit, its noun, or the words around it."""
    after = document.folded[amount.span.end : min(sentence.end, amount.span.end + 70)]
    before = document.folded[max(sentence.start, amount.span.start - 80) : amount.span.start]
    noun = fold(amount.noun) or (amount.quantity.unit if amount.quantity.unit in UNITS else "")
    if ATTENDED.search(before) or ATTENDED.match(after):
        return None
    for kind, number in NUMBER_OF.items():
        if number.search(before):
            return kind
    if amount.quantity.unit in ("company", "student"):
        return {"company": "companies", "student": "students"}[amount.quantity.unit]
    for kind, counted in COUNTS.items():
        if noun and counted.search(noun):
            return kind
        if noun in ("", "item") and re.match(r"'?\w* (?:[\w'-]+ ){0,4}?(?:" + counted.pattern + ")", after):
            return kind
    people = noun in ("person", "") or re.match(r"kisi|people|person|isci|worker|employee|calisan|istihdam|jobs?", noun)
    near = document.folded[max(sentence.start, amount.span.start - 60) : min(sentence.end, amount.span.end + 50)]
    return "employment" if people and EMPLOYED.search(near) else None
