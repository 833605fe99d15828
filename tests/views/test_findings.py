"""The pages of findings, in both languages."""

import re

import pytest

from relations.checks.running import run_checks
from relations.models import FindingAnswer, Relationship, Visit

LANGUAGES = ("tr", "en")
PAGES = ("checks/", "relations/kaz-tur/checks/")
LIMIT = 26


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_the_page_opens_with_every_check_and_its_sides(client, world, language, page):
    html = client.get(f"/{language}/{page}").content.decode()
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1
    assert not re.findall(r'<script(?! type="application/ld\+json">)(?![^>]* src=)', html)  # no code in the page itself
    assert {"tr": "725 milyon ABD doları", "en": "US$725 million"}[language] in html
    for name in ("sources", "translations", "sums", "targets", "offices"):
        assert f'<section id="{name}">' in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_queries_do_not_grow_with_the_findings(client, world, language, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(LIMIT) as few:
        client.get(f"/{language}/{page}")
    for number in range(40):
        Visit.objects.create(
            slug=f"plan-{number}",
            title_tr="Ziyaret",
            title_en="Visit",
            date=str(1950 + number),
            relationship=world["pair"],
            origin_id="KAZ",
            destination_id="TUR",
            status="announced",
            editorial_status="published",
        )
    with django_assert_max_num_queries(LIMIT) as many:
        assert b"plan-39" in client.get(f"/{language}/{page}").content
    assert len(many) == len(few)


def test_another_pair_shows_none_of_them(client, world):
    Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    assert b"US$725 million" not in client.get("/en/relations/aze-kaz/checks/").content
    assert client.get("/en/relations/kaz-aze/checks/").status_code == 404


def test_a_draft_is_not_told_of(client, world):
    Visit.objects.filter(pk=world["draft"].pk).update(status="announced")
    assert b"visit-draft" not in client.get("/en/checks/").content


@pytest.mark.parametrize(("language", "reason"), [("tr", "Aslı böyle yazar."), ("en", "So the original has it.")])
def test_an_answer_shows_with_its_finding(client, world, language, reason):
    finding = next(each for each in run_checks().findings if each.check == "sources")
    FindingAnswer.objects.create(
        check_name="sources",
        key=finding.key,
        accepted="625",
        reason_tr="Aslı böyle yazar.",
        reason_en="So the original has it.",
    )
    html = client.get(f"/{language}/checks/").content.decode()
    assert f'id="f{finding.key}"' in html
    assert reason in html
    assert "<b>625</b>" in html


def test_an_answer_to_what_is_no_longer_found_shows_nowhere(client, world):
    FindingAnswer.objects.create(check_name="sources", key="0" * 16, reason_en="Gone.", reason_tr="Gone.")
    assert b"Gone." not in client.get("/en/checks/").content


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_and_every_footer_lead_there(client, world, language):
    assert (
        f'href="/{language}/relations/kaz-tur/checks/"'
        in client.get(f"/{language}/relations/kaz-tur/").content.decode()
    )
    assert f'href="/{language}/checks/"' in client.get(f"/{language}/about/").content.decode()
