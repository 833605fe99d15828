"""One spelling for index and query: case, dots, marks, scripts and transcriptions put aside. Pure functions.

Three levels, each coarser than the one before, so that ranking can prefer the closer one:
spelt   the word in lower case, marks kept; the two i's are one, for capitals do not tell them apart
fold    the word without marks, in Latin letters, whatever script and look-alikes it came in
sound   names only: transcriptions of one name (Koşerbayev, Kosherbayev, Көшербаев) as one
"""

import re
import unicodedata
from functools import lru_cache

from relations.reading.cleaning import CYRILLIC, LATIN, LOOKALIKES
from relations.reading.folding import fold as fold_latin

# Kazakh and Russian letters as Turkish ears would write them, without marks.
_LATIN = str.maketrans(
    {
        **dict(zip("абвгғдезийкқлмнңоөпрстуұүфхһыіэәё", "abvggdeziykklmnnooprstuuufhhiieaë", strict=True)),
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
)
_SOUNDS = (
    *((re.compile(pattern), sound) for pattern, sound in (("dzh|zh|dj|j", "c"), ("shch|sch|sh", "s"), ("ch", "c"))),
    *((re.compile(pattern), sound) for pattern, sound in (("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck|q", "k"))),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("ou|oo"), "u"),
    (re.compile(r"\bye|(?<=[aeiou])y(?=[aeiou])"), "e"),  # Yermek, Ermek; -ayev, -aev
    (re.compile(r"(?<![aeiou])y(?![aeiou])"), "i"),  # Almaty, Kassym
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=65_536)
def spelt(word: str) -> str:
    """The word in lower case and composed, marks kept; look-alikes of another script are mapped."""
    composed = unicodedata.normalize("NFKC", word.translate({ord("İ"): "i", ord("I"): "i", ord("ı"): "i"}))
    if CYRILLIC.search(composed) and LATIN.search(composed):
        composed = composed.translate(LOOKALIKES)
    return unicodedata.normalize("NFC", composed.lower().replace("i\u0307", "i")).replace("ı", "i")


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The word in plain lower-case Latin letters; other scripts stay, without marks."""
    latin = fold_latin(spelt(word).translate(_LATIN))
    if latin.isascii():
        return latin
    bare = (char for char in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(bare)).lower()


@lru_cache(maxsize=65_536)
def sound(folded: str) -> str:
    """A folded name as it sounds, whoever transcribed it."""
    for pattern, heard in _SOUNDS:
        folded = pattern.sub(heard, folded)
    return folded
