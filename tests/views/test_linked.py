"""Linked data (JSON-LD): one block a page, of the right types, with the page's own values and nothing unknown."""

import json
import re

import pytest

from relations.linked.dates import coverage, duration, ends, single
from relations.models import CouncilMeeting, Figure, Record, Source, Visit
from tests.views.test_pages import PAGES

SITE = "http://127.0.0.1:8000"
# What schema.org or its readers ask of each type.
REQUIRED = {
    "WebPage": {"@id", "url", "name", "description", "inLanguage", "isPartOf"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"@id", "url", "name", "description", "inLanguage", "isPartOf"},
    "ItemList": {"@id", "itemListElement"},
    "ListItem": {"position", "name"},
    "Event": {"@id", "name", "url"},
    "Person": {"name"},
    "Country": {"name", "identifier"},
    "GovernmentOrganization": {"name", "url"},
    "Legislation": {"@id", "name", "legislationType"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Observation": {"name", "variableMeasured", "observationAbout", "measurementMethod"},
    "QuantitativeValue": {"name", "unitText"},
    "Place": {"name", "address"},
}


def block(client, path):
    html = client.get(path).content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(text)


def nodes(value):
    """Every node of a graph, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


def values(value):
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from values(each)
    yield value


def types(node):
    return node["@type"] if isinstance(node["@type"], list) else [node["@type"]]


def main(client, path):
    """The node that a page is about."""
    graph = block(client, path)["@graph"]
    return next(node for node in graph if node.get("@id") == graph[0]["mainEntity"]["@id"])


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("timeline/", r'class="entry-title"><a href="([^"]+)"'),
        ("visits/", r'class="entry-title"><a href="([^"]+)"'),
        ("people/", r'<a href="(/\w+/people/[^"/]+/)"'),
        ("institutions/", r'<a href="(/\w+/institutions/[^"/]+/)"'),
        ("sources/", r'<a href="(/\w+/sources/[^"/]+/)"'),
        ("relations/", r'<a href="(/\w+/relations/[^"/]+/)"'),
    ],
)
def test_a_list_tells_what_is_on_it_in_the_order_of_the_page(client, world, language, page, links):
    path = f"/{language}/{page}"
    listed = main(client, path)
    assert block(client, path)["@graph"][0]["@type"] == "CollectionPage"
    assert listed["@type"] == "ItemList"
    assert [each["position"] for each in listed["itemListElement"]] == list(
        range(1, len(listed["itemListElement"]) + 1)
    )
    html = client.get(path).content.decode().partition("<main")[2].partition("<footer")[0]
    shown = dict.fromkeys(re.findall(links, html))
    assert [each["url"].removeprefix(SITE) for each in listed["itemListElement"]] == list(shown)
    assert shown


def test_a_list_with_nothing_on_it_tells_of_none(client, world):
    page = block(client, "/en/timeline/?from=1890&to=1891")["@graph"][0]
    assert page["@type"] == "CollectionPage"
    assert "mainEntity" not in page


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("page", [*PAGES, "downloads/"])
def test_every_page_is_told_once_whole_and_without_unknowns(client, world, tmp_path, settings, language, page):
    settings.DUMPS_ROOT = tmp_path
    found = block(client, f"/{language}/{page}")
    assert found["@context"] == "https://schema.org"
    assert all(value not in (None, "", [], {}) for value in values(found))
    page_node = found["@graph"][0]
    assert page_node["url"] == f"{SITE}/{language}/{page}"
    assert page_node["inLanguage"] == language
    for node in nodes(found):
        for type_ in types(node):
            assert REQUIRED.get(type_, set()) <= node.keys(), (type_, node)
        assert all(not str(node.get(key, SITE)).startswith("/") for key in ("url", "item", "contentUrl"))


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("visits/visit-1/", "Event"),
        ("meetings/kaz-tur-ydsk-2/", "Event"),
        ("milestones/milestone-1/", "Event"),
        ("councils/kaz-tur-ydsk/", "GovernmentOrganization"),
        ("figures/figure-1/", "Observation"),
        ("figures/figure-2/", "QuantitativeValue"),
        ("people/nursultan-nazarbayev/", "Person"),
        ("institutions/mfa-tur/", "GovernmentOrganization"),
        ("countries/kaz/", "Country"),
        ("sources/source-tr/", "NewsArticle"),
    ],
)
def test_each_thing_is_of_its_type(client, world, path, type_):
    assert types(main(client, f"/en/{path}")) == [type_]


def test_an_agreement_of_several_documents_is_a_law_and_a_collection(client, world):
    found = main(client, "/en/agreements/agreement-1/")
    assert types(found) == ["Legislation", "Collection"]
    assert found["legislationDate"] == "2009-10"
    assert found["legislationDateOfApplicability"] == "2012"
    assert found["collectionSize"] == 20
    assert found["inLanguage"] == ["tr", "kk"]
    assert "legislationLegalForce" not in found
    assert [source["name"] for source in found["citation"]] == ["Source source-tr"]


def test_what_binds_nobody_is_no_law(client, world):
    Record.objects.get(slug="agreement-1").as_agreement.__class__.objects.filter(slug="agreement-1").update(
        form="declaration", count=1
    )
    found = main(client, "/en/agreements/agreement-1/")
    assert types(found) == ["CreativeWork"]
    assert found["dateCreated"] == "2009-10"


def test_a_visit_tells_its_days_place_people_and_sources(client, world):
    found = main(client, "/en/visits/visit-1/")
    assert (found["startDate"], found["endDate"]) == ("2012-10-11", "2012-10-12")
    assert found["location"]["name"] == "Ankara"
    assert found["attendee"][0]["name"] == "Nursultan Nazarbayev"
    assert found["attendee"][0]["jobTitle"] == "President of Kazakhstan"
    assert {source["inLanguage"] for source in found["subjectOf"]} == {"tr", "en"}


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("held", "EventScheduled"),
        ("announced", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_the_status_of_an_event_is_that_of_its_plan(client, world, status, told):
    Visit.objects.filter(slug="visit-1").update(status=status)
    CouncilMeeting.objects.update(status=status)
    for path in ("visits/visit-1/", "meetings/kaz-tur-ydsk-2/"):
        assert main(client, f"/en/{path}")["eventStatus"] == f"https://schema.org/{told}"


@pytest.mark.parametrize(
    ("qualifier", "key"), [("exact", "value"), ("about", "value"), ("over", "minValue"), ("under", "maxValue")]
)
def test_a_figure_says_no_more_than_its_source(client, world, qualifier, key):
    Figure.objects.filter(slug="figure-1").update(qualifier=qualifier)
    found = main(client, "/en/figures/figure-1/")
    assert {name for name in ("value", "minValue", "maxValue") if name in found} == {key}
    assert found[key] == 625_000_000
    assert (found["observationDate"], found["observationPeriod"]) == ("2016", "P1Y")
    assert found["measurementMethod"] == "Ministry"


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- & ]]>"])
def test_no_title_ends_the_block(client, world, title):
    Record.objects.filter(slug="visit-1").update(title_en=title)
    html = client.get("/en/visits/visit-1/").content.decode()
    assert title not in html
    assert main(client, "/en/visits/visit-1/")["name"] == title


def test_breadcrumbs_are_the_same_for_readers_and_machines(client, world):
    html = client.get("/en/visits/visit-1/").content.decode()
    graph = block(client, "/en/visits/visit-1/")["@graph"]
    (told,) = [node for node in graph if node["@type"] == "BreadcrumbList"]
    (trail,) = re.findall(r'<nav class="breadcrumbs".*?</nav>', html, re.S)
    for step in told["itemListElement"]:
        assert f">{step['name']}<" in trail
        assert step.get("item", SITE).removeprefix(SITE) in trail
    assert [step["position"] for step in told["itemListElement"]] == [1, 2, 3, 4]


def test_an_unknown_or_vague_date_of_a_source_is_left_out(client, world):
    Source.objects.filter(slug="source-tr").update(published="2018~")
    assert "datePublished" not in main(client, "/en/sources/source-tr/")


@pytest.mark.parametrize("vague", ["", "199X", "2018~", "2018?", "2018%", "2012-21", "2012-XX"])
def test_a_vague_date_gives_nothing_that_could_pass_for_exact(vague):
    assert single(vague) == ""
    assert ends(vague) == ("", "")
    assert duration(vague) == ""
    assert coverage(vague) == ""


@pytest.mark.parametrize(
    ("edtf", "start", "end", "length"),
    [
        ("2016", "2016", "", "P1Y"),
        ("2012-10", "2012-10", "", "P1M"),
        ("2012-10-11", "2012-10-11", "", "P1D"),
        ("2012-10-11/2012-10-12", "2012-10-11", "2012-10-12", "P2D"),
        ("2025-01/2025-11", "2025-01", "2025-11", "P11M"),
        ("2014/2020", "2014", "2020", "P7Y"),
        ("2010/..", "2010", "", ""),
        ("../2010", "", "2010", ""),
        ("2012/2024-09", "2012", "2024-09", ""),
        ("2012/2014~", "2012", "", ""),
    ],
)
def test_dates_stay_as_precise_as_they_are(edtf, start, end, length):
    assert ends(edtf) == (start, end)
    assert duration(edtf) == length
