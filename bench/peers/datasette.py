"""Datasette as a user would tune it: an immutable file, indexes on what is filtered and sorted, search by FTS5."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from ..processes import Server, free_port, running, wait_for
from ..worlds import FOLDER, World

# Its limits are raised, so that no facet of a large table is silently left out; what it guesses on its own is off.
SETTINGS = {
    "suggest_facets": "off",
    "facet_time_limit_ms": "5000",
    "sql_time_limit_ms": "10000",
    "cache_size_kb": "65536",
    "allow_download": "off",
}
TABLES = """
CREATE TABLE sources (id INTEGER PRIMARY KEY, slug TEXT, title_tr TEXT, title_en TEXT);
CREATE TABLE records (
  id INTEGER PRIMARY KEY, slug TEXT, kind TEXT, title_tr TEXT, title_en TEXT, summary_tr TEXT, summary_en TEXT,
  area TEXT, date TEXT, earliest TEXT, latest TEXT, pair TEXT, place TEXT, consensus TEXT
);
CREATE TABLE citations (
  id INTEGER PRIMARY KEY, record_id INTEGER REFERENCES records (id), field TEXT,
  source_id INTEGER REFERENCES sources (id), "start" INTEGER, "end" INTEGER, evidence TEXT, says TEXT, preferred INTEGER
);
INSERT INTO sources SELECT id, slug, title_tr, title_en FROM site.relations_source;
INSERT INTO records
  SELECT r.id, r.slug, r.kind, r.title_tr, r.title_en, r.summary_tr, r.summary_en, r.area, r.date, r.earliest, r.latest,
         pair.slug, place.name_en, r.consensus
  FROM site.relations_record r
  LEFT JOIN site.relations_relationship pair ON pair.id = r.relationship_id
  LEFT JOIN site.relations_place place ON place.id = r.place_id
  WHERE r.editorial_status = 'published' ORDER BY r.id;
INSERT INTO citations
  SELECT c.id, c.record_id, c.field, c.source_id, c."start", c."end", c.evidence, c.says, c.preferred
  FROM site.relations_citation c JOIN records ON records.id = c.record_id ORDER BY c.id;
CREATE UNIQUE INDEX records_slug ON records (slug);
CREATE INDEX records_earliest ON records (earliest);
CREATE INDEX records_kind ON records (kind, earliest);
CREATE INDEX records_area ON records (area, earliest);
CREATE INDEX records_pair ON records (pair, earliest);
CREATE INDEX records_facets ON records (kind, area);
CREATE INDEX citations_record ON citations (record_id);
CREATE INDEX citations_source ON citations (source_id);
CREATE VIRTUAL TABLE records_fts USING fts5(
  title_tr, title_en, summary_tr, summary_en, content="records", content_rowid="id",
  tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO records_fts (records_fts) VALUES ('rebuild');
ANALYZE main;
"""


@contextmanager
def datasette(world: World) -> Iterator[Server]:
    """A running Datasette on the rows of a world on SQLite."""
    path, port, log = file_of(world), free_port(), FOLDER / "datasette.log"
    log.write_bytes(b"")
    settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(path), "-p", str(port), *settings]
    url = f"http://127.0.0.1:{port}"
    with running("datasette", command, log) as process:
        yield Server(url, process.pid, wait_for(process, f"{url}/-/versions.json", log))


def file_of(world: World) -> Path:
    """The rows of the world as somebody publishes them; made again when the world is newer."""
    path = FOLDER / f"datasette-{world.size}.db"
    if not path.exists() or path.stat().st_mtime < world.stamp.stat().st_mtime:
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(f"file:{unfinished}", uri=True, isolation_level=None)) as database:
            database.execute("PRAGMA main.journal_mode = OFF")
            database.execute("ATTACH ? AS site", [f"file:{world.path}?mode=ro"])
            database.executescript(f"BEGIN; {TABLES} COMMIT;")
        unfinished.rename(path)
    return path


def table(world: World, question: dict[str, str], size: int = 100) -> str:
    """A page of the table under the same filters as ours, newest first, with two facets."""
    years = {"from": ("earliest__gte", "{}-01-01"), "to": ("earliest__lte", "{}-12-31")}
    names = {"field": "area"}
    asked = [
        (years[name][0], years[name][1].format(value)) if name in years else (names.get(name, name), value)
        for name, value in question.items()
    ]
    fixed = [("_facet", "kind"), ("_facet", "area"), ("_size", str(size)), ("_sort_desc", "earliest")]
    return f"/datasette-{world.size}/records?{urlencode(asked + fixed)}"


def search(world: World, words: str) -> str:
    """The first page of results, with two facets."""
    return f"/datasette-{world.size}/records?{urlencode({'_search': words})}&_facet=kind&_facet=area"


def row(world: World, key: int) -> str:
    return f"/datasette-{world.size}/records/{key}"


def page_of_json(world: World, question: dict[str, str]) -> str:
    """100 rows for programs, without facets."""
    address = table(world, question).replace("/records?", "/records.json?")
    return address.replace("_facet=kind&_facet=area&", "") + "&_shape=objects&_nofacet=1"
