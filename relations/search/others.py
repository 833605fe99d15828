"""People, pairs, countries, institutions and sources that a question names, for the list above the records."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from relations.models import Relationship, SearchDocument
from relations.models import Source as SourceModel
from relations.prepared import Prepared
from relations.seen import seen

from .documents import OTHERS, other_of
from .matching import Clause, find_others
from .question import Question
from .ranking import Document, met_in_title

MOST, LOOKED_AT = 6, 60
TITLES = Prepared(SearchDocument, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "title"))


def _things(model: type[Any]) -> Prepared:
    """Those of a model that a reader may see. For more keys PostgreSQL would go through all published records."""
    joined = ("first", "second") if model is Relationship else ()
    return Prepared(
        model,
        lambda rows, keys: seen(model, rows.select_related(*joined) if joined else rows).filter(pk__in=keys).order_by(),
        each_anew=True,
    )


THINGS = {model: _things(model) for model in OTHERS}


@dataclass(frozen=True)
class Other:
    """Something with a page that is no record."""

    thing: Any
    noun: str


def others(question: Question) -> list[Other]:
    """The things whose names a question gives, wholly or for the better part; the best first."""
    if not question:
        return []
    anything = Clause(tuple(way for clause in question.clauses for way in clause.ways), "")
    keys = find_others([anything], LOOKED_AT)
    marks = {key: _mark(question, key, Document(title)) for key, title in TITLES.rows(keys)}
    best = sorted((key for key in marks if marks[key]), key=lambda key: (_is_source(key), -marks[key], -key))[
        : MOST * 2
    ]
    things = _fetched(best)
    return [things[key] for key in best if key in things][:MOST]


def _is_source(key: int) -> bool:
    """Sources come last: their titles name what others are."""
    return other_of(key)[0] is SourceModel


def _mark(question: Question, key: int, document: Document) -> float:
    """0 unless the question is all in the name, or half of one of its spellings is in the question."""
    met = [met_in_title(clause, document) for clause in question.clauses]
    count = sum(1 for level in met if level)
    named = [title.split() for title in document.title.partition("|")[0].split(" / ")]
    share = max((len(set(name) & set(question.words)) / len(name) for name in named if name), default=0)
    whole = count == len(met) and other_of(key)[0] is not Relationship
    return round(sum(met) / len(met) + share + count, 6) if whole or share >= 0.5 or count > 1 else 0


def _fetched(keys: Iterable[int]) -> dict[int, Other]:
    """The things behind these numbers, where a reader may see them: one query a noun."""
    wanted: dict[type[Any], dict[int, int]] = defaultdict(dict)
    for key in keys:
        model, pk = other_of(key)
        wanted[model][pk] = key
    found = {}
    for model, pks in wanted.items():
        for thing in THINGS[model].objects(list(pks)):
            found[pks[thing.pk]] = Other(thing, str(model._meta.model_name))
    return found
