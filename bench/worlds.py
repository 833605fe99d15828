"""The data that is measured: one world for each size and engine, made once and kept under var/bench.

Size 0 is the record as it is, from the fixtures. A world is made again when the code that makes it, the schema or the
search index have changed.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from . import databases
from .machine import ROOT

FOLDER = ROOT / "var" / "bench"
SEED = 7
EMPTY = -1  # the size of a database that something else fills
ENGINES = ("sqlite", "postgresql")
MAKES = ("world", "migrations", "models", "search", "tallies", "changes")  # folders whose code decides what a world is


@dataclass(frozen=True)
class World:
    """So many records on an engine."""

    kept: ClassVar[bool] = False  # whether what is there will do, whatever code made it
    size: int
    engine: str

    @property
    def name(self) -> str:
        return f"bench_{self.size}" if self.size != EMPTY else "bench_empty"

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.sqlite3"

    @property
    def url(self) -> str:
        """The DATABASE_URL."""
        return f"sqlite:///{self.path}" if self.engine == "sqlite" else f"{databases.server()}/{self.name}"

    @property
    def stamp(self) -> Path:
        return FOLDER / f"{self.name}-{self.engine}.json"

    def is_there(self) -> bool:
        """Whether it was made by the code as it is."""
        made = json.loads(self.stamp.read_text()) if self.stamp.exists() else None
        if made is None or not (self.kept or made == _recipe(self.size)):
            return False
        return self.path.exists() if self.engine == "sqlite" else databases.has(self.name)

    def mib(self) -> float:
        """What it takes of the disk."""
        size = self.path.stat().st_size if self.engine == "sqlite" else databases.size_of(self.name)
        return size / 2**20

    def make(self) -> None:
        """Make it from nothing; the output of the commands is the progress shown."""
        self.remove()
        self.create()
        filling = ["make_world", "--records", str(self.size), "--seed", str(SEED)] if self.size else ["load_fixtures"]
        for command in (["migrate", "--verbosity", "0"], filling):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment(self), check=True)
        self.stamp.write_text(json.dumps(_recipe(self.size)))

    def create(self) -> None:
        """A database with nothing in it."""
        if self.engine == "postgresql":
            databases.create(self.name)

    def remove(self) -> None:
        """The database, and the downloads that were built of it."""
        self.stamp.unlink(missing_ok=True)
        shutil.rmtree(environment(self)["DUMPS_ROOT"], ignore_errors=True)
        if self.engine == "sqlite":
            databases.remove_file(self.path)
        else:
            databases.drop(self.name)


def ready(size: int, engine: str) -> World:
    """The world of this size, made if it is not there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    world = World(size, engine)
    if not world.is_there():
        print(f"Making a world of {size:,} records on {engine} ...", file=sys.stderr, flush=True)
        world.make()
    return world


@contextmanager
def emptied(engine: str) -> Iterator[World]:
    """A database with nothing in it, gone afterwards."""
    world = World(EMPTY, engine)
    world.remove()
    world.create()
    try:
        yield world
    finally:
        world.remove()


def environment(world: World, **more: str) -> dict[str, str]:
    """That of a node in production, on this world; nothing of the machine's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "SECRET_KEY": "a key of the measurement, which guards nothing but its own loopback",
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "0",
        "API_RATE": "",
        "DATABASE_URL": world.url,
        "STATIC_ROOT": str(FOLDER / "static"),
        "DUMPS_ROOT": str(FOLDER / f"dumps-{world.size}-{world.engine}"),
        **more,
    }


def _recipe(size: int) -> dict[str, object]:
    """What a world follows from."""
    digest = sha256()
    for path in sorted(_sources(size)):
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return {"size": size, "seed": SEED, "code": digest.hexdigest()[:16]}


def _sources(size: int) -> Iterator[Path]:
    for folder in MAKES:
        yield from (ROOT / "relations" / folder).rglob("*.py")
        yield from (ROOT / "relations" / folder).rglob("*.yaml")
    if not size:
        yield from (ROOT / "fixtures").glob("*.json")
