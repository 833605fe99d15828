"""A PostgreSQL primary with one streaming replica, in folders of their own, trusting this machine."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.processes import free_port

FOLDERS = "/usr/lib/postgresql/*/bin"
PATIENCE = 30  # seconds


@dataclass(frozen=True)
class Postgres:
    """One server, which can be stopped as a crash would and started again."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/kopru"

    def start(self) -> None:
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder.parent} -c fsync=off -c max_connections=200"
        run("pg_ctl", "-D", self.folder, "-l", f"{self.folder}.log", "-w", "-o", options, "start")

    def crash(self) -> None:
        run("pg_ctl", "-D", self.folder, "-m", "immediate", "stop")

    def remove(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self.crash()


@contextmanager
def pair(root: Path) -> Iterator[tuple[Postgres, Postgres]]:
    """A primary with an empty database, and the replica that follows it."""
    if os.getuid() == 0:
        shutil.chown(root, "postgres")
    primary, replica = Postgres(root / "primary", free_port()), Postgres(root / "replica", free_port())
    try:
        run("initdb", "-D", primary.folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8")
        primary.start()
        run("createdb", "-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres", "kopru")
        source = f"host=127.0.0.1 port={primary.port} user=postgres"
        run("pg_basebackup", "-D", replica.folder, "-d", source, "-R", "-X", "stream", "-c", "fast")
        replica.start()
        yield primary, replica
    finally:
        replica.remove()
        primary.remove()


def run(program: str, *arguments: object) -> None:
    """One of PostgreSQL's programs, which refuse to work as root; raises with what it said."""
    folder = next(iter(sorted(Path("/").glob(FOLDERS[1:]), reverse=True)), None)
    if folder is None:
        raise SystemExit(f"There are no PostgreSQL programs in {FOLDERS}: apt-get install postgresql")
    command = [str(folder / program), *map(str, arguments)]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=PATIENCE)


def wait_until_even(primary: Postgres, replica: Postgres) -> None:
    """Until the replica has all that the primary has."""
    with psycopg.connect(primary.url) as here, psycopg.connect(replica.url, autocommit=True) as there:
        row = here.execute("SELECT pg_current_wal_lsn()::text").fetchone()
        until = time.monotonic() + PATIENCE
        question = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
        while there.execute(question, row).fetchone() != (True,):
            if time.monotonic() > until:
                raise RuntimeError("The replica does not follow.")
            time.sleep(0.05)
