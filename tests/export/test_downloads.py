import hashlib

import pytest
from django.urls import reverse
from django.utils.translation import override

from relations.export.files import FILES
from relations.export.formats import MADE
from relations.models import Country, Revision
from relations.views.downloads import print_size

NAMES = [*(file.name for file in FILES), *(made.name for made in MADE), "manifest.json", "SHA256SUMS"]
LANGUAGES = ["tr", "en"]


def address(language, *name):
    with override(language):
        return reverse("download" if name else "downloads", args=name)


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_every_file_with_its_checksum(world, client, language):
    page = client.get(address(language)).content.decode()
    for name in NAMES:
        assert f'href="{address(language, name)}"' in page
        content = b"".join(client.get(address(language, name)).streaming_content)
        assert hashlib.sha256(content).hexdigest() in page


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_licence_and_revision(world, client, language):
    Revision.objects.update(number=1234)
    page = client.get(address(language)).content.decode()
    assert "CC BY 4.0" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert {"tr": "1.234", "en": "1,234"}[language] in page


@pytest.mark.django_db
def test_listing_costs_two_queries_once_the_files_are_built(world, client, django_assert_max_num_queries):
    client.get(address("tr"))
    with django_assert_max_num_queries(2):
        client.get(address("tr"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("data.json", "application/json"),
        ("records.ndjson", "application/x-ndjson"),
        ("visits.csv", "text/csv; charset=utf-8"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
        ("data.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("data.sqlite", "application/vnd.sqlite3"),
        ("datapackage.zip", "application/zip"),
        ("visits.parquet", "application/vnd.apache.parquet"),
        ("CITATION.cff", "application/yaml"),
    ],
)
def test_a_file_comes_with_its_type_name_size_and_checksum(world, client, name, content_type):
    response = client.get(address("en", name))
    content = b"".join(response.streaming_content)
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert int(response["Content-Length"]) == len(content) > 0
    assert response["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'


@pytest.mark.django_db
def test_who_has_the_file_already_is_told_so_until_it_changes(world, client):
    etag = client.get(address("en", "countries.csv"))["ETag"]
    assert client.get(address("en", "countries.csv"), headers={"If-None-Match": etag}).status_code == 304
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    assert client.get(address("en", "countries.csv"), headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["nothing.csv", "..", "../db.sqlite3", "%2e%2e%2fdb.sqlite3", "..%2f..%2fmanage.py", ".lock", "visits"]
)
def test_an_unknown_name_is_not_found(world, client, name):
    assert client.get(address("en") + name).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_many_records_the_page_shows_the_last_files_and_says_that_newer_ones_come(
    world, client, language, many_records
):
    before = client.get(address(language))
    assert before.context["is_current"]
    many_records()
    Revision.objects.update(number=4321)
    page = client.get(address(language))
    assert {"tr": "Yeni sürümün dosyaları hazırlanıyor", "en": "new revision are being built"}[
        language
    ] in page.content.decode()
    assert page.context["number"] == before.context["number"]
    assert client.get(address(language, "visits.csv")).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_build_the_page_says_so_and_a_file_asks_to_come_again(world, client, language, many_records):
    many_records()
    page = client.get(address(language))
    assert page.status_code == 200
    assert {"tr": "ilk kez hazırlanıyor", "en": "for the first time"}[language] in page.content.decode()
    response = client.get(address(language, "visits.csv"))
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert {"tr": "ilk kez hazırlanıyor", "en": "for the first time"}[language] in response.content.decode()
    assert client.get(address(language, "nothing.csv")).status_code == 404


@pytest.mark.django_db
def test_files_are_only_read(world, client):
    assert client.post(address("en")).status_code == 405
    assert client.post(address("en", "data.json")).status_code == 405


@pytest.mark.parametrize(
    ("size", "turkish", "english"),
    [(512, "0,5 kB", "0.5 kB"), (12_345, "12,3 kB", "12.3 kB"), (3_456_789, "3,5 MB", "3.5 MB")],
)
def test_sizes_follow_the_language(size, turkish, english):
    assert print_size(size, "tr") == turkish.replace(" ", "\N{NO-BREAK SPACE}")
    assert print_size(size, "en_GB") == english.replace(" ", "\N{NO-BREAK SPACE}")
