"""Ordinals of meetings, forums, summits: “8.”, “sekizinci”, “8th”, “III.”, “ilk”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from relations.reading.dates import chosen
from relations.reading.found import FoundOrdinal, Span
from relations.reading.number_words import number_words
from relations.reading.ordinal_words import ordinal_pattern, ordinal_value, roman_value
from relations.reading.spelling import spell

ROMAN_PATTERN = {
    "tr": r"(?<![\w.,'-])(?P<r>[xvi]{1,7})(?:\.|'?(?:inci|[iuü]?nc[iuü])\b)",
    "en": r"(?<![\w.,'-])(?P<r>[xvi]{1,7})(?:th|st|nd|rd)?(?![\w.'])",
}
SENTENCE = re.compile(r"[!?;]|\.(?= |$)")
CAPITAL = re.compile(r" ?[\"“«(']?[A-ZÇĞİÖŞÜ]")
SHARE_BEFORE = re.compile(r"(?:\b(?:a|an|one|two|three|four|per) |-)$")
SHARE_AFTER = re.compile(r"s?\b of\b(?! (?:the (?:series|kind)|its kind))")
REACH = 130  # characters within which what is counted must follow


def find_ordinals(text: str, language: str) -> list[FoundOrdinal]:
    """Every ordinal of a cleaned text, in order; not those of days, quarters, centuries, articles or shares."""
    spelled = spell(text)
    taken = bytearray(len(text) + 1)
    for date in chosen(text, language):
        taken[date.span.start : date.span.end] = b"\1" * (date.span.end - date.span.start)
    found = []
    for one in (*_arabic(text, spelled, language), *_roman(text, spelled, language), *_first(spelled, language)):
        if taken.find(1, one.span.start, one.span.end) < 0:
            taken[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
            found.append(one)
    return sorted(found, key=lambda one: one.span.start)


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(ordinal_pattern(language))


def _arabic(text: str, spelled: str, language: str) -> Iterator[FoundOrdinal]:
    words = number_words(language)
    for match in _pattern(language).finditer(spelled):
        number, printed = ordinal_value(match["o"], language), match["o"]
        if number is None or not number or printed in words.first or words.not_ordinal.match(spelled, match.end()):
            continue
        if language == "en" and _is_share(spelled, match):
            continue
        if (
            printed.endswith(".")
            and CAPITAL.match(text, match.end())
            and not _leads_to_event(spelled, match.end(), language)
        ):
            continue  # the end of a sentence
        if printed.endswith(".") and not re.match(r" [\w\"'“«(]| ?(?:ve|,) ", spelled[match.end() :][:6]):
            continue
        yield FoundOrdinal(Span(*match.span()), number, "digits" if printed[0].isdigit() else "word")


def _roman(text: str, spelled: str, language: str) -> Iterator[FoundOrdinal]:
    """Roman numerals, in capitals, before what has ordinals: not “V. Putin”, not “Charles III”."""
    for match in re.finditer(ROMAN_PATTERN[language], spelled):
        number = roman_value(match["r"])
        if (
            number
            and text[match.start("r") : match.end("r")].isupper()
            and _leads_to_event(spelled, match.end(), language)
        ):
            if match["r"] == "i" and language == "en":
                continue
            yield FoundOrdinal(Span(*match.span()), number, "roman")


def _first(spelled: str, language: str) -> Iterator[FoundOrdinal]:
    """“ilk toplantısı”, “the inaugural session”: first, where a meeting or the like follows soon."""
    words = number_words(language)
    for match in re.finditer(rf"\b(?:{'|'.join(words.first)})\b", spelled):
        if words.not_first.match(spelled, match.end()):
            continue
        if _leads_to_event(spelled, match.end(), language, 70):
            yield FoundOrdinal(Span(*match.span()), 1, "first")


def _is_share(spelled: str, match: re.Match[str]) -> bool:
    """“a fifth of”, “one-third”, “two fifths”."""
    before = SHARE_BEFORE.search(spelled, max(0, match.start() - 6), match.start())
    return bool(
        before
        and (before.group() != "-" or re.search(r"(?:one|two|three|four)-$", spelled[: match.start()][-6:]))
        and (SHARE_AFTER.match(spelled, match.end()) or before.group().strip() in ("one", "two", "three", "four", "-"))
    )


def _leads_to_event(spelled: str, end: int, language: str, reach: int = REACH) -> bool:
    """Whether a meeting, forum or the like follows in the same sentence."""
    stop = SENTENCE.search(spelled, end, min(len(spelled), end + reach))
    return bool(
        number_words(language).event.search(spelled, end, stop.start() if stop else min(len(spelled), end + reach))
    )
