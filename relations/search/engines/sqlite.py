"""SQLite: an FTS5 table over the columns of SearchDocument, kept by triggers; it stores no text of its own."""

from collections.abc import Sequence

from relations.search.matching import Clause, Term, Way

TABLE, KEY = "relations_search", "rowid"
DOCUMENTS, WORDS, SPELLINGS = "relations_searchdocument", "relations_searchword", "relations_searchspelling"
COLUMNS = ("title", "names", "summary", "cited")


def _sync(command: str, row: str) -> str:
    """One statement that puts a row into the index, or takes it out as it was put in."""
    names = ", ".join((*((TABLE,) if command else ()), "rowid", *COLUMNS))
    values = ", ".join((*((f"'{command}'",) if command else ()), *(f"{row}.{name}" for name in ("id", *COLUMNS))))
    return f"INSERT INTO {TABLE} ({names}) VALUES ({values});"  # noqa: S608  # ours


AT_ONCE, IN_BULK = 1 << 20, 1 << 26  # bytes: FTS5's own measure, and that of a whole index
PUT, TAKE = _sync("", "new"), _sync("delete", "old")
_SPELL = f"INSERT INTO {SPELLINGS} (rowid, word) VALUES (new.id, '__' || new.folded || '_');"  # noqa: S608
_UNSPELL = (
    f"INSERT INTO {SPELLINGS} ({SPELLINGS}, rowid, word) "  # noqa: S608
    "VALUES ('delete', old.id, '__' || old.folded || '_');"
)
INSTALL = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(COLUMNS)}, content='{DOCUMENTS}', content_rowid='id', "
    "tokenize=\"ascii tokenchars '_'\", prefix='3 5')",
    f"CREATE TRIGGER {TABLE}_put AFTER INSERT ON {DOCUMENTS} BEGIN {PUT} END",
    f"CREATE TRIGGER {TABLE}_take AFTER DELETE ON {DOCUMENTS} BEGIN {TAKE} END",
    f"CREATE TRIGGER {TABLE}_change AFTER UPDATE ON {DOCUMENTS} BEGIN {TAKE} {PUT} END",
    f"CREATE VIRTUAL TABLE {SPELLINGS} USING fts5(word, content='', tokenize='trigram')",
    f"CREATE TRIGGER {SPELLINGS}_put AFTER INSERT ON {WORDS} BEGIN {_SPELL} END",
    f"CREATE TRIGGER {SPELLINGS}_take AFTER DELETE ON {WORDS} BEGIN {_UNSPELL} END",
)
REMOVE = (
    *(f"DROP TRIGGER IF EXISTS {TABLE}_{verb}" for verb in ("put", "take", "change")),
    *(f"DROP TRIGGER IF EXISTS {SPELLINGS}_{verb}" for verb in ("put", "take")),
    f"DROP TABLE IF EXISTS {TABLE}",
    f"DROP TABLE IF EXISTS {SPELLINGS}",
)
NEAR = (
    f"SELECT {WORDS}.folded, {WORDS}.spelt FROM {SPELLINGS} JOIN {WORDS} ON {WORDS}.id = {SPELLINGS}.rowid "  # noqa: S608
    f"WHERE {SPELLINGS} MATCH %s"
)


def before_all(was_empty: bool) -> tuple[str, ...]:
    """What has to go before everything is written anew, with the triggers above left out."""
    return ()


def after_all(was_empty: bool) -> tuple[str, ...]:
    """Both full-text tables made from the rows, in one pass each.

    Not by FTS5's own 'rebuild': that goes by the order of writing, and each number below the last one costs a merge.
    """
    names = ", ".join(COLUMNS)
    return (
        f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')",  # noqa: S608  # ours
        *_sized(IN_BULK),
        f"INSERT INTO {TABLE} (rowid, {names}) SELECT id, {names} FROM {DOCUMENTS} ORDER BY id",  # noqa: S608
        *_sized(AT_ONCE),
        f"INSERT INTO {SPELLINGS} ({SPELLINGS}) VALUES ('delete-all')",  # noqa: S608
        f"INSERT INTO {SPELLINGS} (rowid, word) SELECT id, '__' || folded || '_' FROM {WORDS}",  # noqa: S608
    )


def _sized(size: int) -> tuple[str, ...]:
    """How many bytes FTS5 gathers before it writes a segment, which is then merged with others again and again."""
    return (f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('hashsize', {size})",)  # noqa: S608  # ours


def ways(clauses: Sequence[Clause], in_title: bool, limit: int) -> list[Way]:
    """FTS5 reads its lists in the order of numbers, from either end."""
    return [(f"{TABLE} MATCH %s", KEY)]


def way_to_others() -> Way:
    return f"{TABLE} MATCH %s", KEY


def expression(clauses: Sequence[Clause], in_title: bool) -> str:
    """Clauses as FTS5 asks for them; every token is quoted."""
    whole = " AND ".join(_clause(clause) for clause in clauses)
    return f"{{title}} : ({whole})" if in_title else whole


def _clause(clause: Clause) -> str:
    ways = (" AND ".join(_term(term) for term in way) for way in clause.ways)
    return "(" + " OR ".join(f"({way})" for way in ways) + ")"


def _term(term: Term) -> str:
    parts = [f'"{token}"' for token, _level in term.tokens]
    parts += [f'"{prefix}"*' for prefix in term.prefixes]
    return "(" + " OR ".join(parts) + ")"


def near_words(folded: str) -> str:
    """The question that NEAR asks: any three letters of the word, its ends included."""
    padded = f"__{folded}_"
    return " OR ".join(f'"{padded[at : at + 3]}"' for at in range(len(padded) - 2))
