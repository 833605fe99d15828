"""A CDN is told what changed, and by which names it knows the pages."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import resolve
from django.utils.translation import override

from relations.changes.keeping import keep_versions
from relations.models import Milestone, Person, Relationship, Revision, Visit
from relations.serving import purge
from relations.serving.keys import keys_for, keys_of
from tests.admin.conftest import typed


@pytest.fixture
def cdn(settings):
    """Somebody who is told; `told` holds headers and keys."""
    told = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append((dict(self.headers), json.loads(body)["surrogate_keys"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args): ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    settings.PURGE_URL = f"http://127.0.0.1:{server.server_port}/purge"
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def at_once(monkeypatch):
    """Threads that are run where they are started."""

    class Now:
        def __init__(self, target, args, daemon):
            self.start = lambda: target(*args)

    monkeypatch.setattr(purge, "Thread", Now)


@pytest.fixture
def staff(world):
    keep_versions()
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def save(staff, row, **changes):
    page = f"/en/admin/relations/{row._meta.model_name}/{row.pk}/change/"
    response = staff.post(page, typed(staff.get(page), **changes))
    assert response.status_code == 302, response.context["errors"]


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("/en/", "site lists"),
        ("/en/timeline/", "site lists"),
        ("/en/visits/visit-1/", "site record-visit-1"),
        ("/en/visits/visit-1/data.jsonld", "site record-visit-1"),
        ("/en/visits/visit-1/cite.bib", "site record-visit-1"),
        ("/en/relations/kaz-tur/", "site pair-kaz-tur"),
        ("/en/relations/kaz-tur/feed.atom", "site pair-kaz-tur"),
        ("/en/countries/kaz/", "site country-kaz"),
        ("/en/people/somebody/", "site person-somebody"),
        ("/en/sources/one/text/", "site source-one"),
        ("/robots.txt", "site lists"),
        (f"/en/people/{'x' * 500}/", "site lists"),
    ],
)
def test_a_page_has_the_name_of_what_it_is_about(address, keys):
    with override("en"):  # whose addresses these are
        assert " ".join(keys_of(resolve(address))) == keys


def test_keys_are_sent_only_where_a_cdn_keeps_pages(client, world, settings):
    assert "Surrogate-Key" not in client.get("/en/visits/visit-1/").headers
    settings.CDN_SECONDS = 300
    response = client.get("/en/visits/visit-1/")
    assert response.headers["Surrogate-Key"] == "site record-visit-1"
    assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=300, stale-while-revalidate=300"
    assert "s-maxage" not in client.get("/en/visits/nothing/").headers["Cache-Control"]


def test_a_record_that_staff_write_takes_along_what_it_names(staff, cdn, at_once):
    save(staff, Milestone.objects.get(slug="milestone-1"), title_en="Another title")
    ((headers, keys),) = cdn
    assert headers["Surrogate-Key"].split() == keys
    assert set(keys) == {
        "lists", "record-milestone-1", "pair-kaz-tur", "country-kaz", "country-tur", "source-source-tr"
    }  # fmt: skip


def test_a_record_that_moves_takes_along_what_it_named_before(staff, cdn, at_once):
    pair = Relationship.objects.create(slug="aze-tur", first_id="AZE", second_id="TUR")
    save(staff, Milestone.objects.get(slug="milestone-2"), relationship=pair.pk)
    assert {"pair-kaz-tur", "pair-aze-tur", "country-kaz", "country-aze"} <= set(cdn[0][1])


def test_what_stands_on_uncounted_pages_takes_everything_along(staff, cdn, at_once):
    save(staff, Person.objects.get(), name_en="Another name")
    assert [keys for _headers, keys in cdn] == [["site"]]


def test_a_record_is_named_by_all_that_it_names():
    line = {"slug": "visit-1", "relationship": "kaz-tur", "countries": ["AZE"], "from": "RUS", "council": "a-council"}
    line |= {"institutions": ["mfa"], "participants": [{"person": "somebody"}, {"person": None}]}
    assert keys_for([line | {"citations": [{"source": "one"}]}]) == {
        "lists", "record-visit-1", "record-a-council", "pair-kaz-tur", "country-kaz", "country-tur", "country-aze",
        "country-rus", "institution-mfa", "person-somebody", "source-one",
    }  # fmt: skip


def test_many_records_take_everything_along(world, monkeypatch):
    monkeypatch.setattr(purge, "MOST", 1)
    before = Revision.current().number
    Visit.objects.filter(editorial_status="published").update(area="culture")
    Milestone.objects.update(area="culture")
    assert purge.touched_since(before) == {"site"}


def test_who_only_looks_or_is_refused_purges_nothing(staff, cdn, at_once):
    staff.get("/en/admin/relations/visit/")
    staff.post(f"/en/admin/relations/visit/{Visit.objects.first().pk}/change/", {})
    assert cdn == []


@pytest.mark.parametrize(
    ("token", "name", "value"), [("abc", "Authorization", "Bearer abc"), ("Fastly-Key: abc", "Fastly-Key", "abc")]
)
def test_a_token_is_sent_as_the_cdn_wants_it(cdn, settings, token, name, value):
    settings.PURGE_TOKEN = token
    assert purge.purge(["lists"])
    assert cdn[0][0][name] == value


def test_a_cdn_that_does_not_answer_is_logged_and_stops_nobody(staff, cdn, at_once, settings, caplog):
    settings.PURGE_URL = "http://127.0.0.1:9/purge"
    save(staff, Milestone.objects.get(slug="milestone-1"), title_en="Another title")
    assert "The CDN was not told" in caplog.text
    assert Milestone.objects.get(slug="milestone-1").title_en == "Another title"


def test_it_can_be_told_by_hand(cdn, capsys):
    call_command("purge_cdn", "lists", "pair-kaz-tur")
    call_command("purge_cdn", "--all")
    assert [keys for _headers, keys in cdn] == [["lists", "pair-kaz-tur"], ["site"]]
    with pytest.raises(CommandError, match="Say which"):
        call_command("purge_cdn")


def test_by_hand_somebody_must_be_there(settings):
    with pytest.raises(CommandError, match="PURGE_URL is not set"):
        call_command("purge_cdn", "--all")
