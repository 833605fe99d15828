"""Half of the documents worked out by a second process: that is Python's work, so one process keeps one core busy.

It takes every other batch of keys and sends its rows through a pipe, so neither process runs far ahead of the other.
Where it sees another revision, or ends, whoever asked works out the rest alone.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection

from relations.models import Record, Revision

WORTH_IT = 5_000  # records: fewer are done before a process has started
ANOTHER_REVISION = 75  # as sysexits.h has it: try again
Row = tuple[Any, ...]


class Batch(NamedTuple):
    """The keys between which a batch lies, and the rows of its documents."""

    first: int
    last: int
    rows: list[Row]


class Helper(AbstractContextManager["Helper"]):
    """A process that works out every other batch; ends with the block."""

    def __init__(self, size: int) -> None:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "write_documents", str(size)]
        command += ["--revision", revision()]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)  # noqa: S603  # ours

    def rows(self, keys: Sequence[int]) -> list[Row] | None:
        """Those of this batch, which is the next that it has; None where it has ended or sees other records."""
        batch = self._next() if self.process.stdout and not self.process.stdout.closed else None
        if batch and (batch.first, batch.last) == (keys[0], keys[-1]):
            return batch.rows
        self._end()
        return None

    def _next(self) -> Batch | None:
        with suppress(EOFError, pickle.UnpicklingError):
            return Batch(*pickle.load(self.process.stdout))  # type: ignore[arg-type]  # noqa: S301  # from our own process
        return None

    def _end(self) -> None:
        if self.process.stdout:
            self.process.stdout.close()
        self.process.kill()
        self.process.wait()

    def __exit__(self, *_error: object) -> None:
        self._end()


def send(batches: Iterator[tuple[Sequence[int], list[Row]]], stream: Any) -> None:
    """The helper's side: its batches of keys with their rows, one after the other."""
    for keys, rows in batches:
        pickle.dump((keys[0], keys[-1], rows), stream)
        stream.flush()


def revision() -> str:
    """The data that are seen now: a database made anew counts from one, hence the date."""
    found = Revision.current()
    return f"{found.number} {found.changed_at.isoformat()}"


def is_worth_it() -> bool:
    """Whether there is a core for it and enough to do, and all that is seen here is seen by others too."""
    if connection.in_atomic_block or (os.cpu_count() or 1) < 2:
        return False
    return bool(Record.objects.order_by()[WORTH_IT : WORTH_IT + 1].exists())
