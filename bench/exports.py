"""Everything as NDJSON and CSV: how fast it is built and handed out, and what it takes of the server's memory."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from .figures import Judged
from .memory import memory_of
from .site import node
from .tools import inside, outside
from .worlds import World

TOGETHER = 4  # readers of the largest file at a time
PIECE = 1 << 18


@dataclass
class Watch:
    """The memory of a node before, and the most that it held since."""

    idle: float
    most: float = 0
    ended: threading.Event = field(default_factory=threading.Event)


def measured(world: World) -> tuple[list[Judged], dict[str, Any]]:
    """The goals of exports on a world, and the figures behind them."""
    raw = outside("bench.peers.raw", world.url)
    built = inside(world, "bench.inside.dump")
    with node(world, "exports") as site:
        _take(site.url, built["files"][-1])  # so that what is loaded once is not counted
        with watched(site.pid) as watch:
            first, seconds, size = _handed_out(site.url, built["files"])
    told = {
        "raw": raw,
        "built": built,
        "handed_out": {"seconds": seconds, "bytes": size, "first_byte_ms": first},
        "server_mib": {"idle": watch.idle, "above_idle": watch.most - watch.idle},
    }
    return list(_judged(world, told)), told


def _judged(world: World, told: dict[str, Any]) -> Iterator[Judged]:
    raw, built, out = told["raw"]["seconds"], told["built"], told["handed_out"]
    name = "export of everything, NDJSON and CSV"
    above = told["server_mib"]["above_idle"]
    note = (
        f"who builds: {built['mib_above_start']:.0f} MiB above its start, its helper {built['mib_helper']:.0f} in all"
    )
    yield Judged(f"{name}: server memory above idle", world.engine, above, 32, at_most=True, note=note, unit="MiB")
    note = f"{built['seconds']:.1f} s, raw read {raw:.1f} s"
    yield Judged(f"{name}: built once a revision / raw read", world.engine, raw / built["seconds"], 0.4, note=note)
    note = f"{out['seconds']:.1f} s, {out['bytes'] / 1e6:,.0f} MB"
    yield Judged(f"{name}: handed out / raw read", world.engine, raw / out["seconds"], 0.4, note=note)
    yield Judged(f"{name}: first byte", world.engine, out["first_byte_ms"], 200, at_most=True, unit="ms")


@contextmanager
def watched(pid: int) -> Iterator[Watch]:
    """Look at a node's memory every twentieth of a second."""
    watch = Watch(memory_of(pid))

    def look() -> None:
        while not watch.ended.wait(0.05):
            watch.most = max(watch.most, memory_of(pid))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield watch
    finally:
        watch.ended.set()
        thread.join()


def _handed_out(url: str, names: list[str]) -> tuple[float, float, int]:
    """The longest wait for a first byte in ms, the seconds for all files one after the other, and their bytes.

    Afterwards some readers take the first file at the same time, for what that does to memory.
    """
    begun = time.perf_counter()
    taken = [_take(url, name) for name in names]
    seconds = time.perf_counter() - begun
    crowd = [threading.Thread(target=_take, args=(url, names[0])) for _ in range(TOGETHER)]
    for reader in crowd:
        reader.start()
    for reader in crowd:
        reader.join()
    return max(first for first, _ in taken), seconds, sum(size for _, size in taken)


def _take(url: str, name: str) -> tuple[float, int]:
    """Milliseconds to the first byte of a download, and its bytes; raises RuntimeError where it is not handed out."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=600)
    begun = time.perf_counter()
    connection.request("GET", f"/en/downloads/{name}")
    response = connection.getresponse()
    size = len(response.read(1))
    first = (time.perf_counter() - begun) * 1000
    while piece := response.read(PIECE):
        size += len(piece)
    connection.close()
    if response.status != http.client.OK:
        raise RuntimeError(f"{name} answers {response.status}")
    return first, size
