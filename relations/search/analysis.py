"""A text as the index sees it: its words, and what was read in it. One analysis for records and for questions."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from relations.reading.folding import fold as fold_in_place

from .aliases import find_aliases
from .findings import Finding, find_dates, find_numbers, find_ordinals, wider
from .words import Word, tokens_of, words_of

HYPHENS = ("-", "\u2010", "\u2011")
_HYPHEN = re.compile(f"[{''.join(HYPHENS)}]")
# What reads names, dates, numbers and ordinals, by the mark of its tokens.
READERS: dict[str, Callable[["Analysed"], Iterable[Finding]]] = {
    "_3": lambda text: find_aliases(text.text, text.words),
    "_4": lambda text: find_dates(text.folded),
    "_5": lambda text: find_numbers(text.folded),
    "_6": lambda text: find_ordinals(text.folded),
}


@dataclass(frozen=True)
class Analysed:
    """A text in a language (empty: names, of no language)."""

    text: str
    language: str = ""

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.text)

    @cached_property
    def findings(self) -> list[Finding]:
        """Names, dates, numbers and ordinals, wherever they stand; they may overlap."""
        return self._found(READERS)

    @cached_property
    def folded(self) -> str:
        return fold_in_place(self.text)

    def _found(self, marks: Collection[str]) -> list[Finding]:
        return [each for mark, read in READERS.items() if mark in marks for each in read(self)]

    @property
    def joined(self) -> list[str]:
        """Words on both sides of a hyphen as one: Nur-Sultan is Nursultan to some."""
        if not _HYPHEN.search(self.text):
            return []
        return [
            one.folded + other.folded
            for one, other in pairwise(self.words)
            if self.text[one.end : other.start] in HYPHENS and (one.text + other.text).isalpha()
        ]

    def tokens_at(self, marks: Collection[str] = READERS.keys()) -> list[tuple[int, int, tuple[str, ...]]]:
        """Every token with its place, for marking what was found; of what is read only what has one of these marks."""
        at_words = [(start, end, tokens_of(word, self.language)) for word, start, end in self.words]
        return at_words + [(each.start, each.end, each.tokens) for each in self._found(marks)]


@lru_cache(maxsize=16_384)
def parts_of(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The words of a text as they are spelt, and all other tokens; kept, for names come again and again."""
    analysed = Analysed(text, language)
    extra = [token for word in analysed.words for token in tokens_of(word.text, language)[1:]]
    extra += analysed.joined
    for finding in analysed.findings:
        extra += finding.tokens
        extra += [each for token in finding.tokens for each in wider(token)]
    return " ".join([word.spelt for word in analysed.words]), tuple(dict.fromkeys(extra))


def stream(*texts: Analysed, more: tuple[str, ...] = ()) -> str:
    """The tokens of texts as a column of the index holds them: words in order, a bar, then everything else once.

    Spaces stand at both ends, so that a token between spaces is a token found. A slash parts text from text.
    """
    parts = [parts_of(text.text, text.language) for text in texts]
    spelt = " / ".join(words for words, _extra in parts if words)
    extra = dict.fromkeys([*more, *(token for _words, tokens in parts for token in tokens)])
    return f" {spelt} | {' '.join(extra)} " if spelt or extra else ""
