"""Lists: filters, pages, chosen properties, languages; never a draft; queries that do not grow."""

import pytest

from relations.api.shapes import BY_KIND, IN_LANGUAGE
from relations.models import Council, CouncilMeeting, Kind, Milestone, Relationship

LISTS = ("records", "timeline", "disagreements", *(kind.plural_slug for kind in Kind))


def slugs(answer):
    return [item["slug"] for item in answer["items"]]


def more(world, cite_more, count, first=0):
    for number in range(first, first + count):
        record = Milestone.objects.create(
            slug=f"more-{number}",
            title_tr="Olay",
            title_en="Event",
            date=str(1900 + number),
            relationship=world["pair"],
            editorial_status="published",
        )
        cite_more(record, "date", world["first"], record.date, preferred=True)


@pytest.mark.parametrize("name", LISTS)
def test_no_draft_is_ever_told(ask, world, name):
    assert "visit-draft" not in slugs(ask(name))


def test_a_draft_is_not_there_by_its_address_either(ask, world):
    ask("visits/visit-draft", 404)
    ask("records/visit-draft", 404)


def test_a_meeting_of_a_council_that_is_a_draft_stays_with_it(ask, world):
    Council.objects.update(editorial_status="draft")
    assert slugs(ask("meetings")) == []
    assert CouncilMeeting.objects.filter(editorial_status="published").exists()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "visit"}, ["visit-1"]),
        ({"kind": ["visit", "council"]}, ["visit-1", "kaz-tur-ydsk"]),
        ({"field": "culture"}, ["agreement-2", "milestone-1"]),
        ({"status": "held", "kind": "meeting"}, ["kaz-tur-ydsk-2"]),
        ({"person": "nursultan-nazarbayev"}, ["visit-1"]),
        ({"place": "ankara"}, ["visit-1"]),
        ({"from_": 2016}, ["figure-2", "figure-1"]),
        ({"to": 1992}, ["milestone-1"]),
        ({"differ": "1"}, ["figure-1"]),
        ({"order": "oldest", "limit": 2}, ["milestone-1", "agreement-2"]),
        ({"pair": "kaz-tur", "kind": "agreement"}, ["agreement-1", "agreement-2"]),
    ],
)
def test_a_list_obeys_the_filters_of_the_site(ask, world, query, expected):
    assert slugs(ask("records", **query)) == expected


def test_a_list_asks_only_the_tables_of_the_kinds_that_are_asked_for(ask, world, django_assert_max_num_queries):
    def tables(query):
        with django_assert_max_num_queries(45) as asked:
            ask(f"records?{query}")
        halves = ("agreement", "visit", "council", "councilmeeting", "milestone", "figure")
        return {half for half in halves for each in asked if f'FROM "relations_{half}"' in each["sql"]}

    assert tables("kind=visit") == {"visit"}
    assert tables("kind=visit&kind=figure") == {"visit", "figure"}
    assert len(tables("")) == 6


def test_what_many_countries_share_is_told_of_each_pair(ask, world):
    Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    assert slugs(ask("records", pair="aze-kaz")) == ["agreement-2"]


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("name", ["records", "timeline"])
def test_following_next_meets_every_record_once_and_prev_leads_back(client, ask, world, name, order):
    whole = slugs(ask(name, order=order))
    answer, met, back = ask(name, order=order, limit=2), [], []
    while True:
        met += slugs(answer)
        if not answer["next"]:
            break
        answer = client.get(answer["next"]).json()
    assert met == whole
    while answer["prev"]:
        answer = client.get(answer["prev"]).json()
        back = slugs(answer) + back
    assert back == met[: len(back)]
    assert len(back) >= len(whole) - 2


def test_no_row_is_missed_or_told_twice_while_records_are_added(client, ask, world, cite_more):
    whole = slugs(ask("records"))
    answer, met, added = ask("records", limit=3), [], 0
    while True:
        met += slugs(answer)
        if not answer["next"]:
            break
        more(world, cite_more, 1, added)  # before and after the place that the reader has reached
        Milestone.objects.filter(slug=f"more-{added}").update(slug=f"new-{added}")
        added += 1
        answer = client.get(answer["next"]).json()
    assert added > 1
    assert [slug for slug in met if not slug.startswith("new-")] == whole
    assert len(met) == len(set(met))


