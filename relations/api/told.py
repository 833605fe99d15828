"""What rows say under the names that leave, by the key of their record: one query whose SQL is worked out once."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models

from relations.export.ndjson import CITATION, PARTICIPANT
from relations.export.public import ORDERS
from relations.export.records import EXPORTS, Columns, meant, plainly
from relations.export.selecting import converted, selected
from relations.models import Citation, Participation
from relations.prepared import Prepared

Told = dict[str, Any]


class Teller:
    """These columns of a model's rows; `record` is where the key of their record stands."""

    def __init__(self, model: type[models.Model], columns: Columns, record: str = "pk") -> None:
        fields = [meant(model, path) for path in columns.values()]
        order = ORDERS[model][1:] if record != "pk" else ()
        self.names = tuple(columns)
        self.converters = [None, *map(plainly, fields)]
        self.prepared = Prepared(
            model,
            lambda rows, keys: (
                rows.filter(**{f"{record}__in": keys})
                .order_by(*order)
                .values_list(record, *(selected(field, blank=False) for field in fields))
            ),
        )

    def tell(self, keys: Sequence[int]) -> Iterator[tuple[int, Told]]:
        """Each row with the key of its record, those of one record in the order of their natural key."""
        for key, *values in converted(self.prepared.rows(keys), self.converters):
            yield key, dict(zip(self.names, values, strict=True))


OF_KIND = {str(export.model.of_kind): Teller(export.model, export.columns) for export in EXPORTS}
ATTACHED = {
    "participants": Teller(Participation, PARTICIPANT, "record"),
    "citations": Teller(Citation, CITATION, "record"),
}


def attached(name: str, keys: Sequence[int]) -> dict[int, list[Told]]:
    """Who took part, or what each source says, for each of these records."""
    found: dict[int, list[Told]] = {key: [] for key in keys}
    for key, told in ATTACHED[name].tell(keys):
        found[key].append(told)
    return found
