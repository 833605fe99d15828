"""Half of the files written by a second process, which sees the very same revision; where it does not, by the first.

What is written is Python's work, so one process keeps one core busy. The helper sees what was committed when it looked:
a write in the second of its start makes it give up, and whoever asked for help writes all the files.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from django.conf import settings

from relations.models import Record

from .edition import Edition, Entry

WORTH_IT = 5_000  # records: fewer are written before a process has started
# What a helper takes: as much work as the rest.
THEIRS = frozenset({"records.ndjson", "data.json"})


class Helper(AbstractContextManager["Helper"]):
    """A process that writes these files into a folder; ends with the block."""

    def __init__(self, folder: Path, edition: Edition, names: Sequence[str]) -> None:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "write_files", str(folder), *names]
        command += ["--revision", str(edition.number), "--date", edition.date]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)  # noqa: S603  # ours

    def entries(self) -> list[Entry] | None:
        """What it wrote; None where it gave up."""
        said, _nothing = self.process.communicate()
        return [Entry(**each) for each in json.loads(said)] if self.process.returncode == 0 else None

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def is_worth_it() -> bool:
    """Whether there is a core for it, and enough to do."""
    return (os.cpu_count() or 1) > 1 and bool(Record.objects.order_by()[WORTH_IT : WORTH_IT + 1].exists())
