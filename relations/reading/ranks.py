"""Ranks: “17. büyük yatırımcı”, “4. sırada”, “# 4”, “ranks 17th”, “second largest”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from relations.amounts import Quantity
from relations.reading.found import FoundAmount, Span
from relations.reading.ordinal_words import ordinal_pattern, ordinal_value

HEADS = {
    "tr": r"(?:(?:ticaret|ticari|yabanci|yatirim|ihracat|ithalat|ekonomik|dış|en) )*"
    r"(?:ortağ|ortak|yatirimci|pazar|tedarikçi|ihracatçi|ithalatçi)\w*",
    "en": r"(?:(?:trading|trade|foreign|export|import|economic|investment|regional|gas|oil) )*"
    r"(?:partner|investor|market|exporter|importer|supplier|destination)\b",
}
PATTERNS = {
    "tr": (
        r"<O> (?:en )?büyük\b(?: (?!bir )\w+)?",
        r"<O> en önemli\b(?: \w+)?",
        r"\ben (?:büyük|önemli) <O>",
        r"\ben (?:büyük|çok|fazla|önemli)(?: \w+){1,6} <O> (?:büyük )?"
        r"(?:ülke|sira|ortağ|ortak|pazar|yatirimci|tedarikçi)\w*",
        r"<O> sira(?:da|daki|ya|dan|dadir|sinda|sini)\w*",
        r"(?P<one>\bilk) sira(?:da|ya)\w*",
    ),
    "en": (
        r"<O>[- ](?:largest|biggest|greatest|highest|most important|most significant|main|leading|major|top)\b",
        r"\brank(?:s|ed|ing)?(?: (?:as|at|in|the|number|no\.?|country|among|of))* <O>(?:\b|(?= ))",
        r"\b(?:in|takes|took|occupies|holds|held|to|ranks|ranked)(?: the)? <O>[- ](?:place|position|rank|spot)\b",
        r"#,? ?(?P<n>\d{1,3})\b(?: (?:position|place|rank)\b)?",
        r"\b(?:no\.?|number) (?P<n>\d{1,3}|one) (?:trad|invest|export|partner|econom)\w*",
    ),
}
SUPERLATIVE = {
    "tr": rf"(?<!sonra )\ben (?:büyük|önemli) (?P<head>{HEADS['tr']})(?!\w* ?(?:\w+ )?(?:biri|arasi|baş))",
    "en": r"(?<!of )(?:\bthe |\bits |'s |s' )(?:largest|biggest|top|main|number one|leading) "
    rf"(?P<head>{HEADS['en']})(?! after)",
}


def find_ranks(spelled: str, language: str) -> list[FoundAmount]:
    """Every rank of a spelled text; superlatives (“en büyük ticaret ortağı”) as rank 1, by the rule "superlative"."""
    found: list[FoundAmount] = []
    for rule, pattern in _patterns(language):
        for rank in _read(pattern, rule, spelled, language):
            if not any(rank.span.overlaps(other.span) for other in found):
                found.append(rank)
    return sorted(found, key=lambda one: one.span.start)


@lru_cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    ordinal = ordinal_pattern(language)
    ranks = [("rank", re.compile(pattern.replace("<O>", ordinal))) for pattern in PATTERNS[language]]
    return (*ranks, ("superlative", re.compile(SUPERLATIVE[language])))


def _read(pattern: re.Pattern[str], rule: str, spelled: str, language: str) -> Iterator[FoundAmount]:
    for match in pattern.finditer(spelled):
        groups = match.groupdict()
        number = 1 if rule == "superlative" or groups.get("one") else _number(groups, language)
        if number is not None:
            quantity = Quantity(Decimal(number), "rank")
            yield FoundAmount(Span(*match.span()), quantity, "rank", rule)


def _number(groups: dict[str, str | None], language: str) -> int | None:
    digits = groups.get("n")
    if digits:
        return 1 if digits == "one" else int(digits)
    return ordinal_value(groups.get("o") or "", language)
