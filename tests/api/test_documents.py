"""The page and the document about the API: every address is told, and every example answers what is printed."""

import html
import json
import re
from pathlib import Path

import pytest

from relations.api.document import PREFIX, document

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
EXAMPLES = re.findall(r"```http\nGET (\S+)\n```\n\n```json\n(.*?)\n```", TEXT, re.S)
LANGUAGES = ("tr", "en")


def settled(part):
    """An answer without what differs from one database to the next."""
    if isinstance(part, dict):
        return {name: settled(value) for name, value in part.items() if name not in ("revision", "next", "prev")}
    return [settled(each) for each in part] if isinstance(part, list) else part


@pytest.mark.parametrize(("address", "printed"), EXAMPLES, ids=[address for address, _printed in EXAMPLES])
def test_an_example_of_the_document_answers_what_is_printed(client, indexed, address, printed):
    assert settled(client.get(address).json()) == settled(json.loads(printed))


def test_every_address_in_the_document_exists():
    known = {path.removeprefix(f"{PREFIX}/") for path in document("en")["paths"]}
    for name in re.findall(r"`([a-z]+)(?:\?since=)?` (?:brings|tells)", TEXT):
        assert name in known
    assert len(EXAMPLES) == TEXT.count("```http")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_every_address_and_parameter(client, indexed, language):
    page = html.unescape(client.get(f"/{language}/api/").content.decode())
    for path, methods in document(language)["paths"].items():
        assert f"<code>GET {path}</code>" in page
        assert methods["get"]["summary"] in page
        for parameter in methods["get"]["parameters"]:
            assert parameter["in"] == "path" or f"<code>{parameter['name']}</code>" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_page_answers_what_it_shows(client, indexed, language):
    page = client.get(f"/{language}/api/").content.decode()
    shown = re.findall(r'<p><a href="([^"]+)">[^<]+</a></p>\s*<pre[^>]*><code>(.*?)</code></pre>', page, re.S)
    assert len(shown) >= len(document(language)["paths"]) - 1  # nothing has changed yet
    for address, reply in shown:
        real = client.get(html.unescape(address)).json()
        assert short(real) == json.loads(html.unescape(reply)), address


def short(part):
    """An answer as the page shows it: of many, the first."""
    if isinstance(part, dict):
        return {name: short(value) for name, value in part.items()}
    if not isinstance(part, list):
        return part
    return [short(each) for each in part[:1]] + (["…"] if len(part) > 1 else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_openapi_document_is_in_the_language_asked_for(client, db, language):
    response = client.get(f"/api/v1/openapi.json?lang={language}")
    said = response.json()
    assert response["Content-Language"] == language
    assert said["openapi"].startswith("3.1")
    assert said["paths"] == json.loads(json.dumps(document(language)["paths"]))
    again = client.get(f"/api/v1/openapi.json?lang={language}", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_no_sentence_of_the_turkish_document_is_left_in_english():
    said = {
        language: [
            (path, text)
            for path, methods in document(language)["paths"].items()
            for text in [methods["get"]["summary"], *(each.get("description") for each in methods["get"]["parameters"])]
            if text
        ]
        for language in LANGUAGES
    }
    assert not set(said["tr"]) & set(said["en"])


@pytest.mark.parametrize("query", ["lang=kk", "nonsense=1"])
def test_the_openapi_document_takes_no_other_question(client, db, query):
    assert client.get(f"/api/v1/openapi.json?{query}").status_code == 400
