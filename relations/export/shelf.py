"""The files that the site hands out, kept under DUMPS_ROOT: each revision's are built once, as a whole.

Where there are few records, the first request after a change builds them. Where there are many, no request does: it
gets the last ones that were built, and starts a process that builds the new ones, unless one is at work already.
Where nodes share a storage (DUMPS_STORAGE), the first to build puts them there, and only their lists stay here.
"""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from relations.models import Record, Revision
from relations.nodes import reading

from . import bundle, store
from .files import LISTS
from .rows import canonical
from .store import UNFINISHED

FEW = 1_000  # records: some three seconds
PAUSE = 60  # seconds from one start to the next, so that neither edits nor a failure keep a machine busy
FOLDER = re.compile(r"(?P<number>\d+)-(?P<date>\d{20})-(?P<format>\d+)\Z")
READERS, BUILDER = ".lock", ".builder"  # readers share the first, who builds holds the second


class NothingBuiltYetError(Exception):
    """There is nothing to hand out before the first build has ended."""


@dataclass(frozen=True)
class Shelf:
    """A folder of files, and whether they are of the data as they are now."""

    folder: Path
    is_current: bool


@contextmanager
def current() -> Iterator[Shelf]:
    """The newest files there are, which stay while the block runs; raises NothingBuiltYetError."""
    root = Path(settings.DUMPS_ROOT)
    wanted = _wanted()
    if not (root / wanted).is_dir() and not store.fetch(root, wanted):
        prepare(root)
        wanted = _wanted()
    with _locked(root / READERS, fcntl.LOCK_SH):
        folder = root / wanted if (root / wanted).is_dir() else newest(root)
        if folder is None or folder.name != wanted:
            reading.call_provisional()  # the next answer may show newer files, of the same revision of the data
        if folder is None:
            raise NothingBuiltYetError
        yield Shelf(folder, folder.name == wanted)


def prepare(root: Path) -> None:
    """Build where that is quick; else see to it that somebody builds, and that there is something until then."""
    root.mkdir(parents=True, exist_ok=True)
    if has_many_records():
        if newest(root) is None:
            store.fetch_newest(root)
        start(root)
    else:
        with _locked(root / BUILDER, fcntl.LOCK_EX):
            build_missing(root)


def has_many_records() -> bool:
    """Whether a build takes longer than somebody should wait."""
    return bool(Record.objects.published().order_by()[FEW : FEW + 1].exists())


def start(root: Path) -> None:
    """Let a process of its own build, which inherits the lock; do nothing where one is at work or was just now."""
    with (root / BUILDER).open("a+") as lock, suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if time.time() - _last_start(lock) >= PAUSE:
            lock.truncate(0)
            lock.write(str(int(time.time())))  # rounded down: a start is never in the future
            lock.flush()
            _run(lock.fileno())


def _last_start(lock: IO[str]) -> float:
    lock.seek(0)
    said = lock.read()
    return float(said) if said.isdigit() else 0


def _run(lock: int) -> None:
    """Start the command; the lock is let go when it ends, however it ends."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "build_dumps", "--lock", str(lock)]
    environment = {
        **os.environ,
        "STATEMENT_TIMEOUT": "0",
    }  # the site's is meant for readers, who would have gone by then
    process = subprocess.Popen(  # noqa: S603  # our own words
        command, pass_fds=[lock], stdin=subprocess.DEVNULL, start_new_session=True, env=environment
    )
    threading.Thread(target=process.wait, daemon=True).start()  # else it would stay as a zombie


def build_alone() -> Path:
    """Build the current revision unless it is there; waits while another process builds."""
    root = Path(settings.DUMPS_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with _locked(root / BUILDER, fcntl.LOCK_EX):
        return build_missing(root)


def build_missing(root: Path) -> Path:
    """The folder of the current revision, built if it is nowhere; the caller holds the lock."""
    wanted = _wanted()
    is_there = (root / wanted).is_dir() or store.fetch(root, wanted)
    folder = root / wanted if is_there else build(root)
    if store.is_shared() and store.is_whole(folder) and store.publish(folder):
        with _locked(root / READERS, fcntl.LOCK_EX):
            for path in folder.iterdir():
                if path.name not in LISTS:
                    path.unlink()
    return folder


def build(root: Path) -> Path:
    """Build the folder of the revision as it is now, put it in place, and remove those of other revisions."""
    with bundle.beside(root, UNFINISHED) as (new, _):
        revision: dict[str, Any] = bundle.write(new)["revision"]
        folder = root / name(revision["number"], revision["date"])
        if not folder.exists():
            new.rename(folder)
    with _locked(root / READERS, fcntl.LOCK_EX):
        for path in root.iterdir():
            if path != folder and (FOLDER.match(path.name) or path.name.startswith(UNFINISHED)):
                shutil.rmtree(path)
    return folder


def newest(root: Path) -> Path | None:
    """The folder of the latest revision that this version of the site can show."""
    found = [match for path in root.iterdir() if (match := FOLDER.match(path.name))]
    known = [match for match in found if int(match["format"]) == bundle.FORMAT]
    latest = max(known, key=lambda match: (match["date"], int(match["number"])), default=None)
    return root / latest.string if latest else None


def name(number: int, date: str) -> str:
    """Number and date: a database made anew counts from one again."""
    return f"{number}-{re.sub(r'[^0-9]', '', date)}-{bundle.FORMAT}"


def _wanted() -> str:
    revision = Revision.current()
    return name(revision.number, canonical(revision.changed_at))


@contextmanager
def _locked(path: Path, how: int) -> Iterator[None]:
    """Hold a lock; closing the file lets go."""
    with path.open("a") as lock:
        fcntl.flock(lock, how)
        yield
