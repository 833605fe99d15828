"""python -m bench.peers.raw URL: read every row that NDJSON and CSV hold by the bare driver; time and rows as JSON.

The tables of NDJSON once (records with their halves, citations, participants), then those of the CSV files, which hold
the records twice: all kinds together, and each kind with its own columns. Nothing is made of the rows.
"""

import json
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg

HALVES = ("agreement", "visit", "council", "councilmeeting", "milestone", "figure")
REFERENCE = (
    *("country", "place", "institution", "person", "office", "tenure", "relationship", "reporter", "source"),
    *("participation", "citation", "record_countries", "record_institutions"),
)
CHUNK = 500


def statements() -> Iterator[str]:
    """In the order of the files."""
    halves = [
        f"SELECT * FROM relations_record r JOIN relations_{half} h ON h.record_id = r.id "
        "WHERE r.editorial_status = 'published'"
        for half in HALVES
    ]
    yield from halves
    yield "SELECT * FROM relations_participation"
    yield "SELECT * FROM relations_citation ORDER BY record_id"
    yield "SELECT * FROM relations_record WHERE editorial_status = 'published'"
    yield from halves
    yield from (f"SELECT * FROM relations_{table}" for table in REFERENCE)


def rows(url: str) -> Iterator[int]:
    """How many rows each chunk has."""
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
            for statement in statements():
                cursor = database.execute(statement)
                while found := cursor.fetchmany(CHUNK):
                    yield len(found)
        return
    with psycopg.connect(url) as server:
        for number, statement in enumerate(statements()):
            with server.cursor(f"rows_{number}") as named:
                named.execute(statement)
                while chunk := named.fetchmany(CHUNK):
                    yield len(chunk)


def main(url: str) -> None:
    begun = time.perf_counter()
    count = sum(rows(url))
    json.dump({"seconds": time.perf_counter() - begun, "rows": count}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
