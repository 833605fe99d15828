"""What is no plain list: pairs, series, disagreements, findings, search, changes, and a record as it stood."""

import pytest

from relations.api import found
from relations.changes.keeping import keep_versions
from relations.models import Figure, Milestone, Record, Reporter, Revision, Visit


def test_a_pair_brings_its_key_figures_and_how_much_is_on_record(ask, world):
    said = ask("relationships/kaz-tur", lang="en")
    assert (said["first"], said["second"]) == ("KAZ", "TUR")
    assert said["records"] == Record.objects.published().filter(relationship=world["pair"]).count()
    assert (said["first_year"], said["latest"]) == (1991, "kaz-tur-ydsk-2")
    assert {figure["slug"] for figure in said["key_figures"]} == {"figure-1", "figure-2"}
    assert said["key_figures"][0]["citations"]


def figure(world, slug, **other):
    """Another export from Türkiye to Kazakhstan."""
    about = {"indicator": "export", "origin_id": "TUR", "destination_id": "KAZ", "value": 1, "unit": "USD"}
    about |= {"reporter": world["figure"].reporter, "relationship": world["pair"], "editorial_status": "published"}
    return Figure.objects.create(slug=slug, title_tr=slug, title_en=slug, **{**about, "date": "2017", **other})


def test_a_series_is_of_one_reporter_direction_unit_and_part_alone(ask, world):
    other = Reporter.objects.create(slug="other", name_tr="Öteki", name_en="Other")
    figure(world, "next-year")
    figure(world, "earlier", date="2011-01/2011-09")
    apart = [
        figure(world, "of-another", reporter=other),
        figure(world, "other-way", origin_id="KAZ", destination_id="TUR"),
        figure(world, "in-euro", unit="EUR"),
        figure(world, "aimed-at", qualifier="planned"),
        figure(world, "of-students", indicator="students", unit="people"),
        figure(world, "of-women", indicator="students", unit="people", breakdown="female"),
    ]
    rows = [[point["slug"] for point in row["points"]] for row in ask("series", pair="kaz-tur")["items"]]
    assert ["earlier", "figure-1", "next-year"] in rows
    for alone in apart:
        assert [alone.slug] in rows


def test_a_series_keeps_each_period_as_precise_as_it_is(ask, world):
    figure(world, "nine-months", date="2017-01/2017-09")
    (row,) = ask("series", pair="kaz-tur", indicator="export", lang="en")["items"]
    assert [point["period"] for point in row["points"]] == ["2016", "2017-01/2017-09"]
    assert row["points"][1]["period_latest"] == "2017-09-30"


def test_a_series_is_bounded_and_says_what_it_leaves_out(ask, world, monkeypatch):
    figure(world, "next-year")
    assert not ask("series", pair="kaz-tur", indicator="export")["older_left_out"]
    monkeypatch.setattr(found, "POINTS", 1)
    answer = ask("series", pair="kaz-tur", indicator="export", lang="en")
    assert [point["slug"] for row in answer["items"] for point in row["points"]] == ["next-year"]
    assert answer["older_left_out"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"reporter": "none"}, []),
        ({"reporter": "mfa-tur", "indicator": "trade_total"}, ["figure-2"]),
        ({"origin": "TUR"}, ["figure-1"]),
        ({"destination": "TUR"}, ["figure-2"]),
        ({"breakdown": "female"}, []),
    ],
)
def test_series_can_be_narrowed(ask, world, query, expected):
    rows = ask("series", pair="kaz-tur", **query)["items"]
    assert [point["slug"] for row in rows for point in row["points"]] == expected


def test_a_disagreement_tells_what_each_source_says(ask, world):
    (item,) = ask("disagreements", lang="en")["items"]
    (field,) = item["fields"]
    assert (item["slug"], field["field"], field["state"]) == ("figure-1", "value", "conflict")
    assert [(each["source"], each["says"]) for each in field["citations"]] == [
        ("source-tr", "625000000"),
        ("source-en", "725000000"),
    ]
    assert [each["printed"] for each in field["citations"]] == ["US$625 million", "US$725 million"]


def test_findings_are_told_in_both_languages_and_page_by_key(client, ask, world):
    whole = ask("checks")["items"]
    keys = [(item["check"], item["key"]) for item in whole]
    assert keys == sorted(keys)
    assert all(item["text_tr"] and item["text_en"] for item in whole)
    assert any(item["text_tr"] != item["text_en"] for item in whole)
    answer, met = ask("checks", limit=1), []
    while True:
        met += [(item["check"], item["key"]) for item in answer["items"]]
        if not answer["next"]:
            break
        answer = client.get(answer["next"]).json()
    assert met == keys
    only = ask("checks", check=whole[0]["check"], pair="kaz-tur", lang="tr")["items"]
    assert {item["check"] for item in only} == {whole[0]["check"]}
    assert only[0]["text"] == only[0]["text_tr"]


def test_search_brings_the_best_first_with_kind_titles_summary_and_date(ask, world):
    Visit.objects.update(summary_tr="Özet.", summary_en="A summary.")
    (best, *_rest) = ask("search", q="The visit", lang="en")["items"]
    assert (best["kind"], best["slug"], best["date"]) == ("visit", "visit-1", "2012-10-11/2012-10-12")
    assert (best["title_tr"], best["title_en"], best["summary"]) == ("Ziyaret", "The visit", "A summary.")
    assert "visit-draft" not in str(ask("search", q="draft visit taslak ziyaret"))


