"""The language switch keeps the page and what was asked of it."""

import pytest

from .pages import LANGUAGES, PAGES, Page

ASKED = [page for page in PAGES if page.query] + [
    Page("home"),
    Page("relationship", (("slug", "kaz-tur"),)),
    Page("visit", (("slug", "visit-kaz-tur-2009-10-nazarbayev"),)),
    Page("visits", query="?pair=kaz-tur&from=2001"),
]
OTHER = {"tr": "en", "en": "tr"}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ASKED, ids=str)
def test_the_switch_keeps_the_page_and_its_filters(read, page, language, width, script):
    reader = read(page.path(language), width=width, java_script_enabled=script)
    other = OTHER[language]
    link = reader.page.locator(f"header a[hreflang={other}]").first
    if not link.is_visible():  # behind the menu of a phone
        reader.page.locator("header summary").first.click()
    link.click()
    reader.page.wait_for_url(f"**/{other}/**")
    assert reader.page.url == reader.site + page.path(other)
    assert reader.page.locator("html").get_attribute("lang") == other
    assert not reader.complaints
