"""What goes wrong is told as RFC 9457 has it: every bad parameter by its name, in the reader's language."""

import pytest

from relations.api.document import document

TYPE = "application/problem+json"


def problem(client, path, status, **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == status
    assert response["Content-Type"] == TYPE
    assert response["Cache-Control"] == "no-store"
    told = response.json()
    assert told["status"] == status
    assert told["instance"] == path
    return told


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("limit=0", "limit", "0"),
        ("limit=101", "limit", "101"),
        ("limit=1.0", "limit", "1.0"),
        ("limit=", "limit", ""),
        ("limit=%D9%A3", "limit", "٣"),
        ("from=abc", "from", "abc"),
        ("to=99999", "to", "99999"),
        ("kind=visit&kind=nonsense", "kind", "nonsense"),
        ("field=x", "field", "x"),
        ("status=x", "status", "x"),
        ("order=up", "order", "up"),
        ("differ=yes", "differ", "yes"),
        ("lang=kk", "lang", "kk"),
        ("pair=tur-kaz", "pair", "tur-kaz"),
        ("person=nobody", "person", "nobody"),
        ("place=nowhere", "place", "nowhere"),
        ("after=x", "after", "x"),
        ("after=.1&before=.2", "before", ".2"),
        ("after=2012-02-31.1", "after", "2012-02-31.1"),
        ("fields=slug,nonsense", "fields", "nonsense"),
        ("fields=", "fields", ""),
        ("from=2012&to=2009", "from", "2012"),
        ("q=visit", "q", None),
        ("page=2", "page", None),
    ],
)
def test_a_bad_parameter_is_named_with_what_stood_there(client, world, query, name, value):
    (fault,) = problem(client, f"/api/v1/records?{query}", 400)["errors"]
    assert (fault["name"], fault["value"]) == (name, value)
    assert fault["detail"]


def test_every_bad_parameter_is_named_at_once(client, world):
    told = problem(client, "/api/v1/records?limit=x&from=y&kind=z", 400)
    assert {fault["name"] for fault in told["errors"]} == {"limit", "from", "kind"}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("search", "q="),
        ("search", ""),
        ("search", "q=a&page=2"),
        ("search", "q=a&after=x"),
        ("search", "q=a&before=2012-10-11.12"),
        ("search", "q=a&after=1.2.a&before=1.2.a"),
        ("search", "q=a&source=none"),
        ("series", ""),
        ("series", "pair=kaz-tur&indicator=none"),
        ("checks", "check=none"),
        ("checks", "after=x"),
        ("changes", "since=-1"),
        ("changes", "since=99999999999999999999"),
        ("people", "after=Ş"),
        ("relationships/kaz-tur", "limit=1"),
        ("visits/visit-1", "fields=x"),
        ("visits/visit-1", "as-of=x"),
    ],
)
def test_what_an_address_does_not_understand_it_refuses(client, world, path, query):
    address = f"/api/v1/{path}?{query}" if query else f"/api/v1/{path}"
    response = client.get(address)
    assert response.status_code == 400
    assert response["Content-Type"] == TYPE
    assert response.json()["errors"][0]["name"]


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/v1/visits/none", "/api/v2/records", "/api/v1/visits/", "/api/v1/people/A%20b"]
)
def test_what_is_not_there_is_a_problem_too(client, world, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response["Content-Type"] == TYPE


@pytest.mark.parametrize(
    ("language", "title"), [("tr", "Bir parametre anlaşılamadı"), ("en", "A parameter cannot be understood")]
)
def test_a_problem_speaks_the_language_that_is_asked_for_or_preferred(client, world, language, title):
    assert problem(client, f"/api/v1/visits?lang={language}&limit=0", 400)["title"] == title
    assert problem(client, "/api/v1/visits?limit=0", 400, **{"accept-language": language})["title"] == title


def test_a_problem_says_in_which_language_it_is(client, world):
    assert client.get("/api/v1/visits?limit=0&lang=tr")["Content-Language"] == "tr"


def test_an_unreadable_address_is_a_problem_too(client, world):
    told = problem(client, "/api/v1/search?q=%00", 400, **{"accept-language": "en"})
    assert told["detail"] == "The address contains a NUL byte."
    response = client.get("/api/v1/search?q=" + "x" * 10_000)
    assert (response.status_code, response["Content-Type"]) == (400, TYPE)


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    "accept",
    [
        *("", "*/*", "application/json", "application/*", BROWSER, "application/json; charset=utf-8", ","),
        *("text/html, */*;q=0.1", "application/json;q=0.1", "Application/JSON", "text/html;q=0, */*", "json"),
    ],
)
@pytest.mark.parametrize("path", ["visits", "visits/visit-1", "search?q=visit", "openapi.json"])
def test_whoever_takes_json_gets_it(client, world, path, accept):
    response = client.get(f"/api/v1/{path}", headers={"accept": accept})
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")


@pytest.mark.parametrize(
    "accept", ["text/html", "text/csv;q=0.9, text/*", "application/json;q=0, */*", "*/*;q=0", "application/ld+json"]
)
@pytest.mark.parametrize("path", ["visits", "visits/visit-1", "search?q=visit", "openapi.json"])
def test_whoever_takes_no_json_is_told_so(client, world, path, accept):
    told = problem(client, f"/api/v1/{path}", 406, accept=accept, **{"accept-language": "en"})
    assert told["detail"] == "The API answers in application/json; Accept names neither that nor */*."
    etag = client.get(f"/api/v1/{path}")["ETag"]
    assert problem(client, f"/api/v1/{path}", 406, accept=accept, **{"if-none-match": etag})


def test_what_is_not_there_is_not_there_whatever_is_taken(client, world):
    assert problem(client, "/api/v1/visits/none", 404, accept="text/html")
    assert problem(client, "/api/v1/visits?limit=0", 400, accept="text/html")
    assert client.options("/api/v1/visits", headers={"accept": "text/html"}).status_code == 204


def test_the_document_declares_that_an_answer_may_be_unacceptable(client, world):
    for path in document("en")["paths"].values():
        assert list(path["get"]["responses"]["406"]["content"]) == [TYPE]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, world, method):
    response = getattr(client, method)("/api/v1/visits")
    assert response.status_code == 405
    assert response["Content-Type"] == TYPE
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_our_own_fault_is_a_problem_without_its_inside(client, world, monkeypatch):
    monkeypatch.setattr("relations.api.tables.numbers", None)
    client.raise_request_exception = False
    response = client.get("/api/v1/relationships")
    assert response.status_code == 500
    assert response["Content-Type"] == TYPE
    assert "NoneType" not in response.content.decode()


def test_the_types_of_problems_are_explained_on_the_page(client, world):
    told = problem(client, "/api/v1/visits?limit=0", 400)
    name = told["type"].rpartition("#")[2]
    assert told["type"].endswith("/api/#bad-parameters")
    response = client.get("/api/", headers={"accept-language": "en"})
    assert response["Location"] == "/en/api/"
    assert f'id="{name}"' in client.get("/en/api/").content.decode()
