"""Medians, ratios and whether a goal is reached: pure arithmetic over rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from .load import Round


@dataclass(frozen=True)
class Summary:
    """The rounds of a target together: medians, and the least and the most in a second."""

    per_second: float
    least: float
    most: float
    p50: float
    p95: float
    size: float
    failed: int


@dataclass(frozen=True)
class Goal:
    """What is to be reached: one target's requests a second over those of its peer."""

    name: str
    of: str
    peer: str
    bound: float


@dataclass(frozen=True)
class Judged:
    """A goal with what was found; None where it was not measured, or where answers failed."""

    name: str
    engine: str
    value: float | None
    bound: float
    at_most: bool = False
    note: str = ""
    unit: str = "×"

    @property
    def is_reached(self) -> bool:
        if self.value is None:
            return False
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"reached": self.is_reached}


def summary(rounds: Sequence[Round]) -> Summary:
    """Medians over the rounds."""
    speeds = [each.per_second for each in rounds]
    return Summary(
        per_second=round(median(speeds), 1),
        least=min(speeds),
        most=max(speeds),
        p50=round(median(each.p50 for each in rounds), 2),
        p95=round(median(each.p95 for each in rounds), 2),
        size=round(median(each.size for each in rounds)),
        failed=sum(each.failed for each in rounds),
    )


def ratio(of: Summary | None, peer: Summary | None) -> float | None:
    """One over the other; None where either is missing, stood still or answered with errors."""
    if of is None or peer is None or of.failed or peer.failed or not peer.per_second:
        return None
    return of.per_second / peer.per_second


def judged(goals: Sequence[Goal], engine: str, summaries: Mapping[str, Summary]) -> list[Judged]:
    """Each goal on an engine; names without one are those of peers."""
    return [
        Judged(
            goal.name,
            engine,
            ratio(_named(goal.of, engine, summaries), _named(goal.peer, engine, summaries)),
            goal.bound,
        )
        for goal in goals
    ]


def _named(name: str, engine: str, summaries: Mapping[str, Summary]) -> Summary | None:
    return summaries.get(name) or summaries.get(f"{name}@{engine}")


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies; the nearest there is."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
