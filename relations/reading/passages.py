"""A text as passages with the places that are cited in them, and two texts of one another side by side. Pure."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

LINE = re.compile(r"[^\n]*[^\s][^\n]*")
ENDING = re.compile(r"[.!?:)”\"]\s*\Z")
BROKEN = 0.6  # of the lines stand alone between blank ones: a text taken from a PDF
SHORT = 0.85  # of the usual length: the last line of a paragraph


@dataclass(frozen=True)
class Piece:
    """A run of text and the numbers of the places that cover it."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A paragraph, cut at the ends of the places in it; `cited` holds the numbers of those that begin here."""

    start: int
    pieces: tuple[Piece, ...]
    cited: tuple[int, ...]


def passages(text: str, places: Sequence[tuple[int, int]]) -> list[Passage]:
    """The paragraphs of a text with its cited places, which are named by their position in the sequence."""
    return [_passage(text, start, end, places) for start, end in paragraphs(text)]


def _passage(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> Passage:
    here = [n for n, (low, high) in enumerate(places) if low < end and high > start]
    cuts = sorted({start, end, *(min(max(edge, start), end) for n in here for edge in places[n])})
    pieces = [
        Piece(text[low:high], tuple(n for n in here if places[n][0] <= low and high <= places[n][1]))
        for low, high in pairwise(cuts)
    ]
    return Passage(start, tuple(pieces), tuple(n for n in here if start <= places[n][0] < end))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: a line, or in a text from a PDF the lines up to a short one that ends."""
    lines = [match.span() for match in LINE.finditer(text)]
    if not _is_broken(text, lines):
        return lines
    usual = median(end - start for start, end in lines)
    joined: list[tuple[int, int]] = []
    begun: int | None = None
    for start, end in lines:
        begun = start if begun is None else begun
        if end - start < SHORT * usual and ENDING.search(text[start:end]):
            joined.append((begun, end))
            begun = None
    return joined if begun is None else [*joined, (begun, lines[-1][1])]


def _is_broken(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether blank lines stand between lines rather than between paragraphs."""
    alone = sum(1 for start, end in lines if end - start < 130 and text[end : end + 2].strip() == "")
    return len(lines) > 40 and alone > BROKEN * len(lines)


def align(
    first: Sequence[frozenset[Hashable]], second: Sequence[frozenset[Hashable]]
) -> list[tuple[int | None, int | None]]:
    """Pair passages in order by what both cite, so that as much as possible is shared; None where one has no match."""
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, ours in enumerate(first):
        for j, theirs in enumerate(second):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + _likeness(ours, theirs))
    return _trace(best, first, second)


def _likeness(ours: frozenset[Hashable], theirs: frozenset[Hashable]) -> float:
    """What two passages share; two that cite nothing go together rather than apart."""
    return len(ours & theirs) or (0.1 if not ours and not theirs else 0.0)


def _trace(
    best: list[list[float]], first: Sequence[frozenset[Hashable]], second: Sequence[frozenset[Hashable]]
) -> list[tuple[int | None, int | None]]:
    """The pairs of the best path, from the end."""
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(first), len(second)
    while i or j:
        likeness = _likeness(first[i - 1], second[j - 1]) if i and j else 0.0
        if likeness and best[i][j] == best[i - 1][j - 1] + likeness:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif j and (not i or best[i][j] == best[i][j - 1]):
            j -= 1
            pairs.append((None, j))
        else:
            i -= 1
            pairs.append((i, None))
    return pairs[::-1]
