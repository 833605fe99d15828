"""The real fixtures: complete, cited, bilingual, and the same through every door."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from relations.checks.consensus import refresh
from relations.curation.build import build
from relations.curation.fixture_checks import read_fixtures
from relations.curation.fixture_files import digest, key_text
from relations.curation.load import load
from relations.curation.yaml_files import read_yaml
from relations.export.fixture import of_model, whole
from relations.models import Citation, Record
from relations.models.sources import EVIDENCE_LENGTH
from relations.views.evidence import LABELS

FIXTURES = Path(__file__).parent.parent / "fixtures"
HELD = {
    "anka-ospg-2026",
    "imgelem-smart-power-2024",
    "mfa-tr-kazakhstan-en",
    "mfa-tr-kazakhstan-tr",
    "silkway-kazakhstan-russia",
}


@pytest.fixture(scope="module")
def rows():
    return read_fixtures(FIXTURES)


def of(rows, model):
    return [row.row["fields"] for row in rows if row.row["model"] == f"relations.{model}"]


def test_the_files_are_what_the_claims_give():
    built = build(FIXTURES / "claims")
    assert {path.name: path.read_bytes() for path in FIXTURES.glob("*.json")} == built


def test_every_held_text_has_its_claims_and_what_was_left_out(rows):
    sources = {source["slug"]: source for source in of(rows, "source")}
    assert {slug for slug, source in sources.items() if source["sha256"]} == HELD
    claims = Counter(citation["source"][0] for citation in of(rows, "citation"))
    for slug in HELD:
        assert claims[slug] >= 40
        assert read_yaml(FIXTURES / "claims/sources" / f"{slug}.yaml").entries("left_out")


def test_there_are_records_of_every_kind_and_many(rows):
    kinds = Counter(record["kind"] for record in of(rows, "record"))
    assert sum(kinds.values()) > 150
    assert all(
        kinds[kind] >= least
        for kind, least in {
            "visit": 8,
            "agreement": 25,
            "meeting": 15,
            "council": 6,
            "milestone": 25,
            "figure": 60,
        }.items()
    ), kinds


def test_every_record_is_cited_and_every_date_and_value_rests_on_a_citation(rows):
    cited = {(citation["record"][0], citation["field"]) for citation in of(rows, "citation") if citation["preferred"]}
    slugs = {slug for slug, _field in cited}
    for record in of(rows, "record"):
        assert record["slug"] in slugs
        for field in ("date", "place"):
            assert not record[field] or (record["slug"], field) in cited
    for figure in of(rows, "figure"):
        assert (figure["record"][0], "value") in cited


def test_only_tokens_leave_the_texts(rows):
    for citation in of(rows, "citation"):
        assert len(citation["evidence"]) <= EVIDENCE_LENGTH
        assert not re.search(r"\s{2}|\n|\w{4}[.?!] \w", citation["evidence"]), citation


def test_every_title_and_summary_is_written_in_both_languages(rows):
    for record in of(rows, "record"):
        for field in ("title", "summary"):
            turkish, english = record[f"{field}_tr"], record[f"{field}_en"]
            assert turkish, (record["slug"], field)
            assert english, (record["slug"], field)
        assert record["summary_tr"] != record["summary_en"]
    for pair in of(rows, "relationship"):
        assert pair["overview_tr"]
        assert pair["overview_en"]


def test_turkish_is_spelled_as_the_dictionary_spells_it(rows):
    """The circumflex of resmî, iş birliği in two words (but in official names), and no decomposed letters."""
    for record in of(rows, "record"):
        for text in (record["title_tr"], record["summary_tr"]):
            assert not re.search("\u0307|\\bresmi\\b|işbirliği", text), record["slug"]


def test_every_cited_field_has_a_label(rows):
    fields = {citation["field"].partition("-")[0] for citation in of(rows, "citation")}
    assert fields <= set(LABELS)


@pytest.mark.django_db
def test_loading_and_dumping_gives_the_same_rows():
    load(FIXTURES)
    loaded = {row.key: digest(row.row) for row in read_fixtures(FIXTURES)}
    assert {key_text(row): digest(row) for row in whole()} == loaded


@pytest.mark.django_db
def test_every_record_shows_how_well_its_citations_agree():
    load(FIXTURES)
    stored = dict(Record.objects.values_list("slug", "consensus"))
    assert refresh() == 0
    assert {"single", "conflict"} < set(stored.values())
    Record.objects.update(consensus="")
    assert refresh() == len([state for state in stored.values() if state])
    assert dict(Record.objects.values_list("slug", "consensus")) == stored


@pytest.mark.django_db
def test_djangos_own_loaddata_reads_the_files_as_well():
    call_command("loaddata", *sorted(str(path) for path in FIXTURES.glob("*.json")), verbosity=0)
    assert refresh() == 0
    assert Record.objects.count() == sum(1 for _ in of_model(Record))
    assert Citation.objects.count() > 500


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_page_of_the_real_record_opens(client, language):
    load(FIXTURES)
    for record in Record.objects.all():
        path = f"/{language}/{record.kind}s/{record.slug}/"
        assert client.get(path).status_code == 200, path
    for path in (
        "",
        "timeline/",
        "relations/kaz-tur/",
        "relations/kaz-rus/",
        "sources/imgelem-smart-power-2024/",
        "downloads/",
    ):
        assert client.get(f"/{language}/{path}").status_code == 200, path