def test_search_obeys_filters_and_pages(client, ask, world):
    first = ask("search", q="Exports Target Hedef İhracat", limit=1)
    assert first["total"] == 2
    second = client.get(first["next"]).json()
    assert {first["items"][0]["slug"], second["items"][0]["slug"]} == {"figure-1", "figure-2"}
    assert second["next"] is None
    assert client.get(second["prev"]).json()["items"] == first["items"]
    assert [item["slug"] for item in ask("search", q="625", source="source-en")["items"]] == ["figure-1"]


def walked(client, answer, way="next"):
    """Every answer from this one on."""
    while answer:
        yield answer
        answer = client.get(answer[way]).json() if answer[way] else None


def slugs(answer):
    return [item["slug"] for item in answer["items"]]


@pytest.mark.parametrize("query", [{"q": "Exports"}, {"q": "Kazakhstan"}, {"q": "Kazakhstan nothingness"}])
def test_following_next_meets_every_result_once_and_prev_leads_back(client, ask, world, query):
    whole = slugs(ask("search", **query, limit=100))
    met = list(walked(client, ask("search", **query, limit=2)))
    assert [slug for answer in met for slug in slugs(answer)] == whole
    back = list(walked(client, met[-1], "prev"))[::-1]
    assert [slugs(answer) for answer in back[1:]] == [slugs(answer) for answer in met[1:]]
    assert {answer["total"] for answer in met} == {len(whole)}


def test_no_result_is_missed_or_told_twice_while_records_come_and_go(client, ask, world):
    about = {"relationship": world["pair"], "editorial_status": "published", "title_tr": "Kazakistan ihracatı"}
    for number in range(5):
        en = {"slug": f"export-{number}", "title_en": "Exports of Kazakhstan", "date": f"199{number}"}
        Milestone.objects.create(**en, **about)
    whole = slugs(ask("search", q="Kazakhstan exports"))
    met = []
    for number, answer in enumerate(walked(client, ask("search", q="Kazakhstan exports", limit=2))):
        met += slugs(answer)
        best, last = f"first-{number}", f"last-{number}"  # before and after the place that the reader has reached
        Milestone.objects.create(slug=best, title_en="Kazakhstan exports", date="2024", **about)
        Milestone.objects.create(slug=last, title_en="", summary_en="Of exports, Kazakhstan", **about)
        Record.objects.filter(slug=met[-1]).delete()  # the position that was handed out
    assert [slug for slug in met if not slug.startswith("last-")] == whole
    assert len(met) == len(set(met))
    assert any(slug.startswith("last-") for slug in met)


@pytest.mark.parametrize("text", ['"', "' OR 1=1 --", "NEAR(", "*", "ş" * 200, "a AND", "\\", "İı"])
def test_search_takes_any_text(ask, world, text):
    assert "items" in ask("search", q=text)


def test_changes_since_a_revision_tell_what_became_of_records(client, ask, world):
    keep_versions()
    before = Revision.current().number
    assert ask("changes", since=before)["items"] == []
    visit = Visit.objects.get(slug="visit-1")
    visit.title_en = "The state visit"
    visit.save()
    Figure.objects.get(slug="figure-2").delete()
    keep_versions()
    told = ask("changes", since=before, lang="en")["items"]
    assert [(each["change"], each["slug"]) for each in told] == [("changed", "visit-1"), ("removed", "figure-2")]
    assert told[0]["fields"] == ["title_en"]
    assert told[0]["title"] == "The state visit"
    page = ask("changes", since=before, limit=1)
    assert [each["slug"] for each in client.get(page["next"]).json()["items"]] == ["figure-2"]


def test_what_was_removed_is_gone_and_says_what_it_was(client, ask, world):
    keep_versions()
    Figure.objects.get(slug="figure-2").delete()
    keep_versions()
    told = ask("figures/figure-2", 410, lang="tr")
    assert told["detail"] == "Hedef"
    ask("records/figure-2", 410)


def test_what_was_renamed_leads_to_its_new_address(client, world):
    keep_versions()
    Record.objects.filter(slug="visit-1").update(slug="visit-one")
    response = client.get("/api/v1/visits/visit-1?lang=tr")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/visits/visit-one?lang=tr")


def test_a_record_can_be_read_as_it_stood(ask, world):
    keep_versions()
    before = Revision.current().number
    visit = Visit.objects.get(slug="visit-1")
    visit.title_en = "Renamed"
    visit.save()
    keep_versions()
    assert ask("visits/visit-1")["title_en"] == "Renamed"
    then = ask("visits/visit-1", as_of=before, lang="en")
    assert (then["title"], then["printed_date"]) == ("The visit", "11–12 October 2012")
    assert ask("figures/figure-1", as_of=before, lang="tr")["printed_value"] == "625 milyon ABD doları"
    ask("visits/visit-1", 404, as_of=1)


def test_the_timeline_counts_all_that_its_filters_leave(ask, world):
    said = ask("timeline", limit=1, kind="figure")
    assert len(said["items"]) == 1
    assert sum(each["records"] for each in said["density"]) == 2
    assert said["density"][0] == {"kind": "figure", "first_year": 2016, "last_year": 2016, "records": 1}
