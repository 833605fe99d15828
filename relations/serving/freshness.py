"""Which revision of the data a reader would be shown now, for some microseconds: the question of every request.

Asked on a connection of this thread's own, past Django: it holds no transaction, so it sees what others committed, and
nothing that is not.
"""

import os
import select
import sqlite3
import threading
from abc import ABC, abstractmethod
from mmap import PROT_READ, mmap
from time import monotonic
from typing import Any

import psycopg
from django.db import connections
from psycopg.pq import ExecStatus

PATIENCE = 2  # seconds that a server may take, or a checkpoint of SQLite
A_LOOK = 1  # seconds after which SQLite's files are looked at again: whether others were put in their place
HEAD = 48  # bytes at the beginning of SQLite's WAL index, written by every commit as its last step
NAMED = b"kopru_mark"
QUERY = "SELECT number, changed_at FROM relations_revision WHERE id = 1"
# Text whose form no setting of a session changes, so that every node spells a mark alike.
QUERY_IN_POSTGRESQL = b"SELECT number || '-' || extract(epoch FROM changed_at) FROM relations_revision WHERE id = 1"
NONE = "0"  # nothing was ever written

_held = threading.local()
# Never closed: to close any descriptor of a file lets go of all locks that this process has on it, SQLite's among them.
_heads: dict[tuple[int, int], mmap] = {}
_heads_lock = threading.Lock()


class UnknownError(Exception):
    """The database does not say."""


class Reader(ABC):
    """A held connection to one database."""

    @abstractmethod
    def mark(self) -> str: ...

    @abstractmethod
    def close(self) -> None: ...


def mark(alias: str) -> str:
    """The number of the revision and its moment, since a database that was made anew counts again; raises UnknownError.

    A held connection may have been lost since it was used last, so a new one is tried once.
    """
    readers: dict[str, Reader] | None = getattr(_held, "readers", None)
    if readers is None:
        readers = _held.readers = {}
    reader = readers.get(alias)
    if reader is not None:
        try:
            return reader.mark()
        except (sqlite3.Error, psycopg.Error, OSError):
            readers.pop(alias).close()
    try:
        reader = readers[alias] = _connect(alias)
        return reader.mark()
    except (sqlite3.Error, psycopg.Error, OSError) as error:
        readers.pop(alias, None)
        raise UnknownError(str(error)) from error


def _connect(alias: str) -> Reader:
    """To the database that Django has under this name now: tests give it another one."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        return InMemory(name) if "mode=memory" in name else OnDisk(name)
    return OnServer(connection.get_connection_params())


class InMemory(Reader):
    """SQLite's database of a test run, which lies in this process: its connections share one cache."""

    def __init__(self, name: str) -> None:
        self.connection = sqlite3.connect(name, uri=True, isolation_level=None)

    def mark(self) -> str:
        row = self.connection.execute(QUERY).fetchone()
        return f"{row[0]}-{row[1]}" if row else NONE

    def close(self) -> None:
        self.connection.close()


class OnDisk(InMemory):
    """SQLite's file. While nobody has written, the head of its WAL index says so, which lies in shared memory.

    A look at it is no call of SQLite's, for each of which the thread would have to let others go first. Where there is
    no such index, `data_version` says the same without reading a page.
    """

    def __init__(self, path: str) -> None:
        self.path, self.version, self.known = path, None, NONE
        address = f"file:{path.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?mode=ro"
        self.connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
        self.execute = self.connection.execute
        self.execute(QUERY).fetchone()  # from here on the index is there, and stays as long as the connection does
        self.files, self.seen = self._files(), monotonic()
        self.index, self.head = head_of(f"{path}-shm"), b""

    def mark(self) -> str:
        if monotonic() - self.seen >= A_LOOK:
            self._look()
        # The head is read before what it speaks for: a commit between the two shows in the next look.
        head = self.index[:HEAD] if self.index else b""
        if head and head == self.head:
            return self.known
        version = self.execute("PRAGMA data_version").fetchone()[0]
        if version != self.version:
            # What is read may be newer than the version that was read before it: then it is read once more, later.
            self.known, self.version = super().mark(), version
        self.head = head
        return self.known

    def _look(self) -> None:
        if self._files() != self.files:
            raise OSError(f"{self.path} is another file now")
        self.seen = monotonic()

    def _files(self) -> list[tuple[int, int]]:
        """The database and its index, as the file system numbers them."""
        found = (os.stat(path) for path in (self.path, f"{self.path}-shm") if os.path.exists(path))
        return [(each.st_ino, each.st_dev) for each in found]


def head_of(path: str) -> mmap | None:
    """The head of a WAL index (https://sqlite.org/walformat.html, 2.1) as this process shares it; None without one."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    with _heads_lock:
        key = found.st_ino, found.st_dev
        if key not in _heads and found.st_size >= HEAD:
            _heads[key] = mmap(os.open(path, os.O_RDONLY), HEAD, prot=PROT_READ)
        return _heads.get(key)


class OnServer(Reader):
    """PostgreSQL, by a prepared statement and one round trip: libpq's own calls, far cheaper than a cursor."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.connection = psycopg.connect(**parameters, autocommit=True)
        self.server = self.connection.pgconn
        prepared = self.server.prepare(NAMED, QUERY_IN_POSTGRESQL)
        if prepared.status != ExecStatus.COMMAND_OK:
            raise psycopg.OperationalError(prepared.error_message.decode(errors="replace"))
        self.waiting = select.poll()
        self.waiting.register(self.server.socket, select.POLLIN)

    def mark(self) -> str:
        self.server.send_query_prepared(NAMED, ())
        while self.server.is_busy():
            if not self.waiting.poll(PATIENCE * 1000):
                raise psycopg.OperationalError("The server does not answer.")
            self.server.consume_input()
        answer = self.server.get_result()
        while self.server.get_result() is not None:  # None says that the answer has ended
            pass
        if answer is None or answer.status != ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError(answer.error_message.decode(errors="replace") if answer else "No answer.")
        return (answer.get_value(0, 0) or b"").decode() if answer.ntuples else NONE

    def close(self) -> None:
        self.connection.close()
