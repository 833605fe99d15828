"""The design: what is measured from the style sheet, the page that shows it, the frame of every page, and print."""

import re
from itertools import combinations

import pytest
from django.conf import settings

from relations.charts.shapes import CORNERS, mark
from relations.colours import VISIONS, contrast, distance, seen
from relations.models import Kind
from relations.tokens import colours, tokens

LANGUAGES = ("tr", "en")
CSS = (settings.BASE_DIR / "static" / "css" / "site.css").read_text(encoding="utf-8")
KINDS = [kind.value for kind in Kind]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)]
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_missing_cone_brings_red_and_green_together_and_leaves_grey_alone():
    assert distance("#c03030", "#508030") > 2 * distance(
        seen("#c03030", "deuteranopia"), seen("#508030", "deuteranopia")
    )
    for vision in VISIONS:
        assert distance("#808080", seen("#808080", vision)) < 0.01
    assert seen("#1f4a8c", "normal") == "#1f4a8c"


@pytest.mark.parametrize("token", tokens(), ids=lambda token: token.name)
def test_every_colour_that_words_are_written_in_is_legible_on_both_papers(token):
    if token.is_text:
        assert min(*token.light.ratios, *token.dark.ratios) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_the_accents_of_the_kinds_stay_apart_for_every_eye(theme, vision):
    accents = {kind: seen(colours()[kind][theme], vision) for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        assert distance(accents[one], accents[other]) >= 0.09, (one, other)


def test_every_kind_has_a_shape_of_its_own():
    assert set(CORNERS) == set(KINDS)
    assert len({mark(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_and_drawings_cut_a_kind_with_the_same_corners(kind):
    shape = re.search(rf"\.kind-{kind} {{ --kind: var\(--{kind}\); --shape: (\w+)\(([^)]*)\)", CSS)
    corners = [tuple(float(part.strip("%")) / 50 - 1 for part in each.split()) for each in shape[2].split(",")]
    if not CORNERS[kind]:
        assert shape[1] == "circle"
        return
    assert len(corners) == len(CORNERS[kind])
    for drawn, cut in zip(CORNERS[kind], corners, strict=True):
        assert drawn == pytest.approx(cut, abs=0.15)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_design_page_shows_every_component_in_both_languages(client, world, language):
    html = client.get(f"/{language}/about/design/").content.decode()
    for token in tokens():
        assert f"--{token.name}</code>" in html
    specimens = re.findall(r'<div class="specimen" lang="(\w+)">(.*?)(?=<div class="specimen"|</section>)', html, re.S)
    assert [code for code, _html in specimens] == ["tr", "en"] * (len(specimens) // 2)
    for tr, en in zip(specimens[::2], specimens[1::2], strict=True):
        assert tr[1].strip()
        assert en[1].strip()
    together = {code: "".join(html for its, html in specimens if its == code) for code in LANGUAGES}
    assert "kaynaklar" in together["tr"]
    assert "sources differ" in together["en"]
    assert "625 milyon ABD doları" in together["tr"]
    assert "US$625 million" in together["en"]
    assert "kaynaklar" not in together["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_design_page_opens_on_an_empty_record(client, db, language):
    assert client.get(f"/{language}/about/design/").status_code == 200


@pytest.mark.parametrize(
    ("page", "current"),
    [
        ("visits/", '<a href="/en/visits/" aria-current="page">'),
        ("visits/visit-1/", '<a href="/en/visits/" aria-current="true">'),
        ("relations/kaz-tur/", '<a href="/en/relations/" aria-current="true">'),
        ("about/design/", '<a href="/en/about/design/" aria-current="page">'),
    ],
)
def test_the_way_that_the_reader_stands_in_is_marked_once(client, world, page, current):
    html = client.get(f"/en/{page}").content.decode()
    frame = html.partition("<main")[0] + html.rpartition("</main>")[2]
    assert current in frame
    ways = re.findall(r"<a href=[^>]*aria-current[^>]*>", frame)
    assert len([way for way in ways if "hreflang" not in way]) == 1


@pytest.mark.parametrize(
    "page", ["visits/visit-1/", "figures/figure-1/", "relations/kaz-tur/", "timeline/", "figures/"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_source_is_a_footnote_with_one_number_and_the_list_has_them_all(client, world, page, language):
    html = client.get(f"/{language}/{page}").content.decode()
    numbers = [int(number) for number in re.findall(r'<sup class="footnote">(\d+)</sup>', html)]
    listed = re.search(r'<section class="footnotes".*?</section>', html, re.S)[0]
    assert numbers[0] == 1
    assert set(numbers) == set(range(1, listed.count("<li>") + 1))
    assert listed.count({"tr": "Yayıncı", "en": "Publisher"}[language]) == listed.count("<li>")
    assert html.index(listed) > html.rindex('<sup class="footnote">')


def test_two_values_of_one_source_bear_the_same_number(client, world):
    html = client.get("/en/figures/figure-1/").content.decode()
    said = re.findall(r'<span class="says">.*?<sup class="footnote">(\d+)</sup>.*?href="([^"#]+)', html, re.S)
    assert len({(number, source) for number, source in said}) == len({source for _number, source in said})


def test_a_page_without_values_has_no_list(client, world):
    assert 'class="footnotes"' not in client.get("/en/about/").content.decode()


@pytest.mark.parametrize(("language", "expected"), [("tr", "numaralı sürümü"), ("en", "of the data")])
def test_paper_says_which_revision_was_printed_from_where(client, world, language, expected):
    printed = re.search(r'<p class="printed">.*?</p>', client.get(f"/{language}/visits/").content.decode())[0]
    assert expected in printed
    assert f"http://testserver/{language}/visits/" in printed


def test_the_style_sheet_reaches_for_nothing_else():
    assert "@import" not in CSS
    assert "url(" not in CSS
    for condition in ("prefers-contrast: more", "prefers-reduced-motion: reduce", "forced-colors: active", "print"):
        assert condition in CSS
    assert "text-transform" not in CSS
