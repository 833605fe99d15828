"""The calendar as a calendar reads it: the parser of the icalendar package, and the rules of RFC 5545."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from relations.models import CouncilMeeting, Record, RecordTouch

LANGUAGES = ("tr", "en")
FOLDERS = (
    "",
    "timeline/",
    "relations/kaz-tur/",
    "councils/kaz-tur-ydsk/",
    "people/nursultan-nazarbayev/",
    "countries/kaz/",
)


def fetch(client, folder="", language="en", query=""):
    response = client.get(f"/{language}/{folder}calendar.ics{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def read(client, folder="", language="en", query=""):
    return Calendar.from_ical(fetch(client, folder, language, query))


def events(found):
    return {str(event["uid"]).partition("@")[0]: event for event in found.walk("VEVENT")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_calendar_is_whole_and_says_what_it_is(client, world, language, folder):
    found = read(client, folder, language)
    assert (found["version"], found["calscale"]) == ("2.0", "GREGORIAN")
    assert str(found["prodid"]).endswith(f"//{language.upper()}")
    assert str(found["name"]) == str(found["x-wr-calname"])
    unescaped = str(found["x-wr-caldesc"]).replace("\\,", ",").replace("\\;", ";")  # the parser leaves X- as it is
    assert str(found["description"]) == unescaped
    assert str(found["source"]) == f"http://127.0.0.1:8000/{language}/{folder}calendar.ics"
    assert found["refresh-interval"].dt == timedelta(days=1)
    for event in found.walk("VEVENT"):
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE", "URL"} <= set(event)


def test_lines_are_folded_at_75_octets_and_end_as_they_must(client, world, visit):
    visit("long", "2020-01-02", title_en="Görüşme, ağırlama; “İstanbul” " * 6)
    content = fetch(client)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert str(events(read(client))["long"]["summary"]) == "Görüşme, ağırlama; “İstanbul” " * 6


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2012-10-11", date(2012, 10, 11), date(2012, 10, 12)),
        ("2012-10-11/2012-10-12", date(2012, 10, 11), date(2012, 10, 13)),
        ("2012-12-30/2013-01-02", date(2012, 12, 30), date(2013, 1, 3)),
        ("2016-02-28/2016-02-29", date(2016, 2, 28), date(2016, 3, 1)),
    ],
)
def test_a_date_is_whole_days_and_ends_before_the_day_after(client, world, visit, edtf, first, after):
    visit("one", edtf)
    event = events(read(client))["one"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert event["dtstart"].params["VALUE"] == event["dtend"].params["VALUE"] == "DATE"


VAGUE = ("", "2012", "2012-10", "2012-10~", "2012-10-11~", "2012-10-11?", "2012-10-XX", "201X-10-11", "2012-21", "199X")
OPEN = ("2012-10-11/..", "../2012-10-11", "2012-10/2012-11", "2012-10-XX/2012-11-02", "2012-10-11/2012-11-XX")


@pytest.mark.parametrize("edtf", VAGUE + OPEN)
def test_a_date_that_names_no_day_is_no_event(client, world, visit, edtf):
    before = read(client)
    visit("vague", edtf)
    after = read(client)
    assert set(events(after)) == set(events(before))
    assert (numbers(after), numbers(before)) == ([2], [1])  # the meeting of April 2015 is the first


def numbers(found):
    return [int(word) for word in str(found["description"]).split() if word.isdecimal()]


@pytest.mark.parametrize(
    ("language", "words"), [("tr", "Günü kesin olarak bilinmeyen 1 kayıt"), ("en", "1 more has no exact day")]
)
def test_the_description_says_how_many_were_left_out(client, world, language, words):
    assert words in str(read(client, language=language)["description"])


@pytest.mark.parametrize(
    ("status", "told", "prefix"),
    [
        ("held", "CONFIRMED", ""),
        ("announced", "TENTATIVE", "Announced: "),
        ("postponed", "CANCELLED", "Postponed: "),
        ("cancelled", "CANCELLED", "Cancelled: "),
    ],
)
def test_plans_are_tentative_and_what_was_called_off_is_cancelled(client, world, meeting, status, told, prefix):
    day = timezone.now().date() + timedelta(days=30)
    meeting("plan", day.isoformat(), status=status)
    event = events(read(client))["plan"]
    assert event["status"] == told
    assert str(event["summary"]) == f"{prefix}plan"
    assert event["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("language", "words"), [("tr", "Bu tarih için duyuruldu."), ("en", "Announced for this date.")]
)
def test_a_plan_whose_day_has_passed_says_that_nobody_told_the_outcome(client, world, meeting, language, words):
    meeting("past", "2019-05-06", status="announced")
    meeting("ahead", "2126-05-06", status="announced")
    found = events(read(client, language=language))
    assert words in found["past"]["description"]
    assert words not in found["ahead"]["description"]


def test_what_was_put_off_names_what_came_of_it(client, world, meeting):
    later = meeting("later", "2020-03-02", status="held")
    meeting("plan", "2019-05-06", status="postponed", replaced_by=later)
    event = events(read(client, "councils/kaz-tur-ydsk/"))["plan"]
    assert "later (2 March 2020)" in event["description"]
    Record.objects.filter(slug="later").update(editorial_status="draft")
    assert "later" not in events(read(client, "councils/kaz-tur-ydsk/"))["plan"]["description"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_told_in_the_language_with_place_and_address(client, world, language):
    event = events(read(client, "relations/kaz-tur/", language))["visit-1"]
    assert str(event["summary"]) == {"tr": "Ziyaret", "en": "The visit"}[language]
    assert event["summary"].params["LANGUAGE"] == language
    assert str(event["location"]) == "Ankara, Türkiye"
    assert str(event["url"]) == "http://127.0.0.1:8000/id/visit-1"
    assert f"http://127.0.0.1:8000/{language}/visits/visit-1/" in event["description"]
    assert [str(each) for each in event["categories"].cats] == [{"tr": "Ziyaret", "en": "Visit"}[language]]


def test_an_event_keeps_its_name_and_counts_up_when_it_changes(client, world):
    before = events(read(client))["visit-1"]
    RecordTouch.objects.filter(slug="visit-1").update(changed_at=timezone.now() + timedelta(minutes=3))
    after = events(read(client))["visit-1"]
    assert after["uid"] == before["uid"] == "visit-1@127.0.0.1"
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt > before["dtstamp"].dt


def test_a_calendar_holds_only_what_it_is_about_and_no_draft(client, world, visit, meeting):
    visit("other", "2020-01-01", relationship=None)
    visit("secret", "2020-01-02", editorial_status="draft")
    meeting("third", "2020-01-03")
    assert set(events(read(client))) == {"visit-1", "other", "third"}
    assert set(events(read(client, "relations/kaz-tur/"))) == {"visit-1", "third"}
    assert set(events(read(client, "councils/kaz-tur-ydsk/"))) == {"third"}
    assert set(events(read(client, "people/nursultan-nazarbayev/"))) == {"visit-1"}
    assert set(events(read(client, "timeline/", query="?kind=meeting"))) == {"third"}


def test_a_calendar_is_bounded_and_says_so(client, world, visit, monkeypatch):
    monkeypatch.setattr("relations.feeds.calendar.MOST", 2)
    for year in (2017, 2018, 2019):
        visit(f"of-{year}", f"{year}-01-01")
    found = read(client)
    assert set(events(found)) == {"of-2018", "of-2019"}
    assert "newest 2" in str(found["description"])


def test_meetings_keep_their_council_when_it_is_a_draft(client, world, meeting):
    meeting("third", "2020-01-03")
    assert CouncilMeeting.objects.count() == 2
    assert "third" in events(read(client))
