"""Names that last: /id/ and its representations, former slugs, and what is gone."""

import json

import pytest
from django.urls import reverse

from relations import models
from relations.changes.keeping import keep_versions
from relations.models import Milestone, Record, Visit

LANGUAGES = ("tr", "en")


def rename(slug="visit-1", to="visit-one"):
    Record.objects.filter(slug=slug).update(slug=to)


def sees(client, path, accept, language="en"):
    response = client.get(path, headers={"accept": accept, "accept-language": language})
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/id/visit-1", "visits/visit-1/"),
        ("/id/kaz-tur-ydsk", "councils/kaz-tur-ydsk/"),
        ("/id/person/nursultan-nazarbayev", "people/nursultan-nazarbayev/"),
        ("/id/institution/mfa-tur", "institutions/mfa-tur/"),
        ("/id/source/source-tr", "sources/source-tr/"),
        ("/id/country/kaz", "countries/kaz/"),
        ("/id/relationship/kaz-tur", "relations/kaz-tur/"),
    ],
)
def test_a_name_leads_people_to_the_page_in_their_language(client, world, language, path, page):
    assert sees(client, path, "text/html,application/xhtml+xml,*/*;q=0.8", language) == (303, f"/{language}/{page}")
    assert client.get(f"/{language}/{page}").status_code == 200


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "/en/visits/visit-1/"),
        ("*/*", "/en/visits/visit-1/"),
        ("application/json", "/api/v1/visits/visit-1"),
        ("application/ld+json", "/en/visits/visit-1/data.jsonld"),
        ("text/html;q=0.2, application/ld+json;q=0.9, application/json;q=0.5", "/en/visits/visit-1/data.jsonld"),
        ("application/*;q=0.9, application/json", "/api/v1/visits/visit-1"),
        ("text/html;q=0, */*", "/en/visits/visit-1/data.jsonld"),
        ("application/*;q=0.5, text/*;q=0.4, application/ld+json;q=0", "/api/v1/visits/visit-1"),
        ('application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', "/en/visits/visit-1/data.jsonld"),
        ("application/json; charset=utf-8, text/html;q=0.9", "/api/v1/visits/visit-1"),
        ("image/png, */*;q=0.1", "/en/visits/visit-1/"),
        ("application/ld+json, */*", "/en/visits/visit-1/data.jsonld"),
    ],
)
def test_a_name_leads_to_the_form_that_the_client_prefers(client, world, accept, expected):
    assert sees(client, "/id/visit-1", accept) == (303, expected)


@pytest.mark.parametrize(
    ("languages", "code"),
    [
        ("tr, en;q=0.5", "tr"),
        ("en;q=0.5, tr;q=0.9", "tr"),
        ("tr-TR, tr;q=0.9, en-US;q=0.8", "tr"),
        ("kk, ru;q=0.9, en-GB;q=0.8, tr;q=0.1", "en"),
        ("tr;q=0, en", "en"),
        ("en;q=0, tr;q=0.001", "tr"),
    ],
)
def test_a_name_leads_to_the_language_that_is_liked_best(client, world, languages, code):
    for accept, ending in (("*/*", ""), ("application/ld+json", "data.jsonld")):
        assert sees(client, "/id/visit-1", accept, languages) == (303, f"/{code}/visits/visit-1/{ending}")


@pytest.mark.parametrize("languages", ["", "*", "kk", "kk, *;q=0.5"])
def test_whoever_reads_neither_language_is_led_to_the_site_s_own(client, world, settings, languages):
    assert sees(client, "/id/visit-1", "*/*", languages)[1] == f"/{settings.LANGUAGE_CODE}/visits/visit-1/"


def test_a_client_that_takes_none_of_our_forms_is_told_which_there_are(client, world):
    assert client.get("/id/visit-1", headers={"accept": "*/*;q=0"}).status_code == 406
    response = client.get("/id/visit-1", headers={"accept": "image/png"})
    assert response.status_code == 406
    assert "application/ld+json" in response.content.decode()


def test_what_a_name_leads_to_varies_by_form_and_language(client, world):
    varies = client.get("/id/visit-1").headers["Vary"]
    assert {"Accept", "Accept-Language"} <= {each.strip() for each in varies.split(",")}


def test_a_name_hands_its_question_on(client, world):
    assert sees(client, "/id/visit-1?as-of=7", "*/*")[1] == "/en/visits/visit-1/?as-of=7"


