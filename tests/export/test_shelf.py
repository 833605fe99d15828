import threading

import pytest

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
        assert (first / "data.json").exists()
    with shelf.current() as second:
        assert second == first
    assert len(builds) == 1


@pytest.mark.django_db
def test_a_change_builds_anew_and_removes_the_older_folder(world, dumps, builds):
    with shelf.current() as first:
        pass
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    with shelf.current() as second:
        assert "Özbekistan" in (second / "countries.csv").read_text()
    assert built(dumps) == [second.name] != [first.name]
    assert len(builds) == 2


@pytest.mark.django_db
def test_what_is_not_ours_stays_and_what_was_left_unfinished_goes(world, dumps):
    (dumps / ".building-abc").mkdir(parents=True)
    (dumps / "mine").mkdir()
    with shelf.current() as folder:
        pass
    assert built(dumps) == sorted([folder.name, "mine"])
    assert not (dumps / ".building-abc").exists()


@pytest.mark.django_db
def test_a_build_that_fails_leaves_nothing_and_is_tried_again(world, dumps, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(bundle, "write_one", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError), shelf.current():
            pass
    assert built(dumps) == []
    with shelf.current() as folder:
        assert (folder / "data.json").exists()


@pytest.mark.django_db
def test_two_workers_at_once_build_one_folder_and_both_get_it(world, dumps, monkeypatch):
    found, building = [], []
    both_started = threading.Barrier(2)

    def build(root):
        building.append(root)
        folder = root / "1-00000000000000000000-1"
        threading.Event().wait(0.2)  # long enough for the other to arrive
        folder.mkdir()
        return folder

    def work():
        both_started.wait()
        with shelf.current() as folder:
            found.append(folder)

    class Known:
        number, changed_at = 1, None

        @classmethod
        def current(cls):
            return cls

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
