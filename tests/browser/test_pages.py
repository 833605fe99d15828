"""Every page kind in both languages, at both widths, in both colour schemes."""

from collections import defaultdict

import pytest

from .pages import ANSWERS, FILES, LANGUAGES, PAGES, named_patterns, page_patterns, pages_of

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
REFLOW = (320, "light")  # a window of 1280 px at a zoom of 400 %


def test_every_kind_of_page_has_a_subject_here():
    lacking = [pattern.name for pattern in page_patterns() if not pages_of(pattern)]
    assert not lacking, f"Name a subject in tests/browser/pages.py (or call it a file there): {lacking}"
    assert {pattern.name for pattern in named_patterns()} >= FILES, "a file in pages.py is no longer an address"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*PAGES, *ANSWERS], ids=str)
def test_a_page_is_without_fault(read, page, language):
    path = page.path(language)
    reader = read(path)
    assert reader.response.status == page.status, path
    assert reader.response.headers["content-type"].startswith("text/html"), f"{page} is a file: say so in pages.py"
    assert reader.page.locator("html").get_attribute("lang") == language
    faults = defaultdict(list)
    for fault in reader.network.faults(reader.page.url):
        faults[fault].append("at first view")
    for width in WIDTHS:
        for scheme in SCHEMES:
            reader.show(width, scheme)
            for fault in [*reader.layout(), *reader.axe()]:
                faults[fault].append(f"{width} {scheme}")
    reader.show(*REFLOW)
    for fault in reader.layout():
        if "in a picture" not in fault:  # a picture may shrink below the width that it was drawn for
            faults[fault].append("320")
    for fault in reader.complaints + reader.reports():
        faults[fault].append("anywhere")
    if faults:
        lines = [f"{fault} ({', '.join(where)})" for fault, where in faults.items()]
        pytest.fail("\n".join([f"{path}: {len(lines)} faults", *lines]), pytrace=False)
