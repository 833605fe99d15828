"""What looks like a year and is none: counted things, numbers of laws, references to literature."""

import re
from functools import lru_cache

from relations.reading.date_words import DateWords
from relations.reading.grids import cell_starts

WORD_AFTER = re.compile(r"[ ]([\w']+)")
WORD_BEFORE = re.compile(r"([\w']+)\.? ?$")
ABOUT_BEFORE = re.compile(
    r"(?:yaklaşik|toplam|takriben|en az|en fazla|tam|more than|over|about|nearly|almost|approximately|some|around"
    r"|at least|total of) $"
)
COUNT_AFTER = re.compile(r"'?(?:[dt][ae]n|[yn]?[ae]|[yns]?[iuü]n?) (?:fazla|çok|aşkin|yakin|üzerinde|üstünde)")
BRACKETS = re.compile(r"\(([^()]{4,600})\)")
REFERENCE = re.compile(
    r"(?:[\w.'-]+,? ){0,5}(?:ve|vd\.?|and|et al\.?)? ?[\w.'-]+,? (?:1[89]|20)\d\d[a-z]?(?:: ?\d+(?:-\d+)?)?"
)
PAIR = re.compile(r"([^\W\d_]{3,})(?:'\w*)?(?: vd\.?| et al\.?)?,? \(?((?:1[89]|20)\d\d)\b")
ENTRY = re.compile(
    r"([^\W\d_]{3,}),? [^\W\d_]{1,2}\.(?:[^()]{0,60}[^\W\d_]\.|,)? ?(?:vd\. |et al\. )?\(((?:1[89]|20)\d\d)\)"
)
CLEARLY = re.compile(r";|\d: ?\d|\b(?:ve|vd|and|et al)\b")
NAMED_AFTER = re.compile(
    r"(?:'\w+)? (?:deprem|darbe|hain|cumhuriyet bayram|zafer bayram|demokrasi|şehit"
    r"|earthquake|quake|coup|attacks|republic day)"
)
GUARDED = frozenset(("bare-year", "name-year"))


def is_no_year(match: re.Match[str], rule: str, words: DateWords) -> bool:
    """Whether a four-digit number that a rule took for a year is a quantity, a number of something or a reference."""
    if rule == "year" and match.groupdict().get("suffix"):
        return bool(COUNT_AFTER.match(match.string, match.end("y1")))
    if rule == "day" and not (match.groupdict().get("y1") or match.groupdict().get("r1")):
        return bool(NAMED_AFTER.match(match.string, match.end()))  # “6 Şubat depremleri” names an event
    if rule not in GUARDED:
        return False
    text, start, end = match.string, match.start("y1"), match.end("y1")
    after, before = WORD_AFTER.match(text, end), WORD_BEFORE.search(text, max(0, start - 24), start)
    if after and after[1].partition("'")[0] in words.not_year_before:
        return True
    if before and before[1] in words.not_year_after:
        return True
    if ABOUT_BEFORE.search(text, max(0, start - 20), start) and after:
        return True
    return start in references(text) or start in cell_starts(text)


@lru_cache(maxsize=4)
def references(text: str) -> frozenset[int]:
    """Places of years that date literature: “(Aydın 2004; Sinkaya 2005)”, “Aydın (2004)”, “Aydın, M. (2004)”."""
    places, known = set(), set()
    for bracket in BRACKETS.finditer(text):
        items = [item.strip() for item in bracket[1].split(";")]
        if CLEARLY.search(bracket[1]) and all(REFERENCE.fullmatch(item) for item in items if item):
            known |= {pair.group(1, 2) for pair in PAIR.finditer(bracket[1])}
            places |= {pair.start(2) + bracket.start(1) for pair in PAIR.finditer(bracket[1])}
    for entry in ENTRY.finditer(text):
        known.add(entry.group(1, 2))
        places.add(entry.start(2))
    places |= {pair.start(2) for pair in PAIR.finditer(text) if pair.group(1, 2) in known}
    return frozenset(places)
