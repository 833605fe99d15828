"""The database notes by itself which record a write is about, whoever writes and however."""

import pytest
from django.core import serializers
from django.db import connection, transaction

from relations.changes.triggers import TOUCHING, WATCHED_HERE
from relations.models import (
    Citation,
    Country,
    FormerName,
    Institution,
    Milestone,
    Participation,
    Person,
    Record,
    RecordTouch,
    Revision,
    Source,
    Visit,
)
from relations.revision import statements


def touched_by(act):
    """The slugs of the records that an act touches, gone ones with a minus."""
    before = Revision.current().number
    act()
    touches = RecordTouch.objects.filter(revision__gt=before).order_by("slug")
    assert all(each.revision <= Revision.current().number for each in touches)
    return ["-" * each.gone + each.slug for each in touches]


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def visit():
    return Visit.objects.get(slug="visit-1")


@pytest.mark.parametrize(
    "act",
    [
        lambda: visit().save(),
        lambda: Visit.objects.filter(slug="visit-1").update(visit_kind="state"),
        lambda: Record.objects.filter(slug="visit-1").update(title_en="Other"),
        lambda: visit().institutions.add(Institution.objects.get(slug="mfa-tur")),
        lambda: visit().countries.add(Country.objects.get(code="TUR")),
        lambda: Participation.objects.filter(record__slug="visit-1").delete(),
        lambda: Citation.objects.filter(record__slug="visit-1").update(evidence="2012"),
        lambda: sql("UPDATE relations_visit SET visit_kind = 'state' WHERE visit_kind = 'official'"),
        lambda: sql("UPDATE relations_record SET area = 'trade' WHERE slug = 'visit-1'"),
    ],
)
def test_a_write_touches_its_record_and_no_other(world, act):
    assert touched_by(act) == ["visit-1"]


def test_what_a_record_only_names_does_not_touch_it(world):
    assert touched_by(lambda: Person.objects.update(summary_en="More")) == []


def test_a_new_record_is_noted_with_slug_and_kind(world):
    assert touched_by(lambda: Milestone.objects.create(slug="new", title_tr="Yeni")) == ["new"]
    assert RecordTouch.objects.get(slug="new").kind == "milestone"


def test_a_deleted_record_stays_noted_as_gone(world):
    assert touched_by(lambda: Milestone.objects.get(slug="milestone-2").delete()) == ["-milestone-2"]


def test_a_citation_that_moves_touches_both_records(world):
    to = Record.objects.get(slug="milestone-2")
    act = lambda: Citation.objects.filter(record__slug="visit-1", field="date").update(record=to)  # noqa: E731
    assert touched_by(act) == ["milestone-2", "visit-1"]


def test_plain_loaddata_is_noted_too(world):
    text = serializers.serialize("json", Record.objects.filter(slug="visit-1"))

    def load():
        for each in serializers.deserialize("json", text.replace("official", "state")):
            each.save()

    assert touched_by(load) == ["visit-1"]


def test_one_statement_over_many_records_touches_each(world):
    assert len(touched_by(lambda: Record.objects.update(area="trade"))) == Record.objects.count()


@pytest.mark.parametrize(("status", "kept"), [("published", ["visit-1"]), ("draft", [])])
def test_only_a_slug_that_was_public_is_remembered(world, status, kept):
    Visit.objects.filter(slug="visit-1").update(editorial_status=status)
    Visit.objects.filter(slug="visit-1").update(slug="visit-one")
    assert list(FormerName.objects.values_list("slug", flat=True)) == kept


def test_a_record_that_takes_its_old_slug_back_forgets_the_other_way_round(world):
    for slug in ("visit-one", "visit-1"):
        Visit.objects.filter(title_en="The visit").update(slug=slug)
    assert [each.slug for each in FormerName.objects.all()] == ["visit-one"]


NOUNS = [
    (Person, "nursultan-nazarbayev", "Nursultan Nazarbayev"),
    (Institution, "mfa-tur", "Bakanlık"),
    (Source, "source-tr", "Kaynak source-tr"),
]


def names():
    return set(FormerName.objects.values_list("noun", "slug", "title_tr"))


@pytest.mark.parametrize(("model", "slug", "title"), NOUNS)
def test_whatever_writes_the_old_name_of_a_thing_is_noted_with_its_title(world, model, slug, title):
    column = "title_tr" if model is Source else "name_tr"
    sql(f"UPDATE {model._meta.db_table} SET slug = 'other', {column} = 'X' WHERE slug = '{slug}'")
    assert names() == {(model.named_as, slug, title)}
    model.objects.filter(slug="other").update(slug=slug)
    assert names() == {(model.named_as, "other", "X")}


def test_names_of_a_noun_are_no_names_of_another(world):
    Person.objects.filter(slug="nursultan-nazarbayev").update(slug="mfa-tur")
    assert names() == {("person", "nursultan-nazarbayev", "Nursultan Nazarbayev")}
    Institution.objects.create(slug="nursultan-nazarbayev", name_tr="Kurum")
    assert names() == {("person", "nursultan-nazarbayev", "Nursultan Nazarbayev")}


def test_many_things_deleted_at_once_are_all_noted_and_a_new_one_takes_its_name_back(world):
    Institution.objects.bulk_create(Institution(slug=f"house-{n}", name_tr=f"Ev {n}") for n in range(3))
    Institution.objects.filter(slug__startswith="house").delete()
    assert names() == {("institution", f"house-{n}", f"Ev {n}") for n in range(3)}
    Institution.objects.create(slug="house-1", name_tr="Ev")
    assert {slug for _noun, slug, _title in names()} == {"house-0", "house-2"}


def test_a_write_that_is_taken_back_notes_no_name(world):
    with transaction.atomic():
        Person.objects.update(slug="other")
        assert names()
        transaction.set_rollback(True)
    assert not names()


def test_every_table_that_hangs_on_a_record_has_its_triggers(world):
    """A migration that rebuilds a table on SQLite loses them, and has to install them again."""
    catalogue = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        found = dict(cursor.fetchall())
    tables = {"relations_record", "relations_citation", "relations_participation", "relations_visit"}
    assert tables < TOUCHING.keys()
    assert {"relations_person", "relations_institution", "relations_source"} < WATCHED_HERE.keys()
    for table in WATCHED_HERE:
        for verb in ("insert", "update", "delete"):
            if connection.vendor == "postgresql":
                assert found[f"{table}_touched_{verb}"] == table
            else:
                assert found[f"{table}_{verb}_revision"] in statements("sqlite", [table])
