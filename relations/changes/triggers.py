"""What database triggers do beside raising the revision: note when records were touched, and what had other names.

People, institutions and sources have a public page as long as they are there, so every name they had is remembered, and
the last when they are deleted. Of records it is what was published; their versions say what was removed.

The list of changes that search works off is emptied as it is indexed; this is a ledger that stays. Both watch the
same tables. No trigger names a public table but its own, which SQLite could not rebuild otherwise.
"""

from collections.abc import Iterator

from relations.search.triggers import WATCHED

TOUCHES, FORMER, VERSIONS = "relations_recordtouch", "relations_formername", "relations_recordversion"
# Table → the column that names the record.
TOUCHING = {f"relations_{table}": column for table, (noun, column) in WATCHED.items() if noun == "record"}
RECORD = "relations_record"
# Table → what its rows are called by, and the column of their title.
NAMED = {RECORD: ("record", "title"), "relations_source": ("source", "title")}
NAMED |= {f"relations_{noun}": (noun, "name") for noun in ("person", "institution")}
WATCHED_HERE = TOUCHING | dict.fromkeys(NAMED, "id")
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
STAMP = (
    f"UPDATE {TOUCHES} SET revision = (SELECT number FROM relations_revision WHERE id = 1), "  # noqa: S608  # ours
    "changed_at = (SELECT changed_at FROM relations_revision WHERE id = 1)"
)


def sqlite(table: str, verb: str) -> str:
    """What the row trigger of a table does after it has raised the revision."""
    return f"{_touched_sqlite(table, verb)} {_names(table, verb, rows=False) if table in NAMED else ''}"


def _touched_sqlite(table: str, verb: str) -> str:
    if table not in TOUCHING:
        return ""
    if table != RECORD:
        keys = ", ".join(f"{row}.{TOUCHING[table]}" for row in ROWS[verb])
        return f"{STAMP} WHERE record_id IN ({keys});"
    if verb == "DELETE":
        return f"{STAMP}, gone = 1 WHERE record_id = OLD.id;"
    return _live("NEW.id, NEW.slug, NEW.kind", "relations_revision AS now", "WHERE now.id = 1", "0")


def postgresql(table: str) -> Iterator[str]:
    """Statement triggers, which fire in the order of their names: after the one that raises the revision."""
    for verb, rows in ROWS.items():
        name = f"{table}_touched_{verb.lower()}"
        tables = " ".join(f"{row} TABLE AS {row.lower()}_rows" for row in rows)
        does = _postgresql_record(verb) if table == RECORD else _postgresql_part(table, rows)
        does += _names(table, verb, rows=True) if table in NAMED else ""
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {does} RETURN NULL; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (
            f"CREATE TRIGGER {name} AFTER {verb} ON {table} REFERENCING {tables} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def _postgresql_part(table: str, rows: tuple[str, ...]) -> str:
    if table not in TOUCHING:
        return ""
    keys = " UNION ".join(f"SELECT {TOUCHING[table]} FROM {row.lower()}_rows" for row in rows)  # noqa: S608  # ours
    return f"{STAMP} WHERE record_id IN ({keys});"


def _postgresql_record(verb: str) -> str:
    if verb == "DELETE":
        return f"{STAMP}, gone = true WHERE record_id IN (SELECT id FROM old_rows);"  # noqa: S608  # ours
    return _live("n.id, n.slug, n.kind", "new_rows AS n, relations_revision AS now", "WHERE now.id = 1", "false")


def _live(columns: str, tables: str, where: str, no: str) -> str:
    """Note the row of a record that is there, under its present slug and kind."""
    return (
        f"INSERT INTO {TOUCHES} (record_id, slug, kind, revision, changed_at, kept, gone) "  # noqa: S608  # ours
        f"SELECT {columns}, now.number, now.changed_at, 0, {no} FROM {tables} {where} "
        "ON CONFLICT (record_id) DO UPDATE SET slug = excluded.slug, kind = excluded.kind, "
        "revision = excluded.revision, changed_at = excluded.changed_at, gone = excluded.gone;"
    )


def _names(table: str, verb: str, *, rows: bool) -> str:
    """Note the old slug of what is or was public, and let go of one that is in use; by transition tables or row."""
    noun, _title = NAMED[table]
    new = "(SELECT slug FROM new_rows)" if rows else "(NEW.slug)"
    freed = f"DELETE FROM {FORMER} WHERE noun = '{noun}' AND slug IN {new};"  # noqa: S608  # ours
    if verb == "INSERT":
        return freed
    if verb == "UPDATE":
        moved = "old_rows AS o JOIN new_rows AS n ON n.id = o.id, " if rows else ""
        o, n = ("o", "n") if rows else ("OLD", "NEW")
        return f"{_note(table, moved, o, f'AND {o}.slug <> {n}.slug {_public(table, o)}')} {freed}"
    return "" if table == RECORD else _note(table, *(("old_rows AS o, ", "o") if rows else ("", "OLD")))


def _public(table: str, old: str) -> str:
    """Of records, only what is or was published."""
    if table != RECORD:
        return ""
    once = f"EXISTS (SELECT 1 FROM {VERSIONS} AS v WHERE v.slug = {old}.slug)"  # noqa: S608  # ours
    return f"AND ({old}.editorial_status = 'published' OR {once})"


def _note(table: str, rows: str, old: str, where: str = "") -> str:
    """Keep the old slug, its row and the title that went with it."""
    noun, title = NAMED[table]
    titles = ", ".join(f"COALESCE({old}.{title}_{code}, '')" for code in ("tr", "en"))
    return (
        f"INSERT INTO {FORMER} (noun, slug, key, title_tr, title_en, revision, at) "  # noqa: S608  # ours
        f"SELECT '{noun}', {old}.slug, {old}.id, {titles}, now.number, now.changed_at "
        f"FROM {rows}relations_revision AS now WHERE now.id = 1 {where} "
        "ON CONFLICT (noun, slug) DO UPDATE SET key = excluded.key, title_tr = excluded.title_tr, "
        "title_en = excluded.title_en, revision = excluded.revision, at = excluded.at;"
    )
