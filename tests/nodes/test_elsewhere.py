import pytest
from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpResponse
from django.test import Client

from relations import urls
from relations.models import Country, RecordTouch, Revision, SearchChange
from relations.nodes import elsewhere, health, reading
from relations.views import about
from tests.views.conftest import cite_more, standing_world, world  # noqa: F401

LANGUAGES = ["tr", "en"]
WORDS = {"tr": "Sayfa şu anda gösterilemiyor", "en": "The page cannot be shown at the moment"}
READ_ONLY = {"tr": "Şu anda hiçbir şey değiştirilemiyor", "en": "Nothing can be changed at the moment"}


@pytest.fixture
def seen(monkeypatch):
    """From which databases pages were made."""
    found, about_page = [], about.about

    def page(request):
        found.append(reading.alias())
        return about_page(request)

    patch_view(monkeypatch, "about", page)
    return found


def patch_view(monkeypatch, name, view):
    pattern = next(each for each in urls.urlpatterns if each.name == name)
    monkeypatch.setattr(pattern, "callback", view)


def failing(error, times=99):
    """A page that fails so often."""
    left = [times]

    def page(request):
        if left[0]:
            left[0] -= 1
            raise error
        return HttpResponse("well")

    return page


def test_readers_read_a_replica(replica, seen, client):
    assert client.get("/en/about/").status_code == 200
    assert seen == [replica]
    assert reading.is_primary()


def test_without_replicas_readers_read_the_primary(db, seen, client):
    client.get("/en/about/")
    assert seen == ["default"]


def test_staff_read_what_they_wrote(replica, seen, client):
    client.force_login(User.objects.create_user("ayşe", is_staff=True))
    client.get("/en/about/")
    assert seen == ["default"]


def test_what_may_write_reads_the_primary(replica, seen, client):
    client.post("/en/about/")
    client.head("/en/about/")
    assert seen == ["default", replica]


def test_the_admin_reads_the_primary_before_anybody_has_logged_in(replica, rf):
    assert elsewhere.databases_for(rf.get("/tr/admin/login/")) == ["default"]


def test_two_replicas_take_turns(monkeypatch):
    monkeypatch.setattr(health, "replicas", lambda: ["replica1", "replica2"])
    first, second = health.for_public(), health.for_public()
    assert first[-1] == second[-1] == "default"
    assert {first[0], second[0]} == {"replica1", "replica2"}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("path", ["/en/", "/tr/timeline/", "/en/search/?q=visit", "/api/v1/records", "/tr/changes/"])
def test_a_replica_that_is_down_costs_readers_nothing(lost_replica, client, path):
    assert client.get(path).status_code == 200
    assert not health.is_up(lost_replica)


def test_a_replica_that_is_down_is_asked_once_only(lost_replica, seen, client, caplog):
    Revision.current()
    for _ in range(3):
        assert client.get("/en/about/").status_code == 200
    assert seen == [lost_replica, "default", "default", "default"]
    assert "'replica1' does not answer" in caplog.text


def test_a_replica_that_answers_again_is_read_again(replica, seen, client, monkeypatch):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    health.doubt(replica)
    client.get("/en/about/")
    monkeypatch.undo()
    health._breakers[replica].reset()
    assert health.for_public() == [replica, "default"]


@pytest.mark.parametrize("error", [OperationalError("server closed the connection"), InterfaceError("closed")])
def test_a_page_that_lost_its_database_is_made_again(replica, client, monkeypatch, error):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    patch_view(monkeypatch, "about", failing(error, times=1))
    response = client.get("/en/about/")
    assert (response.status_code, response.content) == (200, b"well")
    assert not health.is_up(replica)


