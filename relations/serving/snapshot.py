"""A page of one revision, however often others write while it is made."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import DatabaseError, InterfaceError, connections, transaction
from django.http import HttpRequest, HttpResponseBase

from relations.nodes import reading

from . import memo
from .freshness import UnknownError, mark

TRIES = 3
Answered = Callable[[HttpRequest], HttpResponseBase]


def whole(request: HttpRequest, get_response: Answered) -> tuple[HttpResponseBase, str | None]:
    """The answer, and the mark of the revision that all of it is from; None where nobody knows, so that none keeps it.

    Where no revision came meanwhile the answer is of one; else it is made again, at last inside a snapshot.
    """
    alias = reading.alias()
    if connections[alias].in_atomic_block:  # as in a test
        return get_response(request), None
    for _ in range(TRIES):
        before = _mark(alias)
        with memo.asking_once():
            response = get_response(request)
        if before is None or before == _mark(alias):
            return response, before
        if response.streaming:
            return response, None
    try:
        with memo.off(), memo.asking_once(), snapshot(alias):
            return get_response(request), None
    except (DatabaseError, InterfaceError):  # it does not even begin: whoever answers will say so
        return get_response(request), None


def _mark(alias: str) -> str | None:
    try:
        return mark(alias)
    except UnknownError:
        return None


@contextmanager
def snapshot(alias: str) -> Iterator[None]:
    """All that is read inside is of one moment. Nothing can be written: what tries to, is told so by the database."""
    connection = connections[alias]
    connection.ensure_connection()
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            stack.enter_context(_deferred(connection))
        stack.enter_context(transaction.atomic(using=alias))
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                stack.callback(connection.connection.execute, "PRAGMA query_only = OFF")
                cursor.execute("PRAGMA query_only = ON")
            else:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _deferred(connection: Any) -> Iterator[None]:
    """Reading alone needs no place in the queue of writers."""
    usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = usual
