"""PostgreSQL: two generated tsvector columns on SearchDocument, and trigrams over the words for “did you mean”.

GIN knows no order: whoever asks it gets all hits and sorts them, which is slow for what many documents hold. There
it is quicker to look at one document after the other, the newest first. PostgreSQL cannot tell: it takes the forms of
a word for words of their own, and their chances add up. So the ways are chosen here.
"""

from collections.abc import Mapping, Sequence
from math import prod
from types import MappingProxyType
from typing import NamedTuple

from relations.nodes import reading
from relations.search.matching import Clause, Term, Way
from relations.serving.memo import per_revision

TABLE, KEY = "relations_searchdocument", "id"
WORDS = "relations_searchword"
_VECTOR = "tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array({}, ' '), ''))) STORED"
INDEXES = {
    "search_title_tokens": f"{TABLE} USING gin (title_tokens)",
    "search_tokens": f"{TABLE} USING gin (tokens)",
    "search_names": f"{TABLE} USING gin (title_tokens) WHERE id < 0",
    "search_word_trigrams": f"{WORDS} USING gin (folded gin_trgm_ops)",
}
CREATE_INDEXES = tuple(f"CREATE INDEX {name} ON {on}" for name, on in INDEXES.items())
INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"ALTER TABLE {TABLE} ADD COLUMN title_tokens {_VECTOR.format('title')}",
    f"ALTER TABLE {TABLE} ADD COLUMN tokens {_VECTOR.format('title || names || summary || cited')}",
    *CREATE_INDEXES,
)
REMOVE = (
    "DROP INDEX IF EXISTS search_word_trigrams",
    f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS title_tokens, DROP COLUMN IF EXISTS tokens",
)
TOKENS, TITLE_TOKENS = "tokens", "title_tokens"
A_HIT = 2  # how many documents are looked at while one hit of the index is fetched, from wherever it lies
FAR = 10  # times sooner: what is not known of the words may be that wrong
AGAIN = 2  # times as many documents are looked at as would do if the rarest word decided alone
# The thousand tokens that most documents hold, as ANALYZE found them.
_COMMON = (
    "SELECT reltuples, most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats "  # noqa: S608  # ours
    f"JOIN pg_class ON pg_class.oid = '{TABLE}'::regclass AND relname = tablename "
    "WHERE attname = %s AND schemaname = relnamespace::regnamespace::text"
)
NEAR = f"SELECT folded, spelt FROM {WORDS} WHERE folded %% %s"  # noqa: S608  # ours


def before_all(was_empty: bool) -> tuple[str, ...]:
    """What has to go before everything is written anew: the indexes, where nobody can be reading by them."""
    return tuple(f"DROP INDEX {name}" for name in INDEXES) if was_empty else ()


def after_all(was_empty: bool) -> tuple[str, ...]:
    return CREATE_INDEXES if was_empty else ()


class Spread(NamedTuple):
    """How many documents there are, and the share of them that holds each of the common tokens."""

    documents: float = 0
    shares: Mapping[str, float] = MappingProxyType({})


def ways(clauses: Sequence[Clause], in_title: bool, limit: int) -> list[Way]:
    """Past the index, or by it; or past it among the newest alone, and by it where that did not do.

    Each is worded so that the other cannot be taken.
    """
    column = TITLE_TOKENS if in_title else TOKENS
    past, by_index = f"({column} @@ %s::tsquery) IS TRUE", (f"{column} @@ %s::tsquery", f"{KEY} + 0")
    spread = spread_of(column)
    if is_common(clauses, spread, limit):
        return [(past, KEY)]
    if looks := worth_looking_at(clauses, spread, limit):
        last = f"SELECT {KEY} FROM {TABLE} WHERE {KEY} > 0 ORDER BY {KEY} DESC OFFSET {looks} LIMIT 1"  # noqa: S608  # ours
        return [(f"{past} AND {KEY} > COALESCE(({last}), 0)", KEY), by_index]
    return [by_index]


def way_to_others() -> Way:
    """They have an index of their own."""
    return f"{TITLE_TOKENS} @@ %s::tsquery", f"{KEY} + 0"


def is_common(clauses: Sequence[Clause], spread: Spread, limit: int) -> bool:
    """Whether so many documents hold all of these that the newest are found far sooner one by one."""
    shares = sorted(_share(clause, spread.shares) for clause in clauses)
    # Words that stand together are no strangers, so each further one takes less away.
    share: float = prod(each ** (0.5**place) for place, each in enumerate(shares))
    return bool(share) and FAR * limit / share < share * spread.documents * A_HIT


def worth_looking_at(clauses: Sequence[Clause], spread: Spread, limit: int) -> int:
    """How many of the newest documents to look at, in case that the words stand together wherever the rarest does.

    0 where the index could not take as long as that.
    """
    share = min((_share(clause, spread.shares) for clause in clauses), default=0)
    looks = round(AGAIN * limit / share) if share else 0
    return looks if looks < share * spread.documents * A_HIT else 0


def _share(clause: Clause, shares: Mapping[str, float]) -> float:
    """That of its most common way."""
    return max((prod(_share_of_term(term, shares) for term in way) for way in clause.ways), default=0)


def _share_of_term(term: Term, shares: Mapping[str, float]) -> float:
    """That of its most common form: all forms of a word stand in the same documents."""
    found = [shares.get(token, 0) for token, _level in term.tokens]
    if term.prefixes:
        found += [share for token, share in shares.items() if token.startswith(term.prefixes)]
    return max(found, default=0)


@per_revision(maxsize=8)
def spread_of(column: str) -> Spread:
    with reading.connection().cursor() as cursor:
        cursor.execute(_COMMON, [column])
        for documents, tokens, shares in cursor.fetchall():
            return Spread(documents, MappingProxyType(dict(zip(tokens or (), shares or (), strict=False))))
    return Spread()


def expression(clauses: Sequence[Clause], in_title: bool) -> str:
    """Clauses as a tsquery; every token is quoted."""
    return " & ".join(_clause(clause) for clause in clauses)


def _clause(clause: Clause) -> str:
    ways = (" & ".join(_term(term) for term in way) for way in clause.ways)
    return "(" + " | ".join(f"({way})" for way in ways) + ")"


def _term(term: Term) -> str:
    parts = [f"'{token}'" for token, _level in term.tokens]
    parts += [f"'{prefix}':*" for prefix in term.prefixes]
    return "(" + " | ".join(parts) + ")"


def near_words(folded: str) -> str:
    """The question that NEAR asks: the word itself, by pg_trgm's own threshold of 0.3."""
    return folded
