import pytest

from relations.days import Day
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


def test_the_home_page_may_ask_for_a_day(world):
    from relations.days import on_this_day

    assert [record.slug for record in on_this_day(10, 11)[:3]] == ["visit-1"]
    assert str(Day(1, 2)) == "01-02"
