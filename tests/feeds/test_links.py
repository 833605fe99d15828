"""Where pages offer their feeds: to programmes in the head, to people at the foot."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import User

LANGUAGES = ("tr", "en")
SITE = "http://127.0.0.1:8000"
BOTH, FEED = {"application/atom+xml", "text/calendar"}, {"application/atom+xml"}
PAGES = {
    "": BOTH,
    "timeline/?kind=visit&junk=1": BOTH,
    "relations/kaz-tur/": BOTH,
    "councils/kaz-tur-ydsk/": BOTH,
    "people/nursultan-nazarbayev/": BOTH,
    "countries/kaz/": BOTH,
    "search/?q=visit": FEED,
    "changes/": FEED,
}


def told(html):
    found = re.findall(r'<link rel="alternate" type="(application/atom\+xml|text/calendar)" [^>]*href="([^"]*)"', html)
    return {kind: unescape(url) for kind, url in found}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_to_feeds_that_are_there_and_lead_back(client, world, language, page):
    html = client.get(f"/{language}/{page}").content.decode()
    assert set(told(html)) == PAGES[page]
    for kind, url in told(html).items():
        response = client.get(url.removeprefix(SITE))
        assert response.status_code == 200
        assert response["Content-Type"].startswith(kind)
        assert f"{SITE}/{language}/{page.partition('?')[0]}".encode() in response.content.replace(b"\r\n ", b"")
        assert f'href="{url.replace("&", "&amp;")}"' in html.partition("</head>")[2]


def test_a_calendar_opens_in_a_calendar(client, world):
    html = client.get("/en/relations/kaz-tur/").content.decode()
    assert 'href="webcal://127.0.0.1:8000/en/relations/kaz-tur/calendar.ics"' in html


@pytest.mark.parametrize("page", ["visits/visit-1/", "sources/", "about/", "search/", "nothing-here/"])
def test_pages_with_nothing_to_follow_offer_nothing(client, world, page):
    html = client.get(f"/en/{page}").content.decode()
    assert not told(html)
    assert "Follow this page" not in html


def test_a_draft_is_not_offered_to_be_followed(client, world):
    from relations.models import Record

    Record.objects.filter(slug="kaz-tur-ydsk").update(editorial_status="draft")
    client.force_login(User.objects.create_superuser("editor"), backend="django.contrib.auth.backends.ModelBackend")
    html = client.get("/en/councils/kaz-tur-ydsk/").content.decode()
    assert "This is a draft" in html
    assert not told(html)
