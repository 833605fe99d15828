"""Servers that run as long as a block does, and end with it however it ends."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

PATIENCE = 60  # seconds until the first answer
GRACE = 10  # seconds to end in good order
SETTLING = 5  # seconds to become quiet after a round
# Waits for the end of its input, which comes when we are gone, whatever ended us; then ends the group that is named.
KEEPER = 'cat >/dev/null; kill -TERM "-$1" && sleep 3 && kill -KILL "-$1"'
ALONE: dict[str, Any] = {"stdin": subprocess.PIPE, "start_new_session": True, "stderr": subprocess.DEVNULL}


@dataclass(frozen=True)
class Server:
    """A running server: its address, its first process, and how long it took to its first answer."""

    url: str
    pid: int
    started_in: float


def free_port() -> int:
    """A port of the loopback that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    name: str, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process group of its own, which ends with the block, and where we are killed ourselves too."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    keeper = subprocess.Popen(["/bin/sh", "-c", KEEPER, f"keeper-of-{name}", str(process.pid)], **ALONE)
    try:
        yield process
    finally:
        stop(process)
        keeper.kill()
        keeper.communicate()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, then what is left of what it started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)


def wait_for(process: subprocess.Popen[bytes], url: str, log: Path) -> float:
    """Seconds until the address answers without an error; raises RuntimeError with the end of the log."""
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() < begun + PATIENCE:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE).close()
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.02)
        else:
            return time.monotonic() - begun
    raise RuntimeError(f"{url} does not open:\n{log.read_text(errors='replace')[-3000:]}")


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [pid, *(each for child in found for each in family(child))]


def settle(pid: int) -> None:
    """Wait until a server has done with what was asked and not waited for: else it would take from the next."""
    until, before = time.monotonic() + SETTLING, _worked(pid)
    while time.monotonic() < until:
        time.sleep(0.1)
        now = _worked(pid)
        if now - before <= 1:
            return
        before = now


def _worked(pid: int) -> int:
    """Hundredths of a second that a server's processes have computed."""
    total = 0
    for each in family(pid):
        with suppress(OSError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total


def end_in_good_order() -> None:
    """Let a signal that asks us to end be an exception, so that every block above is left."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
