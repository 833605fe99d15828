"""What the database holds, row by row, in the fixtures' own terms."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import models

from relations.export.fixture import keyed

from .fixture_files import MODELS, digest, key_text


class Stored(NamedTuple):
    """A row as the database has it."""

    pk: int
    digest: str


def all_stored() -> dict[str, Stored]:
    """Every row that a fixture could hold, by its key; a query a table."""
    return {key: found for model in MODELS for key, found in _stored(model)}


def _stored(model: type[models.Model]) -> Iterator[tuple[str, Stored]]:
    for pk, row in keyed(model, model._default_manager.order_by("pk"), hide=False):
        yield key_text(row), Stored(pk, digest(row))
