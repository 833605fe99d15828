"""Phrases over the folded words of a text: how aliases are found in one pass."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import yaml

from .folding import fold
from .found import Span

DATA = Path(__file__).parent / "data"
WORD = re.compile(r"[a-z0-9]+")
GAP = re.compile(r"(?:[ \n]?[-–'.&]?[ \n]?|\. )\Z")
T = TypeVar("T")


@cache
def data(name: str) -> Any:
    """One data file, read once; every scalar is a string, for “no” and “on” are words here."""
    return yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


class Token(NamedTuple):
    """A folded word and its place."""

    word: str
    start: int
    end: int


def tokens(folded: str) -> list[Token]:
    """The words of a folded text."""
    return [Token(match.group(), match.start(), match.end()) for match in WORD.finditer(folded)]


class Phrases(Generic[T]):
    """A table of folded phrases; “…” at the end of a phrase stands for any ending of its last word."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, T]]] = {}
        self._by_stem: dict[str, T] = {}
        for phrase, value in phrases:
            folded = fold(phrase)
            words, open_end = tuple(WORD.findall(folded)), phrase.endswith("…")
            if len(words) == 1 and open_end:
                self._by_stem.setdefault(words[0], value)
            elif words:
                self._by_first.setdefault(words[0], []).append((words, open_end, value))
        self._stem_starts = {stem[:3] for stem in self._by_stem}
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, folded: str, words: list[Token]) -> Iterator[tuple[int, int, T]]:
        """First token, token after the last, and value of every phrase found: the longest at each place."""
        at = 0
        while at < len(words):
            if self.may_begin(words[at].word) and (found := self._at(folded, words, at)):
                yield at, *found
                at = found[0]
            else:
                at += 1

    def may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with a word: with most none does."""
        return word in self._by_first or word[:3] in self._stem_starts

    def _at(self, folded: str, words: list[Token], at: int) -> tuple[int, T] | None:
        first = words[at].word
        for phrase, open_end, value in self._by_first.get(first, ()):
            end = at + len(phrase)
            if end <= len(words) and _spells(folded, words, at, phrase, open_end):
                return end, value
        for length in range(len(first), 2, -1):
            if first[:length] in self._by_stem:
                return at + 1, self._by_stem[first[:length]]
        return None


def _spells(folded: str, words: list[Token], at: int, phrase: tuple[str, ...], open_end: bool) -> bool:
    """Whether the words from here on spell a phrase, with nothing but a space or a hyphen between them."""
    last = len(phrase) - 1
    for index, word in enumerate(phrase):
        token = words[at + index]
        if not (token.word == word or (open_end and index == last and token.word.startswith(word))):
            return False
        if index and not GAP.match(folded[words[at + index - 1].end : token.start]):
            return False
    return True


class Text:
    """A cleaned text with its folded form and words, which all finders share."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.folded = fold(text)
        self.words = tokens(self.folded)
        self.starts = [word.start for word in self.words]

    def find(self, phrases: Phrases[T]) -> Iterator[tuple[Span, T]]:
        """Every phrase found, with its place."""
        for first, after, value in phrases.find(self.folded, self.words):
            yield Span(self.words[first].start, self.words[after - 1].end), value

    def capital(self, span: Span) -> bool:
        """Whether a place begins with a capital letter."""
        return self.text[span.start].isupper()
