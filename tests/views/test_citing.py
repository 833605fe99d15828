"""“Cite this” on pages and as files, read back."""

import json
import re
from datetime import date
from html import unescape

import pytest
from django.utils.translation import override

from relations.citing.files import bibtex, csl
from relations.citing.styles import apa, chicago
from relations.citing.work import Work
from relations.models import Milestone, Revision
from relations.pages.words import Words

SITE = "http://127.0.0.1:8000"
CITED = (
    "visits/visit-1/",
    "councils/kaz-tur-ydsk/",
    "figures/figure-1/",
    "relations/kaz-tur/",
    "people/nursultan-nazarbayev/",
    "institutions/mfa-tur/",
    "countries/kaz/",
    "sources/source-tr/",
)
WORK = Work(
    key="visit-1-en",
    site="Köprü",
    title=Words("The visit"),
    url="https://example.org/en/visits/visit-1/",
    revision=1459,
    accessed=date(2026, 11, 21),
    modified=date(2026, 3, 2),
    language="en",
)


def changed(**values):
    return Work(**{**WORK.__dict__, **values})


def text(html):
    return unescape(re.sub("<[^>]+>", "", html))


def read_bibtex(entry):
    """A small reader of the format: every brace counts, whatever stands before it."""
    head, rest = entry.split(",", 1)
    kind, key = re.fullmatch(r"@(\w+)\{([^\s{},]+)", head).groups()
    fields, at = {}, 0
    while found := re.compile(r"\s*(\w+) = \{").match(rest, at):
        depth, start = 1, found.end()
        at = start
        while depth:
            letter = rest[at]
            at += 1
            depth += {"{": 1, "}": -1}.get(letter, 0)
        fields[found[1]] = plain(rest[start : at - 1])
        assert rest[at] == ","
        at += 1
    assert rest[at:].strip() == "}"
    return kind, key, fields


COMMANDS = {"backslash": "\\", "asciitilde": "~", "asciicircum": "^", "braceleft": "\1", "braceright": "\2"}


def plain(value):
    value = re.sub(r"\\text(\w+)\{\}", lambda found: COMMANDS[found[1]], value)
    value = re.sub(r"\\([%&#$_])", r"\1", value)
    return value.replace("{", "").replace("}", "").replace("\1", "{").replace("\2", "}")


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("page", CITED)
def test_a_page_about_one_thing_says_how_to_cite_it(client, world, language, page):
    html = client.get(f"/{language}/{page}").content.decode()
    (block,) = re.findall(r'<details class="cite">.*?</details>', html, re.S)
    assert f"{SITE}/{language}/{page}" in block
    assert str(Revision.current().number) in block
    for suffix in ("bib", "json"):
        assert f'href="/{language}/{page}cite.{suffix}"' in block
        assert client.get(f"/{language}/{page}cite.{suffix}").status_code == 200


@pytest.mark.parametrize("page", ["", "timeline/", "visits/", "about/", "downloads/"])
def test_a_list_is_not_cited(client, world, page):
    assert 'class="cite"' not in client.get(f"/en/{page}").content.decode()


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "The visit", "(2026, March 2). The visit (Data revision 1459). Retrieved November 21, 2026, from "),
        ("tr", "Ziyaret", "(2026, 2 Mart). Ziyaret (Veri sürümü 1459). Erişim tarihi: 21 Kasım 2026, "),
    ],
)
def test_apa_speaks_the_language_of_the_page(language, title, expected):
    with override(language):
        found = text(apa(changed(language=language, title=Words(title))))
    assert found == f"Köprü. {expected}{WORK.url}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Data revision 1459. Last modified March 2, 2026. Accessed November 21, 2026. "),
        ("tr", "Veri sürümü 1459. Son güncelleme 2 Mart 2026. Erişim 21 Kasım 2026. "),
    ],
)
def test_chicago_speaks_the_language_of_the_page(language, expected):
    with override(language):
        assert text(chicago(changed(language=language))) == f"Köprü. “The visit.” {expected}{WORK.url}."


@pytest.mark.parametrize(("language", "mark"), [("en", "(n.d.)"), ("tr", "(t.y.)")])
def test_an_unknown_date_is_said_to_be_unknown(language, mark):
    undated = changed(language=language, modified=None)
    with override(language):
        assert mark in apa(undated)
        assert "2026, " not in text(apa(undated)).split(mark)[0]
        assert "Last modified" not in chicago(undated)
    assert "date" not in read_bibtex(bibtex(undated))[2]
    assert "issued" not in json.loads(csl(undated))[0]


def test_a_title_in_the_other_language_is_marked_in_every_form():
    work = changed(title=Words("Yalnız Türkçe", "tr"))
    assert '<span lang="tr">Yalnız Türkçe</span>' in apa(work)
    assert read_bibtex(bibtex(work))[2]["langid"] == "turkish"
    assert json.loads(csl(work))[0]["language"] == "tr"


@pytest.mark.parametrize("title", ["Ticaret %10 & #1 {x} $5 a_b ~ ^ \\ ğüşıöç İ", "}{", "<b>&amp;</b>"])
def test_bibtex_gives_back_what_was_put_in(title):
    kind, key, fields = read_bibtex(bibtex(changed(title=Words(title))))
    assert (kind, key) == ("online", "visit-1-en")
    assert fields == {
        "author": "Köprü",
        "title": title,
        "date": "2026-03-02",
        "version": "1459",
        "url": WORK.url,
        "urldate": "2026-11-21",
        "langid": "british",
    }
    assert "<b>" not in apa(changed(title=Words(title)))


@pytest.mark.parametrize("page", CITED)
def test_the_file_for_citation_processors_has_every_field(client, world, page):
    response = client.get(f"/tr/{page}cite.json")
    (item,) = json.loads(response.content)
    assert item["type"] == "webpage"
    assert item["URL"] == f"{SITE}/tr/{page}"
    assert item["author"] == [{"literal": "Köprü"}]
    assert item["version"] == str(Revision.current().number)
    assert item["language"] == "tr"
    assert item["title"]
    (accessed,) = item["accessed"]["date-parts"]
    assert date(*accessed)
    assert "attachment" in response["Content-Disposition"]


def test_a_record_gives_the_day_of_its_last_change(client, world):
    changed = Milestone.objects.get(slug="milestone-1").changed_at.date()
    (item,) = json.loads(client.get("/tr/milestones/milestone-1/cite.json").content)
    assert date(*item["issued"]["date-parts"][0]) == changed
    (person,) = json.loads(client.get("/tr/people/nursultan-nazarbayev/cite.json").content)
    assert "issued" not in person


@pytest.mark.parametrize("path", ["visits/none", "agreements/visit-1", "charts/none/kaz-tur", "countries/xxx"])
def test_nothing_is_cited_that_is_not_there(client, world, path):
    assert client.get(f"/en/{path}/cite.bib").status_code == 404
