"""The page of results and the list under the box, in both languages; no input is an error."""

import re

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relations.models import Record

pytestmark = pytest.mark.usefixtures("indexed")
LANGUAGES = pytest.mark.parametrize("code", ["tr", "en"])


def page(client, code, text, **filters):
    response = client.get(f"/{code}/search/", {"q": text, **filters})
    assert response.status_code == 200
    return response


def slugs(response):
    return [each.slug for each in response.context["answer"].ranked]


@LANGUAGES
@pytest.mark.parametrize("text", ["stratejik ortaklık", "strategic partnership"])
def test_words_of_either_language_find_records_on_pages_of_both(client, code, text):
    response = page(client, code, text)
    assert slugs(response)[0] == "agreement-kaz-tur-2009-strategic-partnership"
    title = {"tr": "Stratejik Ortaklık Anlaşması", "en": "Strategic Partnership Agreement"}[code]
    assert title in re.sub("</?mark>", "", response.content.decode())


@LANGUAGES
def test_what_was_found_is_marked_as_it_is_written(client, code):
    content = page(client, code, "anlasmasi NAZARBAYEV").content.decode()
    assert "<mark>Nazarbayev</mark>" in content or "<mark>Nursultan Nazarbayev</mark>" in content
    if code == "tr":
        assert "<mark>anlaşma</mark>" in content or "<mark>Anlaşması</mark>" in content


@LANGUAGES
def test_nothing_asked_is_a_page_that_helps(client, code):
    for text in ("", "   ", "...", "'"):
        response = page(client, code, text)
        assert 'class="examples"' in response.content.decode()


@LANGUAGES
def test_nothing_found_says_so_and_a_slip_is_put_right(client, code):
    assert 'class="empty"' in page(client, code, "qqqqqqqq").content.decode()
    slip = page(client, code, "startejik ortaklik").content.decode()
    assert 'href="?q=stratejik%20ortaklik"' in slip


@LANGUAGES
def test_a_source_is_quoted_where_it_alone_says_what_is_asked(client, code):
    assert "<q lang=" in page(client, code, "1.33 billion").content.decode()


@LANGUAGES
def test_every_facet_leaves_as_many_records_as_it_says(client, code):
    whole = page(client, code, "Nazarbayev")
    options = [option for facet in whole.context["facets"] for option in facet.options]
    assert len({facet.name for facet in whole.context["facets"]}) >= 5
    for option in options:
        response = client.get(f"/{code}/search/{option.address}")
        assert len(slugs(response)) == option.count, option
        assert set(slugs(response)) <= set(slugs(whole))


def test_a_facet_leaves_the_rest_of_the_question_as_it_was_asked(client):
    asked = {"kind": ["visit", "meeting"], "from": ["1990"], "to": ["2030"], "odd": ["a b", "é=&"]}
    facets = page(client, "en", "“Nazarbayev” &", **asked, page="2").context["facets"]
    assert {"kind", "year", "person"} <= {facet.name for facet in facets}
    for facet in facets:
        own = ("from", "to") if facet.name == "year" else (facet.name,)
        rest = {name: values for name, values in {"q": ["“Nazarbayev” &"], **asked}.items() if name not in own}
        for option in facet.options:
            left = dict(QueryDict(option.address.removeprefix("?")).lists())
            put = [left.pop(name, []) for name in own]
            assert left == rest
            assert all(len(values) == (0 if option.chosen else 1) for values in put)


def test_a_chosen_facet_can_be_taken_away(client):
    response = page(client, "en", "Nazarbayev", kind="visit")
    (chosen,) = [option for facet in response.context["facets"] for option in facet.options if option.chosen]
    assert set(slugs(client.get(f"/en/search/{chosen.address}"))) == set(slugs(page(client, "en", "Nazarbayev")))


def test_records_of_many_countries_count_for_their_pairs(client):
    response = page(client, "tr", "TÜRKSOY")
    (pairs,) = [facet for facet in response.context["facets"] if facet.name == "pair"] or [None]
    if pairs:
        for option in pairs.options:
            assert len(slugs(client.get(f"/tr/search/{option.address}"))) == option.count


@LANGUAGES
@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Nazarbayev", "/people/nursultan-nazarbayev/"),
        ("Kosherbayev", "/people/yermek-kosherbayev/"),
        ("Kazakhstan Turkey", "/relations/kaz-tur/"),
        ("Kazakistan", "/countries/kaz/"),
        ("ASELSAN", "/institutions/aselsan/"),
    ],
)
def test_pages_by_that_name_stand_above_the_records(client, code, text, address):
    content = page(client, code, text).content.decode()
    assert f'href="/{code}{address}"' in content.partition('class="count"')[0]


def test_a_person_in_drafts_alone_is_not_named(client):
    Record.objects.filter(participations__person__slug="yermek-kosherbayev").update(editorial_status="draft")
    content = page(client, "en", "Kosherbayev").content.decode()
    assert "/people/yermek-kosherbayev/" not in content


@LANGUAGES
def test_suggestions_while_typing(client, code):
    content = client.get(f"/{code}/search/suggestions/", {"q": "kosherb"}).content.decode()
    assert f'href="/{code}/people/yermek-kosherbayev/"' in content
    assert f'href="/{code}/meetings/kaz-tur-ospg-8/"' in content
    assert "<html" not in content


@LANGUAGES
def test_markup_that_is_asked_is_only_text(client, code):
    content = page(client, code, '<script>alert(1)</script> "><img src=x>').content.decode()
    assert "<script>alert" not in content
    assert "<img src=x" not in content


@pytest.mark.parametrize("number", ["0", "-1", "9999999", "x", "٣", "1" * 40])
def test_a_page_that_is_not_there_is_the_nearest_one(client, number):
    assert page(client, "tr", "Türkiye", page=number).context["hits"]


def test_pages_hold_every_record_once(client):
    first = page(client, "tr", "Türkiye")
    seen = []
    for number in range(1, first.context["pages"]["total"] + 1):
        seen += [hit.record.slug for hit in page(client, "tr", "Türkiye", page=number).context["hits"]]
    assert seen == slugs(first)


@pytest.mark.parametrize("text", ["Nazarbayev", "Türkiye", "stratejik ortaklık 2009"])
def test_queries_do_not_grow_with_the_answers(client, text, django_assert_max_num_queries):
    page(client, "tr", text)
    with django_assert_max_num_queries(34):
        page(client, "tr", text)


ASKED = st.text(alphabet=st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)), max_size=80)
SYNTAX = st.text(alphabet="\"'*():-^{}|&!<>~%_\\ aAıİ19.,/", max_size=40)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ASKED | SYNTAX, kind=ASKED, year=SYNTAX)
def test_no_input_is_an_error(text, kind, year):
    client = Client()
    for path in ("/tr/search/", "/en/search/suggestions/"):
        asked = {"q": text, "kind": kind, "from": year, "source": kind, "person": text, "page": year}
        assert client.get(path, asked).status_code == 200
