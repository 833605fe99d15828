"""Every address answers what the OpenAPI document declares, with every property where none is chosen."""

import pytest

from relations.api.document import PREFIX, document
from relations.api.shapes import MODELS as TABLES
from relations.api.shapes import TABLE_PROPERTIES, localised, reference

from .conftest import faults

PATHS = [path.removeprefix(f"{PREFIX}/") for path in document("en")["paths"]]
QUERIES = {"search": {"q": "nazarbayev"}, "series": {"pair": "kaz-tur"}}


def address(client, path):
    """A path with a real slug in it."""
    listed, _brace, _rest = path.partition("/{")
    if listed == path:
        return path
    item = client.get(f"{PREFIX}/{listed}").json()["items"][0]
    return f"{listed}/{item.get('slug') or item['code']}"


@pytest.mark.parametrize("language", ["", "tr", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_what_the_document_declares(client, indexed, path, language):
    query = QUERIES.get(path, {}) | ({"lang": language} if language else {})
    response = client.get(f"{PREFIX}/{address(client, path)}", query)
    assert response.status_code == 200
    assert faults(path, response) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_problem_is_what_the_document_declares(client, indexed, path):
    response = client.get(f"{PREFIX}/{path.replace('{slug}', 'none')}", {"nonsense": "1", **QUERIES.get(path, {})})
    assert response.status_code == 400
    assert faults(path, response) == []
    assert response.json()["errors"][0]["name"] == "nonsense"


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"relationships"}))
def test_what_records_point_at_has_every_column_of_its_file(ask, indexed, name):
    (item, *_rest) = ask(name, lang="en")["items"]
    assert set(item) == set(TABLE_PROPERTIES[name])
    (item, *_rest) = ask(name)["items"]
    assert set(item) == set(TABLE_PROPERTIES[name]) - set(localised(reference(TABLES[name])))


def test_tables_page_by_their_keys(client, ask, indexed):
    whole, met = [item["slug"] for item in ask("people", limit=100)["items"]], []
    answer = ask("people", limit=4)
    while answer["items"]:
        met += [item["slug"] for item in answer["items"]]
        if not answer["next"]:
            break
        answer = client.get(answer["next"]).json()
    assert met == whole == sorted(whole)
