"""The Frictionless Data Package (version 2) of the CSV files: datapackage.json, and everything in one zip."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.utils.translation import override

from .cff import CITATION
from .edition import LICENCE, SPDX, Draft, Edition, Entry
from .schema import LANGUAGES, Column, Table, tables

DESCRIPTOR, ARCHIVE = "datapackage.json", "datapackage.zip"
PROFILE = "https://datapackage.org/profiles/2.0"
TYPES = {"edtf": "string", "decimal": "number"}
EPOCH = (1980, 1, 1, 0, 0, 0)  # one date for every member: the same data give the same bytes


def write_descriptor(draft: Draft) -> None:
    """Describe the tables that were written."""
    text = json.dumps(descriptor(draft.edition, draft.entries), ensure_ascii=False, indent=2) + "\n"
    (draft.folder / DESCRIPTOR).write_text(text, encoding="utf-8")


def write_archive(draft: Draft) -> None:
    """The description, how to cite it, and the tables, in one file."""
    names = [DESCRIPTOR, CITATION, *(f"{table.name}.csv" for table in tables())]
    with ZipFile(draft.folder / ARCHIVE, "w") as archive:
        for name in names:
            _add(archive, draft.folder / name)


def _add(archive: ZipFile, path: Path) -> None:
    member = ZipInfo(path.name, EPOCH)
    member.compress_type, member.external_attr = ZIP_DEFLATED, 0o644 << 16
    with path.open("rb") as source, archive.open(member, "w") as target:
        shutil.copyfileobj(source, target)


def descriptor(edition: Edition, entries: Mapping[str, Entry]) -> dict[str, Any]:
    """The package: what it is, whose, under which licence, and its tables."""
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": "relations",
        **_both("title", edition.title),
        **_both("description", edition.summary),
        "version": str(edition.number),
        "created": edition.date,
        "homepage": edition.page("en"),
        "licenses": [{"name": SPDX, "path": LICENCE["data_deed"], "title": LICENCE["data"]}],
        "contributors": [{"title": settings.SITE_NAME, "path": settings.SITE_URL, "roles": ["publisher"]}],
        "sources": [{"title": settings.SITE_NAME, "path": edition.page("en"), "version": str(edition.number)}],
        "resources": [resource(table, entries[f"{table.name}.csv"]) for table in tables()],
    }


def resource(table: Table, entry: Entry) -> dict[str, Any]:
    """One table and its file."""
    return {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": table.name,
        "type": "table",
        **_both("title", table.title),
        "path": entry.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": entry.size,
        "hash": f"sha256:{entry.sha256}",
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """What the columns hold, which of them tell rows apart, and which name rows of other tables."""
    links = [(column.name, column.points_at) for column in table.columns if column.points_at]
    found: dict[str, Any] = {
        "$schema": f"{PROFILE}/tableschema.json",
        "fields": [field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        found["primaryKey"] = list(table.key)
    if links:
        found["foreignKeys"] = [{"fields": [name], "reference": _reference(table, target)} for name, target in links]
    return found


def _reference(table: Table, target: tuple[str, str]) -> dict[str, Any]:
    """A table names itself by nothing, as the standard asks."""
    return {"resource": "" if target[0] == table.name else target[0], "fields": [target[1]]}


def field(column: Column) -> dict[str, Any]:
    """One column: type, words in each language, bounds of what it may say."""
    found: dict[str, Any] = {
        "name": column.name,
        "type": TYPES.get(column.type, column.type),
        **_both("title", column.title),
    }
    if column.help:
        found |= _both("description", column.description)
    if column.type == "list":
        found |= {"delimiter": " ", "itemType": "string"}
    bounds = {"required": column.required, "unique": column.unique, "enum": [value for value, _ in column.choices]}
    if any(bounds.values()):
        found["constraints"] = {name: value for name, value in bounds.items() if value}
    return found | ({"labels": labels(column)} if column.choices else {})


def labels(column: Column) -> dict[str, dict[str, str]]:
    """What each value of a closed list is called, by language."""
    found: dict[str, dict[str, str]] = {value: {} for value, _ in column.choices}
    for language in LANGUAGES:
        with override(language):
            for value, words in column.choices:
                found[value][language] = str(words)
    return found


def _both(name: str, words: Any) -> dict[str, str]:
    """A property in English, where programs look for it, and once in every language."""
    return {name: words("en"), **{f"{name}_{language}": words(language) for language in LANGUAGES}}
