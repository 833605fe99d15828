"""How answers are served: kept by a validator, open to every origin, limited for each client."""

import pytest
from django.core.cache import cache

from relations.models import Milestone

KEPT = ("records", "visits/visit-1", "timeline", "relationships/kaz-tur", "search?q=visit")
FOLLOWING = ("checks", "changes")  # of what may follow after its revision
PATHS = (*KEPT, *FOLLOWING, "openapi.json")


@pytest.mark.parametrize("path", FOLLOWING)
def test_what_may_follow_after_its_revision_is_validated_by_its_content(client, world, path):
    first = client.get(f"/api/v1/{path}")
    again = client.get(f"/api/v1/{path}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_check_that_ran_again_is_no_304(client, world, monkeypatch):
    etag = client.get("/api/v1/checks")["ETag"]
    monkeypatch.setattr("relations.api.findings.of_site", list)  # no finding is left, and no revision came
    again = client.get("/api/v1/checks", headers={"if-none-match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag


@pytest.mark.parametrize("path", KEPT)
def test_what_the_reader_has_already_costs_one_query(client, world, path, django_assert_num_queries):
    etag = client.get(f"/api/v1/{path}")["ETag"]
    assert etag.startswith('W/"')
    with django_assert_num_queries(1):
        again = client.get(f"/api/v1/{path}", headers={"if-none-match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)


def test_a_change_of_the_data_makes_a_new_validator(client, world):
    etag = client.get("/api/v1/records")["ETag"]
    Milestone.objects.filter(slug="milestone-1").update(wikidata="Q1")
    again = client.get("/api/v1/records", headers={"if-none-match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag


def test_each_question_has_a_validator_of_its_own(client, world):
    questions = ["", "?lang=tr", "?lang=en", "?limit=1", "?kind=visit", "?kind=figure"]
    assert len({client.get(f"/api/v1/records{each}")["ETag"] for each in questions}) == len(questions)


def test_an_answer_is_in_no_language_but_the_one_asked_for(client, world):
    for preferred in ("tr", "en"):
        response = client.get("/api/v1/records", headers={"accept-language": preferred})
        assert response["Content-Language"] == "tr, en"
        assert "Accept-Language" not in response.get("Vary", "")
    first, second = (client.get("/api/v1/checks", headers={"accept-language": code}).content for code in ("tr", "en"))
    assert first == second
    assert client.get("/api/v1/records?lang=tr")["Content-Language"] == "tr"


@pytest.mark.parametrize("path", PATHS)
def test_scripts_of_every_origin_may_read(client, world, path):
    response = client.get(f"/api/v1/{path}", headers={"origin": "https://elsewhere.example"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies


def test_a_preflight_is_answered_without_a_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.options("/api/v1/records", headers={"access-control-request-method": "GET"})
    assert response.status_code == 204
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_the_pages_of_the_site_stay_closed_to_other_origins(client, world):
    assert "Access-Control-Allow-Origin" not in client.get("/en/api/")


def test_a_problem_is_open_too(client, world):
    assert client.get("/api/v1/none")["Access-Control-Allow-Origin"] == "*"


def test_head_says_what_get_would(client, world):
    head, got = client.head("/api/v1/records"), client.get("/api/v1/records")
    assert head.status_code == 200
    assert (head["ETag"], head["Content-Type"]) == (got["ETag"], got["Content-Type"])


@pytest.fixture
def limited(settings):
    cache.clear()
    settings.API_RATE = "3/3600"
    yield settings
    cache.clear()


def test_a_client_that_asks_too_much_is_told_when_to_come_back(client, world, limited):
    answers = [client.get("/api/v1/countries?lang=tr") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert [each["RateLimit"].partition(";t=")[0] for each in answers] == [
        f'"default";r={left}' for left in (2, 1, 0, 0)
    ]
    assert {each["RateLimit-Policy"] for each in answers} == {'"default";q=3;w=3600'}
    assert answers[3]["Content-Type"] == "application/problem+json"
    assert 0 < int(answers[3]["Retry-After"]) <= 3600
    assert "istek" in answers[3].json()["detail"]


def test_each_client_has_an_allowance_of_its_own(client, world, limited):
    for _ in range(3):
        client.get("/api/v1/countries", REMOTE_ADDR="192.0.2.1")
    assert client.get("/api/v1/countries", REMOTE_ADDR="192.0.2.1").status_code == 429
    assert client.get("/api/v1/countries", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_addresses_of_one_ipv6_network_are_one_client(client, world, limited):
    for last in range(3):
        client.get("/api/v1/countries", REMOTE_ADDR=f"2001:db8::{last}")
    assert client.get("/api/v1/countries", REMOTE_ADDR="2001:db8::ffff:1").status_code == 429
    assert client.get("/api/v1/countries", REMOTE_ADDR="2001:db8:0:1::1").status_code == 200


def test_a_header_names_the_client_only_where_the_settings_trust_it(client, world, limited):
    for number in range(3):
        client.get("/api/v1/countries", headers={"x-forwarded-for": f"192.0.2.{number}"})
    assert client.get("/api/v1/countries", headers={"x-forwarded-for": "192.0.2.9"}).status_code == 429
    limited.API_CLIENT_HEADER = "X-Forwarded-For"
    forged = {"x-forwarded-for": "10.0.0.1, 192.0.2.7"}  # the last is what the proxy wrote
    assert client.get("/api/v1/countries", headers=forged)["RateLimit"].startswith('"default";r=2')
    again = {"x-forwarded-for": "10.0.0.2, 192.0.2.7"}
    assert client.get("/api/v1/countries", headers=again)["RateLimit"].startswith('"default";r=1')


def test_pages_of_the_site_are_not_limited(client, world, limited):
    assert [client.get("/en/about/").status_code for _ in range(5)] == [200] * 5


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_site_without_records_still_has_a_page(client, db, language):
    assert client.get(f"/{language}/api/").status_code == 200