def test_next_is_a_whole_address_with_the_question_in_it(ask, world, settings):
    settings.SITE_URL = "https://record.example"
    address = ask("records", limit=1, kind=["visit", "figure"], lang="tr")["next"]
    assert address.startswith("https://record.example/api/v1/records?")
    assert {"limit=1", "kind=visit", "kind=figure", "lang=tr"} <= set(address.partition("?")[2].split("&"))


@pytest.mark.parametrize("kind", Kind)
def test_a_record_has_every_property_of_its_kind_where_none_is_chosen(ask, world, kind):
    (item, *_rest) = ask(kind.plural_slug, lang="tr")["items"]
    assert set(item) == BY_KIND[kind.value]
    (item, *_rest) = ask(kind.plural_slug)["items"]
    assert set(item) == BY_KIND[kind.value] - {*IN_LANGUAGE, "printed_value"}


def test_a_country_is_found_in_whatever_letters(ask, world):
    assert ask("countries/kaz")["name_en"] == ask("countries/KAZ")["name_en"] == "Kazakhstan"


def test_only_the_properties_that_are_chosen_come(ask, world):
    (item,) = ask("visits", fields="title_tr,from")["items"]
    always = {"kind": "visit", "slug": "visit-1"}
    assert always.items() <= item.items()
    assert set(item) == {"kind", "slug", "id", "api_url", "html_url", "title_tr", "from"}


@pytest.mark.parametrize(
    ("language", "title", "date", "value"),
    [("tr", "İhracat, 2016", "2016", "625 milyon ABD doları"), ("en", "Exports, 2016", "2016", "US$625 million")],
)
def test_a_language_adds_what_its_pages_show(ask, world, language, title, date, value):
    said = ask("figures/figure-1", lang=language)
    assert (said["title"], said["printed_date"], said["printed_value"]) == (title, date, value)
    assert said["html_url"].endswith(f"/{language}/figures/figure-1/")
    assert (said["title_tr"], said["title_en"]) == ("İhracat, 2016", "Exports, 2016")


def test_a_missing_translation_is_null(ask, world):
    assert ask("milestones/milestone-1", lang="en")["title"] is None
    assert ask("milestones/milestone-1", lang="tr")["title"] == "Yalnız Türkçe"


def test_the_addresses_of_a_record_lead_to_it(client, ask, world):
    said = ask("visits/visit-1", lang="en")
    assert client.get(said["api_url"]).json()["slug"] == "visit-1"
    assert b"The visit" in client.get(said["html_url"]).content
    assert client.get(said["id"]).status_code == 303
    assert (
        client.get(said["id"], headers={"accept": "application/json"}).headers["Location"] == "/api/v1/visits/visit-1"
    )


def test_a_record_says_in_both_places_what_its_line_in_the_file_says(ask, world):
    import json

    from relations.export import ndjson

    lines = [json.loads(line) for line in b"".join(ndjson.render(ndjson.records())).splitlines()]
    told = {item["slug"]: item for item in ask("records")["items"]}
    assert len(lines) == len(told)
    for line in lines:
        assert line.items() <= told[line["slug"]].items()


@pytest.mark.parametrize("name", [*LISTS, "people", "sources", "relationships", "checks", "search", "series"])
def test_queries_do_not_grow_with_the_records(client, world, cite_more, name, django_assert_max_num_queries):
    query = {"search": {"q": "event"}, "series": {"pair": "kaz-tur"}}.get(name, {}) | {"limit": 100}
    query = {"pair": "kaz-tur"} if name == "series" else query
    more(world, cite_more, 1)
    client.get(f"/api/v1/{name}", query)
    Milestone.objects.filter(slug="more-0").update(slug="again-0")  # a new revision
    with django_assert_max_num_queries(45) as few:
        client.get(f"/api/v1/{name}", query)
    more(world, cite_more, 40, 1)
    client.get("/api/v1/search?q=event")
    with django_assert_max_num_queries(45) as many:
        client.get(f"/api/v1/{name}", query)
    assert len(many) <= len(few) + 1
