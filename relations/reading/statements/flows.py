"""From which country to which: the way that goods, money, firms and people go."""

import re

from relations.reading.document import Document, within
from relations.reading.found import Span
from relations.reading.names import FoundCountry
from relations.reading.patterns import pattern

OURS = pattern("flows", "ours")
GUEST = pattern("flows", "guest")
INTO = re.compile(r"'?\w* ekonomisi(?:ne|nde)\b|(?:'s|s') (?:economy|market)\b")
Flow = tuple[str | None, str | None]


def flow(document: Document, kind: str, sentence: Span, anchor: Span) -> Flow:
    """Origin and destination of a figure whose topic or number stands at the anchor."""
    countries = document.sided(sentence)
    if kind in ("trade_total", "target"):
        return _both(document, countries)
    if kind in ("export", "import"):
        return _goods(document, kind, sentence, anchor, countries)
    return _guests(document, kind, sentence, anchor, countries)


def _both(document: Document, countries: list[FoundCountry]) -> Flow:
    """The two sides of a trade volume, in the order of their codes."""
    codes = list(dict.fromkeys(country.code for country in countries if country.code))
    if document.pair and (not codes or set(document.pair) <= set(codes) or len(codes) > 2):
        return document.pair
    if len(codes) >= 2:
        return min(codes[:2]), max(codes[:2])
    code = codes[0] if codes else None
    if document.pair and code in document.pair:
        return document.pair
    partner = document.own if document.own != code else None
    if code and partner:
        return min(code, partner), max(code, partner)
    return document.pair or (None, None)


def _nearest(
    countries: list[FoundCountry], anchor: Span, cases: tuple[str, ...], reach: int = 400
) -> FoundCountry | None:
    """The country in one of these cases that stands closest to the anchor, one before it first."""
    able = [one for one in countries if one.case in cases and one.code and not one.adjective]
    able = [one for one in able if abs(one.span.start - anchor.start) < reach]
    return min(able, key=lambda one: (one.span.start > anchor.end, abs(one.span.start - anchor.start)), default=None)


def _owner(document: Document, sentence: Span, anchor: Span, countries: list[FoundCountry]) -> str | None:
    """Whose exports or imports: “ihracatımız”, “Türkiye'nin”, “Turkish exports”, “Iraq's imports”."""
    near = document.folded[max(sentence.start, anchor.start - 25) : anchor.end]
    if OURS.search(near):
        return document.own
    adjective = [one for one in countries if one.adjective and one.span.end <= anchor.start]
    if adjective and re.fullmatch(r"\s*(?:\w+ )?", document.folded[adjective[-1].span.end : anchor.start]):
        return adjective[-1].code
    owners = [one for one in countries if one.case == "gen" and not one.adjective]
    before = [one for one in owners if one.span.end <= anchor.start]
    after = [one for one in owners if anchor.end <= one.span.start < anchor.end + 20]
    if after and document.language == "en" and re.match(r" of ", document.folded[anchor.end : anchor.end + 4]):
        return after[0].code
    if before:
        return before[-1].code
    if adjective:
        return adjective[-1].code
    subject = [one for one in countries if not one.case and not one.adjective and one.span.end <= anchor.start]
    if document.language == "en" and subject and "imported" in document.words(anchor):
        return subject[-1].code
    return None


def _goods(document: Document, kind: str, sentence: Span, anchor: Span, countries: list[FoundCountry]) -> Flow:
    """Exports go from their owner, imports to theirs."""
    owner = _owner(document, sentence, anchor, countries)
    reach = 90 if owner else 400
    goal = _nearest(countries, anchor, ("dat",), reach)
    source = _nearest(countries, anchor, ("abl",), reach)
    partner = _nearest(countries, anchor, ("ins",), 400)
    origin = owner if kind == "export" else source.code if source else None
    destination = owner if kind == "import" else goal.code if goal else None
    if kind == "export" and not origin and source:
        origin = source.code
    if kind == "import" and not destination and goal and goal.code != origin:
        destination = goal.code
    if partner and partner.code not in (origin, destination):
        origin, destination = (
            (origin or partner.code, destination or partner.code) if (origin or destination) else (None, None)
        )
    return _filled(document, origin, destination, kind)


def _filled(document: Document, origin: str | None, destination: str | None, kind: str) -> Flow:
    """The side that is left open is the pair's other one; with both open, the speaker's goods."""
    if origin == destination:
        origin = destination = None
    if not origin and not destination and document.own and document.other(document.own):
        origin, destination = document.own, document.other(document.own)
        return (origin, destination) if kind == "export" else (destination, origin)
    return origin or document.other(destination), destination or document.other(origin)


def _guests(document: Document, kind: str, sentence: Span, anchor: Span, countries: list[FoundCountry]) -> Flow:
    """Investment, firms, contractors and students: from the country that they are of to the one that they are in."""
    near = document.words(sentence)
    origin: str | None = None
    earlier = [one.span.end for one in within(document.amounts, sentence) if one.span.end <= anchor.start]
    closest = [one for one in countries if one.span.start >= (earlier or [sentence.start])[-1]]
    narrow = kind != "employment" or any(one.adjective for one in closest)
    countries = closest if narrow and any(one.span.start < anchor.end for one in closest) else countries
    adjectives = [
        one
        for one in countries
        if one.adjective and GUEST.match(document.folded, one.span.end) and one.span.start < anchor.end + 60
    ]
    origins = [
        one
        for one in countries
        if not one.adjective
        and re.match(r" (?:menseli|sermayeli|kokenli|uyruklu|ortakli)", document.folded[one.span.end :][:12])
    ]
    guests = [*origins, *adjectives]
    if guests:
        origin = min(guests, key=lambda one: (one.span.start > anchor.end, abs(one.span.start - anchor.start))).code
    elif OURS.search(near):
        origin = document.own
    into = [one for one in countries if INTO.match(document.folded, one.span.end) and one.code != origin]
    host = into[-1] if into else _nearest([one for one in countries if one.code != origin], anchor, ("loc", "dat"))
    if not origin:
        owners = [one for one in countries if one.case in ("abl", "gen") and not (host and one.code == host.code)]
        source = _nearest(owners, anchor, ("abl",)) or _nearest(owners, anchor, ("gen",))
        origin = source.code if source else None
    destination = host.code if host else None
    if kind in ("students", "employment") and not (origin and destination):
        return origin, destination if destination or not origin else document.other(origin)
    if origin == destination:
        destination = None
    return origin or document.other(destination), destination or document.other(origin)
