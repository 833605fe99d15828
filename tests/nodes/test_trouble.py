import sqlite3

import psycopg
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, ProgrammingError
from psycopg_pool import PoolTimeout

from relations.nodes.trouble import Trouble, read_trouble


def caused(error, cause):
    error.__cause__ = cause
    return error


def of_sqlite(name):
    cause = sqlite3.OperationalError()
    cause.sqlite_errorname = name
    return caused(OperationalError(), cause)


def of_postgresql(cause):
    return caused(OperationalError(), cause)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (InterfaceError("connection already closed"), Trouble(is_gone=True, is_worth_another=True)),
        (of_postgresql(psycopg.OperationalError("refused")), Trouble(is_gone=True, is_worth_another=True)),
        (of_postgresql(PoolTimeout()), Trouble(is_gone=True, is_worth_another=True)),
        (of_postgresql(psycopg.errors.AdminShutdown()), Trouble(is_gone=True, is_worth_another=True)),
        (of_postgresql(psycopg.errors.SerializationFailure()), Trouble(is_gone=False, is_worth_another=True)),
        (of_postgresql(psycopg.errors.TooManyConnections()), Trouble(is_gone=False, is_worth_another=True)),
        (of_postgresql(psycopg.errors.QueryCanceled()), Trouble(is_gone=False, is_worth_another=False)),
        (of_sqlite("SQLITE_BUSY"), Trouble(is_gone=False, is_worth_another=True)),
        (of_sqlite("SQLITE_CANTOPEN"), Trouble(is_gone=True, is_worth_another=True)),
        (of_sqlite("SQLITE_ERROR"), None),
        (ProgrammingError("no such table"), None),
        (IntegrityError(), None),
        (KeyError(), None),
        (None, None),
    ],
)
def test_an_error_says_whether_its_database_is_gone_and_whether_another_could_answer(error, trouble):
    assert read_trouble(error) == trouble
