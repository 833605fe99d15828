"""What changed since a revision, for readers."""

import re

import pytest

from relations.changes.keeping import keep_versions
from relations.models import Milestone, Record, Revision

LANGUAGES = ("tr", "en")


@pytest.fixture
def then(world):
    keep_versions()
    return Revision.current().number


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tr", ["Özet (Türkçe)", "1 kayıt eklendi", "1 değişiklik", "1 kayıt kaldırıldı", "21 Kasım"]),
        ("en", ["Summary (Turkish)", "1 record added", "1 change", "1 record removed", "November"]),
    ],
)
def test_what_was_added_changed_and_removed_since_is_told(client, then, language, words):
    Milestone.objects.create(slug="new", title_tr="Yeni", title_en="New", editorial_status="published")
    Record.objects.filter(slug="visit-1").update(summary_tr="Yeni özet", summary_en="New summary")
    Milestone.objects.get(slug="milestone-1").delete()
    html = client.get(f"/{language}/changes/?since={then}").content.decode()
    for text in words[:4]:
        assert text in html
    assert html.count('<span class="tag">') == 3
    assert "Yeni özet" not in html
    assert f'href="/{language}/milestones/milestone-1/' not in html
    assert 'lang="tr" class="untranslated"' in html or language == "tr"  # the removed one has a Turkish title alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_public_any_more_does_not_say_what_changed(client, then, language):
    Record.objects.filter(slug="visit-1").update(area="trade")
    keep_versions()
    html = client.get(f"/{language}/changes/?since={then}").content.decode()
    label = {"tr": "İş birliği alanı", "en": "Field of cooperation"}[language]
    assert label in html
    Record.objects.filter(slug="visit-1").update(editorial_status="draft")
    html = client.get(f"/{language}/changes/?since={then}").content.decode()
    assert label not in html
    assert f'href="/{language}/visits/visit-1/' not in html


@pytest.mark.parametrize(("language", "words"), [("tr", "Hiçbir değişiklik yok"), ("en", "Nothing has changed")])
def test_nothing_new_is_said_to_be_nothing(client, then, language, words):
    assert words in client.get(f"/{language}/changes/?since={then}").content.decode()


@pytest.mark.parametrize("asked", ["abc", "-1", "9" * 30, "²", "<b>"])
@pytest.mark.parametrize(("language", "words"), [("tr", "dikkate alınmadı"), ("en", "it was ignored")])
def test_nonsense_is_left_out_with_a_notice(client, then, language, words, asked):
    response = client.get(f"/{language}/changes/", {"since": asked})
    assert response.status_code == 200
    assert words in response.content.decode()
    assert "<b>”" not in response.content.decode()


def test_pages_by_key_hold_each_change_once(client, then, django_assert_max_num_queries):
    for number in range(120):
        Milestone.objects.create(slug=f"m-{number}", title_tr="Olay", title_en="E", editorial_status="published")
    keep_versions()
    seen, query = [], f"?since={then}"
    while query:
        with django_assert_max_num_queries(16):
            html = client.get(f"/en/changes/{query}").content.decode()
        seen += re.findall(r'href="/en/milestones/(m-\d+)/', html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        query = following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == 120


@pytest.mark.parametrize("cursor", ["after=x", "before=2012"])
def test_a_page_that_no_list_gave_is_not_found(client, then, cursor):
    assert client.get(f"/en/changes/?{cursor}").status_code == 404
