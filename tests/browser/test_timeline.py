"""The timeline, by keyboard alone, by pointer, and with script off."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from .pages import LANGUAGES

PATIENCE = 400  # presses of the Tab key
SAME = "window.sameDocument = true"
LIST = "#records article"


def asked(page):
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def tab_to(page, selector):
    """Press Tab until the focus is there."""
    for _press in range(PATIENCE):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"The Tab key never comes to {selector}", pytrace=False)


def wait_until(page, text):
    """Until the address holds the text and the list has been brought in step."""
    page.wait_for_function("text => location.search.includes(text)", arg=text)
    page.wait_for_selector("#records:not([aria-busy])")


def focused(page):
    """The mark that has the focus: its lane and its place, and whether it shows."""
    return page.evaluate("""() => {
        const mark = document.activeElement, box = mark.getBoundingClientRect();
        return {
            isMark: mark.matches(".mark"), href: mark.getAttribute("href"), x: box.left + box.width / 2,
            lane: [...document.querySelectorAll("#overview .lane")].indexOf(mark.closest(".lane")),
            name: mark.getAttribute("aria-label") || mark.querySelector("title")?.textContent || "",
            told: document.querySelector("#overview .told")?.textContent,
            ring: [...mark.querySelectorAll("*")].some(each => parseFloat(getComputedStyle(each).strokeWidth) >= 2),
        };
    }""")


@pytest.fixture(params=LANGUAGES)
def timeline(read, request):
    reader = read(f"/{request.param}/timeline/")
    reader.page.evaluate(SAME)
    yield reader
    assert not reader.complaints + reader.reports()


def test_a_filter_applies_at_once_by_keyboard_and_keeps_the_focus(timeline):
    page = timeline.page
    before = page.locator("#chosen .count").inner_text()
    tab_to(page, "input[name=kind][value=visit]")
    page.keyboard.press("Space")
    wait_until(page, "kind=visit")
    assert page.evaluate("window.sameDocument")
    assert page.locator(":focus").get_attribute("value") == "visit"
    assert page.locator(f"{LIST}:not(.kind-visit)").count() == 0
    assert page.locator(f"{LIST}.kind-visit").count() > 3
    now = page.locator("#chosen .count").inner_text()
    assert now != before
    assert page.locator("main > [role=status]").inner_text() == now


def test_the_back_button_brings_back_what_was_shown(timeline):
    page = timeline.page
    first = page.locator("#chosen .count").inner_text()
    page.locator("input[name=kind][value=visit]").check()
    wait_until(page, "kind=visit")
    page.locator("input[name=differ]").check()
    wait_until(page, "differ=1")
    page.go_back()
    page.wait_for_selector("input[name=differ]:not(:checked)")
    assert asked(page) == {"kind": ["visit"]}
    assert page.locator(f"{LIST}:not(.kind-visit)").count() == 0
    page.go_back()
    page.wait_for_selector("input[value=visit]:not(:checked)")
    assert not asked(page)
    expect(page.locator("#chosen .count")).to_have_text(first)
    page.go_forward()
    page.wait_for_selector("input[value=visit]:checked")
    assert page.evaluate("window.sameDocument")


def test_quick_choices_end_where_the_last_one_leads(timeline):
    page = timeline.page
    for kind in ("visit", "agreement", "meeting"):
        page.locator(f"input[name=kind][value={kind}]").check()
    wait_until(page, "kind=meeting")
    page.wait_for_load_state("networkidle")
    checked = page.locator("input[name=kind]:checked").evaluate_all("boxes => boxes.map(box => box.value)")
    assert set(checked) == set(asked(page)["kind"]) == {"visit", "agreement", "meeting"}


def test_years_are_typed_and_entered(timeline):
    page = timeline.page
    tab_to(page, "input[name=from]")
    page.keyboard.type("2012")
    page.keyboard.press("Tab")
    wait_until(page, "from=2012")
    assert page.locator(":focus").get_attribute("name") == "to"
    page.keyboard.type("2012")
    page.keyboard.press("Enter")
    wait_until(page, "to=2012")
    assert page.evaluate("window.sameDocument")
    assert page.locator(LIST).count() > 0
    assert page.locator("#overview .mark").count() > 0


def test_the_language_switch_follows_what_was_chosen(timeline):
    page = timeline.page
    page.locator("input[name=kind][value=council]").check()
    wait_until(page, "kind=council")
    link = page.locator("header a[hreflang]:not([aria-current])").first
    other = link.get_attribute("hreflang")
    link.click()
    page.wait_for_url(f"**/{other}/timeline/?kind=council")
    assert page.locator(f"{LIST}:not(.kind-council)").count() == 0


def test_arrow_keys_walk_the_events_and_enter_opens_one(timeline):
    page = timeline.page
    tab_to(page, "#overview .mark")
    assert page.locator('#overview .mark[tabindex="0"]').count() == 1
    page.keyboard.press("Home")
    first = focused(page)
    page.keyboard.press("ArrowRight")
    second = focused(page)
    assert second["isMark"]
    assert second["ring"], "the mark that has the focus does not show it"
    assert (second["lane"], second["href"]) != (first["lane"], first["href"])
    assert second["x"] >= first["x"]
    assert second["name"]
    assert second["told"] == second["name"]
    page.keyboard.press("ArrowLeft")
    assert focused(page)["href"] == first["href"]
    page.keyboard.press("ArrowDown")
    below = focused(page)
    assert below["lane"] == first["lane"] + 1
    page.keyboard.press("ArrowUp")
    assert focused(page)["lane"] == first["lane"]
    page.keyboard.press("End")
    last = focused(page)
    assert last["x"] >= second["x"]
    page.keyboard.press("ArrowRight")  # nothing lies beyond
    assert focused(page)["href"] == last["href"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{last['href']}")


def test_a_brush_over_the_overview_chooses_its_years(timeline):
    page = timeline.page
    drawing = page.locator(".overview-drawing:visible").first
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, middle, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.8, middle, steps=4)
    page.mouse.up()
    wait_until(page, "from=")
    first, last = int(asked(page)["from"][0]), int(asked(page)["to"][0])
    assert 1980 < first < last
    assert page.evaluate("window.sameDocument")
    assert page.locator("input[name=from]").input_value() == str(first)
    page.go_back()
    page.wait_for_function("() => !document.querySelector('input[name=from]').value")
    assert not asked(page)


@pytest.fixture(params=LANGUAGES)
def phone(read, request):
    """The timeline on a phone, and finger(*places), which goes from the first to the last; a list is several."""
    reader = read(f"/{request.param}/timeline/", width=390, height=700, has_touch=True, is_mobile=True)
    page = reader.page
    page.evaluate(SAME)
    drawing = page.locator(".overview-drawing:visible").first
    drawing.scroll_into_view_if_needed()
    session = reader.context.new_cdp_session(page)

    def touch(kind, points):
        touches = [{"id": number, "x": x, "y": y} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def finger(*places):
        for kind, place in zip(["touchStart"] + ["touchMove"] * (len(places) - 1), places, strict=True):
            touch(kind, place if isinstance(place, list) else [place])
        touch("touchEnd", [])

    yield reader, drawing.bounding_box(), finger
    assert not reader.complaints + reader.reports()


def test_a_finger_that_goes_sideways_chooses_years_and_moves_nothing(phone):
    reader, box, finger = phone
    page, height = reader.page, box["y"] + box["height"] / 2
    scrolled = page.evaluate("scrollY")
    finger(*((box["x"] + box["width"] * share, height) for share in (0.5, 0.55, 0.6, 0.7, 0.8)))
    wait_until(page, "from=")
    assert 1980 < int(asked(page)["from"][0]) < int(asked(page)["to"][0])
    assert page.evaluate("window.sameDocument")
    assert page.evaluate("scrollY") == scrolled


def test_a_finger_that_goes_down_the_drawing_scrolls_the_page_and_chooses_nothing(phone):
    reader, box, finger = phone
    page, middle, height = reader.page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    scrolled = page.evaluate("scrollY")
    finger(*((middle, height - step) for step in (0, 20, 60, 120, 180)))
    page.wait_for_function("before => scrollY > before + 60", arg=scrolled)
    assert not page.locator(".brush").count()
    assert not asked(page)


def test_two_fingers_on_the_drawing_enlarge_it_and_choose_nothing(phone):
    reader, box, finger = phone
    page, middle, height = reader.page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger(*([(middle - apart, height), (middle + apart, height)] for apart in (30, 40, 60, 90, 130)))
    page.wait_for_function("() => visualViewport.scale > 1.2")
    assert not page.locator(".brush").count()
    assert not asked(page)


def test_where_the_quick_way_fails_the_page_is_opened_as_ever(read):
    reader = read("/en/timeline/")
    reader.page.evaluate(SAME)
    reader.page.route(
        "**/*", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    reader.page.locator("input[name=kind][value=visit]").check()
    reader.page.wait_for_function("() => location.search.includes('kind=visit') && !window.sameDocument")
    reader.page.wait_for_load_state()
    assert reader.page.locator(f"{LIST}.kind-visit").count() > 3
    assert reader.page.locator(f"{LIST}:not(.kind-visit)").count() == 0


def open_filters(page):
    if not page.locator("input[name=from]").is_visible():
        page.locator(".filter-panel summary").click()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_script_off_the_form_and_the_links_do_the_same(read, language, width):
    reader = read(f"/{language}/timeline/", width=width, java_script_enabled=False)
    page = reader.page
    open_filters(page)
    page.locator("input[name=kind][value=visit]").check()
    page.locator("input[name=from]").fill("2000")
    page.locator("#filters button").click()
    page.wait_for_url("**kind=visit**")
    assert asked(page)["from"] == ["2000"]
    assert page.locator(f"{LIST}.kind-visit").count() > 3
    assert page.locator(f"{LIST}:not(.kind-visit)").count() == 0
    assert page.locator("#overview .mark").count() > 3
    assert not page.locator(".hint").is_visible()  # no promise of what does not run
    chip = page.locator("#chosen .chip").first
    chip.click()
    page.wait_for_url(re.compile(r"timeline/\?(kind=visit|from=2000)$"))
    href = (
        page.locator("#overview a:not(.mark):visible")
        .filter(has_text=re.compile(r"^\d{4}$"))
        .first.get_attribute("href")
    )
    page.goto(reader.site + href if href.startswith("/") else page.url.partition("?")[0] + href)
    assert asked(page)["from"] == asked(page)["to"]
    assert not reader.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_script_off_every_record_is_reached_page_by_page(read, language):
    reader = read(f"/{language}/timeline/", java_script_enabled=False)
    page, seen = reader.page, set()
    for _page in range(30):
        entries = page.locator(f"{LIST} .entry-title a").evaluate_all("links => links.map(link => link.pathname)")
        assert not seen & set(entries)
        seen |= set(entries)
        after = page.locator(".pages a[rel=next]")
        if not after.count():
            break
        here = page.url
        after.first.click()  # which does not wait for the page that it asks for
        page.wait_for_url(lambda url, here=here: url != here)
    assert len(seen) == int(re.sub(r"\D", "", page.locator("#chosen .count").inner_text()))
