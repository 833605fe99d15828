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
            yield with_attached(record, row)


def with_attached(record: Any, row: dict[str, Any]) -> dict[str, Any]:
    """What a record says, with who took part and what each source says."""
    return {
        **row,
        "participants": [says(each, PARTICIPANT) for each in record.participations.all()],
        "citations": [says(each, CITATION) for each in record.citations.all()],
    }


def attached() -> "tuple[Prefetch[str], ...]":
    """What stands on a record, each with what it names; the records are chosen, so these need no choice."""
    participations = Participation.objects.select_related("person", "office")
    citations = Citation.objects.select_related("source")
    return (
        Prefetch("participations", participations.order_by(*public.ORDERS[Participation][1:])),
        Prefetch("citations", citations.order_by(*public.ORDERS[Citation][1:])),
    )


def render(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One JSON object a line, keys in the order of their declaration, UTF-8."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, allow_nan=False, default=canonical).encode() + b"\n"
