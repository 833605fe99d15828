"""The feed of all changes."""

import feedparser
import pytest

from relations.models import Milestone, Record, Visit
from tests.feeds.test_atom import SITE, read

LANGUAGES = ("tr", "en")
pytestmark = pytest.mark.usefixtures("world")


def test_each_change_is_an_entry_of_its_own(client):
    before = read(client, "/en/changes/feed.atom")
    visit = Visit.objects.get(slug="visit-1")
    visit.title_en = "Another visit"
    visit.save()
    after = read(client, "/en/changes/feed.atom")
    assert len(after.entries) == len(before.entries) + 1
    entry = after.entries[0]
    assert entry.title == "Changed: Another visit"
    assert "Title (English)" in entry.content[0].value
    assert entry.id.startswith(f"{SITE}/id/visit-1?as-of=")
    assert entry.link == entry.id.replace(f"{SITE}/id/visit-1", f"{SITE}/en/visits/visit-1/")
    assert client.get(entry.link.removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize(("language", "word"), [("tr", "Tarihsiz"), ("en", "Undated")])
def test_what_is_removed_keeps_its_title_alone(client, language, word):
    client.get("/en/changes/feed.atom")
    Milestone.objects.get(slug="milestone-2").delete()
    entry = read(client, f"/{language}/changes/feed.atom").entries[0]
    assert entry.title.endswith(f": {word}")
    assert {link.href for link in entry.links} == {f"{SITE}/{code}/changes/" for code in LANGUAGES}


def test_a_draft_is_no_change_and_a_withdrawn_record_is_a_removal(client):
    titles = [entry.title for entry in read(client, "/en/changes/feed.atom").entries]
    assert not [title for title in titles if "Draft" in title]
    Record.objects.filter(slug="visit-1").update(editorial_status="draft", summary_en="Secret")
    found = client.get("/en/changes/feed.atom").content.decode()
    assert "Removed: The visit" in feedparser.parse(found).entries[0].title
    assert "Secret" not in found


def test_ids_are_unique_and_pages_follow_on(client, monkeypatch):
    monkeypatch.setattr("relations.feeds.changed.SIZE", 4)
    address, seen = "/tr/changes/feed.atom", []
    while address:
        found = read(client, address)
        seen += [entry.id for entry in found.entries]
        nexts = [link.href for link in found.feed.links if link.rel == "next"]
        address = nexts[0].removeprefix(SITE) if nexts else ""
    assert len(seen) == len(set(seen)) == 9


def test_a_new_citation_brings_a_record_to_the_front(client, world, cite_more):
    cite_more(Visit.objects.get(slug="visit-1"), "place", world["first"], "ankara")
    assert read(client, "/en/feed.atom").entries[0].id == f"{SITE}/id/visit-1"
