"""The database itself refuses what must never be true."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Country,
    Figure,
    Milestone,
    Participation,
    Person,
    Record,
    Relationship,
    Reporter,
    Revision,
    Source,
    Visit,
)
from relations.revision import PUBLIC_TABLES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    for code in ("KAZ", "RUS", "TUR"):
        Country.objects.create(code=code, name_tr=code, name_en=code)
    pair = Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
    Reporter.objects.create(slug="r", name_tr="r")
    Source.objects.create(slug="s", kind="press", title_tr="s", language="tr")
    Source.objects.create(
        slug="t", kind="press", title_tr="t", language="tr", text_file="t", sha256="0" * 64, length=50
    )
    Council.objects.create(slug="council", title_tr="c", council_kind="hlscc", relationship=pair)
    Milestone.objects.create(slug="m", title_tr="m")


def figure(**values):
    defaults = {
        "slug": "f",
        "title_tr": "f",
        "indicator": "export",
        "value": 5,
        "origin_id": "TUR",
        "destination_id": "KAZ",
    }
    return Figure(**{**defaults, "reporter": Reporter.objects.get(), **values})


def citation(**values):
    defaults = {
        "record": Record.objects.get(slug="m"),
        "field": "date",
        "source": Source.objects.get(slug="s"),
        "says": "x",
    }
    return Citation(**{**defaults, **values})


def meeting(slug, **values):
    return CouncilMeeting(slug=slug, title_tr=slug, council=Council.objects.get(), **values)


FORBIDDEN = {
    "a pair out of order": lambda: [Relationship(slug="tur-rus", first_id="TUR", second_id="RUS")],
    "a pair with itself": lambda: [Relationship(slug="tur-tur", first_id="TUR", second_id="TUR")],
    "a pair twice": lambda: [Relationship(slug="again", first_id="KAZ", second_id="TUR")],
    "a slug twice": lambda: [Visit(slug="m", title_tr="x", origin_id="TUR", destination_id="KAZ")],
    "a visit at home": lambda: [Visit(slug="v", title_tr="v", origin_id="TUR", destination_id="TUR")],
    "exports to oneself": lambda: [figure(destination_id="TUR")],
    "exports to nowhere": lambda: [figure(destination_id=None)],
    "a negative number": lambda: [figure(value=-1)],
    "a rounding step of nothing": lambda: [figure(step=0)],
    "a deadline of what is no target": lambda: [figure(deadline="2030")],
    "an announcer of what is no target": lambda: [figure(announcer=Reporter.objects.get())],
    "no agreement in a set": lambda: [Agreement(slug="a", title_tr="a", count=0)],
    "a method of entry without a date": lambda: [Agreement(slug="a", title_tr="a", entry_method="signature")],
    "an ordinal twice in a council": lambda: [meeting("m1", ordinal=1), meeting("m2", ordinal=1, status="announced")],
    "two preferred citations of a field": lambda: [
        citation(preferred=True),
        citation(preferred=True, source=Source.objects.get(slug="t")),
    ],
    "the same citation twice": lambda: [citation(), citation(says="y")],
    "a place that ends before it starts": lambda: [citation(start=5, end=5)],
    "half a place": lambda: [citation(start=5)],
    "a text without its checksum": lambda: [Source(slug="u", kind="press", title_tr="u", language="tr", text_file="u")],
    "a participant who is nobody": lambda: [Participation(record=Record.objects.get(slug="m"), role="host")],
    "a participant twice": lambda: [
        Participation(
            record=Record.objects.get(slug="m"), role="host", person=Person.objects.get_or_create(slug="p")[0]
        )
        for _ in "12"
    ],
}


@pytest.mark.parametrize("make", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_the_database_refuses(make):
    *allowed, forbidden = make()
    for row in allowed:
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        forbidden.save()


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "nonsense"), ("editorial_status", "secret"), ("area", "money"), ("earliest", "2100-01-01")],
)
def test_the_database_refuses_values_written_past_the_forms(column, value):
    Record.objects.filter(slug="m").update(latest="2000-01-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.filter(slug="m").update(**{column: value})


def test_a_postponed_meeting_leaves_its_number_to_the_next():
    meeting("m1", ordinal=3, status="postponed").save()
    meeting("m2", ordinal=3, status="held").save()
    assert CouncilMeeting.objects.filter(ordinal=3).count() == 2


def test_bounds_follow_the_date_at_every_save():
    visit = Visit.objects.create(slug="v", title_tr="v", origin_id="TUR", destination_id="KAZ", date="2012-10")
    assert (visit.earliest.isoformat(), visit.latest.isoformat()) == ("2012-10-01", "2012-10-31")
    visit.date = ""
    visit.save()
    visit.refresh_from_db()
    assert (visit.earliest, visit.latest) == (None, None)


@pytest.mark.parametrize(
    ("thing", "field"),
    [
        (lambda: Relationship(first_id="TUR", second_id="TUR"), "second"),
        (lambda: Relationship(first_id="TUR", second_id="KAZ"), "second"),
        (lambda: Relationship(first_id="TUR", second_id="XXX"), "second"),
        (lambda: Visit(slug="v", title_tr="v", date="2012-02-30", origin_id="TUR", destination_id="KAZ"), "date"),
        (lambda: Visit(slug="v", title_tr="v", date="2013/2012", origin_id="TUR", destination_id="KAZ"), "date"),
        (lambda: Visit(slug="Büyük", title_tr="v", origin_id="TUR", destination_id="KAZ"), "slug"),
        (lambda: Visit(slug="v", title_tr="v", origin_id="TUR", destination_id="TUR"), "destination"),
        (lambda: figure(value=-1), "value"),
        (lambda: figure(value="many"), "value"),
        (lambda: figure(value="1234567890123.456"), "value"),
        (lambda: figure(unit="XQZ"), "unit"),
        (lambda: figure(destination_id="TUR"), "destination"),
        (lambda: figure(destination_id=None), "origin"),
        (lambda: figure(deadline="2030"), "qualifier"),
        (lambda: citation(start=1, end=2), "start"),
        (lambda: citation(source=Source.objects.get(slug="t"), start=40, end=51), "end"),
        (lambda: citation(source=Source.objects.get(slug="t"), start=4), "end"),
        (lambda: citation(evidence="x" * 61), "evidence"),
        (lambda: Country(code="kaz", name_tr="x"), "code"),
        (lambda: Source(slug="u", kind="press", title_tr="u", language="tr", sha256="12"), "sha256"),
    ],
)
def test_a_form_names_the_field_that_is_wrong(thing, field):
    with pytest.raises(ValidationError) as refusal:
        thing().full_clean()
    assert field in refusal.value.message_dict


def test_a_duplicate_ordinal_is_named_on_its_field():
    meeting("m1", ordinal=1).save()
    with pytest.raises(ValidationError) as refusal:
        meeting("m2", ordinal=1).full_clean()
    assert "ordinal" in refusal.value.message_dict


def test_a_pair_typed_in_the_other_order_is_put_right():
    pair = Relationship(first_id="TUR", second_id="RUS")
    pair.full_clean()
    assert (pair.first_id, pair.second_id, pair.slug) == ("RUS", "TUR", "rus-tur")


def test_what_others_rest_on_cannot_be_deleted():
    for row in (Relationship.objects.get(), Country.objects.get(code="KAZ")):
        with pytest.raises(ProtectedError):
            row.delete()


def test_every_write_to_public_data_raises_the_revision():
    for act in (
        lambda: Milestone.objects.create(slug="n", title_tr="n"),
        lambda: Record.objects.filter(slug="n").update(title_tr="o"),
        lambda: Record.objects.get(slug="n").countries.add(Country.objects.get(code="TUR")),
        lambda: Milestone.objects.get(slug="n").delete(),
    ):
        before = Revision.current().number
        act()
        assert Revision.current().number > before


def test_every_public_table_has_its_triggers():
    catalogue = {
        "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_revision'",
        "postgresql": "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%_revision'",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        assert {name for (name,) in cursor.fetchall()} == set(PUBLIC_TABLES)
