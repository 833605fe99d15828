"""The held connection sees what is committed, and only that."""

import sqlite3
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.db import connection, connections, transaction

from relations.models import Country, Revision
from relations.serving import freshness
from relations.serving.freshness import OnDisk, UnknownError, mark

MAKE = "CREATE TABLE relations_revision (id INTEGER PRIMARY KEY, number INTEGER, changed_at TEXT)"
RAISE = "UPDATE relations_revision SET number = number + 1"


@pytest.fixture
def disk(tmp_path):
    """A file of SQLite as the site keeps it, and a writer."""

    def make(name="db.sqlite3", number=1):
        writer = sqlite3.connect(tmp_path / name, isolation_level=None)
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(MAKE)
        writer.execute("INSERT INTO relations_revision VALUES (1, ?, 'then')", [number])
        return writer

    make.path = str(tmp_path / "db.sqlite3")
    return make


def test_a_commit_of_another_connection_shows_at_once(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    assert reader.mark() == "1-then"
    writer.execute(RAISE)
    assert reader.mark() == "2-then"


def test_what_is_not_committed_does_not_show(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    reader.mark()
    writer.execute("BEGIN IMMEDIATE")
    writer.execute(RAISE)
    assert reader.mark() == "1-then"
    writer.execute("ROLLBACK")
    assert reader.mark() == "1-then"
    writer.execute(RAISE)
    assert reader.mark() == "2-then"


def test_the_revision_is_read_only_when_something_was_written(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    asked = []
    reader.connection.set_trace_callback(asked.append)
    for _ in range(3):
        reader.mark()
    assert sum("relations_revision" in each for each in asked) == 1
    writer.execute("CREATE TABLE other (id)")
    reader.mark()
    assert sum("relations_revision" in each for each in asked) == 2


def test_nothing_is_asked_while_nobody_writes(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    reader.mark()
    asked = []
    reader.connection.set_trace_callback(asked.append)
    for _ in range(3):
        assert reader.mark() == "1-then"
    assert asked == []
    writer.execute(RAISE)
    assert reader.mark() == "2-then"
    assert asked


def test_without_a_log_every_look_is_a_question(disk):
    writer = disk()
    writer.execute("PRAGMA journal_mode=DELETE")
    reader = OnDisk(disk.path)
    assert reader.index is None
    assert reader.mark() == "1-then"
    writer.execute(RAISE)
    assert reader.mark() == "2-then"


def test_a_commit_between_the_look_and_the_question_shows_in_the_next_look(disk, monkeypatch):
    writer = disk()
    reader = OnDisk(disk.path)
    execute = reader.execute

    def late(statement):
        found = execute(statement).fetchone()
        writer.execute(RAISE)
        return SimpleNamespace(fetchone=lambda: found)

    monkeypatch.setattr(reader, "execute", late)
    assert reader.mark() == "2-then"
    monkeypatch.setattr(reader, "execute", execute)
    writer.execute(RAISE)
    assert reader.mark() == "3-then"


def test_looking_lets_go_of_no_lock(disk):
    """POSIX locks are a process's: to close a file would let go of those that SQLite has on it for another."""
    writer = disk()
    writer.execute("BEGIN IMMEDIATE")
    reader = OnDisk(disk.path)
    reader.mark()
    reader.close()
    del reader
    other = f"import sqlite3; sqlite3.connect({disk.path!r}, timeout=0).execute('BEGIN IMMEDIATE')"
    done = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=False)
    assert "database is locked" in done.stderr


def test_threads_share_one_look_at_the_index(disk):
    writer = disk()
    one, other = OnDisk(disk.path), OnDisk(disk.path)
    assert one.index is other.index is not None
    writer.execute(RAISE)
    assert one.mark() == other.mark() == "2-then"


def test_a_checkpoint_changes_nothing(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    before = reader.mark()
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert reader.mark() == before
    writer.execute(RAISE)
    assert reader.mark() != before


def test_a_held_connection_does_not_hold_the_log(disk):
    writer = disk()
    reader = OnDisk(disk.path)
    reader.mark()
    writer.execute(RAISE)
    busy, *_ = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not busy


@pytest.fixture
def on_disk(disk, monkeypatch):
    """The site's reader, looking at the file."""
    monkeypatch.setattr(freshness, "_connect", lambda alias: OnDisk(disk.path))
    monkeypatch.setattr(freshness, "A_LOOK", 0)
    freshness._held.__dict__.clear()
    yield disk
    freshness._held.__dict__.clear()


def test_a_file_put_in_the_place_of_another_is_read(on_disk, tmp_path):
    on_disk()
    assert mark("default") == "1-then"
    on_disk("other.sqlite3", number=7).close()
    (tmp_path / "other.sqlite3").replace(on_disk.path)
    for left in ("-wal", "-shm"):
        (tmp_path / f"db.sqlite3{left}").unlink()
    assert mark("default") == "7-then"


def test_the_file_is_looked_at_now_and_then_only(disk, monkeypatch):
    disk()
    reader = OnDisk(disk.path)
    seen, looked = reader.seen, []
    monkeypatch.setattr(reader, "_look", lambda: looked.append(passed))
    monkeypatch.setattr(freshness, "monotonic", lambda: seen + passed)
    for passed in (0, 0.9, 1):  # noqa: B007  # the clock reads it
        reader.mark()
    assert looked == [1]


def test_a_file_that_went_away_is_unknown_and_known_again_when_it_is_back(on_disk, tmp_path):
    on_disk()
    mark("default")
    (tmp_path / "db.sqlite3").rename(tmp_path / "away")
    with pytest.raises(UnknownError):
        mark("default")
    (tmp_path / "away").rename(tmp_path / "db.sqlite3")
    assert mark("default") == "1-then"


@pytest.mark.django_db(transaction=True)
def test_each_write_of_the_site_moves_the_mark():
    found = [mark("default")]
    Country.objects.create(code="AAA", name_tr="A", name_en="A")
    found.append(mark("default"))
    Country.objects.update(name_en="B")
    found.append(mark("default"))
    assert len(set(found)) == 3
    assert found[-1].startswith(f"{Revision.current().number}-")
    assert mark("default") == found[-1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="connections to memory share its locks")
def test_an_open_transaction_does_not_move_it():
    before = mark("default")
    with transaction.atomic():
        Country.objects.create(code="AAA", name_tr="A", name_en="A")
        assert mark("default") == before
    assert mark("default") != before


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="there is no server to lose")
def test_a_connection_that_the_server_closed_is_made_anew():
    before = mark("default")
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s",
            [freshness._held.readers["default"].server.backend_pid],
        )
    assert mark("default") == before
