"""make cluster: a table, bench/results/cluster.json; fails on any wrong answer and on any error to a reader."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import table
from bench.machine import ROOT, facts
from bench.processes import end_in_good_order

from . import standing
from .parts import Part
from .phases import GRACE, Event, Phase, run, together
from .postgres import Postgres

GENTLE = 0.02  # seconds that a reader pauses, where the question is not how fast
ROUNDS = 3  # where it is how fast


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.cluster", description=__doc__)
    asked.add_argument("--seconds", type=float, default=10, help="of each phase")
    asked.add_argument("--records", type=int, default=0, help="of a made world; the fixtures where none are asked for")
    options = asked.parse_args()
    end_in_good_order()
    root = Path(tempfile.mkdtemp(prefix="kopru-cluster-"))
    root.chmod(0o755)
    try:
        phases = whole(root, options.seconds, options.records)
    except Exception:
        for log in sorted(root.glob("*.log")):
            print(f"== {log.name}\n{log.read_text(errors='replace')[-2000:]}", file=sys.stderr)
        raise
    finally:
        shutil.rmtree(root)
    told(phases, options.records)
    sys.exit(any(phase.errors or phase.wrong for phase in phases))


def whole(root: Path, seconds: float, records: int) -> list[Phase]:
    """How fast one node and two, then one part away after the other."""
    with standing.cluster(root, records) as ours:
        return [
            *in_turn({"one node": ours.host_alone, "two nodes": ours.host}, ours.paths, min(seconds, 6)),
            run("staff write", ours.host, ours.paths, seconds, ours.staff(), pause=GENTLE),
            without("a node", ours.node, ours, seconds, may_lose=1),
            without("the replica", ours.replica, ours, seconds),
            without("Redis", ours.redis, ours, seconds),
            without_primary(ours, seconds),
        ]


def in_turn(hosts: Mapping[str, str], paths: Sequence[str], seconds: float) -> list[Phase]:
    """A phase for each host, out of rounds in turn; one before them makes the pages for all, and does not count."""
    run("warming", next(iter(hosts.values())), paths, seconds)
    rounds = [{name: run(name, host, paths, seconds) for name, host in hosts.items()} for _ in range(ROUNDS)]
    return [together([each[name] for each in rounds]) for name in hosts]


def without(name: str, part: Part | Postgres, ours: standing.Cluster, seconds: float, may_lose: int = 0) -> Phase:
    """`may_lose`: the change that is under way when a node is killed."""
    events = [Event(seconds / 4, part.crash), Event(seconds * 3 / 4, part.start)]
    return run(
        f"{name} stops and comes back", ours.host, ours.paths, seconds, ours.staff(), events, GENTLE, may_lose=may_lose
    )


def without_primary(ours: standing.Cluster, seconds: float) -> Phase:
    """Meanwhile staff are told so, in both languages; afterwards they write again."""
    stop, middle, start = seconds / 4, seconds / 2, seconds * 3 / 4
    staff = ours.staff()
    events = [Event(stop, ours.primary.crash), Event(middle, staff.expect_refusal), Event(start, ours.primary.start)]
    name, may_refuse = "the primary stops and comes back", (stop - 1, start + GRACE)
    return run(name, ours.host, ours.paths, seconds + GRACE, staff, events, GENTLE, may_refuse)


def told(phases: Sequence[Phase], records: int) -> None:
    """The table, and the file beside the other results."""
    print(table.plain(table.CLUSTER, table.phases(phase.as_json() for phase in phases)))
    for phase in phases:
        for what in (*phase.wrong, *(f"{told} ({count})" for told, count in phase.errors.items())):
            print(f"{phase.name}: {what}")
    found = facts() | {"records": records, "phases": [phase.as_json() for phase in phases]}
    path = ROOT / "bench" / "results" / "cluster.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
