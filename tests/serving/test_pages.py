"""Pages in front of Django: given again as long as they are true, and never to the wrong reader."""

import gc
import time

import pytest
from django.conf import settings as site
from django.contrib.auth.models import User
from django.test import Client

from relations.models import Milestone, Revision, Visit
from relations.serving import freshness, headers, pages
from relations.serving.freshness import UnknownError
from tests.admin.conftest import typed

PAGE = "/en/visits/visit-1/"


def session_of(user):
    """The cookie of somebody who is logged in."""
    client = Client()
    client.force_login(user)
    return f"{site.SESSION_COOKIE_NAME}={client.cookies[site.SESSION_COOKIE_NAME].value}"


@pytest.fixture
def staff(server):
    return session_of(User.objects.create_superuser("staff"))


@pytest.mark.parametrize("address", ["/en/", "/tr/timeline/?kind=visit", PAGE, "/robots.txt", "/sitemap.xml"])
def test_a_page_is_made_once_and_said_again_word_for_word(server, address):
    first, second = server.ask(address), server.ask(address)
    assert first.status == second.status == 200
    assert (first.body, first.pairs) == (second.body, second.pairs)
    assert len(server.made) == 1


def test_a_page_that_is_kept_asks_nothing_of_django(server, django_assert_num_queries):
    server.ask(PAGE)
    with django_assert_num_queries(0):
        server.ask(PAGE)
        server.ask(PAGE, accept_encoding="gzip")


def test_a_write_shows_to_the_next_reader(server):
    before = server.ask(PAGE)
    Visit.objects.filter(slug="visit-1").update(title_en="Another title")
    after = server.ask(PAGE)
    assert "Another title" in after.text
    assert before.headers["ETag"] != after.headers["ETag"]
    assert "Another title" in server.ask(PAGE).text
    assert len(server.made) == 2


def test_a_record_withdrawn_is_gone_at_once_and_back_when_published(server):
    statuses = [server.ask(PAGE).status]
    for status in ("draft", "published"):
        Visit.objects.filter(slug="visit-1").update(editorial_status=status)
        statuses.append(server.ask(PAGE).status)
    assert statuses[0] == statuses[2] == 200
    assert statuses[1] in (404, 410)


def test_what_staff_write_in_the_admin_shows_to_the_next_reader(server):
    milestone = Milestone.objects.get(slug="milestone-2")
    address = "/en/milestones/milestone-2/"
    assert "Written by staff" not in server.ask(address).text
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    page = f"/en/admin/relations/milestone/{milestone.pk}/change/"
    response = client.post(page, typed(client.get(page), title_en="Written by staff"))
    assert response.status_code == 302, response.context["errors"]
    assert "Written by staff" in server.ask(address).text


def test_a_draft_is_shown_to_staff_and_kept_for_nobody(server, staff):
    draft = "/en/visits/visit-draft/"
    seen = server.ask(draft, cookie=staff)
    assert seen.status == 200
    assert seen.headers["Cache-Control"] == "private, no-store"
    assert server.ask(draft).status == 404
    assert len(server.application.memory) == 0


def test_staff_are_not_given_what_is_kept(server, staff):
    server.ask(PAGE)
    seen = server.ask(PAGE, cookie=staff)
    assert seen.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in seen.headers
    assert len(server.made) == 2


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("{etag}", 304),
        ("{strong}", 304),
        ('"other", {etag}', 304),
        ("*", 304),
        ('"other"', 200),
        ("nonsense", 200),
    ],
)
@pytest.mark.parametrize("is_kept", [True, False])
def test_who_has_the_page_is_told_so(server, asked, status, is_kept):
    etag = server.ask(PAGE).headers["ETag"]
    if not is_kept:
        server.application.memory = pages.Memory(1_000_000)
    told = server.ask(PAGE, if_none_match=asked.format(etag=etag, strong=etag.removeprefix("W/")))
    assert told.status == status
    assert told.headers["ETag"] == etag
    assert told.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert bool(told.body) == (status == 200)


def test_a_reader_whose_page_is_old_gets_the_new_one(server):
    etag = server.ask(PAGE).headers["ETag"]
    Visit.objects.filter(slug="visit-1").update(title_en="Another title")
    assert server.ask(PAGE, if_none_match=etag).status == 200


def test_head_says_what_get_would_and_no_more(server):
    for _ in range(2):
        head = server.ask(PAGE, method="HEAD")
        assert head.body == b""
        assert head.headers["Content-Length"] == str(len(server.ask(PAGE).body))
    assert len(server.made) == 1


