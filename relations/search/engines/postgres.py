"""PostgreSQL: two generated tsvector columns on SearchDocument, and trigrams over the words for “did you mean”."""

from collections.abc import Sequence

from relations.search.matching import Clause, Term

TABLE, KEY = "relations_searchdocument", "id"
WORDS = "relations_searchword"
_VECTOR = "tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array({}, ' '), ''))) STORED"
INDEXES = {
    "search_title_tokens": f"{TABLE} USING gin (title_tokens)",
    "search_tokens": f"{TABLE} USING gin (tokens)",
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
NEAR = f"SELECT folded, spelt FROM {WORDS} WHERE folded %% %s"  # noqa: S608  # ours


def before_all(was_empty: bool) -> tuple[str, ...]:
    """What has to go before everything is written anew: the indexes, where nobody can be reading by them."""
    return tuple(f"DROP INDEX {name}" for name in INDEXES) if was_empty else ()


def after_all(was_empty: bool) -> tuple[str, ...]:
    return CREATE_INDEXES if was_empty else ()


def condition(in_title: bool) -> str:
    return f"{'title_tokens' if in_title else 'tokens'} @@ %s::tsquery"


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
