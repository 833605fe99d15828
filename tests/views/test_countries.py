import re

import pytest

from relations.models import CouncilMeeting, Country, Institution, Participation, Place, Record, Visit

LANGUAGES = ("tr", "en")


def plain(html):
    """The words of a page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_on_record_is_listed_with_pairs_and_records(client, world, language):
    Country.objects.create(code="ZZZ", name_tr="Boş", name_en="Idle country")
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", client.get(f"/{language}/countries/").text)
    counts = [[int(number) for number in re.findall(r"amount\">(\d+)<", row)] for row in rows]
    bilateral = Record.objects.published().filter(relationship=world["pair"]).count()
    assert counts == [[0, 1], [1, bilateral + 1], [1, bilateral + 1]]
    assert "Azerba" in rows[0]


def test_a_country_shows_its_pairs_with_counts_and_years(client, world):
    html = client.get("/en/countries/kaz/").text
    bilateral = Record.objects.published().filter(relationship=world["pair"]).count()
    assert f"{bilateral} records · 1991–2018" in plain(html)
    assert 'href="/en/timeline/?pair=kaz-tur"' in html


def test_a_pair_of_whose_records_only_the_decade_is_known_claims_no_year(client, world):
    Record.objects.update(date="202X", earliest="2020-01-01", latest="2029-12-31")
    words = plain(client.get("/en/countries/kaz/").text)
    assert "8 records Timeline" in words


@pytest.mark.parametrize(("code", "there"), [("kaz", True), ("tur", False)])
def test_a_country_shows_who_held_its_offices_and_when_that_is_on_record(client, world, code, there):
    words = plain(client.get(f"/en/countries/{code}/").text)
    assert ("Nursultan Nazarbayev, President of Kazakhstan on record 2012 · 1 record" in words) is there


def test_a_country_shows_shared_agreements_institutions_and_places_under_their_names(client, world):
    astana = Place.objects.create(slug="astana", name_tr="Astana", name_en="Astana", country_id="KAZ")
    Place.objects.create(
        slug="nur-sultan", name_tr="Nur-Sultan", name_en="Nur-Sultan", country_id="KAZ", renamed_to=astana
    )
    Institution.objects.filter(slug="mfa-tur").update(country="TUR")
    assert "Astana formerly: Nur-Sultan" in plain(client.get("/en/countries/kaz/").text)
    assert "Multilateral agreement" in client.get("/en/countries/aze/").text
    shared = Record.objects.filter(kind="agreement", countries__code="AZE").get()
    line = client.get("/en/countries/aze/").text.partition('id="agreements"')[2].partition("</section>")[0]
    assert f'href="/en/agreements/{shared.slug}/"' in line
    assert all(country.name_en in line for country in shared.countries.all())
    assert "Ministry" in plain(client.get("/en/countries/tur/").text)


def test_what_is_only_announced_is_no_latest_event_and_attests_no_office(client, world):
    Visit.objects.update(status="announced")
    html = client.get("/en/countries/kaz/").text
    assert "The visit" not in html
    assert "no record dated to a year · 1 record" in plain(html)


def test_a_draft_shows_nowhere(client, world):
    Record.objects.update(editorial_status="draft")
    html = client.get("/en/countries/kaz/").text
    assert "Nursultan" not in html
    assert "The visit" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_in_capitals_leads_to_the_one_in_small_letters(client, world, language):
    response = client.get(f"/{language}/countries/KAZ/")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{language}/countries/kaz/")


@pytest.mark.parametrize(("language", "words"), [("tr", "Sayfa bulunamadı"), ("en", "Page not found")])
def test_an_unknown_country_is_not_found(client, world, language, words):
    response = client.get(f"/{language}/countries/xyz/")
    assert response.status_code == 404
    assert words in response.text


@pytest.mark.parametrize("date", ["202X", "2010/2014", ""])
def test_a_date_that_is_no_year_attests_none(client, world, date):
    Participation.objects.all().delete()
    visit = Visit.objects.get(slug="visit-1")
    visit.date = date
    visit.save()
    part = {"person_id": world["person"].pk, "office_id": world["office"].pk}
    Participation.objects.create(record_id=visit.pk, role="visitor", **part)
    assert "no record dated to a year" in plain(client.get("/en/countries/kaz/").text)
    meeting = CouncilMeeting.objects.get()
    Participation.objects.create(record_id=meeting.pk, role="chair", **part)
    assert "on record 2015 · 2 records" in plain(client.get("/en/countries/kaz/").text)
