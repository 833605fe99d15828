"""The index is true after whatever writes: forms, loaddata, SQL by hand; and what is rolled back leaves no trace."""

import json

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from relations.models import (
    Citation,
    Milestone,
    Participation,
    Person,
    Place,
    Record,
    SearchChange,
    SearchDocument,
    Visit,
)
from relations.search import index
from relations.search.answer import answer
from relations.search.engines import sqlite
from relations.search.index import bring_up_to_date, catch_up, rebuild, refresh
from tests.views.conftest import cite_more, standing_world, world  # noqa: F401  # fixtures


def slugs(text):
    assert bring_up_to_date()
    found = answer(text)
    return set() if found.partial else {each.slug for each in found.ranked}


@pytest.fixture
def small(world):  # noqa: F811
    refresh()
    return world


def test_a_new_record_is_found_at_once(small):
    assert slugs("Buluşma") == set()
    pair = small["pair"]
    Visit.objects.create(
        slug="new",
        title_tr="Buluşma",
        title_en="",
        relationship=pair,
        origin_id="KAZ",
        destination_id="TUR",
        editorial_status="published",
    )
    assert slugs("Buluşma") == {"new"}


def test_a_changed_title_is_found_by_its_new_words_only(small):
    Record.objects.filter(slug="visit-1").update(title_tr="Gezi")
    assert slugs("gezi") == {"visit-1"}
    with connection.cursor() as cursor:
        cursor.execute("UPDATE relations_record SET title_tr = 'Yolculuk' WHERE slug = 'visit-1'")
    assert slugs("gezi") == set()
    assert slugs("yolculuk") == {"visit-1"}


def test_a_draft_is_not_found_until_it_is_published(small):
    assert slugs("taslak") == set()
    Record.objects.filter(slug="visit-draft").update(editorial_status="published")
    assert slugs("taslak") == {"visit-draft"}
    Record.objects.filter(slug="visit-draft").update(editorial_status="draft")
    assert slugs("taslak") == set()


def test_a_deleted_record_is_not_found(small):
    assert slugs("Yalnız Türkçe") == {"milestone-1"}
    Record.objects.get(slug="milestone-1").delete()
    assert slugs("Yalnız Türkçe") == set()
    assert not SearchDocument.objects.filter(title__contains="yalniz").exists()


def test_a_renamed_person_is_found_in_their_records(small):
    Person.objects.filter(slug="nursultan-nazarbayev").update(name_tr="Bambaşka Ad")
    assert "visit-1" in slugs("bambaşka")


def test_a_renamed_place_is_found_in_its_records(small):
    Place.objects.filter(slug="ankara").update(name_en="Angora")
    assert slugs("angora") == {"visit-1"}


def test_a_new_participant_and_a_new_citation_are_found(small):
    milestone = Record.objects.get(slug="milestone-1")
    person = Person.objects.get(slug="nursultan-nazarbayev")
    part = Participation.objects.create(record=milestone, role="speaker", person=person)
    assert "milestone-1" in slugs("nazarbayev")
    part.delete()
    assert "milestone-1" not in slugs("nazarbayev")
    Citation.objects.filter(record=milestone).update(evidence="bambaşka söz")
    assert "milestone-1" in slugs("bambaşka")


def test_loaddata_is_noticed(small, tmp_path):
    row = {
        "model": "relations.person",
        "fields": {"slug": "nursultan-nazarbayev", "name_tr": "Yepyeni", "name_en": "N"},
    }
    (tmp_path / "one.json").write_text(json.dumps([row]))
    call_command("loaddata", str(tmp_path / "one.json"), verbosity=0)
    assert "visit-1" in slugs("yepyeni")


def test_what_is_rolled_back_leaves_no_trace(small):
    with transaction.atomic():
        Record.objects.filter(slug="visit-1").update(title_tr="Gezi")
        assert SearchChange.objects.exists()
        transaction.set_rollback(True)
    assert not SearchChange.objects.exists()
    assert slugs("gezi") == set()


def test_rebuilding_gives_what_the_changes_gave(small):
    Record.objects.filter(slug="visit-1").update(title_tr="Gezi")
    refresh()
    columns = ("id", *index.COLUMNS)
    before = list(SearchDocument.objects.order_by("id").values_list(*columns))
    assert rebuild() == len(before)
    assert list(SearchDocument.objects.order_by("id").values_list(*columns)) == before
    assert slugs("gezi") == {"visit-1"}


def test_after_a_load_of_most_things_the_whole_index_is_made(small, monkeypatch):
    calls, made = [], index.rebuild
    monkeypatch.setattr(index, "rebuild", lambda: calls.append("all") or made())
    monkeypatch.setattr(index, "MANY", 1)
    Record.objects.filter(slug="visit-1").update(title_tr="Gezi")
    assert catch_up() == 1
    assert calls == []
    count = SearchDocument.objects.count()
    for key in range(count + 1):
        SearchChange.objects.create(noun="record", key=10_000 + key)
    Record.objects.filter(slug="visit-1").update(title_tr="Seyahat")
    assert catch_up() == count
    assert calls == ["all"]
    assert slugs("seyahat") == {"visit-1"}
    assert catch_up() == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="FTS5 alone gathers in memory")
def test_an_index_written_anew_gathers_no_more_in_memory_than_before(small):
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT v FROM {sqlite.TABLE}_config WHERE k = 'hashsize'")
        assert cursor.fetchone() == (sqlite.AT_ONCE,)


def test_a_reader_does_not_wait_for_a_great_many_changes(small, monkeypatch):
    Record.objects.filter(slug="visit-1").update(title_tr="Gezi")
    assert not bring_up_to_date(most=0)
    assert bring_up_to_date()
    assert slugs("gezi") == {"visit-1"}


def test_the_queries_of_indexing_do_not_grow_with_the_records(small, django_assert_max_num_queries):
    with django_assert_max_num_queries(69):
        rebuild()


def test_the_command_says_what_it_did(small, capsys):
    call_command("index_records", "--rebuild")
    call_command("index_records")
    assert "Search: 0 changed things indexed." in capsys.readouterr().out


def indexes():
    """The files that PostgreSQL keeps the indexes of the documents in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relfilenode FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid "
            "WHERE indrelid = 'relations_searchdocument'::regclass"
        )
        return dict(cursor.fetchall())


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's is made in one pass")
def test_indexes_that_somebody_may_read_are_written_anew_behind_the_rows(transactional_db):
    Milestone.objects.create(slug="m", title_tr="Olay", title_en="Event", date="2012", editorial_status="published")
    assert rebuild() == 1
    before = indexes()
    assert rebuild() == 1
    after = indexes()
    assert before.keys() == after.keys()
    assert not before.items() & after.items()
