"""What the documents say is held to the code."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from relations.export.ndjson import CITATION, PARTICIPANT
from relations.export.records import EXPORTS
from relations.models import Inference, Record

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def code(path):
    """Everything that a document sets in type as code."""
    return re.findall(r"`([^`\n]+)`", path.read_text()) + re.findall(r"```\w*\n(.*?)```", path.read_text(), re.S)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_command_and_management_command_exists(path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    for text in code(path):
        assert set(re.findall(r"(?:^|\s)make ([a-z-]+)", text)) <= targets
        assert set(re.findall(r"manage\.py ([a-z_]+)", text)) <= set(get_commands())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_inside_the_repository_leads_somewhere(path):
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text()):
        assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_public_address_in_the_documents_answers(path, client, db):
    addresses = re.findall(r"`(/(?:en|tr)/[a-z-]+/)`", path.read_text())
    for address in addresses:
        assert client.get(address).status_code in (200, 302), address


def test_a_newcomer_finds_two_commands():
    (block,) = [text for text in code(ROOT / "README.md") if text.startswith("make run ")]
    assert [line.split("#")[0].strip() for line in block.splitlines()] == ["make run", "make test"]


def test_the_documented_fields_are_those_of_the_export():
    table = (ROOT / "docs/model.md").read_text().partition("<!-- fields")[2]
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", table, re.M)[2:]
    documented = {name for fields, _meaning in rows for name in re.findall(r"`(\w+)`", fields)}
    exported = {name for export in EXPORTS for name in export.columns} | {"participants", "citations"}
    assert documented == exported
    parts = dict(rows)
    assert re.findall(r"`(\w+)`", parts["`participants`"]) == list(PARTICIPANT)
    assert re.findall(r"`(\w+)`", parts["`citations`"]) == list(CITATION)


def test_every_setting_is_documented():
    read = set(
        re.findall(
            r"""(?:flag|numeric|environ\.get|config)\(\s*"([A-Z_]+)"|environ\["([A-Z_]+)"\]""",
            (ROOT / "config/settings.py").read_text(),
        )
    )
    names = {name for pair in read for name in pair if name} | {"DATABASE_URL"}
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/operations.md").read_text(), re.M))
    assert names == documented


def test_every_rule_of_inference_is_documented():
    documented = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs/method.md").read_text(), re.M)
    assert documented == Inference.values


def test_the_cited_columns_in_the_documents_are_those_of_the_models():
    text = (ROOT / "docs/contributing.md").read_text()
    sentence = text[text.index("is never written on it") : text.index("come from the preferred claim")]
    cited = {name for kind in Record.__subclasses__() for name in kind.cited_fields}
    assert set(re.findall(r"`(\w+)`", sentence)) == cited
