import re

import pytest
from django.contrib.auth.models import Permission, User

from relations.models import Milestone

LANGUAGES = ("tr", "en")
PAGES = (
    "",
    "timeline/",
    "relations/",
    "relations/kaz-tur/",
    "agreements/",
    "agreements/agreement-1/",
    "agreements/agreement-2/",
    "visits/",
    "visits/visit-1/",
    "councils/",
    "councils/kaz-tur-ydsk/",
    "meetings/",
    "meetings/kaz-tur-ydsk-2/",
    "milestones/",
    "milestones/milestone-1/",
    "milestones/milestone-2/",
    "figures/",
    "figures/figure-1/",
    "figures/figure-2/",
    "countries/",
    "countries/kaz/",
    "on-this-day/",
    "on-this-day/10-11/",
    "people/",
    "people/nursultan-nazarbayev/",
    "institutions/",
    "institutions/mfa-tur/",
    "sources/",
    "sources/source-tr/",
    "checks/",
    "changes/",
    "relations/kaz-tur/checks/",
    "api/",
    "about/",
    "about/design/",
    "method/",
)
# What each page may ask of the database, however many records there are.
QUERIES = {
    "about/design/": 48,
    "": 17,  # pairs with their latest, and four lists of cards
    "timeline/": 16,
    "relations/kaz-tur/": 33,  # five charts bring their own sources and people
    "councils/kaz-tur-ydsk/": 22,  # the chart, who attended, what was signed
    "people/nursultan-nazarbayev/": 18,
    "countries/kaz/": 23,  # its pairs, what is latest, people, shared agreements, institutions, places
    "downloads/": 8,
    "api/": 190,  # asks each address once, and only once a revision
    "checks/": 26,
    "changes/": 52,  # keeps the versions that nobody kept, a handful of queries for each kind of record
    "relations/kaz-tur/checks/": 26,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_its_language(client, world, language, page):
    response = client.get(f"/{language}/{page}")
    html = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1
    assert " style=" not in re.sub(r"<textarea.*?</textarea>", "", html, flags=re.S)  # code for other people's pages
    assert not re.findall(r'<script(?! type="application/ld\+json">)(?![^>]* src=)', html)  # no code in the page itself


@pytest.mark.parametrize("page", PAGES)
def test_the_language_switch_keeps_the_page_and_its_filters(client, world, page):
    html = client.get(f"/tr/{page}?pair=kaz-tur&from=2001").content.decode()
    assert f'href="/en/{page}?pair=kaz-tur&amp;from=2001"' in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_queries_do_not_grow_with_the_records(client, world, cite_more, language, page, django_assert_max_num_queries):
    limit = QUERIES.get(page, 16)
    with django_assert_max_num_queries(limit) as few:
        client.get(f"/{language}/{page}")
    for number in range(60):
        more = Milestone.objects.create(
            slug=f"more-{number}",
            title_tr="Olay",
            title_en="Event",
            date=str(1950 + number),
            relationship=world["pair"],
            editorial_status="published",
        )
        cite_more(more, "date", world["first"], more.date, preferred=True)
    with django_assert_max_num_queries(limit) as many:
        client.get(f"/{language}/{page}")
    assert len(many) <= len(few) + 1  # a pager where there was none


def test_a_draft_shows_to_staff_alone_and_says_so(client, world):
    assert client.get("/en/visits/visit-draft/").status_code == 404
    assert b"Draft visit" not in client.get("/en/timeline/").content
    staff = User.objects.create_user("editor", is_staff=True)
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/en/visits/visit-draft/").status_code == 404
    staff.user_permissions.add(Permission.objects.get(codename="view_record"))
    assert b"This is a draft" in client.get("/en/visits/visit-draft/").content


@pytest.mark.parametrize(("language", "expected"), [("tr", "11-12 Ekim 2012"), ("en", "11–12 October 2012")])
def test_an_imprecise_date_prints_as_what_it_is(client, world, language, expected):
    assert expected in client.get(f"/{language}/visits/visit-1/").content.decode()


@pytest.mark.parametrize(("language", "expected"), [("tr", "625 milyon ABD doları"), ("en", "US$625 million")])
def test_a_figure_prints_as_the_language_writes_it(client, world, language, expected):
    for page in ("figures/figure-1/", "figures/", "relations/kaz-tur/", "timeline/"):
        assert expected in client.get(f"/{language}/{page}").content.decode()


def test_a_value_shows_source_place_evidence_and_what_each_source_says(client, world):
    html = client.get("/en/figures/figure-1/").content.decode()
    assert '<q lang="tr">625 milyon Doları</q>' in html
    assert "characters 10–28" in html
    assert "US$725 million" in html
    assert "sources differ" in html
    assert "So the original." in html


def test_an_inferred_value_names_its_rule(client, world):
    html = client.get("/en/visits/visit-1/").content.decode()
    assert "inferred: the holder of an office that the text names without the person" in re.sub(r"\s+", " ", html)


def test_a_missing_translation_is_marked_with_its_language(client, world):
    html = client.get("/en/milestones/milestone-1/").content.decode()
    assert re.search(r'<h1><span lang="tr" class="untranslated"[^>]*>Yalnız Türkçe</span></h1>', html)
    assert "<title>Yalnız Türkçe ·" in html
    overview = client.get("/en/relations/kaz-tur/").content.decode()
    assert '<div lang="tr" class="untranslated">' in overview


def test_the_profile_shows_gaps_disputes_and_what_many_share(client, world):
    html = client.get("/en/relations/kaz-tur/").content.decode()
    assert "no source on record" in html  # the first meeting
    assert html.index("Where sources differ") < html.rindex("Exports, 2016")
    assert "Multilateral agreement" in html


def test_a_multilateral_record_shows_on_every_pair_that_it_concerns(client, world):
    from relations.models import Relationship

    Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    for slug in ("aze-kaz", "kaz-tur"):
        assert b"Multilateral agreement" in client.get(f"/en/timeline/?pair={slug}").content


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("kind=visit", "The visit", "The agreement"),
        ("field=trade", "Exports, 2016", "The visit"),
        ("from=2012&to=2012", "The visit", "The agreement"),
        ("to=1992", "Yalnız Türkçe", "The visit"),
        ("from=2016", "Exports, 2016", "The visit"),
        ("pair=kaz-tur&kind=visit&kind=figure", "Exports, 2016", "The council"),
    ],
)
def test_the_timeline_obeys_its_filters(client, world, query, there, gone):
    html = client.get(f"/en/timeline/?{query}").content.decode()
    assert there in html
    assert gone not in html


