"""By keyboard alone: every stop can be seen, in the order of reading."""

from itertools import pairwise

import pytest

from .pages import LANGUAGES, Page

PAIR = (("slug", "kaz-tur"),)
WALKED = [Page("home"), Page("timeline"), Page("relationship", PAIR)]
LIMIT = 1500  # stops; a page that has more is no page for the keyboard

# What has the focus: where it stands, and whether a reader sees that it has it.
STOP = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const isMark = element.closest("svg");  // drawn round, where no outline follows the shape
    const round = isMark && [...element.querySelectorAll("*")].some(each => {
        const {stroke, strokeWidth} = getComputedStyle(each);
        return stroke !== "none" && parseFloat(strokeWidth) >= 2;
    });
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 8)];
    const inside = x >= 0 && x < innerWidth && y >= 0 && y < innerHeight;
    const above = inside ? document.elementFromPoint(x, y) : element;
    window.stops ??= new Set();
    const seen = window.stops.has(element);
    window.stops.add(element);
    return {
        what: `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 20)}”`,
        ring: ring || round || style.boxShadow !== "none", tabindex: element.tabIndex, seen,
        covered: !(above === null || element.contains(above) || above.contains(element)),
        size: box.width * box.height, top: box.top + scrollY, bottom: box.bottom + scrollY,
        left: box.left, within: [...document.querySelectorAll("svg, ul")].indexOf(element.closest("svg, ul")),
        isSkip: element.matches(".skip"),
    };
}"""


def stops(page):
    """Every stop of the Tab key, from the top of the page to its end."""
    found = []
    while len(found) < LIMIT:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["seen"]:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", WALKED, ids=str)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_stop_is_seen_in_the_order_of_reading(read, page, language, width):
    reader = read(page.path(language), width=width, reduced_motion="reduce")
    found = stops(reader.page)
    assert 10 < len(found) < LIMIT
    faults = [f"no sign of focus on {stop['what']}" for stop in found if not stop["ring"]]
    faults += [f"something covers {stop['what']}" for stop in found if stop["covered"]]
    faults += [f"focus goes to what has no size: {stop['what']}" for stop in found if not stop["size"]]
    faults += [f"an order of its own: {stop['what']}" for stop in found if stop["tabindex"] > 0]
    if width == 390:  # one column: what comes next stands further down, or in the same line
        walk = [stop for stop in found if not stop["isSkip"]]
        for before, after in pairwise(walk):
            # In a picture time runs to the right, and a list may have columns: further on may stand higher.
            is_on = after["within"] == before["within"] >= 0 and after["left"] >= before["left"]
            if after["bottom"] <= before["top"] + 1 and not is_on:
                faults.append(f"the focus goes up from {before['what']} to {after['what']}")
    assert not faults, "\n".join([f"{page.path(language)}: {len(faults)} of {len(found)} stops", *faults[:40]])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*WALKED, Page("about")], ids=str)
def test_the_skip_link_comes_first_shows_itself_and_leads_into_the_content(read, page, language):
    reader = read(page.path(language), reduced_motion="reduce")
    reader.page.keyboard.press("Tab")
    link = reader.page.locator(":focus")
    box = link.bounding_box()
    assert link.get_attribute("href") == "#content"
    assert box["x"] >= 0
    assert box["y"] >= 0
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**#content")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.querySelector('main').contains(document.activeElement)")
