"""Databases that come and go: a file of SQLite, or one of the PostgreSQL that POSTGRES_URL names."""

import os
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

POSTGRES = "postgres://postgres@127.0.0.1:5432"
Connection = psycopg.Connection[tuple[object, ...]]


def server() -> str:
    """The address of PostgreSQL, without a database."""
    return os.environ.get("POSTGRES_URL", POSTGRES).rstrip("/")


def connect(database: str = "postgres") -> Connection:
    """A connection; ends the run with a sentence where there is none."""
    try:
        return psycopg.connect(f"{server()}/{database}", autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        host = urlsplit(server()).netloc.rpartition("@")[2]
        sys.exit(
            f"PostgreSQL does not answer at {host} ({error}): start it, name one in POSTGRES_URL, or ENGINE=sqlite."
        )


def has(name: str) -> bool:
    with closing(connect()) as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def size_of(name: str) -> int:
    """Its bytes on the disk."""
    with closing(connect(name)) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(str(row[0])) if row else 0


def create(name: str) -> None:
    with closing(connect()) as connection:
        new = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'")
        connection.execute(new.format(sql.Identifier(name)))


def drop(name: str) -> None:
    with closing(connect()) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def remove_file(path: Path) -> None:
    """The file of SQLite, with what it keeps beside itself."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
