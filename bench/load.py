"""One round of requests by wrk, with 32 connections kept open, and what came of it."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("requests.lua")
CONNECTIONS, THREADS = 32, 2
MEASURED = re.compile(r"^measured (\{.+\})$", re.M)


@dataclass(frozen=True)
class Round:
    """Requests a second, milliseconds, bytes an answer, and how many answers were errors or never came."""

    per_second: float
    p50: float
    p95: float
    size: float
    failed: int


def read_output(text: str) -> Round:
    """What requests.lua wrote at the end; raises ValueError where it wrote nothing."""
    found = MEASURED.search(text)
    if not found:
        raise ValueError(f"wrk measured nothing: {text.strip()[-400:]}")
    said = json.loads(found[1])
    requests = said["requests"]
    return Round(
        per_second=round(requests / (said["microseconds"] / 1e6), 1),
        p50=round(said["p50"] / 1000, 2),
        p95=round(said["p95"] / 1000, 2),
        size=round(said["bytes"] / max(1, requests)),
        failed=said["failed"],
    )


def run(url: str, addresses: Path, seconds: float, start: int, connections: int = CONNECTIONS) -> Round:
    """Ask one server for that long, from this line of the file on."""
    program = shutil.which("wrk") or sys.exit("wrk is not installed: apt-get install wrk")
    options = ["-t", str(THREADS), "-c", str(connections), "-d", f"{max(1, round(seconds))}s", "--timeout", "20s"]
    command = [program, *options, "-s", str(SCRIPT), url, "--", str(addresses), str(start)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds + 60)
    return read_output(done.stdout + done.stderr)
