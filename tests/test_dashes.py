"""One rule for the dash, and nothing on Turkish pages that breaks it."""

import re

import pytest
from django.utils.translation import override

from relations.dashes import paired, span
from relations.dates import print_date
from tests.views.conftest import standing_world, world

__all__ = ["standing_world", "world"]
CLOSED = re.compile(r"[\w.’'…)]*[^\s<>\"]–[^\s<>\"]\S*")
PAGES = ["", "timeline/", "relations/", "relations/kaz-tur/", "countries/kaz/", "councils/kaz-tur-ydsk/"]
PAGES += ["visits/visit-1/", "figures/", "people/nursultan-nazarbayev/", "checks/", "method/"]


@pytest.mark.parametrize(
    ("first", "last", "turkish", "english"),
    [
        (2009, 2018, "2009-2018", "2009–2018"),
        (2009, 2009, "2009", "2009"),
        (None, None, "", ""),
        ("8.", "8.", "8.", "8."),
    ],
)
def test_a_range_has_the_dash_of_its_language(first, last, turkish, english):
    assert (span(first, last, "tr"), span(first, last, "en")) == (turkish, english)


def test_a_name_of_several_words_stands_apart():
    assert paired("Kazakistan", "Türkiye", "tr") == "Kazakistan-Türkiye"
    assert paired("Kazakhstan", "Türkiye", "en") == "Kazakhstan–Türkiye"
    assert paired("Türkiye", "Birleşik Krallık", "tr") == "Türkiye – Birleşik Krallık"


def test_the_page_s_language_is_the_one_unless_another_is_named():
    with override("tr"):
        assert span(1, 2) == "1-2"
    with override("en-gb"):
        assert span(1, 2) == "1–2"


def test_ends_of_several_words_stand_apart_in_both_languages():
    assert print_date("2012-09-30/2012-10-02", "tr") == "30 Eylül – 2 Ekim 2012"
    assert print_date("2012-09-30/2012-10-02", "en") == "30 September – 2 October 2012"


@pytest.mark.parametrize("page", PAGES)
def test_no_turkish_page_joins_with_the_en_dash(client, world, page):
    html = client.get(f"/tr/{page}").content.decode()
    text = re.sub(r'<(\w+)[^>]* lang="en".*?</\1>|<script.*?</script>', "", html, flags=re.S)
    assert not CLOSED.findall(re.sub(r"<[^>]+>", " ", text))
