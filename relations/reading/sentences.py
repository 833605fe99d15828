"""Where paragraphs, sentences and clauses end in a cleaned text."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from .cleaning import Cleaned
from .folding import fold
from .found import Span
from .phrases import data

LINE_END = "\n"
CLOSING = '.!?…:;”"»)|'
ENDING = re.compile(r"[.!?…]+[”\"’')»]*(?=\s|\Z)|(?<=[a-zçğıöşüâ]{2})[.!?](?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])|\n")
LAST_WORD = re.compile(r"[^\s(“\"‘']+\Z")
NEXT_WORD = re.compile(r"[\s“\"‘'«(–—-]*([^\s,;:.]+)")
CLAUSE = re.compile(r";\s|,\s(?=(?:ise|while|whereas)\b)|\b(?:olup|iken|while|whereas)\b,?\s|(?:ken|irken),?\s")


def with_lines(original: str, cleaned: Cleaned) -> str:
    """The cleaned text with a line end instead of the space wherever the file begins a paragraph, item or cell."""
    text = list(cleaned.text)
    breaks = [
        at for at, char in enumerate(text) if char == " " and "\n" in original[cleaned.starts[at] : cleaned.ends[at]]
    ]
    width = _width(cleaned.text, breaks)
    previous = 0
    for index, at in enumerate(breaks):
        following = breaks[index + 1] if index + 1 < len(breaks) else len(text)
        if not _goes_on(cleaned.text, previous, at, following, width):
            text[at] = LINE_END
        previous = at + 1
    return "".join(text)


def _width(text: str, breaks: list[int]) -> float:
    """The usual length of a full line where the file's lines are broken at a width, else 0."""
    edges = [0, *(at + 1 for at in breaks)]
    full = sorted(
        end - start
        for start, end in zip(edges, breaks, strict=False)
        if end - start > 50 and text[end - 1] not in CLOSING
    )
    if len(full) < 2 or (len(full) == 2 and full[1] > 1.2 * full[0]):
        return 0
    if full[len(full) * 9 // 10] > 1.35 * full[len(full) // 2] or full[len(full) // 2] > 150:
        return 0
    return float(full[len(full) // 2])


def _goes_on(text: str, start: int, end: int, following: int, width: float) -> bool:
    """Whether the line from start to end goes on in the next one."""
    last, first, length = text[end - 1], text[end + 1 : end + 2], end - start
    if not first or "|" in (last, first) or first in "•*" or text[end + 1 : following].isdigit():
        return False
    if width and length >= 0.7 * width:
        return last not in CLOSING or length >= 0.85 * width
    if width and last not in CLOSING and first.islower() and following - end > 12:
        return True
    return length > 24 and last not in CLOSING and first.islower() and following - end > 12


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text with line ends."""
    return [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]


def sentences(text: str, language: str) -> list[Span]:
    """The sentences: no break after an abbreviation, an initial or (in Turkish) an ordinal."""
    found, start = [], 0
    for match in ENDING.finditer(text):
        if match.group() != LINE_END and not _ends(text, start, match, language):
            continue
        if text[start : match.end()].strip():
            found.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """A place without the white space at its ends."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(word).rstrip(".") for word in data("abbreviations")["abbreviations"])


@cache
def _starters() -> frozenset[str]:
    return frozenset(fold(word) for word in data("abbreviations")["starters"])


@cache
def _counted() -> tuple[str, ...]:
    return tuple(data("abbreviations")["counted"])


def _ends(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether this full stop, or its like, ends the sentence."""
    if match.group().strip("”\"’')»") != ".":
        return True
    before = LAST_WORD.search(text, start, match.start())
    word = before.group() if before else ""
    following = NEXT_WORD.match(text, match.end())
    after = following.group(1) if following else ""
    if not after:
        return True
    if after[0].islower() and match.end() < len(text) and text[match.end()] == " ":
        return False
    if fold(word).rstrip(".") in _abbreviations() or (len(word) == 1 and word.isupper()) or "." in word[-3:]:
        return False
    if word.isdigit() and language == "tr":
        return _number_ends(text, start, before, fold(after)) if before else True
    return not re.fullmatch(r"[IVX]{1,5}", word) or language == "en"


def _number_ends(text: str, start: int, before: re.Match[str], after: str) -> bool:
    """Whether a Turkish number with a full stop ends the sentence, rather than being an ordinal."""
    if len(before.group()) > 3:
        return True
    if after.startswith(_counted()):
        return False
    return after in _starters() or text[start : before.start()].rstrip().endswith(("yüzde", "%", "sayılı"))


def clauses(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence that state one thing each: between semicolons, and at “olup”, “iken”, “while”."""
    cuts = [match.end() for match in CLAUSE.finditer(text, sentence.start, sentence.end)]
    edges = [sentence.start, *cuts, sentence.end]
    return [Span(start, end) for start, end in pairwise(edges) if end > start]


def holding(spans: list[Span], at: int) -> Span:
    """Of spans in order, the one that holds a place."""
    index = bisect_right([span.start for span in spans], at) - 1
    return spans[max(index, 0)]


def inside(found: list[int], span: Span) -> slice:
    """The slice of sorted places that lie in a span."""
    return slice(bisect_left(found, span.start), bisect_left(found, span.end))
