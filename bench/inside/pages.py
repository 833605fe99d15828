"""python -m bench.inside.pages [ADDRESS]: what pages cost, by layer; of one address also functions, queries and plans.

Without an address: reads lines of `page<tab>address`, writes JSON. Each address is asked for once before it counts.
"""

import cProfile
import json
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Any

import django
from django.db import connections

from .layers import shares

REPEATS = 5
SHOWN = 25


class Watched:
    """The queries of a request, with their milliseconds and parameters."""

    def __init__(self) -> None:
        self.queries: list[tuple[str, Any, float]] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries.append((sql, params, (time.perf_counter() - begun) * 1000))


def main() -> None:
    django.setup()
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})
    if len(sys.argv) > 1:
        explain(client, sys.argv[1])
        return
    asked: dict[str, list[str]] = defaultdict(list)
    for line in sys.stdin.read().splitlines():
        page, _tab, address = line.partition("\t")
        asked[page].append(address)
    json.dump({page: cost(client, addresses) for page, addresses in asked.items()}, sys.stdout)


def cost(client: Any, addresses: list[str]) -> dict[str, Any]:
    """Medians over some addresses of a kind of page."""
    found = [one(client, address) for address in addresses]
    layers = {name for each in found for name in each["layers"]}
    return {
        "cpu_ms": round(median(each["cpu_ms"] for each in found), 2),
        "queries": median(each["queries"] for each in found),
        "bytes": median(each["bytes"] for each in found),
        "layers": {name: round(median(each["layers"].get(name, 0) for each in found), 3) for name in sorted(layers)},
    }


def one(client: Any, address: str) -> dict[str, Any]:
    """An address by itself: processor time without the profiler, shares with it."""
    client.get(address)
    begun = time.process_time()
    for _ in range(REPEATS):
        answer = client.get(address)
    spent = (time.process_time() - begun) * 1000 / REPEATS
    stats, watched = profiled(client, address)
    return {"cpu_ms": spent, "queries": len(watched.queries), "bytes": len(answer.content), "layers": shares(stats)}


def profiled(client: Any, address: str) -> tuple[pstats.Stats, Watched]:
    """One request under the profiler, with its queries."""
    watched, profile = Watched(), cProfile.Profile()
    with watching(watched):
        profile.enable()
        client.get(address)
        profile.disable()
    return pstats.Stats(profile), watched


def watching(watched: Watched) -> Any:
    """Every connection under the same eye."""
    from contextlib import ExitStack

    stack = ExitStack()
    for connection in connections.all():
        stack.enter_context(connection.execute_wrapper(watched))
    return stack


def explain(client: Any, address: str) -> None:
    """Everything of one address, for a person."""
    found = one(client, address)
    print(
        f"{address}: {found['cpu_ms']:.1f} ms of processor time, {found['queries']} queries, {found['bytes']:,} bytes\n"
    )
    for name, share in sorted(found["layers"].items(), key=lambda each: -each[1]):
        print(f"{share:6.1%}  {name}")
    stats, watched = profiled(client, address)
    print()
    stats.sort_stats("tottime").print_stats(SHOWN)
    for sql, params, milliseconds in watched.queries:
        print(f"\n{milliseconds:.2f} ms  {sql[:600]}")
        print(*(f"    {line}" for line in plan(sql, params)), sep="\n")


def plan(sql: str, params: Any) -> Iterator[str]:
    """How the database answers a query; on PostgreSQL with the rows that it read."""
    connection = connections["default"]
    if not sql.lstrip().upper().startswith(("SELECT", "WITH")):
        return
    how = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) "
    with connection.cursor() as cursor:
        cursor.execute(how + sql, params)
        yield from (str(row[-1]) for row in cursor.fetchall())


if __name__ == "__main__":
    main()
