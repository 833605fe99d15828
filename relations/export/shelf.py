"""The files that the site hands out: those of the current revision, built once, kept under DUMPS_ROOT."""

import fcntl
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from relations.models import Revision

from . import bundle
from .rows import canonical

UNFINISHED = ".building-"
OURS = re.compile(rf"\d+-\d{{20}}-\d+\Z|{re.escape(UNFINISHED)}")


@contextmanager
def current() -> Iterator[Path]:
    """The folder of the current revision, which stays while the block runs; the first who asks builds it."""
    root = Path(settings.DUMPS_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # closing the file lets go
        revision = Revision.current()
        folder = root / name(revision.number, canonical(revision.changed_at))
        yield folder if folder.is_dir() else build(root)


def name(number: int, date: str) -> str:
    """Number and date: a database made anew counts from one again."""
    return f"{number}-{re.sub(r'[^0-9]', '', date)}-{bundle.FORMAT}"


def build(root: Path) -> Path:
    """Build the folder of the revision as it is now, and remove those of other revisions."""
    with bundle.beside(root, UNFINISHED) as (new, _):
        revision: dict[str, Any] = bundle.write(new)["revision"]
        folder = root / name(revision["number"], revision["date"])
        if not folder.exists():
            new.rename(folder)
    for path in root.iterdir():
        if OURS.match(path.name) and path != folder:
            shutil.rmtree(path)
    return folder
