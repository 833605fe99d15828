"""python -m bench [--size 1000 --size 100000] [--engine sqlite] [--minutes 3]: measure, print, and keep as JSON."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import machine, reach, table
from .parts import PARTS
from .processes import end_in_good_order
from .results import Results
from .site import collect_static
from .worlds import ENGINES, World, ready

RESULTS = Path(__file__).parent / "results"
SIZES = (1_000, 100_000)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="What the site does in a second, beside others.")
    parser.add_argument("--size", type=int, action="append", help="records; 0 for the fixtures; may be given again")
    parser.add_argument("--engine", choices=ENGINES, help="one engine alone; its results are kept apart")
    parser.add_argument("--minutes", type=float, default=3, help="how long the rounds together may take, for each size")
    parser.add_argument("--part", choices=["reach", *PARTS], action="append", help="one part alone; nothing is kept")
    parser.add_argument("--without", choices=PARTS, action="append", default=[], help="a part that is left out")
    parser.add_argument(
        "--keep-data", action="store_true", help="measure the data that is there, whatever code made it"
    )
    return parser.parse_args()


def main() -> int:
    end_in_good_order()
    asked = arguments()
    World.kept = asked.keep_data
    engines = (asked.engine,) if asked.engine else ENGINES
    for size in asked.size or SIZES:
        name = f"{size}-{asked.engine}" if asked.engine else str(size)
        parts = [part for part in asked.part or ["reach", *PARTS] if part not in asked.without]
        show(measure(size, engines, asked.minutes, parts, "" if asked.part else name))
    return 0


def measure(size: int, engines: tuple[str, ...], minutes: float, parts: list[str], name: str) -> Results:
    """Every part that is asked for, on worlds of this size; kept under a name, if any, as far as it has come."""
    worlds = [ready(size, engine) for engine in engines]
    collect_static(worlds[0])
    sizes = {world.engine: round(world.mib(), 1) for world in worlds}
    results = Results(size, more=machine.facts() | {"engines": list(engines), "database": sizes})
    if "reach" in parts:
        begin("requests a second", size, " and ".join(engines))
        with lenient(results, "reach"):
            reach.measure(results, engines, minutes)
        keep(results, name)
    for each in (each for each in PARTS if each in parts):
        for world in worlds:
            begin(each, size, world.engine)
            with lenient(results, f"{each}@{world.engine}"):
                part(results, each, world)
            keep(results, name)
    return results


@contextmanager
def lenient(results: Results, name: str) -> Iterator[None]:
    """What cannot be measured is told, and the rest is measured; how long it took is kept."""
    begun = time.monotonic()
    try:
        yield
    except (RuntimeError, OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
        results.refused[name] = f"{type(error).__name__}: {error}"
    results.more.setdefault("took", {})[name] = round(time.monotonic() - begun, 1)


def part(results: Results, name: str, world: World) -> None:
    """One part on one engine, shown as soon as it is there."""
    goals, told = PARTS[name](world)
    if goals:
        print(table.plain(table.GOAL, table.goals(goal.as_json() for goal in goals)), end="\n\n", flush=True)
    results.goals += goals
    results.more.setdefault(name, {})[world.engine] = told


def begin(name: str, size: int, where: str) -> None:
    print(f"{size:,} records, {where}: {name} ...", file=sys.stderr, flush=True)


def show(results: Results) -> None:
    """Everything once more, together."""
    found = results.as_json()
    print(f"\n{results.size:,} records\n")
    if found["targets"]:
        print(table.plain(table.SPEED, table.speeds(found["targets"])), end="\n\n")
    for name, why in results.refused.items():
        print(f"{name} was not measured: {why}\n")
    print(table.plain(table.GOAL, table.goals(found["goals"])), flush=True)


def keep(results: Results, name: str) -> None:
    """All rounds and all that was measured on, as JSON, if it is to be kept."""
    if not name:
        return
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(results.as_json(), ensure_ascii=False, indent=1) + "\n"
    (RESULTS / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
