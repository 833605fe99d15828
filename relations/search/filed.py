"""Under what a record is filed, as tokens: its kind, field, pair and consensus. So the index itself keeps to filters.

What many countries are party to has a token for each of them, so it is filed under every pair of these. Filters may say
more: what the index finds by these tokens is looked at again.
"""

from collections.abc import Iterable, Iterator

from relations.models import Relationship
from relations.models.records import DISPUTED
from relations.timeline.filters import Filters

from .matching import Clause, Term
from .told import Told
from .words import filed_token


def tokens_of(record: Told, parties: Iterable[str]) -> Iterator[str]:
    """Those of a record, and of the countries that are party to it beside a pair."""
    yield filed_token("k", record.kind)
    yield filed_token("a", record.area)
    yield filed_token("c", record.consensus)
    if record.relationship_id:
        yield filed_token("r", record.relationship_id)
    yield from (filed_token("p", code) for code in parties)


def clauses_of(filters: Filters) -> list[Clause]:
    """What documents have to hold under these filters, so far as they say."""
    kinds = [filters.kind] if filters.kind else filters.kinds
    asked = [
        [_way(filed_token("k", kind)) for kind in kinds],
        [_way(filed_token("a", area)) for area in filters.areas],
        [_way(filed_token("c", consensus)) for consensus in (DISPUTED if filters.differ else ())],
        [way for pair in filters.pairs for way in _of_pair(pair)],
    ]
    return [Clause(tuple(ways), "") for ways in asked if ways]


def _of_pair(pair: Relationship) -> Iterator[tuple[Term, ...]]:
    yield _way(filed_token("r", pair.pk))
    yield _way(*(filed_token("p", code) for code in pair.codes))


def _way(*tokens: str) -> tuple[Term, ...]:
    return tuple(Term(((token, 1.0),)) for token in tokens)
