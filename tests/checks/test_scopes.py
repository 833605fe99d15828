"""Checks over a part of the records find what they find over all of them, and what is kept is shown as it was found."""

import json
from datetime import date

import pytest
from django.core.management import call_command

from relations import models as m
from relations.checks import kept, running, scopes
from relations.curation.load import load
from tests.test_fixtures import FIXTURES

from .test_running import run

TODAY = date(2026, 11, 21)


@pytest.fixture
def real(db):
    load(FIXTURES)
    return running.run_checks(today=TODAY)


@pytest.fixture
def large(monkeypatch):
    """Every site is too large to be compared at once."""
    monkeypatch.setattr(scopes, "PART", 0)


def keys(findings):
    return sorted((each.check, each.key) for each in findings)


def told(findings):
    return sorted((each.check, each.key, str(each.facts), str(each.records)) for each in findings)


def test_the_parts_of_the_site_find_together_what_the_whole_finds(real, monkeypatch):
    for size in (1, 100):
        monkeypatch.setattr(scopes, "PART", size)
        assert told(each for part in running.of_parts(TODAY) for each in part) == told(real.findings)


def test_a_pair_by_itself_has_the_findings_that_it_has_among_all(real, monkeypatch):
    for pair in m.Relationship.objects.all():
        alone = running._compare(TODAY, scopes.of_pair(pair)).of_pair(pair)
        assert told(alone) == told(real.of_pair(pair))


def test_a_record_by_itself_has_the_findings_that_it_has_among_all(real):
    for record in {record for each in real.findings for record in each.records}:
        alone = running._compare(TODAY, scopes.of_record(record)).of_record(record)
        assert keys(alone) == keys(real.of_record(record))


def test_a_translation_that_is_silent_about_a_pair_is_told_of_there(world):
    original = world.source("original")
    copy = world.source("copy", translation_of=original)
    here, there = world.visit("2012"), world.visit("2013", relationship=world.other_pair)
    world.cite(here, "date", "2012", original)
    world.cite(there, "date", "2013", copy)
    alone = running._compare(TODAY, scopes.of_pair(world.pair)).of_pair(world.pair)
    assert [each.check for each in alone] == ["translations"]


def test_a_large_site_shows_what_was_kept_and_of_which_revision(client, world, large):
    world.visit("2012", status="announced")
    assert b"has not been kept yet" in client.get("/en/checks/").content
    assert run("--keep").startswith("1 findings kept")
    for page in ("checks/", "relations/kaz-tur/checks/"):
        html = client.get(f"/en/{page}").content.decode()
        assert "Announced for 2012" in html
        assert "found at revision" in html
    assert "veri sürümünde bulundu" in client.get("/tr/checks/").content.decode()
    assert b"Announced" not in client.get("/en/relations/kaz-rus/checks/").content


def test_kept_findings_are_shown_page_by_page(client, world, large, monkeypatch):
    monkeypatch.setattr("relations.views.findings.FEW", 1)
    monkeypatch.setattr("relations.views.findings.SIZE", 2)
    for year in range(2001, 2006):
        world.visit(str(year), status="announced")
    call_command("check_records", "--keep", stdout=None)
    html = client.get("/en/checks/").content.decode()
    assert html.count('class="evidence"') == 1
    assert 'href="?check=plans"' in html
    shown, address = [], "/en/checks/?check=plans"
    while address:
        html = client.get(address).content.decode()
        shown += [year for year in range(2001, 2006) if f"Announced for {year}" in html]
        after = html.partition('rel="next" href="?check=plans&amp;after=')[2].partition('"')[0]
        address = f"/en/checks/?check=plans&after={after}" if after else ""
    assert sorted(shown) == list(range(2001, 2006))


def test_what_is_no_longer_public_is_not_told_of(client, world, large):
    visit = world.visit("2012", status="announced")
    call_command("check_records", "--keep", stdout=None)
    m.Record.objects.filter(pk=visit.pk).update(editorial_status="draft")
    assert b"Announced for" not in client.get("/en/checks/").content
    assert json.loads(client.get("/api/v1/checks").content)["items"] == []
    visit.delete()
    assert b"Announced for" not in client.get("/en/checks/").content


QUERIES = ("limit=5", "pair=kaz-rus", "check=targets")


def test_the_api_answers_the_same_from_what_was_kept(client, real, monkeypatch):
    fresh = [json.loads(client.get(f"/api/v1/checks?{query}").content) for query in QUERIES]
    kept.keep(TODAY)
    monkeypatch.setattr(scopes, "PART", 0)
    again = [json.loads(client.get(f"/api/v1/checks?{query}").content) for query in QUERIES]
    assert again == fresh


def test_a_second_run_takes_the_place_of_the_first(world):
    visit = world.visit("2012", status="announced")
    kept.keep(TODAY)
    m.Visit.objects.filter(pk=visit.pk).update(status="held")
    assert kept.keep(TODAY).numbers == {}
    assert m.CheckRun.objects.count() == 1
    assert not m.KeptFinding.objects.exists()