def test_one_lost_connection_to_the_only_database_is_no_loss(db, client, monkeypatch):
    monkeypatch.setattr(health, "ask_again", lambda name: health._breakers[name].reset() or True)
    patch_view(monkeypatch, "about", failing(OperationalError("server closed the connection"), times=1))
    assert client.get("/en/about/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_database_answers_the_page_says_so_and_when_to_come_again(replica, client, monkeypatch, language):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    patch_view(monkeypatch, "about", failing(OperationalError()))
    for _ in range(2):  # the second is not even tried
        response = client.get(f"/{language}/about/")
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert response["Cache-Control"] == "no-store"
        assert WORDS[language] in response.content.decode()
        assert f'lang="{language}"' in response.content.decode()
    assert health.for_public() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_primary_is_down_the_admin_says_that_nothing_can_be_changed(replica, client, monkeypatch, language):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    health.doubt("default")
    for method in (client.get, client.post):
        response = method(f"/{language}/admin/login/")
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert READ_ONLY[language] in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_asked_to_log_in_where_that_cannot_be(replica, client, monkeypatch, language):
    """The form for logging in asks no database anything."""

    def fail():
        raise OperationalError("connection refused")

    with monkeypatch.context() as patched:
        patched.setattr(health, "ask_again", lambda name: False)
        patched.setattr(connections["default"], "ensure_connection", fail)
        response = client.get(f"/{language}/admin/login/")
    assert response.status_code == 503
    assert READ_ONLY[language] in response.content.decode()
    assert not health.is_up("default")


def test_where_the_primary_is_down_readers_and_staff_go_on_reading(replica, seen, client, monkeypatch):
    client.force_login(User.objects.create_user("ayşe", is_staff=True))
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    health.doubt("default")
    assert Client().get("/en/about/").status_code == client.get("/en/about/").status_code == 200
    assert seen == [replica, replica]


def test_staff_read_the_primary_as_soon_as_it_is_back(replica, seen, client, monkeypatch):
    client.force_login(User.objects.create_user("ayşe", is_staff=True))
    with monkeypatch.context() as away:
        away.setattr(health, "ask_again", lambda name: False)
        health.doubt("default")
    Client().get("/en/about/")  # readers go around it for some seconds more
    client.get("/en/about/")
    assert seen == [replica, "default"]
    assert health.is_up("default")


def test_a_change_is_never_tried_twice(replica, client, monkeypatch):
    asked = []

    def page(request):
        asked.append(request.method)
        raise OperationalError

    patch_view(monkeypatch, "about", page)
    assert client.post("/en/about/").status_code == 503
    assert asked == ["POST"]


def test_the_api_says_it_as_a_problem(replica, client, monkeypatch):
    monkeypatch.setattr(health, "for_public", list)
    response = client.get("/api/v1/records?lang=tr")
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert response["Content-Type"].startswith("application/problem+json")
    assert response.json()["title"] == "Veritabanı yanıt vermiyor"


def test_a_mistake_of_ours_stays_a_mistake(db, monkeypatch):
    patch_view(monkeypatch, "about", failing(KeyError("x")))
    assert Client(raise_request_exception=False).get("/en/about/").status_code == 500


def test_a_database_that_fails_outside_of_any_view_makes_the_same_page(db, rf):
    try:
        raise OperationalError("a session could not be saved")
    except OperationalError:
        response = about.server_error(rf.get("/tr/admin/"))
    assert response.status_code == 503
    assert READ_ONLY["tr"] in response.content.decode()


@pytest.mark.usefixtures("world")
def test_readers_of_a_replica_write_nothing_and_nobody_keeps_what_is_not_whole_yet(replica, client):
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    waiting = SearchChange.objects.count()
    page = client.get("/en/search/?q=visit")
    assert page["Cache-Control"] == "no-store"
    assert "ETag" not in page
    assert SearchChange.objects.count() == waiting > 0
    touched = RecordTouch.objects.filter(kept=0).count()
    assert client.get("/en/changes/")["Cache-Control"] == "no-store"
    assert RecordTouch.objects.filter(kept=0).count() == touched > 0


@pytest.mark.usefixtures("world")
def test_after_staff_wrote_there_is_nothing_left_for_readers_to_write(replica, client):
    client.force_login(User.objects.create_superuser("ayşe"))
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    client.post("/en/about/")
    assert SearchChange.objects.count() == 0
    assert Client().get("/en/search/?q=visit").get("Cache-Control") != "no-store"
