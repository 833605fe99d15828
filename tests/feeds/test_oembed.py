"""oEmbed: what other sites learn of a chart or the timeline, and where they learn that they can."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

LANGUAGES = ("tr", "en")
SITE = "http://127.0.0.1:8000"
CHART = "/charts/trade/kaz-tur/"
FRAMED = (CHART, "/embed/chart/trade/kaz-tur/", "/timeline/", "/embed/timeline/?pair=kaz-tur")


def ask(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


def frame(said):
    """The attributes of the frame that is offered."""
    assert re.fullmatch(r"<iframe [^<>]*></iframe>", said["html"])
    return {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', said["html"])}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FRAMED)
def test_a_page_that_can_be_framed_is_offered_as_a_frame(client, world, language, path):
    response = ask(client, f"{SITE}/{language}{path}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    said = response.json()
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert said["provider_name"] == "Köprü"
    attributes = frame(said)
    assert attributes["title"] == said["title"]
    assert (int(attributes["width"]), int(attributes["height"])) == (said["width"], said["height"])
    assert attributes["src"].startswith(f"{SITE}/{language}/embed/")
    framed = client.get(attributes["src"].removeprefix(SITE))
    assert framed.status_code == 200
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors *" in framed["Content-Security-Policy"]


def test_the_frame_of_a_timeline_keeps_its_filters(client, world):
    said = ask(client, f"{SITE}/en/timeline/?pair=kaz-tur&kind=visit&junk=1").json()
    assert frame(said)["src"] == f"{SITE}/en/embed/timeline/?pair=kaz-tur&kind=visit"
    assert said["title"] == "Timeline · Kazakhstan–Türkiye · Visits"


@pytest.mark.parametrize("path", FRAMED)
def test_xml_says_the_same_as_json(client, world, path):
    url = f"{SITE}/tr{path}"
    response = ask(client, url, format="xml")
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = ET.fromstring(response.content)
    assert root.tag == "oembed"
    said = {name: str(value) for name, value in ask(client, url).json().items()}
    assert {each.tag: each.text for each in root} == said


def test_no_answer_is_larger_than_was_asked_for(client, world):
    said = ask(client, f"{SITE}/en{CHART}", maxwidth="300", maxheight="200").json()
    assert (said["width"], said["height"]) == (300, 200)
    assert "thumbnail_url" not in said
    whole = ask(client, f"{SITE}/en{CHART}", maxwidth="5000").json()
    assert whole["width"] < 1000
    assert whole["thumbnail_url"] == f"{SITE}/en/cards/chart/trade/kaz-tur.png"
    assert client.get(whole["thumbnail_url"].removeprefix(SITE))["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "http://[x/",
        "http://example.org/en/charts/trade/kaz-tur/",
        f"ftp://127.0.0.1:8000/en{CHART}",
        f"{SITE}@example.org/en{CHART}",
        f"{SITE}/en/charts/trade/kaz-xxx/",
        f"{SITE}/en/charts/none/kaz-tur/",
        f"{SITE}/en/relations/kaz-tur/",
        f"{SITE}/en/nothing/",
        f"{SITE}/en/admin/",
        f"{SITE}/fr{CHART}",
    ],
)
def test_what_cannot_be_framed_is_not_found(client, world, url):
    assert ask(client, url).status_code == 404


def test_an_address_without_a_language_answers_in_the_readers(client, world):
    response = client.get("/oembed", {"url": f"{SITE}{CHART}"}, headers={"accept-language": "en"})
    assert "/en/embed/" in response.json()["html"]


@pytest.mark.parametrize(("language", "words"), [("tr", "İki biçim"), ("en", "two formats")])
def test_a_format_that_nobody_offers_is_not_implemented(client, world, language, words):
    response = client.get("/oembed", {"url": SITE, "format": "yaml"}, headers={"accept-language": language})
    assert response.status_code == 501
    assert words in response.content.decode()


@pytest.mark.parametrize("size", ["0", "-1", "x", "²", "1.5"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_a_size_that_is_none_is_refused(client, world, name, size):
    assert ask(client, f"{SITE}/en{CHART}", **{name: size}).status_code == 400


def test_quotes_in_a_title_end_no_attribute(client, world):
    world["pair"].first.name_en = 'K" onload="x'
    world["pair"].first.save()
    said = ask(client, f"{SITE}/en/timeline/?pair=kaz-tur").json()
    assert set(frame(said)) == {"src", "title", "width", "height", "style", "loading"}
    assert 'K" onload="x' in frame(said)["title"]


@pytest.mark.parametrize("path", ["timeline/?pair=kaz-tur", "charts/trade/kaz-tur/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_can_be_framed_lead_to_it(client, world, language, path):
    html = client.get(f"/{language}/{path}").content.decode()
    found = dict(re.findall(r'<link rel="alternate" type="(\S+)\+oembed" href="([^"]*)"', html))
    assert set(found) == {"application/json", "text/xml"}
    for kind, url in found.items():
        assert quote(f"{SITE}/{language}/{path}", safe="") in url
        response = client.get(unescape(url).removeprefix(SITE))
        assert response["Content-Type"].startswith(kind)
        assert response.status_code == 200


def test_other_pages_lead_to_no_frame(client, world):
    for page in ("", "relations/kaz-tur/", "visits/visit-1/"):
        assert "oembed" not in client.get(f"/en/{page}").content.decode()


def test_oembed_is_read_only_and_asks_for_no_token(world):
    assert Client(enforce_csrf_checks=True).post("/oembed").status_code in (403, 405)
