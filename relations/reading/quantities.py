"""Amounts in Turkish and English prose: money, shares, ranks and counted things, with qualifier and rounding step."""

from dataclasses import dataclass, replace
from decimal import Decimal

from relations.reading.amount_tables import table_amounts
from relations.reading.amounts_at import Noun, Surroundings
from relations.reading.coordination import inherit, share_verb
from relations.reading.dates import chosen
from relations.reading.drafts import Draft
from relations.reading.found import FoundAmount, Span
from relations.reading.numerals import Numeral
from relations.reading.ranks import find_ranks

SMALL = Decimal(1000)


def find_amounts(text: str, language: str) -> list[FoundAmount]:
    """Every amount of a cleaned text, in order, none overlapping another."""
    around = Surroundings(text, language)
    taken = bytearray(len(text) + 1)
    for date in chosen(text, language):
        _take(taken, date.span)
    ranks = [rank for rank in find_ranks(around.spelled, language) if _is_free(taken, rank.span)]
    tables = [cell for cell in table_amounts(around, taken) if _is_free(taken, cell.span)]
    for found in (*ranks, *tables):
        _take(taken, found.span)
    drafts = share_verb(inherit(Drafting(around, taken).all(), around), around)
    return _apart([*ranks, *tables, *(draft.found(around) for draft in drafts)])


def _apart(amounts: list[FoundAmount]) -> list[FoundAmount]:
    """In order of place; where two overlap (“12 % 12”), the first."""
    kept: list[FoundAmount] = []
    for amount in sorted(amounts, key=lambda one: one.span.start):
        if not (kept and kept[-1].span.overlaps(amount.span)):
            kept.append(amount)
    return kept


def _take(taken: bytearray, span: Span) -> None:
    taken[span.start : span.end] = b"\1" * (span.end - span.start)


def _is_free(taken: bytearray, span: Span) -> bool:
    return taken.find(1, span.start, span.end) < 0


