"""The column `consensus` of fixture rows, from the rows of citations, sources and figures. No database."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from relations.checks.agreement import Statement
from relations.checks.consensus import of_record

from .rows import Row, natural_key


def consensus_of(rows: Iterable[Row]) -> dict[str, str]:
    """The worst state of each cited record, by slug."""
    rows = list(rows)
    originals = {
        fields["slug"]: fields["translation_of"][0] for fields in _of(rows, "source") if fields["translation_of"]
    }
    units = {fields["record"][0]: fields["unit"] for fields in _of(rows, "figure")}
    said: dict[str, dict[str, list[Statement]]] = {}
    for fields in _of(rows, "citation"):
        record, field = fields["record"][0], fields["field"]
        unit = units.get(record, "") if field == "value" else ""
        said.setdefault(record, {}).setdefault(field, []).append(_statement(fields, unit))
    return {record: of_record(fields, originals) for record, fields in said.items()}


def _of(rows: Iterable[Row], model: str) -> list[dict[str, Any]]:
    """The fields of a model's rows, in the order of their natural keys."""
    found = [row for row in rows if row["model"] == f"relations.{model}"]
    return [row["fields"] for row in sorted(found, key=natural_key)]


def _statement(fields: dict[str, Any], unit: str) -> Statement:
    step = fields["says_step"]
    return Statement(
        source=fields["source"][0],
        says=fields["says"],
        preferred=fields["preferred"],
        qualifier=fields["says_qualifier"],
        step=None if step is None else Decimal(step),
        unit=unit,
    )
