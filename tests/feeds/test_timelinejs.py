"""The JSON for TimelineJS, checked against a schema of its documented format."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from relations.feeds.fetched import fetched
from relations.feeds.timelinejs import slide
from relations.models import Milestone, Record

LANGUAGES = ("tr", "en")
WHOLE = {"type": "integer"}
DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": WHOLE,
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "display_date": {"type": "string"},
        **dict.fromkeys(("hour", "minute", "second", "millisecond"), WHOLE),
        "format": {"type": "string"},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
MEDIA = {"type": "object", "required": ["url"]}
SLIDE = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "media": MEDIA,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "background": {"type": "object"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
    },
    "additionalProperties": False,
}
ERA = {"type": "object", "required": ["start_date", "end_date"], "properties": {"start_date": DATE, "end_date": DATE}}
SCHEMA = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {"type": "array", "items": {**SLIDE, "required": ["start_date"]}},
        "title": SLIDE,
        "eras": {"type": "array", "items": ERA},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


def read(client, language="en", query=""):
    response = client.get(f"/{language}/timeline/timeline.json{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    found = json.loads(response.content)
    Draft202012Validator(SCHEMA).validate(found)
    assert len({event["unique_id"] for event in found["events"]}) == len(found["events"])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "?pair=kaz-tur", "?kind=visit", "?from=1800&to=1801", "?kind=xyz"])
def test_the_file_keeps_the_documented_format(client, world, language, query):
    assert set(read(client, language, query)) == {"scale", "title", "events"}


def test_the_file_has_the_filters_of_the_timeline(client, world):
    assert [event["unique_id"] for event in read(client, query="?kind=visit")["events"]] == ["visit-1"]


@pytest.mark.parametrize(
    ("edtf", "start", "end", "shown"),
    [
        ("2012-10-11", (2012, 10, 11), None, "11 October 2012"),
        ("2012-10-11/2012-10-12", (2012, 10, 11), (2012, 10, 12), "11–12 October 2012"),
        ("2012-10", (2012, 10), None, "October 2012"),
        ("2012-10-XX", (2012, 10), None, "October 2012"),
        ("2012", (2012,), None, "2012"),
        ("2018~", (2018,), None, "c. 2018"),
        ("2012-10~", (2012, 10), None, "c. October 2012"),
        ("2009-23", (2009,), None, "autumn 2009"),
        ("199X", (1990,), (1999,), "1990s"),
        ("2016/2018", (2016,), (2018,), "2016–2018"),
        ("2025-01/2025-11", (2025, 1), (2025, 11), "January–November 2025"),
        ("2001/..", (2001,), None, "2001 onwards"),
    ],
)
def test_a_date_is_as_precise_as_its_source(world, english, edtf, start, end, shown):
    made = Milestone.objects.create(slug="m", title_en="M", title_tr="M", date=edtf, editorial_status="published")
    found = slide(fetched([made.pk])[made.pk])
    assert tuple(found["start_date"].values()) == start
    assert ("end_date" in found) == bool(end)
    assert tuple(found.get("end_date", {}).values()) == (end or ())
    assert found["display_date"] == shown


def test_an_edtf_date_is_displayed_in_the_language(client, world):
    shown = [read(client, language, "?kind=visit")["events"][0]["display_date"] for language in LANGUAGES]
    assert shown == ["11-12 Ekim 2012", "11–12 October 2012"]


@pytest.mark.parametrize(("language", "words"), [("tr", "Tarihi bilinmeyen 1 kayıt"), ("en", "1 record has no known")])
def test_what_has_no_date_is_counted_on_the_title(client, world, language, words):
    found = read(client, language)
    assert "milestone-2" not in [event["unique_id"] for event in found["events"]]
    assert words in found["title"]["text"]["text"]


def test_text_that_looks_like_markup_is_text(client, world):
    Record.objects.filter(slug="visit-1").update(title_en="<script>x</script> & co", summary_en="<img src=x>")
    (event,) = read(client, query="?kind=visit")["events"]
    assert "<script" not in event["text"]["headline"]
    assert "&lt;script&gt;x&lt;/script&gt; &amp; co" in event["text"]["headline"]
    assert "<img" not in event["text"]["text"]
    assert not re.findall(r'(?:href|src)="(?!http://127)', event["text"]["headline"] + event["text"]["text"])


def test_a_title_in_the_other_language_says_so(client, world):
    (event,) = [each for each in read(client)["events"] if each["unique_id"] == "milestone-1"]
    assert '<span lang="tr">Yalnız Türkçe</span>' in event["text"]["headline"]


def test_slides_are_grouped_by_kind_in_order_of_time_and_sources_stand_on_them(client, world):
    events = read(client)["events"]
    assert {event["group"] for event in events} >= {"Visits", "Agreements", "Figures"}
    years = [event["start_date"]["year"] for event in events]
    assert years == sorted(years)
    assert all("Sources:" in event["text"]["text"] for event in events)
    assert not any("media" in event for event in events)


def test_a_long_timeline_is_cut_and_says_by_how_much(client, world, monkeypatch):
    monkeypatch.setattr("relations.feeds.timelinejs.MOST", 3)
    found = read(client)
    assert len(found["events"]) == 3
    assert "5 older records are left out." in found["title"]["text"]["text"]
