"""Days of the year: which dates cover one, and the nearest days with a record."""

from datetime import date

import pytest
from django.db import connection

from relations.days import Day, _on_days, _on_one_day, keys_on, nearest
from relations.models import Milestone, Record

pytestmark = pytest.mark.django_db


def make(*dates, **values):
    for day in dates:
        Milestone.objects.create(
            slug=f"m-{Milestone.objects.count()}", title_en=day, date=day, **{"editorial_status": "published", **values}
        )


def found(text):
    keys = keys_on(Day.read(text))
    records = Record.objects.in_bulk(keys)
    return [records[key].date for key in keys]


@pytest.mark.parametrize(
    ("edtf", "covered", "free"),
    [
        ("2012-10-11", ["10-11"], ["10-10", "10-12", "11-10"]),
        ("2012-10-11/2012-10-13", ["10-11", "10-12", "10-13"], ["10-10", "10-14"]),
        ("2012-10-28/2012-11-02", ["10-28", "10-31", "11-01", "11-02"], ["10-27", "11-03"]),
        ("2012-12-30/2013-01-02", ["12-30", "12-31", "01-01", "01-02"], ["12-29", "01-03", "06-15"]),
        ("2012-10-01/2012-10-10", ["10-01", "10-10"], ["09-30", "10-11"]),
        ("2012-10-01/2012-10-11", [], ["10-01", "10-05", "10-11"]),  # eleven days
        ("2012-10-01/2013-10-01", [], ["10-01"]),
        ("2012-02-27/2012-03-02", ["02-27", "02-28", "02-29", "03-01"], ["02-26", "03-03"]),
        ("2013-02-27/2013-03-02", ["02-28", "03-01"], ["02-29"]),  # no leap year
        ("1900-02-27/1900-03-02", ["02-28"], ["02-29"]),
        ("2000-02-27/2000-03-02", ["02-29"], []),
        ("2016-02-29", ["02-29"], ["02-28", "03-01"]),
        ("2012-10", [], ["10-01", "10-11", "10-31"]),
        ("2012", [], ["01-01", "12-31"]),
        ("2012-10-XX", [], ["10-01", "10-31"]),
        ("2012-10-11~", [], ["10-11"]),
        ("2012-10-11?", [], ["10-11"]),
        ("2012-10-11/..", [], ["10-11"]),
        ("", [], ["01-01"]),
    ],
)
def test_only_a_date_that_is_precise_covers_a_day(edtf, covered, free):
    make(edtf)
    assert [day for day in covered if found(day) != [edtf]] == []
    assert [day for day in free if found(day)] == []


def test_every_year_shows_the_newest_first_and_drafts_do_not():
    make("1991-12-16", "2021-12-16", "2004-12-16")
    make("1999-12-16", editorial_status="draft")
    assert found("12-16") == ["2021-12-16", "2004-12-16", "1991-12-16"]


def test_a_record_stands_in_the_year_in_which_it_covers_the_day():
    make("2012-12-30/2013-01-02")
    for text, year in (("12-31", 2012), ("01-01", 2013)):
        day = Day.read(text)
        starts = [Record.objects.get(pk=key).earliest for key in keys_on(day)]
        assert [day.year_of(start) for start in starts] == [year]


@pytest.mark.parametrize("text", ["02-30", "13-01", "00-10", "10-00", "1-1", "10-11-12", "abc", "", "१०-११", "10_11"])
def test_what_no_year_has_is_no_day(text):
    with pytest.raises(ValueError, match="^" + text + "$"):
        Day.read(text)


@pytest.mark.parametrize(
    ("dates", "day", "expected"),
    [
        ([], "10-11", (None, None)),
        (["2012-10-11"], "10-11", (None, None)),
        (["2012-10-11"], "03-01", ("10-11", "10-11")),
        (["2012-10-11", "2013-10-12"], "10-11", ("10-12", "10-12")),
        (["2012-01-05", "2012-06-01", "2012-12-20"], "06-01", ("01-05", "12-20")),
        (["2012-01-05", "2012-12-20"], "12-31", ("12-20", "01-05")),
        (["2012-06-01/2012-06-04"], "06-02", ("06-01", "06-03")),
        (["2012-06-01/2012-06-04"], "07-01", ("06-04", "06-01")),
        (["2012-06-01/2012-06-08", "2013-06-03/2013-06-04"], "07-01", ("06-08", "06-01")),
        (["2012-12-30/2013-01-02"], "01-20", ("01-02", "12-30")),
        (["2012-06-01/2012-08-01", "2012-09"], "06-15", (None, None)),
        (["2016-02-29"], "03-01", ("02-29", "02-29")),
    ],
)
def test_the_nearest_days_with_a_record_are_found_round_the_year(dates, day, expected):
    make(*dates)
    assert nearest(Day.read(day)) == tuple(each and Day.read(each) for each in expected)


@pytest.mark.parametrize(("language", "printed"), [("tr", "29 Şubat"), ("en", "29 February")])
def test_a_day_prints_in_the_language(language, printed):
    assert Day(2, 29).printed(language) == printed


def test_a_day_is_looked_up_in_the_index():
    make(*(f"{1900 + number % 120}-{number % 12 + 1:02}-{number % 28 + 1:02}" for number in range(400)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    published = Record.objects.published()
    of_a_start = _on_days(published, Day(10, 11)).filter(start="10-11")
    for records in (_on_one_day(published, Day(10, 11)), of_a_start):
        assert "record_day_of_the_year" in records.order_by("-earliest", "-pk").values("pk").explain()


def test_the_queries_stay_few(django_assert_max_num_queries):
    make(*(date(1950 + number, 6, 1 + number % 20).isoformat() for number in range(60)))
    with django_assert_max_num_queries(12):
        nearest(Day(6, 10))
