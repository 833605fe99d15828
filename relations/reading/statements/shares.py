"""Shares in percent, and places in an order."""

import re
from decimal import Decimal

from relations.reading.document import Document, within
from relations.reading.found import FoundAmount, Span
from relations.reading.patterns import pattern

from .dated import dates_in
from .figure import Figure
from .periods import period

SHARE = re.compile(
    r"\bpay[iı]?\w{0,4}\b|\boran\w*|\bolustur\w*|\bshare\b|\baccount(?:s|ed|ing) for\b|\bmakes? up\b"
    r"|\bconstitut|\brepresent|per ?cent of|% of"
)
OWN_SHARE = pattern("figures", "own_share")
AFTER_OTHERS = re.compile(r"\bsonra (en (?:buyuk|onemli|cok) (?:\w+ ){0,2}(?:yatirimci|ortag|ticaret|pazar))")
RANKING = re.compile(
    r"ticaret|ihracat|ithalat|yatirim|ortag|ortak|ekonomi|pazar|muteahhit|proje|turist"
    r"|trade|trading|export|import|invest|partner|economy|market|contract"
)
CHANGE = pattern("figures", "change")
RANKED = pattern("figures", "ranked")
OTHERS = pattern("figures", "others")


def shares(document: Document, sentence: Span, amounts: list[FoundAmount]) -> list[Figure]:
    """Shares of trade; what grew by a percentage is none."""
    found = []
    for amount in amounts:
        near = document.folded[max(sentence.start, amount.span.start - 60) : min(sentence.end, amount.span.end + 55)]
        close = document.folded[max(sentence.start, amount.span.start - 30) : min(sentence.end, amount.span.end + 18)]
        if amount.kind != "percent" or not SHARE.search(near) or CHANGE.search(close):
            continue
        if not re.search(
            r"ticaret|ihracat|ithalat|yatirim|trad(?:e|ing)|export|import|invest", document.words(sentence)
        ):
            continue
        origin, destination = _shared(document, sentence, amount)
        date = period(document, amount, amounts, sentence)
        found.append(
            Figure(
                "share",
                date.edtf if date else None,
                origin,
                destination,
                amount.quantity.value,
                "percent",
                amount.quantity.qualifier,
                amount.span,
                "share",
            )
        )
    return found


def _shared(document: Document, sentence: Span, amount: FoundAmount) -> tuple[str | None, str | None]:
    """Whose share, and of whose whole."""
    countries = [one for one in document.sided(sentence) if one.code]
    owner = next((one.code for one in countries if OWN_SHARE.match(document.folded, one.span.end)), None)
    whole = next((one.code for one in countries if one.case == "gen" and one.code != owner), None)
    if owner:
        return owner, whole or document.other(owner)
    part = next((one.code for one in countries if one.code != whole), None)
    return part or document.other(whole), whole or document.other(part)


def ranks(document: Document, sentence: Span, amounts: list[FoundAmount]) -> list[Figure]:
    """Places in an order: “17. büyük yatırımcı”, “the 5th largest export market”."""
    found: list[Figure] = []
    places = [(one.span, one.quantity.value) for one in amounts if one.kind == "rank"]
    first = AFTER_OTHERS.search(document.folded, sentence.start, sentence.end)
    if first and not places:
        places.append((Span(first.start(1), first.end(1)), Decimal(1)))
    for ordinal in within(document.ordinals, sentence):
        if RANKED.match(document.folded, ordinal.span.end) and not any(
            ordinal.span.overlaps(span) for span, _ in places
        ):
            places.append((ordinal.span, Decimal(ordinal.number)))
    for span, value in sorted(places, key=lambda one: one[0].start):
        value = _after_others(document, sentence, span, value)
        near = document.folded[max(sentence.start, span.start - 150) : min(sentence.end, span.end + 90)]
        if not RANKING.search(near):
            continue
        dates = [one for one in dates_in(document, sentence) if not one.rule.startswith("relative-day")]
        origin, destination = _ranked(document, sentence)
        found.append(
            Figure(
                "rank",
                dates[0].edtf if len(dates) == 1 else None,
                origin,
                destination,
                value,
                "rank",
                "exact",
                span,
                "rank",
            )
        )
    return found


def _ranked(document: Document, sentence: Span) -> tuple[str | None, str | None]:
    """Who is ranked, and whose ranking it is."""
    countries = [one for one in document.sided(sentence) if document.pair and one.code in document.pair]
    subject = next((one.code for one in countries if not one.case and not one.adjective), None)
    whose = next((one.code for one in countries if one.case in ("gen", "loc") and one.code != subject), None)
    subject = subject or document.other(whose)
    return subject, whose or document.other(subject)


def _after_others(document: Document, sentence: Span, span: Span, value: Decimal) -> Decimal:
    """“the largest after A, B and C” is the fourth."""
    before = document.folded[max(sentence.start, span.start - 120) : span.start]
    match = OTHERS.search(before)
    if value != 1 or not match:
        return value
    at = Span(max(sentence.start, span.start - 120) + match.start(), span.start)
    others = {one.code for one in within(document.countries, at) if one.case in ("", "abl")}
    return Decimal(1 + len(others - set(document.pair or ())))
