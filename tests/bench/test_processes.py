import os
import subprocess
import sys
import time
from contextlib import suppress

from bench.processes import family, running

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
# Starts a server, says its number, and is killed without a chance to leave in good order.
KILLED = """
import os, signal, sys
from pathlib import Path
from bench.processes import running
with running("sleeper", [sys.executable, "-c", "import time; time.sleep(600)"], Path(sys.argv[1])) as process:
    print(process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def is_gone(pid, patience=10):
    """Whether a process ends within so many seconds; a zombie has ended."""
    for _ in range(patience * 20):
        with suppress(OSError), open(f"/proc/{pid}/stat") as stat:
            if stat.read().rpartition(")")[2].split()[0] != "Z":
                time.sleep(0.05)
                continue
        return True
    return False


def test_a_server_ends_with_its_block(tmp_path):
    with running("sleeper", SLEEPER, tmp_path / "log") as process:
        assert process.pid in family(os.getpid())
    assert is_gone(process.pid)


def test_a_server_ends_where_the_run_is_killed(tmp_path):
    command = [sys.executable, "-c", KILLED, str(tmp_path / "log")]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert is_gone(int(said))
