import fcntl
import sys
import threading
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from relations.export import bundle, shelf
from relations.models import Country


def built(root):
    return sorted(path.name for path in root.iterdir() if not path.name.startswith("."))


@pytest.fixture
def builds(monkeypatch):
    """How often files were written."""
    counted, write = [], bundle.write

    def counting(folder):
        counted.append(folder)
        return write(folder)

    monkeypatch.setattr(bundle, "write", counting)
    return counted


@pytest.mark.django_db
def test_a_revision_is_built_once(world, dumps, builds):
    with shelf.current() as first:
        assert (first.folder / "data.json").exists()
        assert first.is_current
    with shelf.current() as second:
        assert second == first
    assert len(builds) == 1


@pytest.mark.django_db
def test_a_change_builds_anew_and_removes_the_older_folder(world, dumps, builds):
    with shelf.current() as first:
        pass
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    with shelf.current() as second:
        assert "Özbekistan" in (second.folder / "countries.csv").read_text()
        assert second.is_current
    assert built(dumps) == [second.folder.name] != [first.folder.name]
    assert len(builds) == 2


@pytest.mark.django_db
def test_what_is_not_ours_stays_and_what_was_left_unfinished_goes(world, dumps):
    (dumps / ".building-abc").mkdir(parents=True)
    (dumps / "mine").mkdir()
    with shelf.current() as found:
        pass
    assert built(dumps) == sorted([found.folder.name, "mine"])
    assert not (dumps / ".building-abc").exists()


@pytest.mark.django_db
def test_a_build_that_fails_leaves_nothing_and_is_tried_again(world, dumps, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(bundle, "write_one", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError), shelf.current():
            pass
    assert built(dumps) == []
    with shelf.current() as found:
        assert (found.folder / "data.json").exists()


@pytest.mark.django_db
def test_two_workers_at_once_build_one_folder_and_both_get_it(world, dumps, monkeypatch):
    found, building = [], []
    both_started = threading.Barrier(2)

    def build(root):
        building.append(root)
        folder = root / f"1-00000000000000000000-{bundle.FORMAT}"
        threading.Event().wait(0.2)  # long enough for the other to arrive
        folder.mkdir()
        return folder

    def work():
        both_started.wait()
        with shelf.current() as shown:
            found.append(shown.folder)

    class Known:
        number, changed_at = 1, None

        @classmethod
        def current(cls):
            return cls

    monkeypatch.setattr(shelf, "has_many_records", lambda: False)  # a thread of its own sees no world
    monkeypatch.setattr(shelf, "Revision", Known)
    monkeypatch.setattr(shelf, "canonical", lambda _: "0" * 20)
    monkeypatch.setattr(shelf, "build", build)
    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(building) == 1
    assert len(found) == 2


@pytest.mark.django_db
def test_with_many_records_no_request_builds_and_one_process_does(world, dumps, builds, many_records):
    with shelf.current() as first:
        pass
    started = many_records()
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    for _ in range(3):
        with shelf.current() as found:
            assert found == shelf.Shelf(first.folder, is_current=False)
    assert len(builds) == len(started) == 1


@pytest.mark.django_db
def test_while_a_process_builds_no_other_is_started(world, dumps, many_records, monkeypatch):
    started = many_records()
    monkeypatch.setattr(shelf, "PAUSE", 0)
    dumps.mkdir()
    with shelf._locked(dumps / shelf.BUILDER, fcntl.LOCK_EX):
        shelf.start(dumps)
    assert started == []
    shelf.start(dumps)
    shelf.start(dumps)
    assert len(started) == 2  # each has ended: nobody holds the lock


@pytest.mark.django_db
def test_before_the_first_build_there_is_nothing(world, dumps, many_records):
    many_records()
    with pytest.raises(shelf.NothingBuiltYetError), shelf.current():
        pass


@pytest.mark.django_db
def test_files_of_another_format_are_not_shown(world, dumps, many_records):
    (dumps / "9-20300101000000000000-1").mkdir(parents=True)
    many_records()
    with pytest.raises(shelf.NothingBuiltYetError), shelf.current():
        pass


@pytest.mark.django_db
def test_the_command_builds_what_is_missing_and_nothing_twice(world, dumps, builds, capsys):
    call_command("build_dumps")
    call_command("build_dumps")
    assert len(builds) == 1
    assert built(dumps)[0] in capsys.readouterr().out


def test_the_process_may_take_longer_over_a_statement_than_readers_wait(dumps, monkeypatch):
    asked = []
    monkeypatch.setenv("STATEMENT_TIMEOUT", "15")  # as config/wsgi.py leaves it to what the site starts
    monkeypatch.setattr(
        shelf.subprocess, "Popen", lambda command, **options: asked.append(options) or SimpleNamespace(wait=lambda: 0)
    )
    dumps.mkdir()
    shelf.start(dumps)
    assert asked[0]["env"]["STATEMENT_TIMEOUT"] == "0"
    assert asked[0]["env"]["PATH"]


def test_the_process_holds_the_lock_until_it_ends(dumps, monkeypatch):
    """The lock goes to the process: the one who started it may be gone."""
    ended = dumps / "ended"
    waiting = f"import pathlib, time\nwhile not pathlib.Path({str(ended)!r}).exists(): time.sleep(.01)"
    popen = shelf.subprocess.Popen
    monkeypatch.setattr(
        shelf.subprocess, "Popen", lambda command, **options: popen([sys.executable, "-c", waiting], **options)
    )
    dumps.mkdir()
    shelf.start(dumps)
    monkeypatch.setattr(shelf, "PAUSE", 0)
    monkeypatch.setattr(shelf, "_run", lambda lock: pytest.fail("a second process"))
    shelf.start(dumps)
    ended.touch()
    with shelf._locked(dumps / shelf.BUILDER, fcntl.LOCK_EX):  # waits for its end
        pass
