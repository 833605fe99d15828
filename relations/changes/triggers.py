"""What database triggers do beside raising the revision: note on each record when it was touched, and its old names.

The list of changes that search works off is emptied as it is indexed; this is a ledger that stays. Both watch the
same tables. No trigger names a public table but its own, which SQLite could not rebuild otherwise.
"""

from collections.abc import Iterator

from relations.search.triggers import WATCHED

TOUCHES, FORMER, VERSIONS = "relations_recordtouch", "relations_formerslug", "relations_recordversion"
# Table → the column that names the record.
TOUCHING = {f"relations_{table}": column for table, (noun, column) in WATCHED.items() if noun == "record"}
RECORD = "relations_record"
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
STAMP = (
    f"UPDATE {TOUCHES} SET revision = (SELECT number FROM relations_revision WHERE id = 1), "  # noqa: S608  # ours
    "changed_at = (SELECT changed_at FROM relations_revision WHERE id = 1)"
)


def sqlite(table: str, verb: str) -> str:
    """What the row trigger of a table does after it has raised the revision."""
    if table not in TOUCHING:
        return ""
    if table != RECORD:
        keys = ", ".join(f"{row}.{TOUCHING[table]}" for row in ROWS[verb])
        return f"{STAMP} WHERE record_id IN ({keys});"
    if verb == "DELETE":
        return f"{STAMP}, gone = 1 WHERE record_id = OLD.id;"
    live = _live("NEW.id, NEW.slug, NEW.kind", "relations_revision AS now", "WHERE now.id = 1", "0")
    freed = f"DELETE FROM {FORMER} WHERE slug = NEW.slug;"  # noqa: S608  # ours
    renamed = _renamed("OLD.slug, NEW.id", "", "OLD", "NEW") if verb == "UPDATE" else ""
    return f"{live} {renamed} {freed}"


def postgresql(table: str) -> Iterator[str]:
    """Statement triggers, which fire in the order of their names: after the one that raises the revision."""
    for verb, rows in ROWS.items():
        name = f"{table}_touched_{verb.lower()}"
        tables = " ".join(f"{row} TABLE AS {row.lower()}_rows" for row in rows)
        does = _postgresql_record(verb) if table == RECORD else _postgresql_part(TOUCHING[table], rows)
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {does} RETURN NULL; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (
            f"CREATE TRIGGER {name} AFTER {verb} ON {table} REFERENCING {tables} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def _postgresql_part(column: str, rows: tuple[str, ...]) -> str:
    keys = " UNION ".join(f"SELECT {column} FROM {row.lower()}_rows" for row in rows)  # noqa: S608  # ours
    return f"{STAMP} WHERE record_id IN ({keys});"


def _postgresql_record(verb: str) -> str:
    if verb == "DELETE":
        return f"{STAMP}, gone = true WHERE record_id IN (SELECT id FROM old_rows);"  # noqa: S608  # ours
    live = _live("n.id, n.slug, n.kind", "new_rows AS n, relations_revision AS now", "WHERE now.id = 1", "false")
    freed = f"DELETE FROM {FORMER} WHERE slug IN (SELECT slug FROM new_rows);"  # noqa: S608  # ours
    joined = "FROM old_rows AS o JOIN new_rows AS n ON n.id = o.id"
    return f"{live} {_renamed('o.slug, n.id', joined, 'o', 'n') if verb == 'UPDATE' else ''} {freed}"


def _live(columns: str, tables: str, where: str, no: str) -> str:
    """Note the row of a record that is there, under its present slug and kind."""
    return (
        f"INSERT INTO {TOUCHES} (record_id, slug, kind, revision, changed_at, kept, gone) "  # noqa: S608  # ours
        f"SELECT {columns}, now.number, now.changed_at, 0, {no} FROM {tables} {where} "
        "ON CONFLICT (record_id) DO UPDATE SET slug = excluded.slug, kind = excluded.kind, "
        "revision = excluded.revision, changed_at = excluded.changed_at, gone = excluded.gone;"
    )


def _renamed(columns: str, tables: str, old: str, new: str) -> str:
    """Note the old slug of a record that is or was public."""
    return (
        f"INSERT INTO {FORMER} (slug, record_id) SELECT {columns} {tables} "  # noqa: S608  # ours
        f"WHERE {old}.slug <> {new}.slug AND ({old}.editorial_status = 'published' "
        f"OR EXISTS (SELECT 1 FROM {VERSIONS} AS v WHERE v.slug = {old}.slug)) "
        "ON CONFLICT (slug) DO UPDATE SET record_id = excluded.record_id;"
    )
