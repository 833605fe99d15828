"""Built files in a storage that all nodes share: who builds puts them there, every node sends its readers there.

A node keeps the two lists of a revision on its own disk, which is all that its pages need. A storage that fails leaves
the files where they were built: they are sent from there.
"""

import logging
import re
import time
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage, storages

from . import bundle
from .files import LISTS, SUMS

LOOK_AGAIN = 5  # seconds between two questions whether somebody has built meanwhile
KEPT = 2  # revisions: who was sent to a file gets it whole
UNFINISHED = ".building-"  # how folders begin that are not whole yet
_looked: dict[str, float] = {}
log = logging.getLogger(__name__)


def is_shared() -> bool:
    return bool(settings.DUMPS_STORAGE)


def is_whole(folder: Path) -> bool:
    """Whether more than the lists is here."""
    return any(path.name not in LISTS for path in folder.iterdir())


def publish(folder: Path) -> bool:
    """Put a folder there, then remove older ones; says whether it is there now."""
    try:
        _put(folder)
    except Exception:  # each storage has its own
        log.exception("The downloads could not be put into their storage")
        return False
    return True


def _put(folder: Path) -> None:
    """The lists last: what is listed is there."""
    there = storage()
    for path in sorted(folder.iterdir(), key=lambda path: (path.name in LISTS, path.name == SUMS)):
        name = f"{folder.name}/{path.name}"
        if not there.exists(name):
            with path.open("rb") as stream:
                there.save(name, File(stream))
    for old in sorted(folders(), key=_age)[:-KEPT]:
        for name in there.listdir(old)[1]:
            there.delete(f"{old}/{name}")


def fetch(root: Path, name: str) -> bool:
    """Bring the lists of a folder here, if it is there; asked of the storage once in a while only."""
    key = f"{root}/{name}"
    if not is_shared() or time.monotonic() < _looked.get(key, -LOOK_AGAIN) + LOOK_AGAIN:
        return False
    _looked.clear()
    _looked[key] = time.monotonic()
    try:
        return _get(root, name)
    except Exception:  # each storage has its own
        log.exception("The storage of the downloads does not answer")
        return False


def _get(root: Path, name: str) -> bool:
    there = storage()
    if not there.exists(f"{name}/{SUMS}"):
        return False
    root.mkdir(parents=True, exist_ok=True)
    with bundle.beside(root, UNFINISHED) as (new, _):
        for each in LISTS:
            with there.open(f"{name}/{each}") as stream:
                (new / each).write_bytes(stream.read())
        if not (root / name).exists():
            new.rename(root / name)
    return True


def fetch_newest(root: Path) -> bool:
    """The last that anybody built, for a node that has none."""
    if not is_shared():
        return False
    try:
        newest = max(folders(), key=_age, default="")
    except Exception:  # each storage has its own
        log.exception("The storage of the downloads does not answer")
        return False
    return bool(newest) and fetch(root, newest)


def folders() -> list[str]:
    """The names of whole folders of the present format."""
    ours = re.compile(rf"\d+-\d{{20}}-{bundle.FORMAT}\Z")
    there = storage()
    return [name for name in there.listdir("")[0] if ours.match(name) and there.exists(f"{name}/{SUMS}")]


def _age(name: str) -> tuple[str, int]:
    number, date, _format = name.split("-")
    return date, int(number)


def address(folder: str, name: str) -> str:
    """Where a reader gets a file from the storage; empty where it has no public addresses."""
    try:
        return str(storage().url(f"{folder}/{name}"))
    except (ValueError, NotImplementedError):
        return ""


def opened(folder: str, name: str) -> IO[bytes]:
    found: IO[bytes] = storage().open(f"{folder}/{name}")
    return found


def storage() -> Storage:
    return storages["dumps"]
