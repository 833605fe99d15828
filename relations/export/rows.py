"""The bytes of a Django fixture: rows as dictionaries in, one JSON object a line out. No ORM."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]  # {"model": "relations.place", "fields": {…}}
PLACES = Decimal("0.001")  # every decimal column keeps three


def render(rows: Iterable[Row]) -> Iterator[bytes]:
    """A JSON array in UTF-8, keys sorted; the same rows give the same bytes wherever they come from."""
    between = b"[\n"
    for row in rows:
        yield between + line(row)
        between = b",\n"
    yield b"\n]\n" if between == b",\n" else b"[\n]\n"


def line(row: Row) -> bytes:
    """One row without its line end; NaN and types that have no canonical form are refused."""
    return _encode(row).encode()


def canonical(value: object) -> str:
    """The one spelling of a decimal (three places), a moment (UTC, microseconds) or a day (ISO 8601)."""
    if isinstance(value, Decimal):
        return str(value.quantize(PLACES))
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC).isoformat(timespec='microseconds')[:26]}Z"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form in a fixture")


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False, default=canonical).encode
