"""From the one table of records to the kinds that extend it."""

from typing import cast

from relations.models import Record


def of_its_kind(record: Record) -> Record:
    """The record as the kind that it is, with the columns and the history of that kind."""
    return record if record.of_kind else cast(Record, getattr(record, f"as_{record.kind}"))
