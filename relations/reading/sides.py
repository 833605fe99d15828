"""Which two countries a text is about, and which of them says “our”."""

import re
from collections import Counter

from .names import FoundCountry
from .patterns import patterns
from .phrases import Text

TITLE = 400  # characters that count most: the title, and who meets whom
TITLE_WEIGHT = 6
OURS = patterns("sides", "ours")
NEAR_OURS = re.compile(r"\bour (?:\w+ ){0,4}(?:with|and|to|from)(?: the)?(?: republic of)?\Z")
GUEST_OF_OURS = re.compile(r"[^.\n]{0,110}?\b(?:to|in|visited) our country\b")


def sides(text: Text, countries: list[FoundCountry], others: list[str]) -> tuple[tuple[str, str] | None, str | None]:
    """The pair in the order of the codes, and the own side; None where the text does not tell."""
    weights: Counter[str] = Counter()
    for country in countries:
        if country.code:
            weights[country.code] += TITLE_WEIGHT if country.span.start < TITLE else 1
    speaks = bool(OURS[text.language].search(text.folded)) or any(country.own for country in countries)
    for code in others if len(weights) < 2 else ():  # people and cities tell where no second side is named
        weights[code] += 1
    if speaks and text.language == "tr" and weights["TUR"]:
        weights["TUR"] += sum(1 for country in countries if country.own) + 2
    leading = [code for code, _ in weights.most_common(2)]
    if len(leading) < 2:
        alone = leading[0] if leading else None
        if speaks and alone and alone != "TUR":
            return _pair(alone, "TUR"), "TUR"
        return None, alone
    pair = _pair(*leading)
    return pair, _own(text, pair, leading[0], countries)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _own(text: Text, pair: tuple[str, str], first: str, countries: list[FoundCountry]) -> str | None:
    """The side that says “our”: Türkiye in a Turkish text of hers, else the one that is not named beside “our”."""
    if text.language == "tr" and "TUR" in pair:
        return "TUR"
    beside = Counter(country.code for country in countries if country.code in pair and _beside(text, country))
    one, other = pair
    if beside[one] != beside[other]:
        return one if beside[one] < beside[other] else other
    return "TUR" if "TUR" in pair else first


def _beside(text: Text, country: FoundCountry) -> bool:
    """Whether a country is the other side: “our trade with X”, “the visit of the President of X to our country”."""
    start, end = country.span.start, country.span.end
    if NEAR_OURS.search(text.folded[max(0, start - 60) : start].rstrip()):
        return True
    guest = GUEST_OF_OURS.match(text.folded, end, end + 130)
    return bool(guest) and "invitation" not in text.folded[max(0, start - 60) : start]
