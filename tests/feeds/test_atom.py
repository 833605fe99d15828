"""Atom feeds, read as feed readers do (feedparser), and against the rules of RFC 4287."""

import re
import xml.etree.ElementTree as ET

import feedparser
import pytest

from relations.models import Figure, Milestone, Record, RecordTouch, Visit

LANGUAGES = ("tr", "en")
SITE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
FOLDERS = {
    "": 9,
    "timeline/": 9,
    "relations/kaz-tur/": 9,
    "councils/kaz-tur-ydsk/": 2,
    "people/nursultan-nazarbayev/": 1,
    "countries/kaz/": 9,
}
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)\Z")


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not found.bozo, found.bozo_exception
    return found


def slugs(found):
    return [entry.id.rpartition("/")[2] for entry in found.entries]


def keep_rules(root):
    """What RFC 4287 asks of every feed, and what readers come to grief over."""
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{SITE}/") for each in ids)
    for part in [root, *root.findall(f"{ATOM}entry")]:
        assert [len(part.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert STAMP.match(part.find(f"{ATOM}updated").text)
        assert part.find(f"{ATOM}title").text
        alternates = [each for each in part.findall(f"{ATOM}link") if each.get("rel") == "alternate"]
        told = [(each.get("type"), each.get("hreflang")) for each in alternates]
        assert alternates
        assert len(told) == len(set(told))
        assert all(each.get("href").startswith(f"{SITE}/") for each in alternates)
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert [each.get("href") for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_feed_is_read_by_feed_readers_and_keeps_the_rules(client, world, language, folder):
    found = read(client, f"/{language}/{folder}feed.atom")
    assert found.version == "atom10"
    assert found.feed.language == language
    assert found.feed.link == f"{SITE}/{language}/{folder}"
    assert len(found.entries) == FOLDERS[folder]
    keep_rules(ET.fromstring(client.get(f"/{language}/{folder}feed.atom").content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_is_named_for_good_and_leads_to_both_languages(client, world, language):
    found = read(client, f"/{language}/relations/kaz-tur/feed.atom")
    (entry,) = [entry for entry in found.entries if entry.id == f"{SITE}/id/visit-1"]
    assert entry.title == {"tr": "Ziyaret", "en": "The visit"}[language]
    assert entry.link == f"{SITE}/{language}/visits/visit-1/"
    assert {(link.rel, link.hreflang, link.href) for link in entry.links} == {
        ("alternate" if code == language else "related", code, f"{SITE}/{code}/visits/visit-1/") for code in LANGUAGES
    }
    assert entry.tags[0].term == "visit"


@pytest.mark.parametrize(("language", "date"), [("tr", "11-12 Ekim 2012"), ("en", "11–12 October 2012")])
def test_an_entry_tells_date_value_and_sources_with_whole_addresses(client, world, language, date):
    found = read(client, f"/{language}/feed.atom")
    bodies = {entry.id.rpartition("/")[2]: entry.content[0].value for entry in found.entries}
    assert date in bodies["visit-1"]
    assert {"tr": "625 milyon ABD doları", "en": "US$625 million"}[language] in bodies["figure-1"]
    assert f'<a href="{SITE}/{language}/sources/source-tr/">' in bodies["figure-1"]
    assert not re.findall(r'href="(?!http)', "".join(bodies.values()))


def test_a_missing_translation_says_its_language(client, world):
    root = ET.fromstring(client.get("/en/feed.atom").content)
    titles = {each.text: each for each in root.iter(f"{ATOM}title")}
    assert titles["Yalnız Türkçe"].get("{http://www.w3.org/XML/1998/namespace}lang") == "tr"
    assert titles["The visit"].get("{http://www.w3.org/XML/1998/namespace}lang") is None


def test_what_changed_last_stands_first_and_dates_the_feed(client, world):
    before = read(client, "/en/feed.atom")
    Record.objects.get(slug="agreement-1").save()
    found = read(client, "/en/feed.atom")
    assert slugs(found)[0] == "agreement-1"
    assert found.feed.updated == found.entries[0].updated > before.feed.updated


@pytest.mark.parametrize("folder", FOLDERS)
def test_drafts_are_never_told(client, world, folder):
    Visit.objects.create(
        slug="draft-2", title_en="Secret", origin_id="KAZ", destination_id="TUR", relationship=world["pair"]
    )
    assert not {"visit-draft", "draft-2"} & set(slugs(read(client, f"/en/{folder}feed.atom")))


@pytest.mark.parametrize("file", ["feed.atom", "calendar.ics"])
@pytest.mark.parametrize(
    "folder", ["relations/kaz-xxx/", "people/none/", "countries/xxx/", "councils/none/", "councils/visit-1/"]
)
def test_what_is_not_there_cannot_be_followed(client, world, folder, file):
    assert client.get(f"/tr/{folder}{file}").status_code == 404


def test_a_draft_council_cannot_be_followed(client, world):
    Record.objects.filter(slug="kaz-tur-ydsk").update(editorial_status="draft")
    assert client.get("/en/councils/kaz-tur-ydsk/feed.atom").status_code == 404


def test_the_feed_of_a_question_has_its_filters_and_no_others(client, world):
    found = read(client, "/en/timeline/feed.atom?kind=visit&pair=kaz-tur&utm_source=x")
    assert slugs(found) == ["visit-1"]
    assert found.feed.id == f"{SITE}/en/timeline/feed.atom?pair=kaz-tur&kind=visit"
    assert found.feed.link == f"{SITE}/en/timeline/?pair=kaz-tur&kind=visit"
    assert "Visits" in found.feed.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filter_that_nobody_knows_is_left_out_and_the_feed_says_so(client, world, language):
    found = read(client, f"/{language}/timeline/feed.atom?kind=xyz")
    assert len(found.entries) == 9
    assert "“xyz”" in found.feed.subtitle


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_can_be_followed(client, world, language):
    found = read(client, f"/{language}/search/feed.atom?q=nazarbayev&junk=1")
    assert "visit-1" in slugs(found)
    assert found.feed.link == f"{SITE}/{language}/search/?q=nazarbayev"
    assert "nazarbayev" in found.feed.title
    assert read(client, f"/{language}/search/feed.atom?q=nazarbayev&kind=figure").entries == []
    assert read(client, f"/{language}/search/feed.atom").entries == []


def more(world, number):
    for each in range(number):
        values = {"title_tr": "Olay", "title_en": "Event", "relationship": world["pair"]}
        Milestone.objects.create(slug=f"more-{each}", date=str(1950 + each), editorial_status="published", **values)


@pytest.mark.parametrize("same", [True, False])
def test_the_pages_of_a_feed_hold_every_entry_once(client, world, same):
    more(world, 115)
    if same:  # one statement on PostgreSQL is one revision
        RecordTouch.objects.update(revision=9)
    address, seen, pages = "/en/relations/kaz-tur/feed.atom", [], 0
    while address:
        found = read(client, address)
        links = {link.rel: link.href for link in found.feed.links if link.get("type") == "application/atom+xml"}
        assert links["self"] == SITE + address
        assert links["first"] == f"{SITE}/en/relations/kaz-tur/feed.atom"
        assert len(found.entries) <= 50
        seen += slugs(found)
        address, pages = links.get("next", "").removeprefix(SITE), pages + 1
    assert pages == 3
    assert len(seen) == len(set(seen)) == 124


@pytest.mark.parametrize("before", ["x", ".1", "1.", "1.2.3", "²", "-1.2"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cursor_that_no_page_gave_is_not_found(client, world, language, before):
    assert client.get(f"/{language}/feed.atom", {"before": before}).status_code == 404


@pytest.mark.parametrize("file", ["feed.atom", "calendar.ics", "timeline/timeline.json", "search/feed.atom?q=visit"])
def test_what_a_reader_has_is_not_sent_again_until_it_changes(client, world, file):
    first = client.get(f"/en/{file}")
    again = client.get(f"/en/{file}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert client.get(f"/tr/{file}", headers={"if-none-match": first["ETag"]}).status_code == 200
    visit = Visit.objects.get(slug="visit-1")
    visit.title_en = "Another visit"
    visit.save()
    assert client.get(f"/en/{file}", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "file",
    ["feed.atom", "relations/kaz-tur/feed.atom", "calendar.ics", "timeline/timeline.json", "countries/kaz/feed.atom"],
)
def test_queries_do_not_grow_with_the_records(client, world, file, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as few:
        client.get(f"/en/{file}")
    more(world, 40)
    with django_assert_max_num_queries(8) as many:
        client.get(f"/en/{file}")
    assert len(many) <= len(few)


def test_a_feed_leaves_compressed_and_is_still_known_again(client, world):
    first = client.get("/en/feed.atom", headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    again = {"accept-encoding": "gzip", "if-none-match": first["ETag"]}
    assert client.get("/en/feed.atom", headers=again).status_code == 304


def test_an_empty_feed_is_whole_and_stays_as_it_is(client, world):
    Figure.objects.all().delete()
    found = [client.get("/en/timeline/feed.atom?kind=figure").content for _time in range(2)]
    assert found[0] == found[1]
    keep_rules(ET.fromstring(found[0]))


@pytest.mark.parametrize("file", ["feed.atom", "timeline/timeline.json", "calendar.ics"])
def test_characters_that_no_file_can_hold_are_left_out(client, world, file):
    Record.objects.filter(slug="visit-1").update(title_en="A\x0b <b>&\x01 visit", summary_en="x\x08y")
    content = client.get(f"/en/{file}").content
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\\u00[01][0-9a-f]", content.replace(b"\r", b""))
    assert "A <b>& visit" in (read(client, "/en/feed.atom").entries[0].title, *titles(client))


def titles(client):
    return [entry.title for entry in read(client, "/en/feed.atom").entries]


def test_posting_to_a_feed_is_refused(client, world):
    for file in ("feed.atom", "calendar.ics", "timeline/timeline.json"):
        assert client.post(f"/en/{file}").status_code == 405


def test_any_page_may_read_a_feed(client, world):
    assert client.get("/en/feed.atom")["Access-Control-Allow-Origin"] == "*"
