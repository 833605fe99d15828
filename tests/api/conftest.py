"""The API asked as programs ask it, and its answers held to the document that it publishes."""

import pytest
from jsonschema import Draft202012Validator

from relations.api.document import document
from tests.search.conftest import indexed, real_data
from tests.views.conftest import cite_more, standing_world, world

__all__ = ["cite_more", "indexed", "real_data", "standing_world", "world"]
BASE = "/api/v1"


@pytest.fixture(autouse=True)
def unlimited(settings):
    settings.API_RATE = ""


@pytest.fixture
def ask(client):
    """Ask an address below /api/v1 with parameters; the answer is JSON of the status that is expected."""

    def asked(path, expected=200, /, **query):
        query = {name.rstrip("_").replace("as_of", "as-of"): value for name, value in query.items()}
        response = client.get(f"{BASE}/{path}", query)
        assert response.status_code == expected, response.content.decode()
        return response.json()

    return asked


def faults(path, response):
    """Where a response differs from what the document declares for it."""
    described = document("en")
    declared = described["paths"][f"{BASE}/{path}"]["get"]["responses"][str(response.status_code)]
    schema = declared["content"][response["Content-Type"]]["schema"]
    validator = Draft202012Validator({**schema, "components": described["components"]})
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(response.json())]
