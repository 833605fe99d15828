"""What Datasette shows beside data.sqlite: `datasette data.sqlite --metadata datasette.json` (0.65 and 1.0)."""

import json
from typing import Any

from django.conf import settings
from django.utils.translation import override

from .edition import LICENCE, Draft, Edition
from .schema import LANGUAGES, Table, tables
from .sqlite import DATABASE
from .sqlite_views import WORDS

METADATA = "datasette.json"
FACETS = 4
NEWEST_FIRST = "date_earliest"


def write(draft: Draft) -> None:
    """Describe the database."""
    text = json.dumps(metadata(draft.edition), ensure_ascii=False, indent=2) + "\n"
    (draft.folder / METADATA).write_text(text, encoding="utf-8")


def metadata(edition: Edition) -> dict[str, Any]:
    """The whole, its one database, and every table and view; both languages stand in each text."""
    about = {
        "title": _both(edition.title),
        "description": f"{_both(edition.summary)} ({edition.number}, {edition.day})",
        "license": LICENCE["data"],
        "license_url": LICENCE["data_deed"],
        "source": settings.SITE_NAME,
        "source_url": edition.page("en"),
    }
    described = {table.name: table_metadata(table) for table in tables()}
    views = {name: {"description": _both(lambda language, name=name: _said(name, language))} for name in WORDS}
    database = DATABASE.removesuffix(".sqlite")
    return {**about, "databases": {database: {**about, "tables": {**described, **views}}}}


def table_metadata(table: Table) -> dict[str, Any]:
    """What the table and its columns are, what stands for a row, and by what to narrow it down."""
    found: dict[str, Any] = {
        "description": _both(table.title),
        "columns": {column.name: _both(column.title) for column in table.columns},
    }
    facets = [column.name for column in table.columns if column.choices or column.name == "relationship"]
    if table.kind:
        facets.remove("kind")
    if facets:
        found["facets"] = facets[:FACETS]
    label = next((name for name in ("title_en", "name_en") if name in table.names), None)
    if label:
        found["label_column"] = label
    if NEWEST_FIRST in table.names:
        found["sort_desc"] = NEWEST_FIRST
    return found


def _said(name: str, language: str) -> str:
    with override(language):
        return str(WORDS[name])


def _both(words: Any) -> str:
    """The text in every language; once where they agree."""
    return " · ".join(dict.fromkeys(words(language) for language in LANGUAGES))
