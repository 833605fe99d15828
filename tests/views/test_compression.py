import gzip

import pytest

ASKING = {"accept-encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_page_leaves_compressed_and_says_the_same(client, world, language):
    response = client.get(f"/{language}/relations/kaz-tur/", headers=ASKING)
    plain = client.get(f"/{language}/relations/kaz-tur/")
    assert response.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert len(response.content) < len(plain.content) / 2
    assert gzip.decompress(response.content) == plain.content


def test_who_does_not_ask_gets_it_plain(client, world):
    response = client.get("/en/")
    assert "Content-Encoding" not in response.headers
    assert "Accept-Encoding" in response.headers["Vary"]  # a cache must not mix the two up


def test_the_admin_with_its_tokens_is_left_as_it_is(client, db):
    response = client.get("/en/admin/login/", headers=ASKING)
    assert response.status_code == 200
    assert "Content-Encoding" not in response.headers


def test_a_download_keeps_its_length_and_its_checksum(client, world):
    response = client.get("/en/downloads/records.ndjson", headers=ASKING)
    assert response.status_code == 200
    assert response.headers["Content-Length"]
    assert response.headers["ETag"].startswith('"')
    assert "Content-Encoding" not in response.headers
