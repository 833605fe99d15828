"""Writing all files with their manifest, and putting a folder of them in place whole or not at all."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import compress, count
from pathlib import Path
from typing import Any

from relations.garbage import between_batches

from . import public
from .edition import LICENCE, Draft, Edition, Entry, entry_of
from .files import FILES, LISTS, LOAD_ORDER, MANIFEST, SUMS, File
from .formats import MADE
from .helping import THEIRS, Helper, is_worth_it

FORMAT = 5  # raise it when the same data would give other files
KNOWN = frozenset(file.name for file in FILES) | {made.name for made in MADE} | LISTS.keys()


class ForeignFilesError(Exception):
    """A folder that must not be replaced; its text is for the person who named it."""


def write(folder: Path) -> dict[str, Any]:
    """Fill a folder with the files of one revision; returns the manifest."""
    with public.snapshot():
        edition = public.edition()
        entries = write_files(folder, FILES, edition)
    entries += write_made(folder, edition, entries)
    manifest = {
        "files": [asdict(entry) for entry in entries],
        "format": FORMAT,
        "licence": LICENCE,
        "load_order": LOAD_ORDER,
        "revision": {"number": edition.number, "date": edition.date},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    listed = [*entries, entry_of(folder / MANIFEST)]
    (folder / SUMS).write_text("".join(f"{entry.sha256}  {entry.name}\n" for entry in listed), encoding="utf-8")
    return manifest


def write_files(folder: Path, files: Sequence[File], edition: Edition) -> list[Entry]:
    """Write files of the snapshot that is open, with a helper where there is much; as listed."""
    theirs = [file for file in files if file.name in THEIRS] if is_worth_it() else []
    if not theirs:
        return [write_one(folder, file) for file in files]
    with Helper(folder, edition, [file.name for file in theirs]) as helper, between_batches():
        entries = [write_one(folder, file) for file in files if file not in theirs]
        entries += helper.entries() or [write_one(folder, file) for file in theirs]
    written = {entry.name: entry for entry in entries}
    return [written[file.name] for file in files]


def write_one(folder: Path, file: File) -> Entry:
    """Write a file piece by piece, counting and hashing on the way."""
    digest, size, passed = hashlib.sha256(), 0, count(1)
    rows = compress(file.rows(), passed)  # all of them: no number is false, and as many are taken as there are rows
    with (folder / file.name).open("wb") as stream:
        for piece in file.render(rows):
            digest.update(piece)
            size += stream.write(piece)
    return Entry(file.name, size, digest.hexdigest(), next(passed) - 1)


def write_made(folder: Path, edition: Edition, entries: Iterable[Entry]) -> list[Entry]:
    """Write what is made of the files that are there already; the database is not asked any more."""
    draft = Draft(folder, edition, {entry.name: entry for entry in entries})
    return [entry_of(folder / made.name, made.write(draft)) for made in MADE]


def read(folder: Path) -> tuple[dict[str, Any], list[Entry]]:
    """The manifest of a folder, and every file in it with the lists themselves."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    entries = [Entry(**entry) for entry in manifest["files"]]
    return manifest, [*entries, *(entry_of(folder / name) for name in LISTS)]


def export(folder: Path) -> dict[str, Any]:
    """Write the files beside a folder, then put them in its place; raises ForeignFilesError rather than lose any."""
    folder = folder.resolve()
    refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with beside(folder.parent) as (new, old):
        manifest = write(new)
        refuse_foreign(folder)  # what came while we wrote is not ours either
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    return manifest


def refuse_foreign(folder: Path) -> None:
    """Raise ForeignFilesError unless the folder is absent, empty or an earlier export."""
    if folder.exists() and not folder.is_dir():
        raise ForeignFilesError(f"{folder} is a file, not a folder.")
    foreign = sorted({path.name for path in folder.iterdir()} - KNOWN) if folder.exists() else []
    if foreign:
        listed = ", ".join(foreign[:3])
        raise ForeignFilesError(f"{folder} holds other files ({listed}): name an empty folder or a new one.")


@contextmanager
def beside(parent: Path, prefix: str = ".export-") -> Iterator[tuple[Path, Path]]:
    """An empty folder to write in and a free name to move the old one to; both are gone afterwards."""
    work = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    new, old = work / "new", work / "old"
    new.mkdir()
    try:
        yield new, old
    finally:
        shutil.rmtree(work)
