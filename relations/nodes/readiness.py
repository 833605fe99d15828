"""Whether this node can answer readers: a database answers, its migrations are applied, no replica is far behind."""

import logging
import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections
from django.db.migrations.executor import MigrationExecutor

from . import health

log = logging.getLogger(__name__)
OK, DOWN, LAGS, UNMIGRATED = "ok", "down", "lags", "migrations are missing"
_awaited: dict[str, tuple[float, str]] = {}  # of each replica: where the primary stood, and when
_migrated: set[str] = set()  # what was applied stays applied as long as the process lives


def look() -> dict[str, Any]:
    """Ready is who has one database that is well; a lagging replica is none, nor does the primary make up for it."""
    names = [DEFAULT_DB_ALIAS, *health.replicas()]
    databases = {name: _of(name) for name in names}
    states = [each["status"] for each in databases.values()]
    is_ready = OK in states and not {LAGS, UNMIGRATED} & set(states)
    return {"status": OK if is_ready else "not ready", "databases": databases, "cache": _cache()}


def _of(name: str) -> dict[str, Any]:
    if not health.is_up(name):
        return {"status": DOWN}
    try:
        found: dict[str, Any] = {"status": OK if _is_migrated(name) else UNMIGRATED}
        if name != DEFAULT_DB_ALIAS:
            found["lag"] = lag(name)
            if found["lag"] is not None and found["lag"] > settings.READY_LAG_SECONDS:
                found["status"] = LAGS
    except (DatabaseError, InterfaceError) as error:
        log.warning("%s: %s", name, error)
        health.doubt(name)
        return {"status": DOWN}
    finally:
        if not connections[name].in_atomic_block:
            connections[name].close()  # no signal of Django's does so for the probes
    return found


def _is_migrated(name: str) -> bool:
    if name not in _migrated:
        executor = MigrationExecutor(connections[name])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.add(name)
    return True


def lag(name: str) -> float | None:
    """Seconds since the primary stood where a replica has not come yet; None where the primary does not answer.

    The replica by itself cannot tell “nothing was written” from “the line to the primary is cut”, and the age of the
    last write that it saw is no lag in a quiet night.
    """
    if not health.is_up(DEFAULT_DB_ALIAS):
        return None
    written = _asked(DEFAULT_DB_ALIAS, "SELECT pg_current_wal_lsn()::text")
    now = time.monotonic()
    since, awaited = _awaited.setdefault(name, (now, written))
    if _asked(name, "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", awaited):
        _awaited[name] = now, written
        return 0
    return round(now - since, 1)


def _asked(name: str, question: str, *params: str) -> Any:
    with connections[name].cursor() as cursor:
        cursor.execute(question, params)
        return cursor.fetchone()[0]


def _cache() -> str:
    """For information: the site goes on without it."""
    cache.set("readyz", OK, 10)
    return OK if cache.get("readyz") == OK else DOWN