@pytest.mark.parametrize("path", ["none", "visit-draft", "person/none", "chart/trade", "nonsense/visit-1"])
def test_what_nobody_may_see_has_no_name(client, world, path):
    assert client.get(f"/id/{path}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "slug", "type_"),
    [
        ("visit", "visit-1", "Event"),
        ("agreement", "agreement-1", "Legislation"),
        ("figure", "figure-1", "Observation"),
        ("person", "nursultan-nazarbayev", "Person"),
        ("country", "kaz", "Country"),
        ("relationship", "kaz-tur", "WebPage"),
    ],
)
def test_linked_data_stands_at_an_address_of_its_own(client, world, language, name, slug, type_):
    path = reverse(f"{name}_linked", args=[slug]).split("/", 2)[2]
    response = client.get(f"/{language}/{path}")
    graph = json.loads(response.content)
    assert response.headers["Content-Type"] == "application/ld+json"
    assert graph["@context"] == "https://schema.org"
    assert type_ in graph["@type"]
    if name == "visit":
        assert graph["name"] == {"tr": "Ziyaret", "en": "The visit"}[language]
        assert graph["subjectOf"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_former_slug_leads_to_the_new_one_for_good(client, world, language):
    rename()
    response = client.get(f"/{language}/visits/visit-1/?as-of=1")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{language}/visits/visit-one/?as-of=1")
    assert sees(client, "/id/visit-1", "*/*") == (301, "/id/visit-one")


def test_every_former_slug_leads_to_the_present_one_at_once(client, world):
    rename()
    rename("visit-one", "visit-two")
    for slug in ("visit-1", "visit-one"):
        assert client.get(f"/en/visits/{slug}/").headers["Location"] == "/en/visits/visit-two/"


@pytest.mark.parametrize(
    ("language", "words"), [("tr", "Bu kayıt artık yayında değil"), ("en", "This record is no longer public")]
)
@pytest.mark.parametrize("how", ["deleted", "withdrawn", "renamed and deleted"])
def test_what_is_gone_says_what_it_was_and_no_more(client, world, language, words, how):
    Visit.objects.filter(slug="visit-1").update(summary_tr="Gizli", summary_en="Secret")
    keep_versions()
    if how == "withdrawn":
        Record.objects.filter(slug="visit-1").update(editorial_status="draft")
    else:
        if how != "deleted":
            rename()
        Record.objects.get(title_en="The visit").as_visit.meetings.update(during_visit=None)
        Record.objects.get(title_en="The visit").delete()
    for kept in (False, True):  # whether anybody has looked since
        if kept:
            keep_versions()
        response = client.get(f"/{language}/visits/visit-1/")
        html = response.content.decode()
        assert response.status_code == 410
        for text in (words, "Ziyaret", "The visit", "2012"):
            assert text in html
        assert "Gizli" not in html
        assert "Secret" not in html
        assert "noindex" in html
    assert client.get("/id/visit-1", headers={"accept-language": language}).status_code == 410


def test_a_draft_that_never_was_public_is_just_not_there(client, world):
    keep_versions()
    Visit.objects.get(slug="visit-draft").delete()
    keep_versions()
    assert client.get("/en/visits/visit-draft/").status_code == 404


THINGS = [
    (models.Person, "person", "people", "nursultan-nazarbayev"),
    (models.Institution, "institution", "institutions", "mfa-tur"),
    (models.Source, "source", "sources", "source-tr"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "noun", "folder", "slug"), THINGS)
def test_a_former_slug_of_a_thing_leads_to_the_new_one_wherever_it_stood(
    client, world, language, model, noun, folder, slug
):
    for new in ("in-between", "now"):
        model.objects.filter(slug__in=(slug, "in-between")).update(slug=new)
    for old in (slug, "in-between"):
        for way in (f"{language}/{folder}/{{}}/", f"{language}/{folder}/{{}}/data.jsonld", f"id/{noun}/{{}}"):
            response = client.get(f"/{way.format(old)}?a=1")
            assert (response.status_code, response["Location"]) == (301, f"/{way.format('now')}?a=1")
            assert client.get(response["Location"], headers={"accept": "*/*"}).status_code in (200, 303)
        response = client.get(f"/api/v1/{folder}/{old}?lang={language}")
        assert (response.status_code, response["Location"]) == (301, f"/api/v1/{folder}/now?lang={language}")
        assert client.get(response["Location"]).json()["slug"] == "now"


@pytest.mark.parametrize(("language", "words"), [("tr", "Bu sayfa artık yok"), ("en", "This page is no longer there")])
@pytest.mark.parametrize(("model", "noun", "folder"), [each[:3] for each in THINGS])
@pytest.mark.parametrize("renamed", [False, True])
def test_a_thing_that_was_deleted_says_what_it_was_called_and_no_more(
    client, world, language, words, model, noun, folder, renamed
):
    column = "title" if noun == "source" else "name"
    secret = (
        {"author": "Gizli", "kind": "press"} if noun == "source" else {"summary_tr": "Gizli", "summary_en": "Gizli"}
    )
    thing = model.objects.create(slug="was-here", **titled(column, "Eski ad", "Old name"), **secret)
    if renamed:
        model.objects.filter(slug="was-here").update(slug="later", **titled(column, "Son ad", "Last name"))
    model.objects.get(pk=thing.pk).delete()
    called = ("Son ad", "Last name") if renamed else ("Eski ad", "Old name")
    for slug in ("was-here", "later") if renamed else ("was-here",):
        response = client.get(f"/{language}/{folder}/{slug}/")
        html = response.content.decode()
        assert response.status_code == 410
        assert all(text in html for text in (words, *called, "noindex"))
        assert "Gizli" not in html
        assert client.get(f"/id/{noun}/{slug}").status_code == 410
        told = client.get(f"/api/v1/{folder}/{slug}?lang={language}")
        assert (told.status_code, told.json()["detail"]) == (410, called[LANGUAGES.index(language)])
    model.objects.create(slug="was-here", **titled(column, "Yeni", "New"), **secret)
    assert client.get(f"/{language}/{folder}/was-here/").status_code == 200


def titled(column, tr, en):
    return {f"{column}_tr": tr, f"{column}_en": en}


def test_the_api_leads_to_nobody_whom_only_a_draft_names(client, world):
    person = models.Person.objects.create(slug="unknown", name_tr="Adsız", name_en="Nameless")
    models.Participation.objects.create(record=world["draft"].record, role="visitor", person=person)
    models.Person.objects.filter(slug="unknown").update(slug="unknown-still")
    response = client.get("/api/v1/people/unknown")
    assert response.status_code == 404
    assert "Nameless" not in response.content.decode()


@pytest.mark.parametrize("path", ["en/people/{}/", "en/people/{}/data.jsonld", "id/person/{}", "api/v1/people/{}"])
def test_a_slug_that_a_record_had_is_no_name_of_a_person(client, world, path):
    rename()
    assert client.get(f"/{path.format('visit-1')}").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("tr", "Eski adresi"), ("en", "its old address leads there")])
