"""A name that lasts, opened in a browser, ends at the page in the language that the reader's browser asks for."""

import pytest

from .past import CHANGED, REMOVED, THEN

LOCALES = [("tr-TR", "tr"), ("en-GB", "en")]


@pytest.mark.parametrize(("locale", "language"), LOCALES)
@pytest.mark.parametrize(
    ("name", "page"),
    [
        (CHANGED, f"visits/{CHANGED}/"),
        (f"{CHANGED}?as-of={THEN}", f"visits/{CHANGED}/?as-of={THEN}"),
        ("relationship/kaz-tur", "relations/kaz-tur/"),
        ("person/nursultan-nazarbayev", "people/nursultan-nazarbayev/"),
    ],
)
def test_a_name_ends_at_its_page_in_the_language_of_the_browser(read, name, page, locale, language):
    reader = read(f"/id/{name}", locale=locale)
    assert reader.response.status == 200
    assert reader.page.url == f"{reader.site}/{language}/{page}"
    assert reader.page.locator("html").get_attribute("lang") == language
    assert not reader.complaints


@pytest.mark.parametrize(("locale", "language"), LOCALES)
def test_a_name_of_what_is_gone_says_so_in_the_language_of_the_browser(read, locale, language):
    reader = read(f"/id/{REMOVED}", locale=locale)
    assert reader.response.status == 410
    assert reader.page.locator("html").get_attribute("lang") == language
    assert not reader.axe()
    assert not reader.complaints
