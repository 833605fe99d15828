"""python -m bench.memory PID: the memory of a running node, once a second; what its processes share counts once."""

import sys
import time
from pathlib import Path

from .processes import family


def memory_of(pid: int) -> float:
    """Proportional set size of a process with all that it started, in MiB."""
    return sum(map(_held, family(pid))) / 1024


def _held(pid: int) -> int:
    """Kilobytes of one process; none where it has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main(pid: int) -> None:
    idle = memory_of(pid)
    print("   MiB  above")
    while held := memory_of(pid):
        print(f"{held:6.1f} {held - idle:6.1f}", flush=True)
        time.sleep(1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
