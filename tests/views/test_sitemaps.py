"""The map of the site, robots.txt and the icons at the root."""

import struct
import xml.etree.ElementTree as ET

import pytest

from relations.models import Milestone, Record
from relations.views import sitemaps

SITE = "http://127.0.0.1:8000"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def files(client):
    root = ET.fromstring(client.get("/sitemap.xml").content)
    return [loc.text.removeprefix(SITE) for loc in root.iter(f"{MAP}loc")]


def entries(client):
    for file in files(client):
        response = client.get(file)
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/xml")
        yield from ET.fromstring(response.content).iter(f"{MAP}url")


def test_every_page_of_the_map_is_there_with_its_alternates(client, world):
    found = {entry.find(f"{MAP}loc").text: entry for entry in entries(client)}
    for page in ("", "timeline/", "visits/visit-1/", "relations/kaz-tur/", "countries/kaz/", "sources/source-tr/"):
        for language in ("tr", "en"):
            links = {
                link.get("hreflang"): link.get("href")
                for link in found[f"{SITE}/{language}/{page}"].iter(f"{XHTML}link")
            }
            assert links == {code: f"{SITE}/{code}/{page}" for code in ("tr", "en")} | {"x-default": f"{SITE}/{page}"}
    for address in found:
        assert client.get(address.removeprefix(SITE)).status_code == 200


def test_a_record_says_when_it_was_last_changed(client, world):
    changed = Milestone.objects.get(slug="milestone-1").changed_at.date().isoformat()
    entry = next(each for each in entries(client) if each.find(f"{MAP}loc").text.endswith("/milestone-1/"))
    assert entry.find(f"{MAP}lastmod").text == changed


def test_records_are_parted_by_ranges_of_keys_and_each_stands_once(client, world, monkeypatch):
    whole = sorted(entry.find(f"{MAP}loc").text for entry in entries(client))
    monkeypatch.setattr(sitemaps, "RANGE", 4)
    there = [file for file in files(client) if file.startswith("/sitemap-records-")]
    assert len(there) >= 3
    assert sorted(entry.find(f"{MAP}loc").text for entry in entries(client)) == whole


def test_a_range_without_records_is_not_in_the_index(client, world, monkeypatch):
    monkeypatch.setattr(sitemaps, "RANGE", 1)
    there = [file for file in files(client) if file.startswith("/sitemap-records-")]
    assert len(there) == Record.objects.published().count()


def test_a_file_costs_one_query_however_many_records_there_are(client, world, django_assert_max_num_queries):
    file = next(each for each in files(client) if each.startswith("/sitemap-records-"))
    with django_assert_max_num_queries(1) as captured:
        assert client.get(file).status_code == 200
    (query,) = captured.captured_queries
    assert "COUNT(" not in query["sql"].upper()
    assert "OFFSET" not in query["sql"].upper()


@pytest.mark.parametrize("name", ["records-99", "none-1", "pages-2", "records-0"])
def test_a_file_that_is_not_in_the_index_is_not_there(client, world, name):
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_keep_out_of_the_admin_and_embeds_alone(client, db):
    response = client.get("/robots.txt")
    lines = response.content.decode().split("\n")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert sorted(line for line in lines if line.startswith("Disallow")) == [
        f"Disallow: /{code}/{part}/" for code in ("en", "tr") for part in ("admin", "embed")
    ]


def test_the_icons_are_pictures_of_their_size(client, db):
    ico = client.get("/favicon.ico").content
    assert ico[:4] == b"\0\0\1\0"
    assert (ico[6], ico[7]) == (48, 48)
    assert ico[22:30] == b"\x89PNG\r\n\x1a\n"
    large = client.get("/apple-touch-icon.png").content
    assert struct.unpack(">II", large[16:24]) == (180, 180)
