"""A second process writes its files of the very revision that the first one sees, or none."""

import pytest

from relations.export import bundle, helping, public
from relations.export.edition import Edition
from relations.export.files import FILES
from relations.models import Country, Milestone
from tests.processes import address

from .conftest import make_world


@pytest.fixture
def committed(transactional_db, tmp_path, monkeypatch):
    """A world that other processes can read, where the settings of a new one lead."""
    make_world()
    monkeypatch.setattr(bundle, "is_worth_it", lambda: True)
    monkeypatch.setenv("DATABASE_URL", address(tmp_path))
    monkeypatch.setenv("DEBUG", "1")


@pytest.fixture
def answers(monkeypatch):
    """What each helper wrote, or None."""
    found, entries = [], helping.Helper.entries
    monkeypatch.setattr(helping.Helper, "entries", lambda self: found.append(entries(self)) or found[-1])
    return found


def written(folder):
    return {file.name: (folder / file.name).read_bytes() for file in FILES}


def alone(folder, monkeypatch):
    monkeypatch.setattr(bundle, "is_worth_it", lambda: False)
    bundle.export(folder)
    return written(folder)


def test_two_processes_write_what_one_writes(committed, answers, tmp_path, monkeypatch):
    manifest = bundle.export(tmp_path / "together")
    (entries,) = answers
    assert {entry.name for entry in entries} == helping.THEIRS
    assert [each["name"] for each in manifest["files"]][: len(FILES)] == [file.name for file in FILES]
    assert written(tmp_path / "together") == alone(tmp_path / "alone", monkeypatch)


def test_a_helper_that_sees_another_revision_writes_nothing(committed, answers, tmp_path, monkeypatch):
    edition = public.edition
    monkeypatch.setattr(public, "edition", lambda: Edition(edition().number + 1, edition().date))
    bundle.export(tmp_path / "together")
    assert answers == [None]
    monkeypatch.undo()
    assert written(tmp_path / "together") == alone(tmp_path / "alone", monkeypatch)


def test_a_helper_that_finds_no_database_is_not_waited_for_in_vain(committed, answers, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.sqlite3'}")
    bundle.export(tmp_path / "together")
    assert answers == [None]
    assert set(written(tmp_path / "together")) >= helping.THEIRS


def test_a_helper_ends_with_who_fails(committed, tmp_path, monkeypatch):
    started = []
    begin = helping.Helper.__init__
    monkeypatch.setattr(helping.Helper, "__init__", lambda self, *asked: started.append(self) or begin(self, *asked))
    monkeypatch.setattr(bundle, "write_one", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bundle.export(tmp_path / "out")
    assert started[0].process.returncode is not None


@pytest.mark.django_db
def test_help_is_asked_for_only_where_there_is_a_core_and_enough_to_do(monkeypatch):
    Country.objects.create(code="AAA", name_tr="A", name_en="A")
    for number in range(3):
        Milestone.objects.create(slug=f"m-{number}", title_en="M", date="2012")
    monkeypatch.setattr(helping, "WORTH_IT", 2)
    for cores, worth_it in ((2, True), (1, False), (None, False)):
        monkeypatch.setattr(helping.os, "cpu_count", lambda cores=cores: cores)
        assert helping.is_worth_it() is worth_it
    monkeypatch.setattr(helping.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(helping, "WORTH_IT", 3)
    assert not helping.is_worth_it()
