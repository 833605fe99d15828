"""Which errors mean that a database does not answer, and which that we asked it something wrong."""

from dataclasses import dataclass

from django.db import InterfaceError, OperationalError

ASKED_WRONGLY, NOT_THERE = "SQLITE_ERROR", "SQLITE_CANTOPEN"  # to SQLite a missing table is an operational error too
TOOK_TOO_LONG = "57014"  # statement_timeout
GONE = ("08", "57P", "58")  # connection lost, shutting down, system error


@dataclass(frozen=True)
class Trouble:
    """What to do about it: leave the database alone for a while, ask another one."""

    is_gone: bool
    is_worth_another: bool


def read_trouble(error: BaseException | None) -> Trouble | None:
    """None where the database is well and the question was wrong."""
    if isinstance(error, InterfaceError):
        return Trouble(is_gone=True, is_worth_another=True)
    if not isinstance(error, OperationalError):
        return None
    sqlite = getattr(error.__cause__, "sqlite_errorname", "")
    if sqlite:
        return None if sqlite == ASKED_WRONGLY else Trouble(is_gone=sqlite == NOT_THERE, is_worth_another=True)
    return _of_state(getattr(error.__cause__, "sqlstate", None))


def _of_state(state: str | None) -> Trouble:
    """By the SQLSTATE; a server that was not reached gives none."""
    if state == TOOK_TOO_LONG:
        return Trouble(is_gone=False, is_worth_another=False)
    return Trouble(is_gone=state is None or state.startswith(GONE), is_worth_another=True)
