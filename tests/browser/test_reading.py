"""Readers who set things up for themselves: large type, other spacing, forced colours, no motion, paper, no script."""

import re

import pytest

from .pages import LANGUAGES, Page

PAIR = (("slug", "kaz-tur"),)
VISIT = Page("visit", (("slug", "visit-kaz-tur-2009-10-nazarbayev"),))
COUNCIL = Page("council", (("slug", "kaz-tur-ydsk"),))
READ = [Page("home"), Page("timeline"), Page("relationship", PAIR), VISIT, COUNCIL, Page("figures"), Page("sources")]
SPACED = """() => {  // WCAG 1.4.12
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}
        p {margin-block-end: 2em !important}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
MOVING = """() => document.getAnimations().length ||
    getComputedStyle(document.documentElement).scrollBehavior === "smooth" ||
    [...document.querySelectorAll("*")].some(each => parseFloat(getComputedStyle(each).transitionDuration) > .01)"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", READ, ids=str)
def test_type_twice_as_large_loses_nothing(read, page, language):
    reader = read(page.path(language))
    before = reader.page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)")
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    after = reader.page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)")
    assert after >= 1.9 * before
    assert not reader.layout()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", READ, ids=str)
def test_wider_spacing_loses_nothing(read, page, width):
    reader = read(page.path("tr"), width=width)
    reader.page.evaluate(SPACED)
    assert not [fault for fault in reader.layout() if "picture" not in fault]  # a picture's text may be set otherwise


@pytest.mark.parametrize("page", READ, ids=str)
def test_forced_colours_keep_the_page_whole(read, page):
    reader = read(page.path("tr"), forced_colors="active")
    assert reader.page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert not reader.layout()
    assert not reader.complaints + reader.reports()
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize("page", READ, ids=str)
def test_nothing_moves_for_who_asked_for_less_motion(read, page):
    reader = read(page.path("en"), reduced_motion="reduce")
    assert not reader.page.evaluate(MOVING)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", READ, ids=str)
def test_it_prints(read, page, language):
    reader = read(page.path(language), color_scheme="dark")
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", reader.page.pdf(format="A4")))
    assert 1 <= sheets <= 40
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 794, "height": 1123})  # A4
    assert reader.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not reader.page.locator("header nav").first.is_visible()
    assert reader.page.locator("h1").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_the_number_of_a_source_stands_beside_its_value_and_no_link_is_left_over(read, language):
    page = read(Page("relationship", PAIR).path(language)).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 660, "height": 1000})  # A4 within its margins
    assert page.locator(".key-figures .footnote").count() > 10
    assert not page.locator(".key-figures dt").evaluate_all("""values => values.filter(value => {
        const words = [...value.querySelector("a").getClientRects()].at(-1), number = value.querySelector("sup");
        return number && number.getBoundingClientRect().top >= words.bottom - 2;
    }).map(value => value.textContent)""")
    assert page.locator(".onward").count() > 2
    assert not page.locator(".onward:visible").count()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", READ, ids=str)
def test_without_script_the_same_words_are_there(read, page, language):
    path = page.path(language)
    words = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
    without = read(path, java_script_enabled=False)
    assert without.page.evaluate(words)
    assert not without.layout()
    assert not without.complaints
