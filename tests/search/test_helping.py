"""A second process works out every other batch of the index, of the very revision that the first one sees, or none."""

import pytest
from django.db import transaction

from relations.models import Milestone, SearchDocument, SearchWord
from relations.search import helping, index, rebuilding
from relations.search.helping import Helper
from tests.processes import address

RECORDS = 7


@pytest.fixture
def committed(transactional_db, tmp_path, monkeypatch):
    """Records that other processes can read, two of them a batch."""
    for number in range(RECORDS):
        title = {"title_tr": f"Olay {number}", "title_en": f"Event {number}"}
        Milestone.objects.create(slug=f"m-{number}", date="2012", editorial_status="published", **title)
    monkeypatch.setattr(index, "is_worth_it", lambda: True)
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    monkeypatch.setenv("DATABASE_URL", address(tmp_path))
    monkeypatch.setenv("DEBUG", "1")


@pytest.fixture
def answers(monkeypatch):
    """What the helper had of each batch that it was asked for."""
    found, rows = [], Helper.rows
    monkeypatch.setattr(Helper, "rows", lambda self, keys: found.append(rows(self, keys)) or found[-1])
    return found


def indexed():
    documents = SearchDocument.objects.order_by("pk").values_list("pk", "title", "names", "summary", "cited")
    return list(documents), sorted(SearchWord.objects.values_list("folded", "spelt"))


def alone(monkeypatch):
    monkeypatch.setattr(index, "is_worth_it", lambda: False)
    index.rebuild()
    return indexed()


def test_two_processes_index_what_one_does(committed, answers, monkeypatch):
    assert index.rebuild() == RECORDS
    assert [len(rows) for rows in answers] == [2, 1]
    assert indexed() == alone(monkeypatch)


def test_a_helper_that_sees_another_revision_does_nothing(committed, answers, monkeypatch):
    monkeypatch.setattr(helping, "revision", lambda: "0 of another database")
    assert index.rebuild() == RECORDS
    assert answers == [None, None]
    assert indexed() == alone(monkeypatch)


def test_a_helper_whose_batches_lie_elsewhere_is_left(committed, answers, monkeypatch):
    begin = Helper.__init__
    monkeypatch.setattr(Helper, "__init__", lambda self, size: begin(self, size + 1))
    assert index.rebuild() == RECORDS
    assert answers == [None, None]
    assert indexed() == alone(monkeypatch)


def test_a_helper_that_ends_early_leaves_the_rest_to_who_asked(committed, answers, monkeypatch):
    rows, helpers = Helper.rows, []

    def then_killed(self, keys):
        found = rows(self, keys)
        helpers.append(self.process)
        self.process.kill()
        self.process.wait()
        return found

    monkeypatch.setattr(Helper, "rows", then_killed)
    assert index.rebuild() == RECORDS
    assert indexed() == alone(monkeypatch)
    assert helpers[0].returncode is not None


def test_a_helper_ends_with_who_fails(committed, monkeypatch):
    started, begin = [], Helper.__init__
    monkeypatch.setattr(Helper, "__init__", lambda self, size: started.append(self) or begin(self, size))
    monkeypatch.setattr(rebuilding, "_write_words", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.rebuild()
    assert started[0].process.returncode is not None
    assert not SearchDocument.objects.exists()


def test_help_is_asked_for_only_where_there_is_a_core_and_enough_to_do(transactional_db, monkeypatch):
    for number in range(3):
        Milestone.objects.create(slug=f"m-{number}", title_en="M", date="2012")
    monkeypatch.setattr(helping, "WORTH_IT", 2)
    for cores, worth_it in ((2, True), (1, False), (None, False)):
        monkeypatch.setattr(helping.os, "cpu_count", lambda cores=cores: cores)
        assert helping.is_worth_it() is worth_it
    monkeypatch.setattr(helping.os, "cpu_count", lambda: 2)
    with transaction.atomic():  # what was not committed yet nobody else would see
        assert not helping.is_worth_it()
    monkeypatch.setattr(helping, "WORTH_IT", 3)
    assert not helping.is_worth_it()