def test_each_takes_the_page_as_it_can(server):
    plain, packed = server.ask(PAGE), server.ask(PAGE, accept_encoding="br, gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in server.ask(PAGE, accept_encoding="gzip;q=0, br").headers
    assert plain.text == packed.text
    assert len(packed.body) < len(plain.body) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert len(server.made) == 1


def test_the_front_door_leads_each_to_their_language(server):
    for _ in range(2):
        for language, there in (("tr", "/tr/"), ("en-GB,en;q=0.9", "/en/"), ("kk", "/tr/")):
            told = server.ask("/", accept_language=language)
            assert (told.status, told.headers["Location"]) == (302, there)
            assert "Accept-Language" in told.headers["Vary"]
    assert len(server.made) == 3


def test_a_name_that_lasts_leads_to_the_form_that_is_asked_for(server):
    for _ in range(2):
        found = {
            server.ask("/id/visit-1", accept=kind).headers["Location"] for kind in ("text/html", "application/ld+json")
        }
        assert len(found) == 2
    assert len(server.made) == 2


def test_who_chose_a_language_is_not_answered_from_what_is_kept(server):
    server.ask("/", accept_language="en")
    told = server.ask("/", accept_language="en", cookie=f"{site.LANGUAGE_COOKIE_NAME}=tr")
    assert told.headers["Location"] == "/tr/"
    assert told.headers["Cache-Control"] == "private, no-store"


def test_tomorrow_is_another_day(server, monkeypatch):
    server.ask(PAGE)
    now = time.time()
    monkeypatch.setattr(pages, "time", lambda: now + 86_400)
    server.ask(PAGE)
    assert len(server.made) == 2


def test_a_wrong_host_is_refused_each_time(server):
    server.ask(PAGE)
    assert [server.ask(PAGE, host="elsewhere.example").status for _ in range(2)] == [400, 400]


def test_pages_that_print_their_address_print_the_one_that_was_asked(server, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    server.ask(PAGE)
    assert "http://other.example/en/visits/visit-1/" in server.ask(PAGE, host="other.example").text


def test_plain_http_is_led_to_https_where_the_site_insists(server, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    insisting = type(server)()  # Django reads this when it starts
    assert insisting.ask(PAGE, x_forwarded_proto="https").status == 200
    told = insisting.ask(PAGE)
    assert told.status == 301
    assert told.headers["Location"].startswith("https://")


@pytest.mark.parametrize("address", ["/en/visits/nothing/", "/en/nothing", "/en/timeline/?after=nonsense", "/en/?%00"])
def test_what_is_not_there_is_not_kept(server, address):
    for _ in range(2):
        assert server.ask(address).status >= 400
    assert len(server.application.memory) == 0


def test_junk_in_addresses_fills_no_more_than_there_is(server):
    server.application.memory = pages.Memory(200_000)
    for number in range(60):
        assert server.ask(f"/robots.txt?junk={'x' * 3000}{number}").status == 200
    assert server.application.memory.size <= 200_000
    assert 10 < len(server.application.memory) < 60


def test_a_download_goes_past_as_it_is(server, tmp_path, settings):
    settings.DUMPS_ROOT = tmp_path
    told = server.ask("/en/downloads/records.ndjson", accept_encoding="gzip")
    assert told.status == 200
    assert "Content-Encoding" not in told.headers
    assert server.ask("/en/downloads/records.ndjson", if_none_match=told.headers["ETag"]).status == 304
    assert len(server.application.memory) == 0


@pytest.mark.parametrize("address", ["/en/admin/login/", "/api/v1/changes", "/api/v1/checks", "/api/v1/records?x=1"])
def test_what_depends_on_more_than_the_revision_goes_past(server, address):
    server.ask(address)
    server.ask(address)
    assert len(server.made) == 2
    assert len(server.application.memory) == 0


def test_writing_goes_past(server):
    assert server.ask("/en/", method="POST").status in (200, 403, 405)
    assert len(server.application.memory) == 0


def test_an_embedded_chart_keeps_who_may_frame_it(server):
    address = "/en/embed/timeline/"
    first, second = server.ask(address), server.ask(address)
    assert "frame-ancestors *" in first.headers["Content-Security-Policy"]
    assert first.pairs == second.pairs
    assert "X-Frame-Options" not in second.headers


def test_what_sets_a_cookie_is_kept_for_nobody(server, monkeypatch):
    true = headers.whole

    def with_cookie(request, get_response):
        response, mark = true(request, get_response)
        response.set_cookie("seen", "1")
        return response, mark

    monkeypatch.setattr(headers, "whole", with_cookie)
    told = server.ask(PAGE)
    assert "Set-Cookie" in told.headers
    assert told.headers["Cache-Control"] == "private, no-store"
    assert len(server.application.memory) == 0


def test_what_is_provisional_is_kept_by_nobody(server, monkeypatch):
    monkeypatch.setattr("relations.views.search.bring_up_to_date", _behind)
    for _ in range(2):
        assert server.ask("/en/search/?q=visit").headers["Cache-Control"] == "no-store"
    assert len(server.made) == 2


def _behind(*_args, **_named):
    from relations.nodes.reading import call_provisional

    call_provisional()
    return False


def test_nothing_is_kept_where_there_is_no_room(server):
    without = type(server)(megabytes=0)
    told = [without.ask(PAGE, accept_encoding="gzip") for _ in range(2)]
    assert [each.status for each in told] == [200, 200]
    assert len(without.made) == 2
    assert without.ask(PAGE, if_none_match=told[0].headers["ETag"]).status == 304


def test_a_page_goes_out_while_the_database_is_away(server, monkeypatch):
    kept = server.ask(PAGE)

    def away(alias):
        raise UnknownError("away")

    monkeypatch.setattr(pages, "mark", away)
    assert server.ask(PAGE).body == kept.body
    assert len(server.made) == 1


def test_a_page_is_kept_under_the_revision_that_it_is_of(server, monkeypatch):
    """Somebody writes after the question was looked up, and before the page is made."""
    true = freshness.mark
    monkeypatch.setattr(pages, "mark", lambda alias: "0-before")
    server.ask(PAGE)
    monkeypatch.setattr(pages, "mark", true)
    server.ask(PAGE)
    assert len(server.made) == 1


def test_the_footer_tells_the_revision_that_is_true(server):
    for _ in range(3):
        Visit.objects.filter(slug="visit-1").update(area="culture")
        assert f"{Revision.current().number:,}" in server.ask(PAGE).text


def test_servers_are_given_the_site_with_its_pages_kept():
    from config.wsgi import application

    assert gc.get_freeze_count()
    gc.unfreeze()  # what the rest of the run makes may go
    assert isinstance(application, pages.KeepPages)
    assert application.memory.limit == site.PAGE_CACHE_MB * 1_000_000
