"""The words of a text with their places, and what each word is called in the index. Pure functions.

A token of the index is a word as it is spelt, or “_”, a mark, and a value. No word holds “_”, so none is taken for
a value: f folded, 0 Turkish stem, 1 English stem, 2 sound of a name, 3 alias, 4 date, 5 number, 6 ordinal,
7 what the thing itself is called, before any of the others; 8 what it is filed under.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .folding import fold, sound, spelt
from .stemming import english, turkish

LONGEST = 48  # no word that means anything is longer; both engines take it
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+)?|[^\W_]+")
APOSTROPHES = "'’‘ʼ`´"
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
# What may stand after an apostrophe and be no word of its own: 'nin, 'da, 's.
_ENDING = re.compile(r"(?:s|t|[ynsdtl]?[aeiu][a-z]{0,5}|[dt][ae][a-z]{0,4}|l[ae]r[a-z]{0,5}|nc[iu]|[iu]nc[iu])\Z")
BARE = re.compile(r"[\u0300-\u036f]")


class Word(NamedTuple):
    """One word of a text; `start` and `end` are its place there, without what follows an apostrophe."""

    text: str
    start: int
    end: int

    @property
    def spelt(self) -> str:
        return spelt(self.text)[:LONGEST]

    @property
    def folded(self) -> str:
        return fold(self.text)[:LONGEST]

    @property
    def is_name(self) -> bool:
        """Whether it may be a name: it begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str) -> list[Word]:
    """The words of a text in their order; endings after an apostrophe are dropped."""
    if not _APOSTROPHE.search(text):  # most texts hold none
        return [Word(match.group(), *match.span()) for match in WORD.finditer(text)]
    found: list[Word] = []
    for match in WORD.finditer(text):
        start, end = match.span()
        follows = found and found[-1].end == start - 1 and text[start - 1] in APOSTROPHES
        if not (follows and _ENDING.match(fold(match.group()))):
            found.append(Word(match.group(), start, end))
    return found


@dataclass(frozen=True)
class Forms:
    """All names of a word, the closer before the coarser."""

    spelt: str
    folded: str
    stems: tuple[str, ...]
    sounds: tuple[str, ...]


@lru_cache(maxsize=65_536)
def forms(text: str) -> Forms:
    """Every form of a word, by the word as written."""
    word = Word(text, 0, len(text))
    folded = word.folded
    if not folded.isalpha():
        return Forms(word.spelt, folded, (), ())
    stems = (turkish(folded), english(folded))
    return Forms(word.spelt, folded, stems, tuple(dict.fromkeys((sound(folded), sound(stems[0])))))


@lru_cache(maxsize=32_768)
def tokens_of(text: str, language: str = "") -> tuple[str, ...]:
    """What the index holds of a word: its spelling, then only what differs from it; nothing of what has no spelling.

    The language says which stem to keep; names, which have none, keep both.
    """
    form = forms(text)
    tokens = ["_f" + form.folded] if form.folded != form.spelt else []
    for mark, stem in enumerate(form.stems):
        if language in ("", ("tr", "en")[mark]) and stem != form.folded:
            tokens.append(f"_{mark}{stem}")
    if Word(text, 0, len(text)).is_name or not language:
        tokens += ["_2" + heard for heard in form.sounds]
    return (form.spelt, *tokens) if form.spelt else ()


def filed_token(mark: str, value: object) -> str:
    """A kind, a field, a consensus, a pair or a country; in letters and digits alone, as FTS5 parts words."""
    return f"_8{mark}{str(value).lower()}"


def own_token(token: str) -> str:
    """A token of what a thing is called for short: YDSK is a council before it is a word in its meetings' titles."""
    return "_7" + token
