"""The database counts public records by itself, whoever writes and however."""

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from relations import tallies
from relations.models import Cell, Country, Milestone, PairNumber, Record, Relationship, Visit
from relations.tallies.triggers import statements


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def loaddata():
    text = serializers.serialize("json", Record.objects.filter(slug="visit-1")).replace("politics", "energy")
    for each in serializers.deserialize("json", text):
        each.save()


def new_pair():
    Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    Record.objects.filter(kind="visit").update(relationship=Relationship.objects.get(slug="aze-kaz"))


WRITES = {
    "a new record": lambda: Milestone.objects.create(slug="new", date="2001/2003", editorial_status="published"),
    "a new draft": lambda: Milestone.objects.create(slug="new", date="2001"),
    "a save that changes nothing": lambda: Visit.objects.get(slug="visit-1").save(),
    "publishing": lambda: Record.objects.filter(slug="visit-draft").update(editorial_status="published"),
    "withdrawing": lambda: Record.objects.filter(kind="visit").update(editorial_status="draft"),
    "another date": lambda: [setattr(v := Visit.objects.get(slug="visit-1"), "date", "../1995"), v.save()],
    "another field for all": lambda: Record.objects.update(area="trade"),
    "sources that differ": lambda: sql("UPDATE relations_record SET consensus = 'conflict'"),
    "another pair": new_pair,
    "no pair any more": lambda: Record.objects.filter(kind="visit").update(relationship=None),
    "a record that goes": lambda: Milestone.objects.get(slug="milestone-2").delete(),
    "plain loaddata": loaddata,
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_every_number_stays_true(world, write):
    assert tallies.wrong() == []
    write()
    assert tallies.wrong() == []


def test_what_is_rolled_back_does_not_count(world):
    before = list(Cell.objects.values_list())
    with transaction.atomic():
        Record.objects.update(area="energy")
        transaction.set_rollback(True)
    assert list(Cell.objects.values_list()) == before


def test_a_pair_has_its_number_from_its_first_day_to_its_last(world):
    pair = Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    assert pair.counted.records == 0
    pair.delete()
    assert list(PairNumber.objects.values_list("slug", flat=True)) == ["kaz-tur"]


def test_numbers_that_were_lost_can_be_counted_again(world):
    Cell.objects.update(number=7)
    PairNumber.objects.all().delete()
    assert tallies.wrong()
    tallies.rebuild()
    assert tallies.wrong() == []
    assert (
        PairNumber.objects.get(slug="kaz-tur").records
        == Record.objects.published().filter(relationship=world["pair"]).count()
    )


def test_a_country_may_be_renamed_without_a_number_moving(world):
    Country.objects.filter(code="KAZ").update(name_en="Kazakh Republic")
    assert tallies.wrong() == []


def test_the_triggers_are_there(db):
    """A migration that rebuilds a table on SQLite loses them, and has to install them again."""
    catalogue = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        found = [row[0] for row in cursor.fetchall()]
    for statement in statements(connection.vendor):
        if statement.startswith("CREATE TRIGGER"):
            assert (statement if connection.vendor == "sqlite" else statement.split()[2]) in found


def test_the_command_finds_what_is_wrong_and_mends_it(world, capsys):
    Cell.objects.update(number=7)
    with pytest.raises(CommandError, match="stand otherwise"):
        call_command("count_records", check=True)
    call_command("count_records")
    call_command("count_records", check=True)
    assert "all as a count has them" in capsys.readouterr().out
