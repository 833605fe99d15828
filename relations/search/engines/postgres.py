"""PostgreSQL: two generated tsvector columns on SearchDocument, and trigrams over the words for “did you mean”.

GIN knows no order: whoever asks it gets all hits, fetches each from wherever it lies, and sorts them, which is slow for
what many documents hold. So documents whose numbers follow each other share a token, and the newest are asked for by
theirs: the index then gives no more hits than are about to be shown. Where these are too few, more of the newest are
asked for, and at last all.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from relations.nodes import reading
from relations.search.matching import Clause, Term, Way
from relations.serving.memo import per_revision

TABLE, KEY = "relations_searchdocument", "id"
WORDS = "relations_searchword"
# Records whose numbers are alike but for so many bits share a token, by its mark; no word begins with one.
SHARED = {"=f": 12, "=c": 16}
FEW = 16  # tokens of the newest in a question: for more of them those of the longer stretches serve
_SHARES = " || ".join(f"' {mark}' || (id >> {bits})" for mark, bits in SHARED.items())
_VECTOR = (
    "tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array("
    f"{{}} || CASE WHEN id > 0 THEN {_SHARES} ELSE '' END, ' '), ''))) STORED"
)
INDEXES = {
    "search_title_tokens": f"{TABLE} USING gin (title_tokens)",
    "search_tokens": f"{TABLE} USING gin (tokens)",
    "search_names": f"{TABLE} USING gin (title_tokens) WHERE id < 0",
    "search_word_trigrams": f"{WORDS} USING gin (folded gin_trgm_ops)",
}
CREATE_INDEXES = tuple(f"CREATE INDEX {name} ON {on}" for name, on in INDEXES.items())
# Both at once, for each would write the whole table anew.
ADD_COLUMNS = (
    f"ALTER TABLE {TABLE} ADD COLUMN title_tokens {_VECTOR.format('title')}, "
    f"ADD COLUMN tokens {_VECTOR.format('title || names || summary || cited')}"
)
DROP_COLUMNS = f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS title_tokens, DROP COLUMN IF EXISTS tokens"
INSTALL = ("CREATE EXTENSION IF NOT EXISTS pg_trgm", ADD_COLUMNS, *CREATE_INDEXES)
REMOVE = ("DROP INDEX IF EXISTS search_word_trigrams", DROP_COLUMNS)
TOKENS, TITLE_TOKENS = "tokens", "title_tokens"
AGAIN = 2  # times as many documents are looked at as would do if the rarest word decided alone
WIDER = 4  # times as many, where those were too few
# The thousand tokens that most documents hold, as ANALYZE found them.
_COMMON = (
    "SELECT reltuples, most_common_elems::text::text[], most_common_elem_freqs, "  # noqa: S608  # names of ours
    "COALESCE((SELECT max(id) FROM relations_record), 0) FROM pg_stats "
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
    """How many documents there are, the share of them that holds each common token, and the last record's number."""

    documents: float = 0
    shares: Mapping[str, float] = MappingProxyType({})
    last: int = 0

    @property
    def least(self) -> float:
        """A share that no word has which is not among the common ones."""
        return min(self.shares.values(), default=0)


def ways(clauses: Sequence[Clause], in_title: bool, limit: int) -> list[Way]:
    """Among the newest, more of them, and all; each worded so that PostgreSQL has to take the index."""
    column = TITLE_TOKENS if in_title else TOKENS
    spread = spread_of(column)
    newest = [_among_newest(spread.last, looks) for looks in windows(clauses, spread, limit)]
    return [(f"{column} @@ {asked}", f"{KEY} + 0") for asked in (*newest, "%s::tsquery")]


def way_to_others() -> Way:
    """They have an index of their own."""
    return f"{TITLE_TOKENS} @@ %s::tsquery", f"{KEY} + 0"


def windows(clauses: Sequence[Clause], spread: Spread, limit: int) -> Iterator[int]:
    """How many of the newest to look at: as if words stood together wherever the rarest does; then more, up to half."""
    share = min((max(_share(clause, spread.shares), spread.least) for clause in clauses), default=0)
    looks = AGAIN * limit / share if share else spread.documents
    while looks < spread.documents / 2:
        yield round(looks)
        looks *= WIDER


def _among_newest(last: int, looks: int) -> str:
    """The question and, in one word, that so many of the newest are meant, or a few more."""
    found: list[str] = []
    for mark, bits in SHARED.items():
        found = [f"''{mark}{at}''" for at in range(max(last - looks, 0) >> bits, (last >> bits) + 2)]
        if len(found) <= FEW:
            break
    return f"(%s::tsquery && '{' | '.join(found)}'::tsquery)"


def _share(clause: Clause, shares: Mapping[str, float]) -> float:
    """That of its most common way, as if the terms of a way stood together."""
    return max((min(_share_of_term(term, shares) for term in way) for way in clause.ways), default=0)


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
        for documents, tokens, shares, last in cursor.fetchall():
            return Spread(documents, MappingProxyType(dict(zip(tokens or (), shares or (), strict=False))), last)
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
