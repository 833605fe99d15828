"""How well documents answer: one function of the same columns on either database, so that the order is the same."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from relations.models import Kind

from .folding import fold
from .matching import Clause, Term
from .question import Question
from .words import own_token

WEIGHTS = (("title", 1.0), ("names", 0.6), ("summary", 0.45), ("cited", 0.25))
NAMED = 0.04  # what the title says and the record itself points to
OWN = " " + own_token("")  # before what a thing is called
BEGINNING = 0.5  # how close a word comes that only begins as typed
# Of two that answer alike, the body before its meeting, and what happened before what was counted.
STANDING: dict[str, float] = {
    Kind.COUNCIL: 0.05,
    Kind.AGREEMENT: 0.03,
    Kind.VISIT: 0.03,
    Kind.MILESTONE: 0.02,
    Kind.MEETING: 0.02,
}


class Document(NamedTuple):
    """The columns of a document of the index."""

    title: str
    names: str = ""
    summary: str = ""
    cited: str = ""


class Rank(NamedTuple):
    """Where a record stands among all that could answer a question: by its score in millionths, day and slug."""

    score: int
    day: int
    slug: str

    def __str__(self) -> str:
        return f"{self.score}.{self.day}.{self.slug}"

    @property
    def order(self) -> tuple[int, int, str]:
        """The best first; of equals the newest."""
        return -self.score, -self.day, self.slug


class Candidate(NamedTuple):
    """A record that may answer: what breaks ties, what facets count, its document, and how well it answers."""

    pk: int
    slug: str
    kind: str
    earliest: date | None
    latest: date | None
    area: str
    pair: str | None
    place: int | None
    document: Document
    score: float = 0

    @property
    def rank(self) -> Rank:
        return Rank(round(self.score * 1_000_000), self.earliest.toordinal() if self.earliest else 0, self.slug)


def ranked(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that hold every phrase, with their scores, in the order of their ranks."""
    if question.phrases:
        candidates = [each for each in candidates if all(_holds(each.document, phrase) for phrase in question.phrases)]
    called = cache(partial(_called, question))  # most records of a kind are called alike
    scored = [each._replace(score=score(question, each, called)) for each in candidates]
    return sorted(scored, key=lambda each: each.rank.order)


def score(question: Question, candidate: Candidate, called: Callable[[str], int]) -> float:
    """From 0 to about 1.4: how closely and where each clause is met, and how much of the title that explains."""
    document, count = candidate.document, len(question.clauses) or 1
    total, in_title = 0.0, 0
    for clause in question.clauses:
        best, where = _met(clause, document)
        total += best
        in_title += where == "title"
    titles = document.title.partition("|")[0].split(" / ")
    together = question.together
    phrase = 0.15 if together in document.title and any(together in f" {each.strip()} " for each in titles) else 0
    share = min(1.0, in_title / (min([len(each.split()) for each in titles]) or 1)) if in_title else 0
    short = 0.15 * called(own_part(document.title)) / count
    return round(total / count + 0.2 * share + phrase + short + STANDING.get(candidate.kind, 0), 6)


def own_part(title: str) -> str:
    """The part of a title where the thing's own short names stand, which is the same for many; empty without any."""
    last = title.rfind(OWN)
    return title[title.find(OWN) : title.find(" ", last + 1) + 1] if last >= 0 else ""


def _called(question: Question, own: str) -> int:
    """How many clauses are a short name of the thing itself."""
    return sum(_has_any(own, clause.own) for clause in question.clauses)


def _has_any(column: str, tokens: Iterable[str]) -> bool:
    return any(map(column.__contains__, tokens))  # not a generator, which takes longer than its loop


def _met(clause: Clause, document: Document) -> tuple[float, str]:
    """How well a clause is met, and in which column; by its best way."""
    best, where = 0.0, ""
    for way in clause.ways:
        mean, name = _best(way[0], document) if len(way) == 1 else _all(way, document)
        if mean > best:
            best, where = mean, name
    return best, where


def _all(way: Sequence[Term], document: Document) -> tuple[float, str]:
    """How well all terms of a way are met together."""
    found = [_best(term, document) for term in way]
    if not all(level for level, _name in found):
        return 0.0, ""
    where = "title" if all(name == "title" for _level, name in found) else found[0][1]
    return sum(level for level, _name in found) / len(found), where


def met_in_title(clause: Clause, document: Document) -> float:
    """How closely a clause is met in the title alone."""
    best, where = _met(clause, Document(document.title))
    return best if where == "title" else 0


def _best(term: Term, document: Document) -> tuple[float, str]:
    """How well a term is met, and in which column."""
    best, where = 0.0, ""
    for (name, weight), column in zip(WEIGHTS, document, strict=True):
        if weight <= best and name != "names":
            break
        for token, level in term.spaced:
            if level * weight <= best:
                break
            if token in column:
                best, where = level * weight, name
        if where == "title" and name == "names" and _has_any(column, term.whole):
            best += NAMED
        if weight * BEGINNING > best and _has_any(column, term.beginnings):
            best, where = weight * BEGINNING, name
    return best, where


def _holds(document: Document, phrase: str) -> bool:
    """Whether folded words stand together somewhere in a document."""
    for name, _weight in WEIGHTS:
        words = getattr(document, name).partition("|")[0].split()
        if f" {phrase} " in f" {' '.join(fold(word) for word in words)} ":
            return True
    return False
