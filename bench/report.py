"""python -m bench.report: write the tables of docs/performance.md and docs/operations.md from bench/results/*.json."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from . import sizing, table
from .machine import ROOT

RESULTS = Path(__file__).parent / "results"
MARKS = re.compile(r"(<!-- (?P<name>bench|sizing|layers|cluster) -->\n).*?(<!-- end -->)", re.S)
NOTHING = "Not measured yet."
SIZED = 100_000  # records of the run that the sizing table follows from


def runs() -> dict[int, dict[str, Any]]:
    """The results of each size that was measured on both engines, the smallest first."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in RESULTS.glob("*.json") if path.stem.isdecimal()]
    return {each["size"]: each for each in sorted(found, key=lambda each: int(each["size"]))}


def of_one_engine() -> list[dict[str, Any]]:
    """The results of runs on one engine alone, the smallest first."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in RESULTS.glob("*-*.json")]
    return sorted(found, key=lambda each: (int(each["size"]), each["engines"]))


def filled(text: str, parts: Mapping[str, str]) -> str:
    """The document with what stands between its marks replaced."""
    return MARKS.sub(lambda found: f"{found[1]}\n{parts[found['name']]}\n\n{found[3]}", text)


def bench(found: Iterable[Mapping[str, Any]]) -> str:
    """Goals and speeds of every run."""
    return "\n\n".join(part for results in found for part in _of_run(results))


def _of_run(results: Mapping[str, Any]) -> Iterator[str]:
    machine, versions = results["machine"], results["versions"]
    engines = results["engines"]
    yield f"### {results['size']:,} records" + (f", {engines[0]} alone" if len(engines) == 1 else "")
    yield (
        f"{results['date']}, code {results['code'] or 'unknown'}, on {machine['cores']} cores of {machine['cpu']} with "
        f"{machine['memory_mib'] / 1024:.0f} GiB, load {machine['load_before']} before the first round. "
        + ", ".join(f"{name} {version}" for name, version in versions.items() if version)
        + f". Rounds of {results.get('seconds', '?')} s."
    )
    yield table.markdown(table.GOAL, table.goals(results["goals"]))
    yield table.markdown(table.SPEED, table.speeds(results["targets"]))
    if results["refused"]:
        yield "\n".join(f"- Not measured: {name}: {why}" for name, why in results["refused"].items())


def layers(found: Mapping[int, Mapping[str, Any]]) -> str:
    """Where the time of each page goes, at the largest size that was measured."""
    profiles = [(size, results["profile"]) for size, results in found.items() if "profile" in results]
    if not profiles:
        return NOTHING
    size, profile = profiles[-1]
    return f"At {size:,} records:\n\n" + "\n\n".join(_of_engine(name, pages) for name, pages in profile.items())


def _of_engine(engine: str, pages: Mapping[str, Any]) -> str:
    names = sorted({name for each in pages.values() for name in each["layers"]})
    rows = [
        (
            page,
            f"{each['cpu_ms']:.1f}",
            f"{each['queries']:.0f}",
            *(f"{each['layers'].get(name, 0):.0%}" for name in names),
        )
        for page, each in pages.items()
    ]
    return table.markdown((engine, "CPU ms", "queries", *names), rows)


def sized(found: Mapping[int, Mapping[str, Any]]) -> str:
    """Cores by readers, and bytes of the database by records."""
    results = found.get(SIZED)
    if results is None:
        return NOTHING
    sizes = [
        (f"{size:,}", *(_mib(each.get("database", {}).get(engine)) for engine in ("sqlite", "postgresql")))
        for size, each in found.items()
    ]
    return "\n\n".join(
        (
            table.markdown(sizing.HEAD, sizing.rows(results)),
            table.markdown(("records", "database, SQLite", "database, PostgreSQL"), sizes),
        )
    )


def _mib(value: float | None) -> str:
    return "not measured" if value is None else f"{value:,.0f} MiB"


def clustered(results: Mapping[str, Any]) -> str:
    """What two nodes did while their parts were taken away."""
    of = f"a world of {results['records']:,} records" if results["records"] else "the fixtures"
    said = f"{results['date']}, code {results['code'] or 'unknown'}, {results['machine']['cores']} cores, {of}:"
    return f"{said}\n\n{table.markdown(table.CLUSTER, table.phases(results['phases']))}"


def main() -> int:
    found = runs()
    parts = {
        "bench": bench([*found.values(), *of_one_engine()]) or NOTHING,
        "sizing": sized(found),
        "layers": layers(found),
    }
    cluster = RESULTS / "cluster.json"
    parts["cluster"] = clustered(json.loads(cluster.read_text(encoding="utf-8"))) if cluster.exists() else NOTHING
    for name in ("performance", "operations"):
        path = ROOT / "docs" / f"{name}.md"
        path.write_text(filled(path.read_text(encoding="utf-8"), parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
