"""The stem of a folded word, in Turkish and in English. Pure functions.

Stems need not be words: they need to be the same for all forms of a word. Snowball's Turkish works on marked letters
and parts anlaşma from anlaşması; readers leave the marks out, so this one works on folded words, and strips from the
end, one suffix after another, until none is left.
"""

import re
from functools import lru_cache

VOWELS = "aeiou"
SHORTEST = 4  # a stem keeps at least so many letters
_V, _C = f"(?<=[{VOWELS}])", f"(?<=[^{VOWELS}])"
_HARD = "(?<=[fstkcphs])"
# Suffixes by what they may follow; the longest that fits goes first. A lone n, y or s after a vowel goes as well, since
# “konseyi” may be konsey+i or konse+yi: both end alike.
_TURKISH = re.compile(
    "(?:"
    + "|".join(
        (
            rf"{_V}n[dt][ae](?:n|ki)?|{_V}[dt][ae](?:n|ki)|[dt][ae](?:n|ki)|{_V}d[ae]",
            rf"{_HARD}t[ae]|(?<=[^{VOWELS}fstkcp])d[ae]",
            rf"l[ae]r[iu]?|{_V}[yn]l[ae]|(?<=[^l])l[ae]",
            rf"{_V}n[iu]n|{_C}[iu]n|{_V}[yns][iu]|{_V}[yn][ae]",
            rf"{_C}[iuae]|{_V}[nys]",
        )
    )
    + r")\Z"
)
_SOFT = str.maketrans("bdg", "ptk")
# A vowel that falls out before a suffix, and words that are no stem plus suffix.
_FALLEN = {"hacm": "hacim", "resm": "resim", "sehr": "sehir", "izn": "izin", "nehr": "nehir", "metn": "metin"}
_WHOLE = re.compile(r"(turkiye|turkistan|[a-z]{3,}istan)(?:[a-z]{0,8})\Z")


@lru_cache(maxsize=65_536)
def turkish(word: str) -> str:
    """anlasma, anlasmalar, anlasmasi, anlasmanin: one stem."""
    if whole := _WHOLE.match(word):
        return whole.group(1)
    stem = word
    while (shorter := _shorter(stem)) != stem:
        stem = shorter
    if len(stem) >= SHORTEST:
        stem = stem[:-1] + stem[-1].translate(_SOFT)
    return _FALLEN.get(stem, stem)


def _shorter(stem: str) -> str:
    """The word without its last suffix, if enough is left of it."""
    best = stem
    for start in range(SHORTEST, len(stem)):
        match = _TURKISH.match(stem, start)
        if match and match.end() == len(stem) and any(char in VOWELS for char in stem[:start]):
            best = stem[:start]
            break
    return best


_ENGLISH = (
    (re.compile(r"(?<=[a-z]{2})i[sz]ations?\Z"), "is"),
    (re.compile(r"(?<=[a-z]{2})i[sz](?:es|ed|ing|e)\Z"), "is"),
    (re.compile(r"(?<=[a-z]{2})ies\Z"), "i"),
    (re.compile(r"(?<=[sxz])es\Z|(?<=[cs]h)es\Z"), ""),
    (re.compile(r"(?<=[^sui])s\Z"), ""),
)
_DOUBLED = re.compile(r"([bdgmnprt])\1\Z")


@lru_cache(maxsize=65_536)
def english(word: str) -> str:
    """agreements, agreement; visits, visited, visiting; companies, company."""
    if len(word) < SHORTEST or not word.isascii():
        return word
    stem = word
    for pattern, ending in _ENGLISH:
        stem = pattern.sub(ending, stem)
    tail = re.search(r"(?:ing|ed|ly)\Z", stem)
    if tail and len(stem) - len(tail.group()) >= 3 and re.search(f"[{VOWELS}y]", stem[: tail.start()]):
        stem = _DOUBLED.sub(r"\1", stem[: tail.start()])
    if len(stem) > 3 and stem[-1] in "ey":
        stem = stem[:-1] + ("i" if stem[-1] == "y" else "")
    return stem
