"""Results as tables of text: for the terminal, and for docs/."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SPEED = ("target", "req/s", "least–most", "p50 ms", "p95 ms", "bytes", "failed")
CLUSTER = ("phase", "requests", "req/s", "p50 ms", "p95 ms", "5xx", "wrong", "changes", "refused", "seen after s")
GOAL = ("goal", "engine", "found", "asked", "reached")


def speeds(targets: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """A row for each target."""
    return [
        (
            name,
            number(each["per_second"]),
            f"{number(each['least'])}–{number(each['most'])}",
            f"{each['p50']:.1f}",
            f"{each['p95']:.1f}",
            number(each["size"]),
            str(each["failed"] or ""),
        )
        for name, each in targets.items()
    ]


def goals(judged: Iterable[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """A row for each goal, with what was found beside what was asked for."""
    return [
        (
            goal["name"] + (f" ({goal['note']})" if goal["note"] else ""),
            goal["engine"],
            "not measured" if goal["value"] is None else f"{figure(goal['value'])} {goal['unit']}",
            f"{'≤' if goal['at_most'] else '≥'} {figure(goal['bound'])} {goal['unit']}",
            "yes" if goal["reached"] else "no",
        )
        for goal in judged
    ]


def phases(found: Iterable[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """A row for each phase of a cluster's run."""
    return [
        (
            phase["name"],
            number(phase["requests"]),
            number(phase["per_second"]),
            f"{phase['p50']:.1f}",
            f"{phase['p95']:.1f}",
            str(sum(phase["errors"].values())),
            str(len(phase["wrong"])),
            str(phase["changes"]),
            str(phase["refused"]),
            f"{phase['seen_after']:.2f}",
        )
        for phase in found
    ]


def number(value: float) -> str:
    """Thousands with commas; tenths where there are few."""
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"


def figure(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def plain(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns under each other, the first to the left and the others to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    return "\n".join(_line(row, widths) for row in (head, *rows))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same for a document."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
