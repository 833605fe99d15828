from datetime import date

import jsonschema
import pytest
import yaml

from relations.export import bundle

TEXT = {"type": "string", "minLength": 1}
# What the Citation File Format 1.2.0 asks of the keys that we use.
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["authors", "cff-version", "message", "title"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": TEXT,
        "type": {"enum": ["software", "dataset"]},
        "title": TEXT,
        "abstract": TEXT,
        "keywords": {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {"name": TEXT, "website": {"type": "string", "pattern": "^https?://.+"}},
            },
        },
        "version": TEXT,
        "date-released": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "license": {"enum": ["CC-BY-4.0", "MIT"]},
        "url": {"type": "string", "pattern": "^https?://.+"},
        "references": {"type": "array", "items": {"type": "object", "required": ["authors", "title", "type"]}},
    },
}


def checked(path):
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate({key: str(value) if isinstance(value, date) else value for key, value in found.items()}, SCHEMA)
    return found


@pytest.mark.django_db
def test_the_download_says_how_to_cite_this_revision(built):
    found, revision = checked(built / "CITATION.cff"), bundle.read(built)[0]["revision"]
    assert found["version"] == str(revision["number"])
    assert found["date-released"].isoformat() == revision["date"][:10]
    assert (found["type"], found["license"]) == ("dataset", "CC-BY-4.0")
    assert found["url"].endswith("/en/downloads/")


def test_the_repository_says_how_to_cite_it(settings):
    found = checked(settings.BASE_DIR / "CITATION.cff")
    assert (found["type"], found["license"]) == ("software", "MIT")
    assert found["references"][0]["license"] == "CC-BY-4.0"
