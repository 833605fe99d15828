"""What every page says of itself to search engines, previews and readers on their way."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Permission, User

from relations.models import Relationship
from tests.views.test_pages import PAGES

SITE = "http://127.0.0.1:8000"
LANGUAGES = ("tr", "en")


def attribute(html, pattern):
    return [unescape(found) for found in re.findall(pattern, html)]


def canonical(html):
    return attribute(html, r'<link rel="canonical" href="([^"]*)"')


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"', html))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_names_its_own_address_and_the_other_languages(client, world, language, page):
    html = client.get(f"/{language}/{page}").content.decode()
    assert canonical(html) == [f"{SITE}/{language}/{page}"]
    assert alternates(html) == {code: f"{SITE}/{code}/{page}" for code in LANGUAGES} | {"x-default": f"{SITE}/{page}"}


def test_the_address_without_a_language_leads_to_a_page(client, world):
    response = client.get("/visits/visit-1/", headers={"accept-language": "en"})
    assert response.headers["Location"] == "/en/visits/visit-1/"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("visits/visit-1/?pair=kaz-tur&utm_source=x", "visits/visit-1/"),
        ("timeline/?utm_source=x&fbclid=1", "timeline/"),
        ("timeline/?pair=kaz-tur&junk=1", "timeline/?pair=kaz-tur"),
        ("timeline/?pair=nowhere", "timeline/"),
        ("timeline/?kind=visit&pair=kaz-tur", "timeline/?pair=kaz-tur&kind=visit"),
        ("timeline/?order=oldest", "timeline/"),
        ("sources/source-tr/?page=1", "sources/source-tr/"),
    ],
)
def test_the_canonical_address_keeps_what_chooses_the_entries(client, world, asked, kept):
    assert canonical(client.get(f"/en/{asked}").content.decode()) == [f"{SITE}/en/{kept}"]


def test_pages_narrowed_by_several_filters_stay_out_of_search_engines(client, world):
    one = client.get("/en/timeline/?pair=kaz-tur").content.decode()
    two = client.get("/en/timeline/?pair=kaz-tur&kind=visit").content.decode()
    assert "noindex" not in one
    assert '<meta name="robots" content="noindex, follow">' in two


def test_a_missing_page_claims_no_address(client, world):
    html = client.get("/en/visits/none/").content.decode()
    assert canonical(html) == []
    assert "noindex" in html
    assert "breadcrumbs" not in html


def test_a_draft_is_kept_out_of_everything(client, world):
    staff = User.objects.create_user("editor", is_staff=True)
    staff.user_permissions.add(Permission.objects.get(codename="view_record"))
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    html = client.get("/en/visits/visit-draft/").content.decode()
    assert '<meta name="robots" content="noindex">' in html
    for absent in ("og:image", "ld+json", 'class="cite"'):
        assert absent not in html
    for path in ("cards/visit/visit-draft.png", "visits/visit-draft/cite.bib"):
        assert client.get(f"/en/{path}").status_code == 404
    assert b"visit-draft" not in client.get("/sitemap-records-1.xml").content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_preview_whose_picture_is_there(client, world, language, page):
    html = client.get(f"/{language}/{page}").content.decode()
    properties = dict(re.findall(r'<meta property="(og:[a-z:_]+)" content="([^"]*)"', html))
    assert all(properties[name] for name in ("og:title", "og:description", "og:site_name"))
    assert properties["og:locale"] == {"tr": "tr_TR", "en": "en_GB"}[language]
    picture = properties["og:image"]
    assert picture.startswith(f"{SITE}/{language}/cards/")
    assert client.head(picture.removeprefix(SITE)).status_code == 200


def test_the_description_is_the_beginning_of_the_summary(client, world):
    Relationship.objects.filter(slug="kaz-tur").update(overview_tr="Söz. " * 80)
    html = client.get("/tr/relations/kaz-tur/").content.decode()
    (description,) = attribute(html, r'<meta name="description" content="([^"]*)"')
    assert description.startswith("Söz. Söz.")
    assert len(description) <= 200
    (english,) = attribute(
        client.get("/en/relations/kaz-tur/").content.decode(), r'name="description" content="([^"]*)"'
    )
    assert "Söz" not in english


def crumbs(html):
    (trail,) = re.findall(r'<nav class="breadcrumbs".*?</nav>', html, re.S)
    return [unescape(re.sub("<[^>]+>", "", item)).strip() for item in re.findall(r"<li>(.*?)</li>", trail, re.S)]


@pytest.mark.parametrize("page", [page for page in PAGES if page])
def test_every_page_but_the_first_shows_the_way_to_it(client, world, page):
    html = client.get(f"/en/{page}").content.decode()
    steps = crumbs(html)
    assert steps[0] == "Köprü"
    assert len(steps) >= 2
    assert all(steps)
    (trail,) = re.findall(r'<nav class="breadcrumbs".*?</nav>', html, re.S)
    assert trail.count('aria-current="page"') == 1
    assert all(client.get(path).status_code == 200 for path in attribute(trail, r'href="([^"]*)"'))


@pytest.mark.parametrize(
    ("page", "steps"),
    [
        ("visits/visit-1/", ["Köprü", "Kazakhstan–Türkiye", "Visits", "The visit"]),
        ("meetings/kaz-tur-ydsk-2/", ["Köprü", "Kazakhstan–Türkiye", "The council", "Second meeting"]),
        ("agreements/agreement-2/", ["Köprü", "Agreements", "Multilateral agreement"]),
        ("relations/kaz-tur/checks/", ["Köprü", "Relationships", "Kazakhstan–Türkiye", "Checks"]),
        ("people/nursultan-nazarbayev/", ["Köprü", "People", "Nursultan Nazarbayev"]),
    ],
)
def test_the_way_goes_through_what_a_page_belongs_to(client, world, page, steps):
    assert crumbs(client.get(f"/en/{page}").content.decode()) == steps


def test_a_step_in_the_other_language_says_so(client, world):
    html = client.get("/en/milestones/milestone-1/").content.decode()
    assert '<span aria-current="page" lang="tr">Yalnız Türkçe</span>' in html
