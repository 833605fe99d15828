import re

import pytest

from relations.deeds import NEWEST
from relations.models import Agreement, Figure, Milestone, Office, Participation, Person, Reporter, Tenure, Visit

LANGUAGES = ("tr", "en")
PAGE = "people/nursultan-nazarbayev/"


def words(client, page, language="en"):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", client.get(f"/{language}/{page}").text))


@pytest.fixture
def take_part(world):
    """Let the person take part in a record."""

    def take(record, role, office=None):
        return Participation.objects.create(
            record_id=record.pk, role=role, person=world["person"], office=office or world["office"]
        )

    return take


def test_each_part_stands_in_its_group_with_the_office_of_the_time(client, world, take_part):
    for model, role in ((Agreement, "signatory"), (Milestone, "speaker")):
        take_part(model.objects.order_by("pk").first(), role)
    host = Visit.objects.create(
        slug="visit-2", title_en="Another visit", title_tr="Başka ziyaret", date="2013-05-01", origin_id="TUR",
        destination_id="KAZ", relationship=world["pair"], editorial_status="published",
    )  # fmt: skip
    take_part(host, "host")
    text = words(client, PAGE)
    headings = ["Visits made 1", "Visits received 1", "Documents signed 1", "Statements 1"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "The visit" in text[places[0] : places[1]]
    assert "Another visit President of Kazakhstan" in text[places[1] : places[2]]


def test_the_same_record_in_two_offices_is_one_visit(client, world, take_part):
    other = Office.objects.create(slug="chair-x", title_tr="Başkan", title_en="Chair of X", country_id="KAZ")
    take_part(Visit.objects.get(slug="visit-1"), "visitor", other)
    text = words(client, PAGE)
    assert "Visits made 1" in text
    assert "President of Kazakhstan · Chair of X" in text


def test_an_office_says_when_it_is_on_record_and_never_more(client, world, take_part):
    milestone = Milestone.objects.get(slug="milestone-1")
    take_part(milestone, "speaker")
    assert "President of Kazakhstan on record 1991–2012 · 2 records" in words(client, PAGE)
    assert "in office" not in words(client, PAGE)
    Tenure.objects.update(period="1991/2019")
    assert "2 records · in office: 1991–2019" in words(client, PAGE)


@pytest.mark.parametrize(("language", "expected"), [("tr", "Bu görevde kayıt yok"), ("en", "no record in this office")])
def test_an_office_without_a_record_says_so(client, world, language, expected):
    Participation.objects.all().delete()
    assert expected.casefold() in words(client, PAGE, language).casefold()


def test_a_draft_attests_nothing(client, world):
    Visit.objects.update(editorial_status="draft")
    text = words(client, PAGE)
    assert "no record in this office" in text
    assert "Visits made" not in text


def test_figures_that_a_person_reports_or_announces_are_listed(client, world):
    Reporter.objects.update(person=world["person"])
    text = words(client, PAGE)
    assert f"Figures announced {Figure.objects.count()}" in text
    assert "Exports, 2016" in text


def test_a_long_group_shows_the_newest_and_leads_to_the_rest(client, world, take_part, django_assert_max_num_queries):
    for number in range(30):
        record = Milestone.objects.create(
            slug=f"said-{number}", title_en=f"Speech {number}", date=str(1980 + number), editorial_status="published"
        )
        take_part(record, "speaker")
    with django_assert_max_num_queries(18):
        html = client.get(f"/en/{PAGE}").text
    shown = re.findall(r">Speech (\d+)<", html)
    assert [int(number) for number in shown] == list(range(29, 29 - NEWEST, -1))
    assert 'href="/en/timeline/?person=nursultan-nazarbayev"' in html
    assert "Statements 30" in words(client, PAGE)


@pytest.mark.parametrize(("language", "other"), [("tr", "Kassym-Jomart"), ("en", "Kasım Cömert")])
def test_a_name_that_the_other_language_writes_otherwise_is_shown_in_it(client, db, language, other):
    Person.objects.create(slug="p", name_tr="Kasım Cömert", name_en="Kassym-Jomart")
    code = "en" if language == "tr" else "tr"
    assert f'<span lang="{code}">{other}</span>' in client.get(f"/{language}/people/p/").text


def test_an_institution_shows_what_it_reports_and_publishes(client, world):
    from relations.models import Institution, Source

    ministry = Institution.objects.get()
    Reporter.objects.update(institution=ministry)
    Source.objects.filter(slug="source-tr").update(institution=ministry)
    text = words(client, "institutions/mfa-tur/")
    assert "Undated" in text
    assert f"Figures reported {Figure.objects.count()}" in text
    assert "Sources published" in text
    assert "Source source-tr" in text
