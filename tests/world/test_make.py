"""A made-up world: whole, true to the rules of the site, and the same for the same seed."""

from collections import Counter
from contextlib import nullcontext

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from relations import tallies
from relations.admin.citing import obstacles
from relations.checks.consensus import refresh
from relations.dates import bounds
from relations.models import (
    Citation,
    CouncilMeeting,
    Country,
    FormerName,
    Kind,
    Record,
    RecordTouch,
    Relationship,
    Revision,
    SearchChange,
    SearchDocument,
    Source,
)
from relations.search.index import refresh as index_what_changed
from relations.world import earth, size
from relations.world.make import NotEmptyError, make
from relations.world.rows import Rows

RECORDS = 600
HALVES = {"agreement", "visit", "council", "councilmeeting", "milestone", "figure"}


@pytest.fixture
def few(monkeypatch):
    """A world of 15 countries, which is made faster."""
    codes = [code for code in earth.CODES if code in earth.BUSY][:15]
    for where, name, value in ((earth, "BUSY", codes[:9]), (earth, "OTHERS", codes[9:]), (earth, "CODES", codes)):
        monkeypatch.setattr(where, name, value)
    monkeypatch.setattr(size, "CODES", codes)


@pytest.fixture
def world(few, db):
    return make(RECORDS, seed=7)


def test_it_has_all_countries_and_pairs(db):
    make(100, seed=7)
    assert (Country.objects.count(), Relationship.objects.count()) == (195, 195 * 194 // 2)


def test_it_has_as_many_records_as_were_asked_for_of_every_kind(world):
    assert Record.objects.count() == world["record"] == RECORDS
    assert sum(world[half] for half in HALVES) == RECORDS
    assert set(Record.objects.values_list("kind", flat=True)) == set(Kind.values)


def test_every_table_holds_what_was_given(world):
    with connection.cursor() as cursor:
        for table, number in world.items():
            cursor.execute(f"SELECT count(*) FROM relations_{table}")
            assert cursor.fetchone() == (number,), table


def test_the_same_seed_makes_the_same_rows_and_another_seed_others(few, db, monkeypatch):
    def written(seed):
        found = Counter()
        monkeypatch.setattr("relations.world.make.bulk.write", lambda table, _columns, rows: found.update(rows))
        monkeypatch.setattr("relations.world.make._number_on", lambda: None)
        monkeypatch.setattr("relations.world.make.filling", lambda kept: nullcontext())
        make(300, seed)
        return found

    assert written(7) == written(7) != written(8)


def test_consensus_is_what_the_citations_say(world):
    assert refresh() == 0
    assert set(Record.objects.values_list("consensus", flat=True)) >= {"single", "confirmed", "conflict"}


def test_columns_and_bounds_say_what_the_preferred_citations_say(world):
    for model in Record.__subclasses__():
        for record in model.objects.prefetch_related("citations__source"):
            assert obstacles(record, record.citations.all()) == [], record.slug
            assert (record.earliest, record.latest) == (bounds(record.date).earliest, bounds(record.date).latest)


def test_rows_pass_the_rules_that_forms_have(world):
    for model in (Source, Citation, *Record.__subclasses__()):
        for row in model.objects.all()[:150]:
            row.full_clean(exclude=["title", "name", "publisher", "reason"])


def test_numbers_of_meetings_follow_their_days(world):
    by_council = {}
    for each in CouncilMeeting.objects.filter(status="held", ordinal__isnull=False).order_by("earliest", "ordinal"):
        by_council.setdefault(each.council_id, []).append(each.ordinal)
    assert by_council
    assert all(numbers == sorted(numbers) for numbers in by_council.values())


def test_what_triggers_keep_is_what_they_would_have_kept(world):
    now = Revision.current().number
    assert set(RecordTouch.objects.values_list("revision", "kept", "gone")) == {(now, now, False)}
    assert RecordTouch.objects.count() == RECORDS
    assert tallies.wrong() == []
    assert not FormerName.objects.exists()


def test_triggers_stand_again_after_it(world):
    before = Revision.current().number
    record = Record.objects.published().first()
    Record.objects.filter(pk=record.pk).update(slug="renamed")
    assert Revision.current().number > before
    assert RecordTouch.objects.get(pk=record.pk).kept < RecordTouch.objects.get(pk=record.pk).revision
    assert FormerName.objects.get().key == record.pk
    assert tallies.wrong() == []


def test_the_index_learns_of_everything(world):
    assert SearchChange.objects.filter(noun="record").count() == RECORDS
    index_what_changed()
    assert SearchDocument.objects.filter(pk__gt=0).count() == Record.objects.published().count()


def test_new_rows_get_numbers_of_their_own(world):
    record = Record.objects.create(slug="new", kind="milestone", title="Yeni")
    assert record.pk == RECORDS + 1
    assert Citation.objects.create(record=record, source_id=1, field="date", says="2012").pk == world["citation"] + 1


def test_a_database_with_a_row_is_refused(db):
    Country.objects.create(code="TUR", name="Türkiye")
    with pytest.raises(NotEmptyError, match="country"):
        make(10, seed=7)
    with pytest.raises(CommandError, match="The database is not empty: it has rows of country"):
        call_command("make_world", "--records", "10")
    assert not Record.objects.exists()


def test_a_number_below_one_is_refused(db):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("make_world", "--records", "0")


def test_constraints_stay_on_and_nothing_stays_of_what_they_refuse(few, db, monkeypatch):
    number = Rows.number

    def same_tenure(self, table, *values):
        return number(self, table, *((1, 1, "") if table == "tenure" else values))

    monkeypatch.setattr("relations.world.rows.Rows.number", same_tenure)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(400, seed=7)
    assert not Country.objects.exists()
    Country.objects.create(code="TUR", name="Türkiye")
    assert SearchChange.objects.filter(noun="country").exists()  # triggers stand again


def test_the_command_tells_what_it_wrote_and_how_fast(few, db, capsys):
    call_command("make_world", "--records", "200", "--no-search")
    said = capsys.readouterr()
    assert "200 records" in said.out
    assert "a second" in said.out
    assert said.err == ""  # no bar where nobody looks
    assert not SearchDocument.objects.exists()


def test_the_command_makes_the_index_unless_told_otherwise(few, db, capsys):
    call_command("make_world", "--records", "50")
    assert "things to search" in capsys.readouterr().out
    assert SearchDocument.objects.count() > 15 * 14 // 2
    assert not SearchChange.objects.exists()
