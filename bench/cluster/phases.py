"""What happens while readers read, and what was right and wrong about it."""

import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .readers import Report, read
from .staff import Staff

BOUND = 5.0  # seconds that a page may be behind the last change; a replica that comes back has to catch up
GRACE = 6.0  # seconds after the primary is back in which the admin may still refuse


@dataclass(frozen=True)
class Event:
    """Something that is done to the cluster, so many seconds after the phase began."""

    at: float
    do: Callable[[], None]


@dataclass
class Phase:
    """One line of the table."""

    name: str
    requests: int = 0
    per_second: float = 0
    p50: float = 0
    p95: float = 0
    slowest: float = 0
    errors: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    changes: int = 0
    refused: int = 0
    seen_after: float = 0  # the longest until readers saw a change
    behind: float = 0  # the oldest page that was given out

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def run(
    name: str,
    host: str,
    paths: Sequence[str],
    seconds: float,
    staff: Staff | None = None,
    events: Sequence[Event] = (),
    pause: float = 0.0,
    may_refuse: tuple[float, float] | None = None,
    may_lose: int = 0,
) -> Phase:
    """Readers for so long, with what happens meanwhile.

    Staff may be refused between two seconds of the phase; so many of their changes may be lost with a node.
    """
    begun = time.time()
    reading = read(host, paths, seconds, pause)
    worker = staff.work() if staff else None
    for event in events:
        time.sleep(max(0, begun + event.at - time.time()))
        event.do()
    report = reading.end()
    phase = _measured(name, report, seconds)
    if staff and worker:
        staff.leave()
        worker.join()
        _judge(phase, report, staff, begun, may_refuse)
        if staff.lost > may_lose:
            phase.wrong.append(f"of {staff.lost} changes nobody can say whether they were made")
    return phase


def together(rounds: Sequence[Phase]) -> Phase:
    """Rounds of the same as one: the middle one's speed, all requests, and whatever went wrong in any."""
    middle = sorted(rounds, key=lambda each: each.per_second)[len(rounds) // 2]
    errors = sum((Counter(each.errors) for each in rounds), Counter[str]())
    wrong = [told for each in rounds for told in each.wrong]
    return replace(middle, requests=sum(each.requests for each in rounds), errors=dict(errors), wrong=wrong)


def _measured(name: str, report: Report, seconds: float) -> Phase:
    took = sorted(each * 1000 for each in report.seconds) or [0.0]
    phase = Phase(name, len(report.seconds), len(report.seconds) / seconds)
    phase.p50, phase.p95 = statistics.median(took), took[int(len(took) * 0.95)]
    phase.slowest, phase.errors = took[-1], dict(report.errors.most_common(20))
    phase.wrong = [f"{told} ({count})" for told, count in report.wrong.most_common(20)]
    return phase


def _judge(phase: Phase, report: Report, staff: Staff, begun: float, may_refuse: tuple[float, float] | None) -> None:
    """What staff wrote beside what readers saw: no page mixes revisions, none is too old."""
    phase.changes, phase.refused = len(staff.written), len(staff.refused)
    phase.seen_after = max((each.seen_after for each in staff.written), default=0)
    made = {each.revision: each.number for each in staff.written}
    for revision, number in sorted(report.titles):
        if made.get(revision, number) != number and number not in staff.uncertain:
            phase.wrong.append(f"a page of revision {revision} says {number}, which is not of it")
    for each in staff.written:
        older = [moment for revision, moment in report.last_seen.items() if revision < each.revision]
        phase.behind = max(phase.behind, max(older, default=0) - each.after)
    if phase.behind > BOUND:
        phase.wrong.append(f"a page was {phase.behind:.1f} seconds behind")
    start, end = may_refuse or (0, 0)
    early = [each - begun for each in staff.refused if not start <= each - begun <= end]
    phase.wrong += [f"refused after {each:.1f} seconds" for each in early] + staff.wrong
