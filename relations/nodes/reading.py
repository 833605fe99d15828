"""Which database is read now: the primary, unless a request of the public reads a replica."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

_alias: ContextVar[str] = ContextVar("database_that_is_read", default=DEFAULT_DB_ALIAS)
_is_provisional: ContextVar[bool] = ContextVar("answer_is_provisional", default=False)


def alias() -> str:
    return _alias.get()


def connection() -> BaseDatabaseWrapper:
    """For SQL of our own on the way of a reader; who writes takes django.db.connection, which is the primary."""
    return connections[alias()]


def is_primary() -> bool:
    """Whether what is read may be written as well."""
    return alias() == DEFAULT_DB_ALIAS


@contextmanager
def reading_from(name: str) -> Iterator[None]:
    """Read this database inside the block."""
    token = _alias.set(name)
    try:
        yield
    finally:
        _alias.reset(token)


@contextmanager
def noting_provisional() -> Iterator[None]:
    """Inside the block, `is_provisional` tells of this block alone."""
    token = _is_provisional.set(False)
    try:
        yield
    finally:
        _is_provisional.reset(token)


def call_provisional() -> None:
    """Say that the answer will be another one without any new revision: the index was behind. Nobody may keep it."""
    _is_provisional.set(True)


def is_provisional() -> bool:
    return _is_provisional.get()
