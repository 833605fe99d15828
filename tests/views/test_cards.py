"""Pictures for previews elsewhere: of the right size, in each language, with no text over the edge."""

import struct

import pytest

from relations.charts.files import png, standalone
from relations.charts.social import HIGH, RIGHT, WIDE, Card, drawn
from relations.charts.svg import el
from relations.curation.fixture_checks import read_fixtures
from tests.test_fixtures import FIXTURES

PATHS = (
    "visit/visit-1",
    "figure/figure-1",
    "agreement/agreement-2",
    "milestone/milestone-2",
    "relationship/kaz-tur",
    "person/nursultan-nazarbayev",
    "institution/mfa-tur",
    "country/kaz",
    "source/source-tr",
    "page/home",
    "page/timeline",
)


def margin(element):
    """A picture of what is drawn right of the margin, as bytes."""
    edge = RIGHT + 12
    view = ("viewBox", f"{edge} 0 {WIDE - edge} {HIGH}")
    attributes = [view if name == "viewBox" else (name, value) for name, value in element.attributes]
    return png(standalone(element._replace(attributes=tuple(attributes))), (WIDE - edge) // 2)


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_a_picture_in_each_language(client, world, language, path):
    response = client.get(f"/{language}/cards/{path}.png")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert struct.unpack(">II", response.content[16:24]) == (WIDE, HIGH)


def test_the_two_languages_differ(client, world):
    tr, en = (client.get(f"/{code}/cards/visit/visit-1.png") for code in ("tr", "en"))
    assert tr.content != en.content
    assert tr["ETag"] != en["ETag"]


def test_a_picture_is_sent_again_only_when_the_data_changed(client, world):
    path = "/en/cards/visit/visit-1.png"
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    world["figure"].save()
    assert client.get(path, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize(
    "path", ["visit/visit-draft", "visit/none", "agreement/visit-1", "page/none", "none/x", "chart/x/y"]
)
def test_there_is_no_picture_of_what_nobody_may_see(client, world, path):
    assert client.get(f"/en/cards/{path}.png").status_code == 404


def longest():
    """The longest real titles of records and sources, and the longest that a title may be."""
    rows = [row.row for row in read_fixtures(FIXTURES)]
    titles = {
        title
        for row in rows
        if row["model"] in ("relations.record", "relations.source")
        for title in (row["fields"]["title_tr"], row["fields"]["title_en"])
        if title
    }
    words = "Türkiye Cumhuriyeti Hükûmeti ile Kazakistan Cumhuriyeti Hükûmeti Arasında "
    return [
        *sorted(titles, key=len)[-4:],
        (words * 4)[:200],
        "Ğ" * 200,
        "WORLD WIDE WEB MOWING " * 9,
        "Қазақстан Әңгіме " * 11,
    ]


@pytest.mark.parametrize("value", ["", "15 milyar ABD doları"])
@pytest.mark.parametrize("title", longest())
def test_no_title_runs_over_the_edge_or_into_the_source(title, value):
    card = Card(
        "figure",
        "Sayısal veri",
        title,
        "11-12 Ekim 2012 (kesin değil)",
        value,
        ("Kazakistan-Türkiye", "Kaynak: " + "ğ" * 150),
    )
    element = drawn(card)
    title_lines = [
        float(each.get("y")) for each in element.children if each.get("font-weight") and each.get("x") == "84"
    ]
    below = [float(each.get("y")) for each in element.children if each.get("font-size") == "28"]
    assert max(title_lines) + 12 < min(below) - 22
    assert margin(element) == margin(drawn(Card("figure", "", "")))


def test_a_line_over_the_edge_would_be_seen():
    empty = drawn(Card("figure", "", ""))
    wide = empty._replace(children=(*empty.children, el("text", "W" * 60, x=84, y=200, font_size=60)))
    assert margin(wide) != margin(empty)
