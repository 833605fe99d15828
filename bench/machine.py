"""What was measured on what: the machine, the programs, the code."""

import os
import platform
import re
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PACKAGES = ("django", "granian", "psycopg", "orjson", "datasette", "uvicorn")


def facts() -> dict[str, Any]:
    """Everything that a reader of the figures may want to know."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "code": _code(),
        "machine": {
            "cpu": _line("/proc/cpuinfo", r"model name\s*: (.+)") or platform.processor(),
            "cores": len(os.sched_getaffinity(0)),
            "memory_mib": int(_line("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) // 1024,
            "system": f"{platform.system()} {platform.release()}",
            "load_before": round(os.getloadavg()[0], 2),
        },
        "versions": {
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            **{name: version(name) for name in PACKAGES},
            "nginx": _found(_said(shutil.which("nginx") or "/usr/sbin/nginx", "-v")),
            "wrk": _found(_said("wrk", "-v")),
        },
    }


def _code() -> str:
    """The revision of the code, where it lies in a repository."""
    said = _said("git", "-C", str(ROOT), "describe", "--always", "--dirty", "--tags")
    return "" if said.startswith("fatal:") else said


def _line(path: str, pattern: str) -> str:
    found = re.search(pattern, Path(path).read_text(encoding="utf-8"))
    return found[1].strip() if found else ""


def _said(*command: str) -> str:
    """What a program prints, on whichever stream; nothing where it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    except OSError:
        return ""
    return (done.stdout + done.stderr).strip()


def _found(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    return found[0] if found else ""
