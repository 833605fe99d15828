"""A question as clauses: words with all their forms, names, dates, numbers and quoted phrases. Takes any text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from .analysis import Analysed
from .findings import Finding, ordinal_token, year_token
from .folding import fold
from .matching import Clause, Term
from .words import Word, forms

LONGEST, MOST = 200, 12  # characters that are read, and clauses
QUOTED = re.compile('["“”„«»]([^"“”„«»]{1,200})["“”„«»]')
# How close a token comes to the word as typed.
FOLDED, READ, STEM, SOUND, LOOSE = 0.92, 0.9, 0.75, 0.7, 0.4
LEVELS = {"_3a": 0.6, "_4s": LOOSE, "_5": 0.8}


class Wanted(NamedTuple):
    """Tokens and beginnings of tokens, any of which answers; the marks of what has to be read in a text for them."""

    tokens: frozenset[str]
    prefixes: tuple[str, ...]
    marks: frozenset[str]


@dataclass(frozen=True)
class Question:
    """What is asked; `phrases` are folded words that must stand together."""

    text: str
    clauses: tuple[Clause, ...] = ()
    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @cached_property
    def wanted(self) -> Wanted:
        """What is to be marked in the texts that answer."""
        terms = [term for clause in self.clauses for way in clause.ways for term in way]
        tokens = frozenset(token for term in terms for token, _level in term.tokens)
        prefixes = tuple(prefix for term in terms for prefix in term.prefixes)
        return Wanted(tokens, prefixes, frozenset(token[:2] for token in tokens))

    @cached_property
    def together(self) -> str:
        """All words in their order, between spaces, as a title has them that is what was asked."""
        return f" {' '.join(self.words)} "


@cache
def _stopwords() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "stopwords.yaml"
    lists = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # strings only
    return frozenset(fold(word) for words in lists.values() for word in words)


def read_question(text: str, *, typing: bool = False) -> Question:
    """A question from what was typed; while `typing`, the last word may be the beginning of one."""
    asked = Analysed(" ".join(text.split())[:LONGEST])
    words = [word for word in asked.words if word.folded]
    clauses = [clause for group in _groups(asked, words) for clause in _clauses(group, words)]
    if typing and clauses and asked.text[-1:].isalnum() and clauses[-1].folded:
        clauses[-1] = open_ended(clauses[-1])
    telling = [clause for clause in clauses if clause.folded not in _stopwords()] or clauses
    phrases = [" ".join(word.folded for word in Analysed(each).words) for each in QUOTED.findall(asked.text)]
    kept = {clause.text: clause for clause in telling}
    return Question(
        asked.text,
        tuple(kept.values())[:MOST],
        tuple(phrase for phrase in phrases if " " in phrase),
        tuple(word.spelt for word in words),
    )


def open_ended(clause: Clause) -> Clause:
    """The clause with any word that begins as it does."""
    ways = tuple(
        tuple(
            Term(term.tokens, (clause.folded, f"_f{clause.folded}")) if len(clause.folded) > 1 else term for term in way
        )
        for way in clause.ways
    )
    return Clause(ways, clause.text, clause.folded)


Group = tuple[int, int, list[Finding]]  # first word, word after the last, and what was read in them


def _groups(asked: Analysed, words: list[Word]) -> Iterable[Group]:
    """The words parted into single ones and those that say one thing together, the longest first."""
    spans: dict[tuple[int, int], list[Finding]] = {}
    for finding in asked.findings:
        inside = [at for at, word in enumerate(words) if word.start < finding.end and finding.start < word.end]
        if inside:
            spans.setdefault((inside[0], inside[-1] + 1), []).append(finding)
    at = 0
    while at < len(words):
        after = max((end for start, end in spans if start == at), default=at + 1)
        yield at, after, spans.get((at, after), [])
        at = after


def _clauses(group: Group, words: list[Word]) -> Iterable[Clause]:
    first, after, findings = group
    read = tuple(dict.fromkeys(token for finding in findings for token in _read(finding)))
    if after - first == 1:
        word = words[first]
        yield Clause(((Term(_closest((*_forms(word), *read))),),), word.text, word.folded)
        return
    spelt_out = tuple(Term(_forms(word)) for word in words[first:after] if word.folded not in _stopwords())
    text = " ".join(word.text for word in words[first:after])
    yield Clause(tuple(way for way in ((Term(read),), spelt_out) if way), text)


def _read(finding: Finding) -> Iterable[tuple[str, float]]:
    """The tokens of a name, date or number; of a loose year also the year itself, and the other way round."""
    for at, token in enumerate(finding.tokens):
        second = at and token.startswith("_5")  # 15,000 is fifteen thousand, and to few readers fifteen
        yield (
            token,
            LOOSE if second else next((level for mark, level in LEVELS.items() if token.startswith(mark)), READ),
        )
        if token.startswith("_4s"):
            yield year_token(int(token[3:])), READ
        if token.startswith("_4y"):
            yield f"_4s{token[3:]}", LOOSE
        if token.startswith("_3a"):
            yield f"_3c{token[3:]}", LOOSE


def _forms(word: Word) -> tuple[tuple[str, float], ...]:
    """Every token that a word may stand under, the closest first."""
    form = forms(word.text)
    found = [(form.spelt, 1.0), ("_f" + form.folded, FOLDED), (form.folded, FOLDED)]
    for mark, stem in enumerate(form.stems):
        found += [(f"_{mark}{stem}", STEM), (stem, STEM)]
    if len(form.folded) >= 4:
        found += [("_2" + heard, SOUND) for heard in form.sounds]
    if form.folded.isdecimal() and int(form.folded) <= 60:
        found.append((ordinal_token(int(form.folded)), SOUND))
    return _closest(found)


def _closest(tokens: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Each token once, at its closest, the closest first."""
    best: dict[str, float] = {}
    for token, level in tokens:
        best[token] = max(level, best.get(token, 0))
    return tuple(sorted(best.items(), key=lambda each: (-each[1], each[0])))
