"""What surrounds a numeral: its currency or share, its qualifier, the noun that it counts."""

import re
from dataclasses import dataclass
from functools import cached_property

from relations.reading.number_words import NumberWords, number_words
from relations.reading.numerals import Numeral, Numerals, tokens_of
from relations.reading.spelling import spell

WORD = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
HYPHENED = re.compile(r"-([^\W\d_]+)")
NOT_NOUNS_TR = frozenset(("ayni", "insani", "tarafindan", "ayrica", "konuya", "konuda"))
REACH = {("tr", False): 6, ("tr", True): 3, ("en", False): 5, ("en", True): 3}


@dataclass(frozen=True)
class Noun:
    """A counted noun: its unit, and where it stands."""

    unit: str
    start: int
    end: int
    known: bool = True


class Surroundings:
    """A text in its spelling, its tokens, and what stands left and right of a place."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.spelled = spell(text)
        self.tokens = tokens_of(self.spelled)
        self.numerals = Numerals(self.tokens, self.words)

    @cached_property
    def words(self) -> NumberWords:
        """The words of numbers in the text's language."""
        return number_words(self.language)

    def start(self, numeral: Numeral) -> int:
        """Where the numeral starts."""
        return self.tokens[numeral.first].start

    def bare_end(self, numeral: Numeral) -> int:
        """Where the numeral ends, without the case ending of its magnitude."""
        return self.tokens[numeral.after - 1].end - len(numeral.ending)

    def currency_before(self, start: int) -> tuple[str, int]:
        """ISO code and start of a currency that stands before a place; empty if none does."""
        match = self.words.currency_before.search(self.spelled, max(0, start - 8), start)
        if not match:
            return "", start
        return "USD" if match[1] == "us $" else self.words.codes[match[1]], match.start(1)

    def currency_after(self, end: int) -> tuple[str, int, int]:
        """ISO code of a currency after a place, where its word ends, and where its case ending does."""
        match = self.words.currency_after.match(self.spelled, end)
        if not match:
            return "", end, end
        group = 1 if match[1] else 3
        return self.words.codes[match[group]], match.end(group), match.end()

    def qualifier_before(self, start: int) -> tuple[str, int]:
        """Qualifier said before a place and where it starts; empty if none is."""
        match = self.words.qualifier_before.search(self.spelled, max(0, start - 60), start)
        return (self.words.before[match[1]], match.start(1)) if match else ("", start)

    def qualifier_after(self, end: int) -> tuple[str, int]:
        """Qualifier said after a place and where it ends."""
        for name, pattern in self.words.after.items():
            match = pattern.match(self.spelled, end)
            if match and match.end() > end:
                return name, match.end()
        return "", end

    def noun_after(self, end: int, spelt: bool) -> Noun | None:
        """The noun that a number ending here counts: the first known one, else the next word."""
        first: Noun | None = None
        place = end
        for step in range(REACH[self.language, spelt]):
            match = WORD.match(self.spelled, place) or (HYPHENED.match(self.spelled, place) if step == 0 else None)
            if not match or match[1] in self.words.not_nouns:
                break
            known = self._known(match)
            if known:
                following = WORD.match(self.spelled, known.end)
                better = self._known(following) if following and match[1] in self.words.modifiers else None
                return better or known
            if self._is_number(match[1]):
                break
            if first is None:
                first = Noun("item", match.start(1), match.end(1), known=False)
            place = match.end(1)
        return None if spelt else first

    def _known(self, word: re.Match[str]) -> Noun | None:
        """The known noun that a word is."""
        match = self.words.noun.match(self.spelled, word.start(1))
        if not match or word[1] in NOT_NOUNS_TR:
            return None
        return Noun(self.words.nouns[match[1]], word.start(1), match.end())

    def is_silent(self, start: int, end: int) -> bool:
        """Whether a number here is part of a name, a time, a range of pages or the like, or numbers something."""
        left, right = self.spelled[max(0, start - 2) : start], self.spelled[end : end + 2]
        if re.search(r"[\w./:+'\\]$|[^\W\d]-$|#$", left) or re.match(r"[/:]\d|\+\d|[^\W\d]|_|\.\d|°", right):
            return not re.match(r"(?:bn|mn|m|b|k|tn|mln|bln|km|mw|usd|tl|eur)\b", self.spelled[end : end + 4]) or bool(
                re.search(r"[\w./:+'\\]$|[^\W\d]-$|#$", left)
            )
        before = re.search(r"([^\W\d_]+)\.?:? ?$", self.spelled[max(0, start - 24) : start])
        after = WORD.match(self.spelled, end)
        return bool((before and before[1] in self.words.not_after) or (after and after[1] in self.words.not_before))

    def _is_number(self, word: str) -> bool:
        return word in self.words.units or word in self.words.tens or word in self.words.magnitudes
