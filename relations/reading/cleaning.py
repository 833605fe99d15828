"""From the characters of a file to text that can be read, with the way back to every character's place."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

# Cyrillic letters that print like Latin ones; only these are ever mapped, and only inside words that mix both.
LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁԛԝ", "ABEKMHOPCTYXIJSaeopcyxijshdqw")
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")
CYRILLIC = re.compile(r"[\u0400-\u052F]")
WORD = re.compile(r"[^\W\d_]+")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True)
class Cleaned:
    """Cleaned text; character i came from original[starts[i]:ends[i]]. `mixed` holds the words left in two scripts."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mixed: tuple[str, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of cleaned characters start to end."""
        return self.starts[start], self.ends[end - 1]

    def between(self, start: int, end: int) -> str:
        """What stands, cleaned, at a place of the original."""
        return self.text[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place in the original where these cleaned words stand, in order."""
        found = (match.start() for match in re.finditer(re.escape(words), self.text))
        return [self.place(at, at + len(words)) for at in found]


def clean(original: str) -> Cleaned:
    """Compose marks, drop what is invisible, join lines and broken words, and bring mixed words to Latin."""
    pieces = _join_lines(_compose(original))
    text = "".join(piece for piece, _, _ in pieces)
    latin, mixed = _to_latin(text)
    return Cleaned(latin, tuple(start for _, start, _ in pieces), tuple(end for _, _, end in pieces), mixed)


Piece = tuple[str, int, int]  # one cleaned character, and the start and end of what it came from


def _compose(original: str) -> list[Piece]:
    """Characters with their combining marks composed (NFC), without the invisible ones."""
    pieces: list[Piece] = []
    for at, char in enumerate(original):
        if char in INVISIBLE:
            continue
        if pieces and unicodedata.combining(char):
            base, start, _ = pieces[-1]
            composed = unicodedata.normalize("NFC", base + char)
            if len(composed) == 1:
                pieces[-1] = (composed, start, at + 1)
                continue
        pieces.append((char, at, at + 1))
    return pieces


def _join_lines(pieces: list[Piece]) -> list[Piece]:
    """White space as single spaces; a word broken by a hyphen at a line's end as one word."""
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        char, start, _ = pieces[at]
        if not char.isspace():
            joined.append(pieces[at])
            at += 1
            continue
        run = at
        while run < len(pieces) and pieces[run][0].isspace():
            run += 1
        breaks = any(piece[0] == "\n" for piece in pieces[at:run])
        if breaks and _is_broken_word(joined, pieces, run):
            if pieces[run][0].islower():
                joined.pop()
        elif joined:
            joined.append((" ", start, pieces[run - 1][2]))
        at = run
    return joined


def _is_broken_word(joined: list[Piece], pieces: list[Piece], run: int) -> bool:
    """Whether a line ends in letter and hyphen and the next one goes on with a letter."""
    return (
        len(joined) > 1
        and run < len(pieces)
        and joined[-1][0] in HYPHENS
        and joined[-2][0].isalpha()
        and pieces[run][0].isalpha()
    )


def _to_latin(text: str) -> tuple[str, tuple[str, ...]]:
    """Map look-alikes in words that mix scripts; a wholly Cyrillic word stays as it is."""
    mixed: list[str] = []

    def one(match: re.Match[str]) -> str:
        word = match.group()
        if not (CYRILLIC.search(word) and LATIN.search(word)):
            return word
        mapped = word.translate(LOOKALIKES)
        if CYRILLIC.search(mapped):
            mixed.append(word)
        return mapped

    return WORD.sub(one, text), tuple(mixed)
