import hashlib

import pytest
from django.core.files.storage import FileSystemStorage, storages

from relations.export import shelf, store
from relations.models import Country, Revision

from .test_downloads import address


@pytest.fixture
def shared(settings, tmp_path, monkeypatch):
    """A storage with public addresses that all nodes share."""
    folder = tmp_path / "shared"
    folder.mkdir()
    ours = FileSystemStorage(folder, base_url="https://files.example.org/")
    settings.DUMPS_STORAGE = "some.Storage"
    monkeypatch.setitem(storages._storages, "dumps", ours)
    store._looked.clear()
    return folder


def other_node(settings, tmp_path):
    """From here on the disk is that of another machine."""
    settings.DUMPS_ROOT = tmp_path / "other"
    store._looked.clear()


@pytest.mark.django_db
def test_readers_are_sent_to_the_storage_by_every_node(world, client, shared, settings, tmp_path, monkeypatch):
    for _ in range(2):
        response = client.get(address("en", "visits.csv"))
        with shelf.current() as found:
            where = f"{found.folder.name}/visits.csv"
        assert (response.status_code, response["Location"]) == (302, f"https://files.example.org/{where}")
        assert response["Cache-Control"] == "no-store"
        other_node(settings, tmp_path)
        monkeypatch.setattr(shelf, "build", lambda root: pytest.fail("built again"))
    assert (shared / where).exists()
    assert sorted(path.name for path in found.folder.iterdir()) == ["SHA256SUMS", "manifest.json"]


@pytest.mark.django_db
def test_the_page_lists_what_is_in_the_storage(world, client, shared, settings, tmp_path):
    client.get(address("en"))
    other_node(settings, tmp_path)
    page = client.get(address("en")).content.decode()
    content = next(shared.glob("*/visits.csv")).read_bytes()
    assert hashlib.sha256(content).hexdigest() in page


@pytest.mark.django_db
def test_who_has_the_file_already_is_not_sent_anywhere(world, client, shared):
    client.get(address("en"))
    content = next(shared.glob("*/visits.csv")).read_bytes()
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    assert client.get(address("en", "visits.csv"), headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.django_db
def test_a_storage_without_addresses_is_read_through_us(world, client, shared, monkeypatch):
    monkeypatch.setitem(storages._storages, "dumps", FileSystemStorage(shared, base_url=""))
    monkeypatch.setattr(store, "address", lambda *_: "")
    response = client.get(address("en", "visits.csv"))
    assert b"".join(response.streaming_content) == next(shared.glob("*/visits.csv")).read_bytes()


@pytest.mark.django_db
def test_a_storage_that_fails_leaves_the_files_here(world, client, shared, monkeypatch, caplog):
    def fail(*_):
        raise OSError("no route to the storage")

    for name in ("exists", "save", "listdir"):
        monkeypatch.setattr(FileSystemStorage, name, fail)
    response = client.get(address("en", "visits.csv"))
    assert response.status_code == 200
    assert b"".join(response.streaming_content)
    assert "could not be put into their storage" in caplog.text


@pytest.mark.django_db
def test_the_last_two_revisions_stay_in_the_storage(world, client, shared):
    for code in ("UZB", "GEO", "UKR"):
        Country.objects.create(code=code, name_tr=code)
        shelf.build_alone()
    numbers = sorted(int(path.name.partition("-")[0]) for path in shared.iterdir() if any(path.iterdir()))
    assert len(numbers) == store.KEPT
    assert numbers[-1] == Revision.current().number


@pytest.mark.django_db
def test_a_new_node_shows_the_last_files_while_newer_ones_are_built(
    world, client, shared, settings, tmp_path, many_records
):
    shelf.build_alone()
    started = many_records()
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    other_node(settings, tmp_path)
    page = client.get(address("en"))
    assert page.status_code == 200
    assert not page.context["is_current"]
    assert page["Cache-Control"] == "no-store"
    assert len(started) == 1


@pytest.mark.django_db
def test_nginx_is_told_which_file_to_send(world, client, settings):
    plain = client.get(address("en", "visits.csv"))
    settings.X_ACCEL_REDIRECT = "/_dumps/"
    response = client.get(address("en", "visits.csv"))
    with shelf.current() as found:
        assert response["X-Accel-Redirect"] == f"/_dumps/{found.folder.name}/visits.csv"
    for name in ("Content-Type", "Content-Disposition", "ETag", "Cache-Control"):
        assert response[name] == plain[name]
    assert b"".join(response.streaming_content) == b""
    etag = response["ETag"]
    assert client.get(address("en", "visits.csv"), headers={"If-None-Match": etag}).status_code == 304