@pytest.mark.parametrize(("model", "slug"), [(each[0], each[3]) for each in THINGS])
def test_a_former_slug_of_a_thing_cannot_be_given_to_another(world, language, words, model, slug):
    from django.core.exceptions import ValidationError
    from django.utils.translation import override

    model.objects.filter(slug=slug).update(slug="now")
    with override(language), pytest.raises(ValidationError, match=words):
        model(slug=slug).clean()
    model.objects.get(slug="now").clean()
    model(slug="none").clean()


@pytest.mark.parametrize(("language", "words"), [("tr", "Eski adresi"), ("en", "its old address leads there")])
def test_a_former_slug_cannot_be_given_to_another_record(world, language, words):
    from django.core.exceptions import ValidationError
    from django.utils.translation import override

    rename()
    with override(language), pytest.raises(ValidationError, match=words):
        Milestone(slug="visit-1", title_tr="Olay").full_clean(exclude=["title", "title_en"])
    Record.objects.get(slug="visit-one").clean()


@pytest.mark.parametrize(("language", "words"), [("tr", "Kalıcı adres"), ("en", "Permanent address")])
def test_a_page_names_its_permanent_address(client, world, settings, language, words):
    for page, name in (("visits/visit-1/", "visit-1"), ("people/nursultan-nazarbayev/", "person/nursultan-nazarbayev")):
        html = client.get(f"/{language}/{page}").content.decode()
        assert words in html
        assert f'href="{settings.SITE_URL}/id/{name}"' in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", ["Agreement", "Visit", "Council", "CouncilMeeting", "Milestone", "Figure"])
def test_every_kind_of_record_says_what_it_is_called_elsewhere(client, world, language, model):
    record = getattr(models, model).objects.filter(editorial_status="published").first()
    Record.objects.filter(pk=record.pk).update(wikidata="Q42")
    html = client.get(f"/{language}/{record.get_absolute_url()[4:]}").content.decode()
    assert '<a href="https://www.wikidata.org/wiki/Q42"' in html
    assert '"sameAs":"https://www.wikidata.org/entity/Q42"' in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("model", "page"),
    [
        ("Person", "people/nursultan-nazarbayev/"),
        ("Institution", "institutions/mfa-tur/"),
        ("Country", "countries/kaz/"),
    ],
)
def test_people_institutions_and_countries_too(client, world, language, model, page):
    getattr(models, model).objects.update(wikidata="Q42")
    html = client.get(f"/{language}/{page}").content.decode()
    assert '<a href="https://www.wikidata.org/wiki/Q42"' in html
    assert '"sameAs":"https://www.wikidata.org/entity/Q42"' in html


@pytest.mark.parametrize("form", ["treaty", "memorandum"])
def test_a_registration_number_stands_on_the_page_and_in_its_data(client, world, form):
    models.Agreement.objects.filter(slug="agreement-1").update(untreaty_number="12345", form=form)
    html = client.get("/en/agreements/agreement-1/").content.decode()
    name = "legislationIdentifier" if form == "treaty" else "identifier"
    assert "<dd>12345</dd>" in html
    assert f'"{name}":"12345"' in html
