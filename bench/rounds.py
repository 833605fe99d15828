"""Rounds in turn: target A, B, C, then A, B, C again, so that what else the machine does falls on all alike."""

import sys
from collections.abc import Sequence
from pathlib import Path

from .load import Round, run
from .processes import settle
from .targets import Target
from .worlds import FOLDER

ROUNDS = 5
ENOUGH = 100  # answers in a second; a round of what is slower lasts LONG seconds, or few would end within it
LONG = 4
WARMING = 6  # seconds at most


def measured(targets: Sequence[Target], seconds: int, rounds: int = ROUNDS) -> dict[str, list[Round]]:
    """The rounds of every target, after some that do not count."""
    found: dict[str, list[Round]] = {target.name: [] for target in targets}
    asked = dict.fromkeys(found, 0)
    lasting = {target.name: lasting_of(warmed(target), seconds) for target in targets}
    for number in range(1, rounds + 1):
        for at, target in enumerate(targets, 1):
            progress(f"round {number}/{rounds}, {at}/{len(targets)}: {target.name}")
            result = run(target.server.url, written(target), lasting[target.name], asked[target.name])
            settle(target.server.pid)
            asked[target.name] += round(result.per_second * lasting[target.name])
            found[target.name].append(result)
    progress("")
    return found


def warmed(target: Target) -> float:
    """Answers in a second, once they no longer come faster and faster: each worker has then made what it keeps."""
    speeds = [0.0]
    while len(speeds) < 2 or (speeds[-1] > 1.5 * speeds[-2] and len(speeds) <= WARMING):
        progress(f"warming {target.name}")
        speeds.append(run(target.server.url, written(target), 1, 0).per_second)
        settle(target.server.pid)
    return speeds[-1]


def lasting_of(speed: float, seconds: int) -> int:
    """Seconds of a round: enough for a good number of answers to end within it."""
    return seconds if speed >= ENOUGH else max(seconds, LONG)


def written(target: Target) -> Path:
    """The lines as a file for wrk."""
    path = FOLDER / "addresses" / f"{target.name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(target.lines) + "\n", encoding="utf-8")
    return path


def progress(text: str) -> None:
    """One line that is written over, where a person looks on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
