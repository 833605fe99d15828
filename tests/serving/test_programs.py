"""Answers of the API in front of Django: kept like pages, each client counted."""

import json

import pytest
from django.core.cache import cache

from relations.models import Visit

ADDRESSES = ("/api/v1/records?kind=visit", "/api/v1/timeline", "/api/v1/visits/visit-1", "/api/v1/search?q=visit")


@pytest.fixture(autouse=True)
def limited(settings):
    cache.clear()
    settings.API_RATE = "5/3600"
    yield settings
    cache.clear()


def told(answer):
    """The headers that are the same for everybody."""
    return {name: value for name, value in answer.headers.items() if not name.startswith("RateLimit")}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_made_once_and_said_again_word_for_word(server, address):
    first, second = server.ask(address), server.ask(address)
    assert first.status == second.status == 200
    assert (first.body, told(first)) == (second.body, told(second))
    assert second.headers["Access-Control-Allow-Origin"] == "*"
    assert len(server.made) == 1


def test_what_is_kept_leaves_compressed(server):
    plain, packed = server.ask(ADDRESSES[0]), server.ask(ADDRESSES[0], accept_encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.text == plain.text
    assert len(server.made) == 1


def test_a_write_shows_to_the_next_program(server):
    before = server.ask(ADDRESSES[2])
    Visit.objects.filter(slug="visit-1").update(title_en="Another title")
    after = server.ask(ADDRESSES[2], if_none_match=before.headers["ETag"])
    assert json.loads(after.body)["title_en"] == "Another title"


@pytest.mark.parametrize("is_kept", [True, False])
def test_who_has_the_answer_is_told_so(server, is_kept):
    etag = server.ask(ADDRESSES[0]).headers["ETag"]
    if not is_kept:
        server.application.memory = type(server.application.memory)(1_000_000)
    again = server.ask(ADDRESSES[0], if_none_match=etag)
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", etag)
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_every_request_counts_whether_django_made_its_answer_or_not(server):
    left = [server.ask(ADDRESSES[0]).headers["RateLimit"].partition(";t=")[0] for _ in range(5)]
    assert left == [f'"default";r={number}' for number in (4, 3, 2, 1, 0)]
    refused = server.ask(ADDRESSES[0])
    assert refused.status == 429
    assert "Retry-After" in refused.headers


def test_who_takes_no_json_is_refused_whether_an_answer_is_kept_or_not(server):
    statuses = [server.ask(ADDRESSES[0], accept=accepted).status for accepted in ("text/csv", "*/*", "text/csv")]
    assert statuses == [406, 200, 406]


def test_a_client_is_told_of_its_own_allowance_alone(server, limited):
    limited.API_CLIENT_HEADER = "X-Client"
    first = [server.ask(ADDRESSES[0], x_client="192.0.2.1").headers["RateLimit"] for _ in range(3)]
    other = server.ask(ADDRESSES[0], x_client="192.0.2.2")
    assert first[-1].startswith('"default";r=2')
    assert other.headers["RateLimit"].startswith('"default";r=4')
    assert len(server.made) == 1


def test_without_a_limit_none_is_told(server, limited):
    limited.API_RATE = ""
    assert not [name for _ in range(2) for name in server.ask(ADDRESSES[0]).headers if name.startswith("RateLimit")]


def test_an_index_that_is_behind_makes_an_answer_for_nobody_else(server, monkeypatch):
    def behind():
        from relations.nodes.reading import call_provisional

        call_provisional()

    monkeypatch.setattr("relations.api.found.bring_up_to_date", behind)
    for _ in range(2):
        assert server.ask(ADDRESSES[3]).headers["Cache-Control"] == "no-store"
    assert len(server.made) == 2
