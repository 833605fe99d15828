"""Which databases answer. One that does not is skipped at once, and asked again beside the requests, never by one."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from threading import Thread

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from .breaker import Breaker

log = logging.getLogger(__name__)
_breakers: defaultdict[str, Breaker] = defaultdict(Breaker)
_turns = count()


def replicas() -> list[str]:
    return [name for name in connections if name != DEFAULT_DB_ALIAS]


def for_public() -> list[str]:
    """Databases that may answer a reader, best first: the replicas by turns, then the primary. Empty if none is up."""
    names = replicas()
    if not names:
        return _up([DEFAULT_DB_ALIAS])
    first = next(_turns) % len(names)
    return _up([*names[first:], *names[:first], DEFAULT_DB_ALIAS])


def for_staff(*, may_be_replica: bool) -> list[str]:
    """The primary; where it is down a replica can still show a page, and take nothing.

    Before that it is asked whether it is back: another node may know already and have saved what is looked for now.
    """
    if may_be_replica and replicas() and not is_up(DEFAULT_DB_ALIAS):
        ask_again(DEFAULT_DB_ALIAS)
    return _up([DEFAULT_DB_ALIAS, *(replicas() if may_be_replica else ())])


def _up(names: Sequence[str]) -> list[str]:
    return [name for name in names if is_up(name)]


def is_up(name: str) -> bool:
    breaker = _breakers[name]
    if not breaker.is_open:
        return True
    if breaker.may_try():
        Thread(target=ask_again, args=[name], daemon=True).start()
    return False


def doubt(name: str) -> None:
    """After a failure: others skip this database while we ask whether it is gone, or only our connection was."""
    _breakers[name].trip()
    if not ask_again(name):
        log.warning("The database %r does not answer; requests go around it", name)


def ask_again(name: str) -> bool:
    """Connect anew, past the pool; a database that answers is used again."""
    connection = connections[name].copy()
    connection.settings_dict["OPTIONS"].pop("pool", None)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    finally:
        connection.close()
    _breakers[name].reset()
    return True