@dataclass
class Drafting:
    """Goes through the tokens once and drafts an amount wherever a numeral stands for one."""

    around: Surroundings
    taken: bytearray

    def all(self) -> list[Draft]:
        """The drafts of the whole text, in order."""
        drafts: list[Draft] = []
        at = 0
        while at < len(self.around.tokens):
            chain = self.chain(at) if self._may_start(at) else []
            drafts += chain
            at = chain[-1].numeral.after if chain else at + 1
        return drafts

    def chain(self, at: int) -> list[Draft]:
        """The amount at a token, with those that “ve”, “to” or a dash join to it: they share unit and magnitude."""
        draft = self.draft(at)
        if draft is None:
            return []
        joined = self._joined(draft)
        if not joined:
            return [draft] if draft.kind or draft.numeral.scale >= SMALL or draft.numeral.step < 1 else []
        return [draft.like(joined[0]), *joined]

    def _joined(self, draft: Draft) -> list[Draft]:
        """What follows a number that has no unit of its own, or only a currency sign."""
        words, after = self.around.words, draft.numeral.after
        if (
            draft.rule not in ("", "money-before", "percent-before")
            or draft.tail
            or after + 1 >= len(self.around.tokens)
        ):
            return []
        sign = self.around.numerals.text(after)
        width = 2 if f"{sign} {self.around.numerals.text(after + 1)}" in words.between else 1
        if width == 1 and sign not in words.between:
            return []
        place = after + width
        while self.around.numerals.text(place) in ("$", "€", "£", "%", "yüzde", "usd", "us"):
            place += 1
        if not self._may_start(place):
            return []
        following = self.chain(place)
        if draft.kind and not (following and following[0].kind):
            return self._same_unit(draft, self.draft(place))
        return following if following and following[0].kind and draft.fits(following[0]) else []

    def _same_unit(self, draft: Draft, following: Draft | None) -> list[Draft]:
        """“$3 to 4 billion”, “yüzde 5 ila 10”: the sign before the first stands for both."""
        if following is None or following.kind or draft.numeral.scale > 1:
            return []
        if (following.numeral.scale > 1) == (draft.kind == "percent"):
            return []
        return [replace(following, kind=draft.kind, unit=draft.unit, rule=f"{draft.kind}-shared")]

    def _may_start(self, at: int) -> bool:
        if at >= len(self.around.tokens):
            return False
        token, words = self.around.tokens[at], self.around.words
        if self.taken[token.start]:
            return False
        return token.text[0].isdigit() or any(
            token.text in group
            for group in (
                words.units,
                words.tens,
                words.implied_one,
                words.hundred,
                words.half_of,
                words.articles,
                ("half",),
            )
        )

    def draft(self, at: int) -> Draft | None:
        """The numeral at a token with what it measures; without a kind where nothing says so."""
        around = self.around
        share = around.numerals.text(at - 1) in around.words.percent_before
        numeral = around.numerals.read(at, share)
        if numeral is None or self._is_masked(numeral):
            return None
        start, end = around.start(numeral), around.bare_end(numeral)
        if share:
            return self._finish(
                Draft(numeral, around.tokens[at - 1].start, end, "percent", "percent", "percent-before")
            )
        match = around.words.percent_after.match(around.spelled, end)
        if match:
            return self._percent(numeral, start, match.end())
        code, low = around.currency_before(start)
        if code:
            _, end, _ = around.currency_after(end)
            return self._finish(Draft(numeral, low, end, "money", code, "money-before"))
        code, bare, _ = around.currency_after(end)
        if code:
            return self._finish(Draft(numeral, start, bare, "money", code, "money"))
        return self._count(Draft(numeral, start, end))

    def _is_masked(self, numeral: Numeral) -> bool:
        start, end = self.around.start(numeral), self.around.tokens[numeral.after - 1].end
        return self.taken.find(1, start, end) >= 0 or self.around.is_silent(
            start, self.around.tokens[numeral.first].end
        )

    def _percent(self, numeral: Numeral, start: int, end: int) -> Draft | None:
        again = self.around.numerals.read(numeral.first, percent=True)
        word = self.around.spelled[end:].split(" ", 2)[1:2] if self.around.spelled[end : end + 1] == " " else []
        if again is None or (word and word[0].strip(".,;") in self.around.words.not_percent):
            return None
        return self._finish(Draft(again, start, end, "percent", "percent", "percent"))

    def _finish(self, draft: Draft) -> Draft:
        """The draft with its qualifier; what follows it decides over what stands before."""
        before, start = self.around.qualifier_before(draft.start)
        after, end = self.around.qualifier_after(draft.end)
        return replace(
            draft, start=start, end=end, qualifier=after or before or "exact", tail=bool(after), bare=draft.end
        )

    def _count(self, draft: Draft) -> Draft | None:
        """A counted thing, or a number without a unit, which its neighbours may give it."""
        qualified = self._finish(draft)
        numeral = draft.numeral
        if self.around.numerals.text(numeral.after - 1) in ("m", "b", "k"):
            return None  # a letter is a magnitude beside a currency only
        lone = numeral.spelt and numeral.value == 1 and numeral.scale == 1
        noun = None
        if qualified.tail or not numeral.ending:
            noun = self.around.noun_after(qualified.end, numeral.spelt and numeral.scale == 1)
        if noun and self._says_nothing(numeral, noun, draft.start):
            return None
        if noun and numeral.scale >= 10**6 and not noun.known and self._is_money(noun):
            noun = None
        if noun is None or lone or (not noun.known and not self._is_plain(noun)):
            return (
                None
                if lone or (numeral.spelt and numeral.after - numeral.first == 1 and numeral.scale > 1)
                else qualified
            )
        after, end = self.around.qualifier_after(noun.end) if not qualified.tail else ("", noun.end)
        word = self.around.text[noun.start : noun.end]
        return replace(
            qualified, end=max(end, noun.end), kind="count", unit=noun.unit, noun=_small(word, self.around.language),
            rule="count" if noun.known else "count-other", qualifier=after or qualified.qualifier,
        )  # fmt: skip

    def _says_nothing(self, numeral: Numeral, noun: Noun, start: int) -> bool:
        """“iki ülke” in every sentence; “Dokuz Eylül Üniversitesi”, a name."""
        if not numeral.spelt or numeral.scale > 1:
            return False
        text = self.around.text
        if numeral.value == 2 and noun.unit == "item":
            return True
        return text[start].isupper() and text[start + 1].islower() and text[noun.start].isupper()

    def _is_money(self, noun: Noun) -> bool:
        return bool(self.around.words.money_noun.match(self.around.spelled, noun.start))

    def _is_plain(self, noun: Noun) -> bool:
        """Whether an unknown word may be a counted noun: written small, and longer than a particle."""
        return self.around.text[noun.start].islower() and noun.end - noun.start > 2


def _small(word: str, language: str) -> str:
    """A word in lower case, as its language writes it."""
    return (word.replace("I", "ı").replace("İ", "i") if language == "tr" else word).lower()
