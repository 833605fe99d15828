"""Records in fixture form: both halves of each, its people, and what supports it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from relations.dates import DateError, bounds
from relations.export.fixture import columns
from relations.models import (
    Agreement,
    Council,
    CouncilMeeting,
    EditorialStatus,
    Figure,
    Milestone,
    Participation,
    Record,
    Visit,
)

from .claims import Claim, choose, chosen_values, citation_rows
from .rows import Row, Rows, make_row, need_both_languages, spread
from .yaml_files import Entry

KINDS: dict[str, type[Record]] = {
    str(model.of_kind): model for model in (Agreement, Visit, Council, CouncilMeeting, Milestone, Figure)
}


@dataclass(frozen=True)
class Definition:
    """Where a record is defined, and the day on which its file was curated."""

    entry: Entry
    day: str

    @property
    def slug(self) -> str:
        return self.entry.text("slug")


def record_rows(definitions: list[Definition], claims: list[Claim], lengths: dict[str, int]) -> Rows:
    """All rows of all records; `lengths` are those of the texts held. Raises CurationError."""
    defined = {definition.slug for definition in definitions}
    for claim in claims:
        if claim.record not in defined:
            raise claim.entry.error(f"no file defines the record “{claim.record}”")
    chosen = choose(claims)
    by_record: dict[str, dict[str, Claim]] = {slug: {} for slug in defined}
    for (slug, name), claim in chosen.items():
        by_record[slug][name] = claim
    rows = [row for definition in definitions for row in _rows(definition, by_record[definition.slug])]
    return rows + citation_rows(claims, chosen, lengths)


def _rows(definition: Definition, claims: Mapping[str, Claim]) -> Rows:
    """The parent row, the row of its kind, and its participations."""
    entry = definition.entry
    kind = entry.text("kind")
    if kind not in KINDS:
        raise entry.error(f"“{kind}” is none of {', '.join(KINDS)}")
    model = KINDS[kind]
    values = _values(model, entry, claims)
    need_both_languages(Record, values, entry)
    parent = {field.name for field in columns(Record)}
    own = {name: value for name, value in values.items() if name not in parent}
    derived = _derived(values, definition)
    return [
        make_row(Record, {name: values[name] for name in parent & set(values)} | derived, entry),
        make_row(model, own | {"record": definition.slug}, entry),
        *_people(entry),
    ]


def _values(model: type[Record], entry: Entry, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """What the definition writes and what its preferred claims say, by column; never both for one column."""
    values = spread(model, entry)
    for name in ("people", "claims"):
        values.pop(name, None)
    for name in model.cited_fields:
        if name in values:
            raise entry.error(f"“{name}” comes from a claim: it is not written on the record")
        if name in claims:
            values |= chosen_values(claims[name])
    return values


def _derived(values: Mapping[str, Any], definition: Definition) -> dict[str, Any]:
    """Columns that nobody writes by hand."""
    try:
        span = bounds(values.get("date", ""))
        day = datetime.fromisoformat(definition.day).replace(tzinfo=UTC)
    except (DateError, ValueError) as error:
        raise definition.entry.error(error) from error
    return {
        "earliest": span.earliest,
        "latest": span.latest,
        "editorial_status": EditorialStatus.PUBLISHED,
        "changed_at": day,
    }


def _people(entry: Entry) -> Iterable[tuple[Row, Entry]]:
    for person in entry.entries("people"):
        yield make_row(Participation, {**person, "record": entry.text("slug")}, person)
