"""How many cores so many readers need: arithmetic on measured figures, said in full in docs/operations.md."""

from collections.abc import Mapping, Sequence
from typing import Any

DAY = 86_400
PEAK = 4  # the busiest second over the mean of the day
USED = 0.6  # of a core, so that a burst finds room
KEPT = 0.9  # of the answers stand in a cache when they are asked for
MIX = {"record": 0.6, "timeline": 0.3, "search": 0.1}  # what readers ask for
READS = (100_000, 1_000_000, 10_000_000, 100_000_000)
HEAD = ("reads a day", "at the peak, a second", "cores, SQLite", "cores, PostgreSQL", "GB a day")


def seconds_of_a_core(targets: Mapping[str, Any], engine: str, cores: int, kept: float = KEPT) -> float | None:
    """What one answer costs in the mix, in seconds of one core; None where a page of it was not measured."""
    total = 0.0
    for page, share in MIX.items():
        for state, part in (("cold", 1 - kept), ("warm", kept)):
            found = targets.get(f"{page}.{state}@{engine}")
            if not found or not found["per_second"] or found["failed"]:
                return None
            total += share * part * cores / found["per_second"]
    return total


def cores_for(reads: int, seconds: float) -> float:
    """Cores that a day's readers keep busy at its peak."""
    return reads / DAY * PEAK * seconds / USED


def rows(results: Mapping[str, Any], reads: Sequence[int] = READS) -> list[tuple[str, ...]]:
    """A row for each number of readers."""
    cores = results["machine"]["cores"]
    costs = [seconds_of_a_core(results["targets"], engine, cores) for engine in ("sqlite", "postgresql")]
    size = _mean_size(results["targets"])
    return [
        (
            f"{each:,}",
            f"{each / DAY * PEAK:,.0f}",
            *("not measured" if cost is None else _cores(cores_for(each, cost)) for cost in costs),
            f"{each * size / 1e9:,.1f}",
        )
        for each in reads
    ]


def _mean_size(targets: Mapping[str, Any]) -> float:
    """Compressed bytes of an answer in the mix."""
    found = {page: targets.get(f"{page}.warm@sqlite") or targets.get(f"{page}.warm@postgresql") for page in MIX}
    return sum(share * float((found[page] or {"size": 0})["size"]) for page, share in MIX.items())


def _cores(value: float) -> str:
    return f"{value:,.1f}" if value >= 0.1 else "< 0.1"
