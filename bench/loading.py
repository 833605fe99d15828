"""`load_fixtures` against `loaddata`, a row for a row, on databases that are empty; our dump against `dumpdata`."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .figures import Judged
from .tools import inside, manage
from .worlds import FOLDER, World, emptied, ready

COMPARED = 2_000  # records: what loaddata brings in within a minute
MODEL = re.compile(r'"model": ?"([a-z_.]+)"\},?$', re.M)


def measured(world: World) -> tuple[list[Judged], dict[str, Any]]:
    """Records a second of both on the same rows, and of ours alone at full size."""
    like = ready(min(world.size, COMPARED), world.engine)
    with _fixture(like) as (folder, count, rows):
        dumped = _dumped(like, folder)
        theirs = rows / _took(like, "loaddata", str(folder / "data.json"), "--verbosity", "0")
        ours = rows / _took(like, "load_fixtures", "--folder", str(folder))
    told: dict[str, Any] = {"records": count, "rows": rows, "loaddata": theirs, "load_fixtures": ours}
    name = "load_fixtures, with the search index / loaddata, without one: rows a second"
    note = f"{ours:,.0f} and {theirs:,.0f}; {rows:,} rows, {count:,} of them records"
    goals = [Judged(f"{name}, same rows", world.engine, ours / theirs, 10, note=note), dumped]
    if world.size > COMPARED:
        with _fixture(world) as (folder, count, rows):
            full = rows / _took(world, "load_fixtures", "--folder", str(folder))
        told |= {"at": count, "rows_at": rows, "load_fixtures_at": full}
        note = f"{full:,.0f}; {rows:,} rows, {count:,} of them records; loaddata’s speed is that at {COMPARED:,}"
        goals.append(Judged(f"{name}, all records", world.engine, full / theirs, 10, note=note))
    return goals, told


@contextmanager
def _fixture(world: World) -> Iterator[tuple[Path, int, int]]:
    """A folder with all rows of a world as one fixture file, how many records it holds, and how many rows."""
    folder = FOLDER / "fixture"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder, *inside(world, "bench.inside.fixture", str(folder))
    finally:
        shutil.rmtree(folder)


def _dumped(world: World, folder: Path) -> Judged:
    """The site's own dump of fixtures against Django's of the same models, both with their start."""
    begun = time.perf_counter()
    _count, rows = inside(world, "bench.inside.fixture", str(folder))
    ours = time.perf_counter() - begun
    models = sorted(set(MODEL.findall((folder / "data.json").read_text())))
    theirs, begun = folder.with_suffix(".json"), time.perf_counter()
    manage(world, "dumpdata", *models, "--natural-foreign", "--natural-primary", "--output", str(theirs))
    took = time.perf_counter() - begun
    theirs.unlink()
    note = f"{ours:.1f} s and {took:.1f} s; {rows:,} rows"
    return Judged("data.json / dumpdata of the same models, and of drafts", world.engine, took / ours, 1, note=note)


def _took(world: World, *command: str) -> float:
    """Seconds of a command on an empty database with all its tables."""
    with emptied(world.engine) as empty:
        manage(empty, "migrate", "--verbosity", "0")
        begun = time.perf_counter()
        manage(empty, *command)
        return time.perf_counter() - begun
