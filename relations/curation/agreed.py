"""The column `consensus` of fixture rows, from the rows of citations, sources and figures. No database."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from relations.checks.agreement import Statement
from relations.checks.consensus import of_record

from .rows import Row, natural_key


@dataclass
class Said:
    """What sources say of each field of each record, gathered row by row in the order of natural keys."""

    citations: dict[str, dict[str, list[Statement]]] = field(default_factory=dict)  # by record and field
    units: dict[str, str] = field(default_factory=dict)  # of figures
    originals: dict[str, str] = field(default_factory=dict)  # of translations, by source

    def note(self, row: Row) -> None:
        """Keep of a row what others are judged by."""
        fields, model = row["fields"], row["model"]
        if model == "relations.citation":
            record = self.citations.setdefault(fields["record"][0], {})
            record.setdefault(fields["field"], []).append(_statement(fields))
        elif model == "relations.figure":
            self.units[fields["record"][0]] = fields["unit"]
        elif model == "relations.source" and fields["translation_of"]:
            self.originals[fields["slug"]] = fields["translation_of"][0]

    def consensus(self, record: str) -> str:
        """The worst state among the fields of a record; empty where nothing is cited."""
        said = dict(self.citations.get(record, {}))
        if (unit := self.units.get(record)) and "value" in said:
            said["value"] = [replace(each, unit=unit) for each in said["value"]]
        return of_record(said, self.originals)


def consensus_of(rows: Iterable[Row]) -> dict[str, str]:
    """The worst state of each cited record, by slug."""
    said = Said()
    for row in sorted(rows, key=natural_key):
        said.note(row)
    return {record: said.consensus(record) for record in said.citations}


def _statement(fields: dict[str, Any]) -> Statement:
    step = fields["says_step"]
    return Statement(
        source=fields["source"][0],
        says=fields["says"],
        preferred=fields["preferred"],
        qualifier=fields["says_qualifier"],
        step=None if step is None else Decimal(step),
    )
