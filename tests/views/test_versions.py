"""A record as it stood at a revision."""

import re

import pytest
from django.contrib.auth.models import User

from relations.changes.keeping import keep_versions
from relations.models import Citation, Participation, Record, Revision, Visit

LANGUAGES = ("tr", "en")
PAGES = (
    "agreements/agreement-1/",
    "agreements/agreement-2/",
    "visits/visit-1/",
    "councils/kaz-tur-ydsk/",
    "meetings/kaz-tur-ydsk-2/",
    "milestones/milestone-1/",
    "milestones/milestone-2/",
    "figures/figure-1/",
    "figures/figure-2/",
)


@pytest.fixture
def then(world):
    """The revision at which the world stands before a test changes it."""
    keep_versions()
    return Revision.current().number


def change(slug="visit-1", **values):
    Record.objects.filter(slug=slug).update(**values)
    keep_versions()


def main(html):
    """What a page says, without what its head and foot say of the day."""
    return re.sub(r"\s+", " ", re.search(r"<main.*</main>", html, re.S)[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_version_of_today_says_what_the_page_says(client, then, language, page):
    now = client.get(f"/{language}/{page}").content.decode()
    response = client.get(f"/{language}/{page}?as-of={then}")
    assert response.status_code == 200
    html = response.content.decode()
    facts = re.compile(r'<dl class="facts">.*?</dl>', re.S)
    assert facts.findall(html) == facts.findall(now)
    evidence = re.compile(r'<span class="says".*?</span>', re.S)
    strip = lambda found: [re.sub(r"<sup.*", "", each, flags=re.S) for each in found]  # noqa: E731
    assert strip(evidence.findall(html)) == strip(evidence.findall(now))
    assert 'content="noindex"' in html
    assert "ld+json" not in html


@pytest.mark.parametrize(
    ("language", "words"),
    [("tr", ["Başlık (İngilizce)", "Kasım 2012", "Konuk"]), ("en", ["Title (English)", "November 2012", "Visitor"])],
)
def test_an_older_version_shows_what_was_and_what_is(client, then, language, words):
    Participation.objects.filter(record__slug="visit-1").delete()
    Citation.objects.filter(record__slug="visit-1", field="date").update(says="2012-11", evidence="in November")
    Visit.objects.filter(slug="visit-1").update(visit_kind="state")
    change(title_en="A visit", date="2012-11")
    html = client.get(f"/{language}/visits/visit-1/?as-of={then}").content.decode()
    for text in (*words, "The visit", "A visit", "Nursultan Nazarbayev", "in November"):
        assert text in main(html)
    assert f"<dt>{words[2]}</dt>" in html
    assert f"<dt>{words[2]}</dt>" not in client.get(f"/{language}/visits/visit-1/").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_version_leads_to_the_ones_around_it(client, then, language):
    revisions = [then]
    for number in range(2):
        change(title_en=f"Title {number}")
        revisions.append(Revision.current().number)
    html = client.get(f"/{language}/visits/visit-1/?as-of={revisions[1]}").content.decode()
    found = re.findall(r'rel="(prev|next)" href="/\w\w/visits/visit-1/\?as-of=(\d+)"', html)
    assert [side for side, _ in found] == ["prev", "next"]
    assert int(found[0][1]) <= revisions[0]
    assert revisions[1] < int(found[1][1]) <= revisions[2]


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("0", 404, {"tr": "yayında değildi", "en": "was not public"}),
        ("999999999", 404, {"tr": "henüz", "en": "has not reached"}),
        ("abc", 400, {"tr": "tam sayı", "en": "whole number"}),
        ("", 400, {"tr": "tam sayı", "en": "whole number"}),
        ("-1", 400, {"tr": "tam sayı", "en": "whole number"}),
        ("²", 400, {"tr": "tam sayı", "en": "whole number"}),
        ("9" * 40, 400, {"tr": "tam sayı", "en": "whole number"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_revision_without_a_version_is_refused_in_words(client, then, language, asked, status, words):
    response = client.get(f"/{language}/visits/visit-1/", {"as-of": asked})
    assert response.status_code == status
    html = response.content.decode()
    assert words[language] in html
    assert not re.search(r'<input[^>]* value="\d', html)  # the box for searching stays empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_a_draft_then_is_not_shown(client, world, language):
    before = Revision.current().number
    keep_versions()
    change("visit-draft", editorial_status="published")
    assert client.get(f"/{language}/visits/visit-draft/").status_code == 200
    assert client.get(f"/{language}/visits/visit-draft/?as-of={before}").status_code == 404


def test_what_is_a_draft_now_shows_no_version_even_to_staff(client, then):
    change(editorial_status="draft")
    assert client.get(f"/en/visits/visit-1/?as-of={then}").status_code == 410
    root = User.objects.create_superuser("root")
    client.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/en/visits/visit-1/").status_code == 200
    assert client.get(f"/en/visits/visit-1/?as-of={then}").status_code == 404


def test_a_version_names_no_record_that_is_a_draft_now(client, then):
    change(editorial_status="draft", title_en="Withdrawn for a reason")
    change("kaz-tur-ydsk-2", title_en="Second meeting, renamed")
    html = client.get(f"/en/meetings/kaz-tur-ydsk-2/?as-of={then}").content.decode()
    assert "Withdrawn for a reason" not in html
    assert "The visit" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_whose_council_is_withdrawn_keeps_its_versions(client, then, language):
    change("kaz-tur-ydsk", editorial_status="draft", title_en="Withdrawn", title_tr="Withdrawn")
    change("kaz-tur-ydsk-2", title_en="Renamed")
    now = Revision.current().number
    for revision in (then, now):
        response = client.get(f"/{language}/meetings/kaz-tur-ydsk-2/?as-of={revision}")
        assert response.status_code == 200
        assert "Withdrawn" not in response.content.decode()


def test_what_nobody_kept_is_made_up_for_when_it_is_asked_for(client, then):
    Visit.objects.filter(slug="visit-1").update(visit_kind="state")  # and nobody calls keep_versions
    response = client.get(f"/en/visits/visit-1/?as-of={Revision.current().number}")
    assert "state visit" in response.content.decode().lower() or "state" in main(response.content.decode())
    assert client.get(f"/en/visits/visit-1/?as-of={then}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_version_asks_the_database_a_bounded_number_of_times(client, then, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(50):
        client.get(f"/en/{page}?as-of={then}")


def test_what_staff_write_is_kept_at_once(client, then):
    root = User.objects.create_superuser("root")
    client.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    key = Record.objects.get(slug="milestone-2").pk
    client.post("/en/admin/relations/record/", {"action": "withdraw", "_selected_action": [key]})
    from relations.models import RecordVersion

    assert RecordVersion.objects.filter(slug="milestone-2").last().change == "removed"
