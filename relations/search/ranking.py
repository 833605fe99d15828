"""How well documents answer: one function of the same columns on either database, so that the order is the same."""

from collections.abc import Sequence
from datetime import date
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
STANDING = {Kind.COUNCIL: 0.05, Kind.AGREEMENT: 0.03, Kind.VISIT: 0.03, Kind.MILESTONE: 0.02, Kind.MEETING: 0.02}


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
    """A record that may answer: what breaks ties, its document, and how well it answers."""

    pk: int
    slug: str
    kind: str
    earliest: date | None
    document: Document
    score: float = 0

    @property
    def rank(self) -> Rank:
        return Rank(round(self.score * 1_000_000), self.earliest.toordinal() if self.earliest else 0, self.slug)


def ranked(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that hold every phrase, with their scores, in the order of their ranks."""
    standing = [each for each in candidates if all(_holds(each.document, phrase) for phrase in question.phrases)]
    scored = [each._replace(score=score(question, each)) for each in standing]
    return sorted(scored, key=lambda each: each.rank.order)


def score(question: Question, candidate: Candidate) -> float:
    """From 0 to about 1.4: how closely and where each clause is met, and how much of the title that explains."""
    document = candidate.document
    met = [_met(clause, document) for clause in question.clauses]
    in_title = sum(1 for _best, where in met if where == "title")
    spelt = document.title.partition("|")[0]
    titles = spelt.split(" / ")
    shortest = min((len(title.split()) for title in titles), default=1) or 1
    together = f" {' '.join(question.words)} "
    phrase = 0.15 if together in spelt and any(together in f" {title.strip()} " for title in titles) else 0
    share = min(1.0, in_title / shortest)
    mean = sum(best for best, _where in met) / (len(met) or 1)
    called = 0.15 * sum(_is_called(clause, document) for clause in question.clauses) / (len(met) or 1)
    return round(mean + 0.2 * share + phrase + called + STANDING.get(Kind(candidate.kind), 0), 6)


def _is_called(clause: Clause, document: Document) -> bool:
    """Whether a clause is the short name of the thing itself."""
    if OWN not in document.title:
        return False
    return any(token in document.title for way in clause.ways for term in way for token in term.own)


def _met(clause: Clause, document: Document) -> tuple[float, str]:
    """How well a clause is met, and in which column; by its best way."""
    best, where = 0.0, ""
    for way in clause.ways:
        found = [_best(term, document) for term in way]
        mean = sum(level for level, _name in found) / len(found)
        if mean > best and all(level for level, _name in found):
            best, where = mean, "title" if all(name == "title" for _level, name in found) else found[0][1]
    return best, where


def met_in_title(clause: Clause, document: Document) -> float:
    """How closely a clause is met in the title alone."""
    best, where = _met(clause, Document(document.title))
    return best if where == "title" else 0


def _best(term: Term, document: Document) -> tuple[float, str]:
    best, where = 0.0, ""
    for name, weight in WEIGHTS:
        if weight <= best and name != "names":
            break
        column = getattr(document, name)
        for token, level in term.spaced:
            if level * weight <= best:
                break
            if token in column:
                best, where = level * weight, name
        if where == "title" and name == "names" and any(token in column for token, _level in term.spaced):
            best += NAMED
        if weight * BEGINNING > best and any(prefix in column for prefix in term.beginnings):
            best, where = weight * BEGINNING, name
    return best, where


def _holds(document: Document, phrase: str) -> bool:
    """Whether folded words stand together somewhere in a document."""
    for name, _weight in WEIGHTS:
        words = getattr(document, name).partition("|")[0].split()
        if f" {phrase} " in f" {' '.join(fold(word) for word in words)} ":
            return True
    return False
