"""No page reads or shows more than it says, however much there is, and it says so in both languages."""

import re

import pytest

from relations import profile
from relations.charts import agreements, dated, drawn, visits
from relations.models import Agreement, Figure, Milestone, Participation, Person, Reporter, Source, Visit

PUBLISHED = {"editorial_status": "published"}


def text(client, page, language="en"):
    response = client.get(f"/{language}/{page}")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def narrow(monkeypatch):
    """So few of everything that the records of the tests are too many."""
    for name, number in {"FIGURES": 3, "CONTESTED": 1, "NAMED": 2, "MEETINGS": 1, "LOOKED_AT": 2}.items():
        monkeypatch.setattr(profile, name, number)
    for module in (dated, agreements, visits, drawn):
        monkeypatch.setattr(module, "MOST", 2)


@pytest.fixture
def many(world):
    common = {"relationship": world["pair"], **PUBLISHED}
    for number in range(4):
        year = str(2013 + number)
        way = {"origin_id": "KAZ", "destination_id": "TUR"}
        Visit.objects.create(slug=f"v-{number}", title_en=f"Visit {year}", date=year, **way, **common)
        Agreement.objects.create(slug=f"a-{number}", title_en=f"Agreement {year}", date=year, **common)
        Figure.objects.create(
            slug=f"f-{number}", title_en=f"Exports {year}", date=year, indicator="export", value=number + 1,
            reporter=Reporter.objects.get(), **way, **common,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "only", "among"),
    [
        ("en", "Only the newest are shown here.", "among the newest 2"),
        ("tr", "Burada yalnızca en yeniler gösteriliyor.", "en yeni 2 kayıt içinde"),
    ],
)
def test_a_large_profile_shows_the_newest_and_leads_to_the_rest(client, many, narrow, language, only, among):
    html = text(client, "relations/kaz-tur/", language)
    assert html.count(only) >= 2
    assert among in html
    for page in ("figures", "agreements"):
        assert f'<a href="/{language}/{page}/?pair=kaz-tur">' in html
    assert "Visit 2016" in html or language == "tr"
    assert "Visit 2013" not in html


def test_a_small_profile_says_nothing_of_it(client, many):
    html = text(client, "relations/kaz-tur/")
    assert "Only the newest" not in html
    assert "among the newest" not in html
    assert "Counted in the newest" not in html


def test_a_long_list_of_names_is_paged_by_its_addresses(client, world, monkeypatch):
    monkeypatch.setattr("relations.views.names.WHOLE", 2)
    monkeypatch.setattr("relations.views.names.SIZE", 2)
    for letter in "abcde":
        person = Person.objects.create(slug=f"{letter}-person", name_tr=f"{letter} kişi", name_en=f"{letter} person")
        Participation.objects.create(record_id=Milestone.objects.first().pk, role="speaker", person=person)
    seen, after = [], ""
    while True:
        html = text(client, f"people/?after={after}")
        seen += re.findall(r"people/([a-z-]+)/\"", html.partition("<h1")[2].partition("<footer")[0])
        after = html.partition('rel="next" href="?after=')[2].partition('"')[0]
        if not after:
            break
    assert seen == sorted(seen) == [*(f"{letter}-person" for letter in "abcde"), "nursultan-nazarbayev"]
    assert "Nursultan" in text(client, "people/?after=n")


def test_a_source_that_very_much_rests_on_shows_the_first_of_it(client, world, monkeypatch):
    monkeypatch.setattr("relations.views.sources.MOST", 3)
    html = text(client, "sources/source-tr/")
    assert html.count('<tr id="c') == 3
    assert "The first 3 are shown here" in html
    assert "Burada ilk 3 değer" in text(client, "sources/source-tr/", "tr")
    assert Source.objects.get(slug="source-tr").citations.count() > 3


def test_a_person_on_very_many_records_says_what_is_looked_at(client, world, monkeypatch):
    for module in ("deeds", "attested"):
        monkeypatch.setattr(f"relations.{module}.MOST", 1)
    Participation.objects.create(record_id=Milestone.objects.first().pk, role="speaker", person=world["person"])
    html = text(client, "people/nursultan-nazarbayev/")
    assert "more on record than is looked at" in html
    assert "Statements" in html
    assert "Visits made" not in html
