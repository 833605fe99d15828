"""The real claims, read again in the real texts where these are held; and what happens when one is changed."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from relations.curation.build import FILES
from relations.curation.fixture_checks import read_fixtures
from relations.curation.reread import DATES, NUMBERS, ORDERS, WORDS
from relations.curation.verify import WORDS_ONLY, Verdict, verify
from relations.curation.vocabulary import is_value
from relations.curation.world import read_aliases
from relations.models.sources import EVIDENCE_LENGTH
from relations.reading.phrases import data

FIXTURES = settings.BASE_DIR / "fixtures"
ALIASES = FIXTURES / "claims" / "aliases.yaml"
TEXTS = Path(settings.SOURCE_TEXTS or settings.BASE_DIR.parent / "shared" / "sources")
held_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts are not here")


def _rows():
    rows = {model._meta.model_name: [] for models in FILES.values() for model in models}
    for row in read_fixtures(FIXTURES):
        rows[row.model._meta.model_name].append(row.row["fields"])
    return rows


def test_aliases_are_short_names_of_things_that_exist():
    slugs = {row["slug"] for rows in _rows().values() for row in rows if "slug" in row}
    aliases = yaml.safe_load(ALIASES.read_text(encoding="utf-8"))
    assert set(aliases) <= slugs
    assert all(len(name) <= EVIDENCE_LENGTH for names in aliases.values() for name in names)
    assert all(name and not name.startswith("ülkemiz") for names in aliases.values() for name in names)


@held_texts
def test_every_value_of_the_held_texts_is_read_again():
    found = list(verify(_rows(), read_aliases(ALIASES), TEXTS))
    assert not [str(finding) for finding in found if finding.verdict not in (Verdict.SAME, Verdict.NO_TEXT)]
    assert not [finding for finding in found if finding.family == WORDS_ONLY]


@held_texts
def test_a_wrong_value_of_the_same_kind_is_found_wherever_it_stands():
    rows, aliases = _rows(), read_aliases(ALIASES)
    kinds = {one.family for one in verify(rows, aliases, TEXTS) if one.family}
    changed = [citation | {"says": _wrong(citation, rows)} for citation in rows["citation"]]
    found = list(verify(rows | {"citation": changed}, aliases, TEXTS))
    assert not [str(one) for one in found if one.verdict is Verdict.SAME]
    assert {one.family for one in found if one.verdict is Verdict.DIFFERS} == kinds


def _wrong(citation, rows):
    """Another value of the same kind: a country, a person, an office, a visit, a word of the vocabulary, a date."""
    field, says = citation["field"].partition("-")[0], citation["says"].split()[0]
    if field in DATES:
        return f"19{len(citation['inference']):02}-05"  # no two rules the same, lest one bears out the other
    if field in (*NUMBERS, *ORDERS, "value"):
        return "77"
    if field in WORDS and is_value(field, citation["says"]):
        return [value for value in data("vocabulary")[field] if value != says][-1]
    records = {row["slug"]: row["kind"] for row in rows["record"]}
    kinds = [[row["code"] for row in rows["country"]], [slug for slug in records if records[slug] == records.get(says)]]
    kinds += [[row["slug"] for row in rows[kind]] for kind in ("person", "office", "place", "institution", "reporter")]
    others = [value for kind in kinds if says in kind for value in kind if value not in citation["says"].split()]
    return others[-1] if others else "No such name"
