"""records.ndjson: one published record a line, with those who took part and every citation."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import orjson
from django.db import models
from django.db.models import Prefetch

from relations.models import Citation, Participation

from . import public
from .records import EXPORTS, Columns, RecordExport, meant, plainly, says, translated
from .rows import canonical
from .selecting import following, tuples

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
        kind = str(export.model.of_kind)
        parts = (public.rows(model, kind) for model in (Participation, Citation))
        yield from (told for _, told in together(export, public.rows(export.model), *parts))


def together(
    export: RecordExport,
    records: models.QuerySet[Any],
    participations: models.QuerySet[Any],
    citations: models.QuerySet[Any],
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a kind with what stands on them, by key: three queries in the same order, read side by side."""
    names, at = tuple(export.columns), tuple(export.columns).index("slug")
    took_part = following(_parts(Participation, participations, PARTICIPANT))
    cited = following(_parts(Citation, citations, CITATION))
    for *row, pk in tuples(records, export.fields, plainly, "pk", blank=False):
        told = dict(zip(names, row, strict=True))
        told["participants"] = [dict(zip(PARTICIPANT, part, strict=False)) for part in took_part(row[at])]
        told["citations"] = [dict(zip(CITATION, part, strict=False)) for part in cited(row[at])]
        yield pk, told


def _parts(model: type[models.Model], queryset: models.QuerySet[Any], columns: Columns) -> Iterator[Sequence[Any]]:
    """What stands on records: these columns, then the record's slug."""
    fields = [meant(model, path) for path in columns.values()]
    return tuples(queryset, fields, plainly, "record__slug", blank=False)


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
    """One JSON object a line, without spaces, keys in the order of their declaration, UTF-8; many lines at a time."""
    lines = (orjson.dumps(row, default=canonical, option=OPTIONS) for row in rows)
    while some := b"".join(islice(lines, public.CHUNK)):
        yield some


OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_PASSTHROUGH_DATETIME  # moments are spelt by `canonical`
