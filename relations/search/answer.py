"""A question answered: candidates from the index, ranked by us; fewer words where no record has them all. No HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from relations.models import EditorialStatus, Record, SearchDocument
from relations.prepared import Prepared

from .among import Among
from .matching import Clause, find
from .question import Question, open_ended, read_question
from .ranking import Candidate, Document, ranked
from .spelling import suggestion

MOST = 200  # candidates that are ranked; the count says “more than” beyond it
DOCUMENTS = Prepared(
    SearchDocument, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", *Document._fields)
)
RECORDS = Prepared(
    Record,
    lambda rows, keys: (
        rows.filter(pk__in=keys, editorial_status=EditorialStatus.PUBLISHED)
        .order_by()
        .values_list("pk", "slug", "kind", "earliest", "latest", "area", "relationship__slug", "place")
    ),
)


@dataclass(frozen=True)
class Answer:
    """Records that answer, best first; `partial` where none has every word, `is_cut` where there were more."""

    question: Question
    ranked: list[Candidate] = field(default_factory=list)
    partial: bool = False
    is_cut: bool = False
    suggestion: str = ""

    @property
    def keys(self) -> list[int]:
        return [each.pk for each in self.ranked]


def answer(text: str, among: Among | None = None, *, typing: bool = False, most: int = MOST) -> Answer:
    """The best records for a text, among some where these are given."""
    question = read_question(text, typing=typing)
    if not question:
        return Answer(question)
    found = _ask(question.clauses, among, most)
    if found and (whole := ranked(question, _candidates(found))):
        return Answer(question, whole[:most], is_cut=len(found) > most)
    fewer, keys = _ask_for_less(question, among, most)
    better = "" if typing else suggestion(question, lambda asked: bool(_ask(asked.clauses, among, 1)))
    return Answer(question, ranked(fewer, _candidates(keys))[:most], partial=True, suggestion=better)


def _ask(clauses: Sequence[Clause], among: Among | None, most: int) -> list[int]:
    """Records with every clause, those with all of them in the title first: ranking must not miss these."""
    look = among.find if among else find
    found = look(clauses, most + 1)
    if len(found) > most:
        found = list(dict.fromkeys([*look(clauses, most, in_title=True), *found]))
    return found


def _ask_for_less(question: Question, among: Among | None, most: int) -> tuple[Question, list[int]]:
    """The question with beginnings of words, then with one word less, then with any of its words."""
    opened = tuple(open_ended(clause) if len(clause.folded) > 3 else clause for clause in question.clauses)
    one_less = list(combinations(opened, len(opened) - 1)) if len(opened) > 2 else []
    fewer = replace(question, clauses=opened, phrases=())
    for tries in ([opened], one_less, [(clause,) for clause in opened]):
        keys = dict.fromkeys(key for clauses in tries for key in _ask(clauses, among, most))
        if keys:
            return fewer, list(keys)
    return fewer, []


def _candidates(keys: Sequence[int]) -> list[Candidate]:
    """Documents with what their records are: two queries."""
    documents = {row[0]: Document(*row[1:]) for row in DOCUMENTS.rows(keys)}
    return [Candidate._make((*row, documents[row[0]], 0.0)) for row in RECORDS.rows(keys) if row[0] in documents]
