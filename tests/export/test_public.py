import pytest
from django.db import connections

from relations.export import public
from relations.models import Record


@pytest.fixture
def reader(monkeypatch, tmp_path, django_db_setup, django_db_blocker):
    """The connection that dumps, outside any transaction; on SQLite to a file, for memory has one state for all."""
    with django_db_blocker.unblock():
        if connections["default"].vendor != "sqlite":
            yield connections["default"]
            return
        options = {**connections["default"].settings_dict, "NAME": str(tmp_path / "db.sqlite3")}
        in_a_file = type(connections["default"])(options, "default")
        monkeypatch.setattr(public.reading, "connection", lambda: in_a_file)
        yield in_a_file
        in_a_file.close()


@pytest.fixture
def writer(reader):
    """A second connection to the same database, with a table to write to."""
    second = type(reader)(reader.settings_dict, "writer")
    run(second, "CREATE TABLE note (number integer)")
    yield second
    run(second, "DROP TABLE note")
    second.close()
    if hasattr(second, "close_pool"):
        second.close_pool()


def run(database, sql):
    with database.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone() if cursor.description else None


def test_a_snapshot_neither_sees_nor_stops_what_is_written_meanwhile(reader, writer):
    count = "SELECT count(*) FROM note"
    with public.snapshot():
        assert run(reader, count) == (0,)
        run(writer, "INSERT INTO note VALUES (1)")
        assert run(reader, count) == (0,)
    assert run(reader, count) == (1,)
    run(reader, "INSERT INTO note VALUES (2)")  # what follows may write
    assert run(writer, count) == (2,)


@pytest.mark.django_db
def test_records_leave_by_kind_or_all_together(world):
    published = Record.objects.published().exclude(slug="kaz-tur-kek-12")  # its council is a draft
    assert set(public.rows(Record)) == set(published)
    assert set(public.rows(Record, "visit")) == set(published.filter(kind="visit"))
