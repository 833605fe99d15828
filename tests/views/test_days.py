import pytest

from relations.models import Milestone

LANGUAGES = ("tr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("day", "words"), [("10-11", "The visit|Ziyaret"), ("10-12", "The visit|Ziyaret")])
def test_a_day_shows_what_covers_it_by_year(client, world, language, day, words):
    html = client.get(f"/{language}/on-this-day/{day}/").text
    assert words.split("|")[language == "tr"] in html
    assert "<h2>2012</h2>" in html


@pytest.mark.parametrize(
    ("language", "heading", "empty"),
    [
        ("tr", "<h1>29 Şubat</h1>", "Kayıtlarda"),
        ("en", "<h1>29 February</h1>", "Nothing on record has this date"),
    ],
)
def test_a_day_without_records_says_so_and_leads_to_one_that_has_some(client, world, language, heading, empty):
    html = client.get(f"/{language}/on-this-day/02-29/").text
    assert heading in html
    assert empty in html
    assert f'rel="prev" href="/{language}/on-this-day/12-16/"' in html
    assert f'rel="next" href="/{language}/on-this-day/10-11/"' in html


@pytest.mark.parametrize("day", ["02-30", "13-01", "1-1", "today", "10-11-12"])
@pytest.mark.parametrize(("language", "words"), [("tr", "Sayfa bulunamadı"), ("en", "Page not found")])
def test_a_day_that_no_year_has_is_not_found(client, world, day, language, words):
    response = client.get(f"/{language}/on-this-day/{day}/")
    assert response.status_code == 404
    assert words in response.text


def test_today_is_the_day_of_the_clock(client, world, monkeypatch):
    monkeypatch.setattr("relations.views.days.timezone.localdate", lambda: world["day"])
    assert "The visit" in client.get("/en/on-this-day/").text


def test_a_crowded_day_is_paged(client, world):
    for year in range(1900, 1960):
        Milestone.objects.create(
            slug=f"m-{year}", title_en=f"Event {year}", date=f"{year}-07-01", editorial_status="published"
        )
    assert "Event 1959" in client.get("/en/on-this-day/07-01/").text
    assert "Event 1900" in client.get("/en/on-this-day/07-01/?page=2").text
    assert client.get("/en/on-this-day/07-01/?page=3").status_code == 404


def test_a_record_over_new_year_stands_in_each_year_on_its_days(client, world):
    Milestone.objects.create(slug="m", title_en="Fair", date="2012-12-30/2013-01-02", editorial_status="published")
    for day, year in (("12-31", 2012), ("01-01", 2013)):
        assert f"<h2>{year}</h2>" in client.get(f"/en/on-this-day/{day}/").text


def test_a_crowded_day_asks_as_little_as_an_empty_one(client, world, django_assert_max_num_queries):
    for year in range(1900, 1960):
        Milestone.objects.create(
            slug=f"m-{year}", date=f"{year}-07-01", relationship=world["pair"], editorial_status="published"
        )
    client.get("/en/on-this-day/07-01/")
    with django_assert_max_num_queries(4) as asked:  # the revision, records, their countries and sources
        client.get("/en/on-this-day/07-01/")
    assert not any("OFFSET" in each["sql"] or "COUNT(" in each["sql"] for each in asked.captured_queries)
