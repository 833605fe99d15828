"""records.ndjson: one published record a line, with those who took part and every citation."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch

from relations.models import Citation, Participation

from . import public
from .records import EXPORTS, Columns, says, translated
from .rows import canonical

PARTICIPANT: Columns = {"role": "role", "person": "person.slug", "office": "office.slug"}
CITATION: Columns = {
    "field": "field",
    "source": "source.slug",
    "start": "start",
    "end": "end",
    "evidence": "evidence",
    "says": "says",
    "qualifier": "says_qualifier",
    "step": "says_step",
    "preferred": "preferred",
    **translated("reason"),
    "inference": "inference",
}


def records() -> Iterator[dict[str, Any]]:
    """Kind after kind, each by slug; a key is absent where the kind has none, null where nothing is known."""
    for export in EXPORTS:
        for record, row in export.rows(*attached()):
            row["participants"] = [says(each, PARTICIPANT) for each in record.participations.all()]
            row["citations"] = [says(each, CITATION) for each in record.citations.all()]
            yield row


def attached() -> "tuple[Prefetch[str], ...]":
    """What stands on a record, each with what it names."""
    return (
        Prefetch("participations", public.rows(Participation).select_related("person", "office")),
        Prefetch("citations", public.rows(Citation).select_related("source")),
    )


def render(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One JSON object a line, keys in the order of their declaration, UTF-8."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, allow_nan=False, default=canonical).encode() + b"\n"