@pytest.mark.parametrize("query", ["kind=nonsense", "pair=tur-kaz", "field=x", "from=abc", "to=99999", "from=²"])
def test_an_unknown_filter_value_is_left_out_with_a_notice(client, world, query):
    response = client.get(f"/en/timeline/?{query}")
    assert response.status_code == 200
    assert "it was ignored" in response.content.decode()
    assert "The visit" in response.content.decode()


@pytest.mark.parametrize(
    "page", ["institutions/mfa-tur/?page=9", "sources/source-tr/?page=0", "sources/source-tr/?page=x"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_out_of_range_is_not_found(client, world, language, page):
    assert client.get(f"/{language}/{page}").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("tr", "Sayfa bulunamadı"), ("en", "Page not found")])
def test_the_missing_page_speaks_the_language_of_its_address(client, world, language, words):
    response = client.get(f"/{language}/visits/none/")
    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_error_speaks_both_languages(client, world, language, monkeypatch):
    monkeypatch.setattr("relations.views.about.totals", None)
    client.raise_request_exception = False
    response = client.get(f"/{language}/method/")
    assert response.status_code == 500
    assert "Bir hata oluştu" in response.content.decode()
    assert "Something went wrong" in response.content.decode()


@pytest.mark.parametrize("path", ["timeline/?from=%00", "timeline/?q=" + "x" * 10_000, "visits/a%00b/"])
@pytest.mark.parametrize(("language", "words"), [("tr", "Adres"), ("en", "The address")])
def test_an_unreadable_address_is_refused_in_its_language(client, world, language, words, path):
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 400
    assert response.content.decode().startswith(words)


def test_the_bare_address_leads_to_the_readers_language(client, world):
    for language in LANGUAGES:
        response = client.get("/", headers={"accept-language": language})
        assert response.headers["Location"] == f"/{language}/"


def test_pages_carry_a_strict_policy(client, world):
    policy = client.get("/en/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_only_what_stands_in_a_published_record_is_listed(client, world):
    from relations.models import Institution, Participation, Person, Source

    idle = Person.objects.create(slug="idle", name_tr="Boşta", name_en="Idle person")
    Participation.objects.create(record=world["draft"].record, role="visitor", person=idle)
    Institution.objects.create(slug="idle", name_tr="Boşta", name_en="Idle institution")
    Source.objects.create(slug="idle", kind="press", language="en", title_tr="Boşta", title_en="Idle source")
    for page, shown in (
        ("people", "Nursultan Nazarbayev"),
        ("institutions", "Ministry"),
        ("sources", "Source source-tr"),
    ):
        html = client.get(f"/en/{page}/").content.decode()
        assert shown in html
        assert "Idle" not in html


def test_years_the_wrong_way_round_are_exchanged_with_a_notice(client, world):
    html = client.get("/en/timeline/?from=2012&to=2009").content.decode()
    assert "the two were swapped" in html
    assert "The visit" in html
    assert "The agreement" in html


def test_a_councils_page_names_it_once_as_its_heading(client, world):
    html = client.get("/en/councils/kaz-tur-ydsk/").content.decode()
    assert html.count("The council</h1>") == 1
    assert "The council</a>" not in html
    assert "no source on record" in html
