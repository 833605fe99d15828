"""Fixture files as rows that know their file and line, read one by one and as often as they are needed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from sys import maxsize
from typing import Any

import orjson
from django.apps import apps
from django.db import models
from django.utils.functional import cached_property  # without the lock of Python's own

from relations.export.rows import line as canonical_line

from .build import FILES
from .rows import key_names

VOLATILE = frozenset({"changed_at", "consensus"})  # a stamp, and what follows from citations: not content
MODELS = tuple(model for models_ in FILES.values() for model in models_)
OF_RECORDS = frozenset(model._meta.label_lower for name, models_ in FILES.items() for model in models_ if name >= "04")


@dataclass(eq=False)  # not frozen: who hands it on notes where it came from
class FixtureError(Exception):
    """What is wrong in a fixture file, and where; nothing of the load stays."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class OtherLayoutError(Exception):
    """A file does not hold a row a line."""


@dataclass(frozen=True)
class FixtureRow:
    """One row of a fixture file."""

    file: str
    line: int
    row: dict[str, Any]
    offset: int = field(default=0, compare=False)  # of its first byte, where a row is a line

    @property
    def model(self) -> type[models.Model]:
        return _model(self.row["model"])

    @cached_property
    def key(self) -> str:
        return key_text(self.row)

    @property
    def unit(self) -> str:
        return unit_of(self.key)

    def error(self, reason: object) -> FixtureError:
        return FixtureError(self.file, self.line, str(reason))


@cache
def _model(label: str) -> type[models.Model]:
    return apps.get_model(label)


def key_text(row: dict[str, Any]) -> str:
    """A row's model and natural key in one string."""
    model, fields = row["model"], row["fields"]
    return " ".join([model, *[_named(fields.get(name)) for name in key_names(model, "record" in fields)]])


def _named(value: Any) -> str:
    """A part of a natural key as text; a reference is a list of one."""
    if isinstance(value, list):
        value = value[0]
    return "" if value is None else str(value)


def unit_of(key: str) -> str:
    """What is kept or overwritten as one: a record with all that hangs on it, or a row alone."""
    model, _, rest = key.partition(" ")
    return f"record {rest.partition(' ')[0]}" if model in OF_RECORDS else key


def digest(row: dict[str, Any]) -> str:
    """The SHA-256 of a row's content."""
    fields = row["fields"]
    if not VOLATILE.isdisjoint(fields):
        fields = {name: value for name, value in fields.items() if name not in VOLATILE}
    return sha256(canonical_line({"model": row["model"], "fields": fields})).hexdigest()


def files(folder: Path) -> list[Path]:
    """The fixture files of a folder, in their order; raises FixtureError where there is none."""
    if found := sorted(folder.glob("*.json")):
        return found
    raise FixtureError(str(folder), 1, "there is no fixture file here")


ALL = range(1, maxsize)


def rows_of(path: Path, lines: range = ALL, offset: int = 0) -> Iterator[FixtureRow]:
    """The rows of a file that begin on these lines, one after the other; raises FixtureError.

    `offset` is that of the first of these rows, where it is known: what stands before is not read again.
    """
    taken = 0
    try:
        for row in _line_by_line(path, lines, offset):
            yield row
            taken += 1
    except OtherLayoutError:
        yield from islice((row for row in _at_once(path) if row.line in lines), taken, None)


def _line_by_line(path: Path, lines: range, offset: int) -> Iterator[FixtureRow]:
    """A file as we write it, a row a line, in constant memory; raises OtherLayoutError as soon as it is not."""
    with path.open("rb") as stream:
        goes_on, at = bool(offset) or next(stream, b"") == b"[\n", offset or len(b"[\n")
        stream.seek(at)
        for number, line in enumerate(stream, lines.start if offset else 2):
            if line == b"]\n" and (number == 2 or not goes_on) and not stream.read(1):
                return
            if not goes_on:
                break
            goes_on = line.endswith(b",\n")
            if number in lines:
                yield FixtureRow(path.name, number, _parse(line.rstrip(b",\n")), at)
            elif number >= lines.stop:
                return
            at += len(line)
    raise OtherLayoutError


def _parse(line: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise OtherLayoutError from error
    if not isinstance(row, dict):
        raise OtherLayoutError
    return row


def _at_once(path: Path) -> Iterator[FixtureRow]:
    """The objects of any JSON array with the lines that they start on."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FixtureError(path.name, 1, f"not UTF-8: {error.reason}") from error
    decoder = json.JSONDecoder()
    at, line = 0, 1
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise FixtureError(path.name, error.lineno, f"not JSON: {error.msg}") from error
    while (start := text.find("{", at)) >= 0:
        line += text.count("\n", at, start)
        row, end = decoder.raw_decode(text, start)
        yield FixtureRow(path.name, line, row)
        line += text.count("\n", start, end)
        at = end
