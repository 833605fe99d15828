import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations import models as m
from relations.export import ndjson, public
from relations.export.records import EXPORTS, number, says

COMMON = {
    "kind", "slug", "relationship", "countries", "date", "date_earliest", "date_latest", "title_tr", "title_en",
    "summary_tr", "summary_en", "area", "place", "participants", "citations",
}  # fmt: skip
OWN = {
    "visit": {"visit_kind", "status", "from", "to"},
    "council": {"council_kind", "abbreviation_tr", "abbreviation_en"},
    "meeting": {"council", "ordinal", "status", "during_visit", "replaced_by"},
    "agreement": {"form", "count", "articles", "in_force", "signed_at_visit", "signed_at_meeting", "part_of"},
    "milestone": set(),
    "figure": {
        "indicator", "breakdown", "from", "to", "reporter", "announcer", "period", "deadline", "value", "unit",
        "qualifier", "step",
    },
}  # fmt: skip
CITATION = {
    "field", "source", "start", "end", "evidence", "says", "qualifier", "step", "preferred", "reason_tr", "reason_en",
    "inference",
}  # fmt: skip


def records():
    lines = b"".join(ndjson.render(ndjson.records())).decode().splitlines()
    return {record["slug"]: record for record in map(json.loads, lines)}


@pytest.mark.django_db
def test_every_published_record_has_one_line(world):
    lines = b"".join(ndjson.render(ndjson.records())).decode().split("\n")
    slugs = sorted(json.loads(line)["slug"] for line in lines[:-1])
    published = m.Record.objects.published().exclude(slug="kaz-tur-kek-12")  # its council is a draft
    assert slugs == sorted(published.values_list("slug", flat=True))
    assert lines[-1] == ""


@pytest.mark.django_db
@pytest.mark.parametrize("kind", m.Kind.values)
def test_a_record_has_the_keys_of_its_kind_and_no_others(world, kind):
    found = [record for record in records().values() if record["kind"] == kind]
    others = set().union(*OWN.values()) - OWN[kind]
    assert found
    for record in found:
        assert record.keys() >= COMMON | OWN[kind]
        assert not record.keys() & others


@pytest.mark.django_db
def test_a_visit_says_who_went_from_where_and_who_says_so(world):
    visit = records()["visit-kaz-tur-2012-10-nazarbayev"]
    assert (visit["from"], visit["to"], visit["place"], visit["relationship"]) == ("KAZ", "TUR", "istanbul", "kaz-tur")
    assert (visit["date_earliest"], visit["date_latest"]) == ("2012-10-11", "2012-10-12")
    assert visit["title_tr"] == "Nazarbayev'in ziyareti"
    assert visit["summary_en"] is None
    assert visit["participants"] == [
        {"role": "chair", "person": None, "office": "president-kaz"},
        {"role": "visitor", "person": "nursultan-nazarbayev", "office": "president-kaz"},
    ]
    english, turkish = visit["citations"]
    assert turkish.keys() == CITATION
    assert (turkish["source"], turkish["start"], turkish["end"]) == ("mfa-tr-kazakhstan-tr", 900, 905)
    assert (turkish["evidence"], turkish["preferred"]) == ("11-12 Ekim 2012", True)
    assert (english["says"], english["start"], english["preferred"]) == ("2012-10", None, False)
    assert (english["reason_en"], english["inference"]) == ("Gives the day", "context-date")


@pytest.mark.django_db
def test_a_meeting_names_its_council_and_no_draft(world):
    found = records()
    assert found["kaz-tur-ydsk-3"]["council"] == "kaz-tur-ydsk"
    assert found["kaz-tur-ydsk-3"]["ordinal"] == 3
    assert found["kaz-tur-ydsk-3"]["during_visit"] is None
    assert found["kaz-tur-ydsk-2018-planned"]["replaced_by"] == "kaz-tur-ydsk-3"
    assert found["kaz-tur-ydsk-2018-planned"]["status"] == "postponed"
    assert "Taslak" not in json.dumps(found, ensure_ascii=False)
    assert "draft" not in json.dumps(found)


@pytest.mark.django_db
def test_a_record_of_several_countries_names_them(world):
    turksoy = records()["agreement-turksoy-1993"]
    assert turksoy["countries"] == ["AZE", "KAZ", "KGZ", "TUR"]
    assert turksoy["relationship"] is None
    assert turksoy["part_of"] is None


@pytest.mark.django_db
def test_a_figure_is_a_number_with_its_period_and_reporter(world):
    found = records()
    volume = found["figure-kaz-tur-2016-import-mfa"]
    assert (volume["value"], volume["step"], volume["unit"]) == (1330000000, 10000000, "USD")
    assert (volume["period"], volume["reporter"], volume["qualifier"]) == ("2016", "mfa-tur", "exact")
    assert volume["citations"][0]["step"] == 10000000
    assert found["figure-share"]["value"] == 3.875
    assert found["figure-target"]["announcer"] == "leaders"
    assert found["figure-target"]["deadline"] == "2030"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1330000000.000", "1330000000"),
        ("3.875", "3.875"),
        ("0.001", "0.001"),
        ("0.000", "0"),
        ("123456789012.345", "123456789012.345"),
        ("999999999999999.999", '"999999999999999.999"'),  # a float would round it
    ],
)
def test_a_number_keeps_every_digit(value, printed):
    assert json.dumps(number(Decimal(value))) == printed


@pytest.mark.django_db
def test_a_kind_costs_three_queries_however_many_records_and_citations_it_has(world):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            rows = list(ndjson.records())
        return len(captured), sum(len(row["citations"]) for row in rows)

    count, cited = queries()
    assert count == 3 * len(EXPORTS)
    source, person = m.Source.objects.first(), m.Person.objects.first()
    for record in m.Record.objects.published():
        for start in range(5):
            m.Citation.objects.create(record=record, field="x", says="x", source=source, start=start, end=9)
        m.Participation.objects.create(record=record, role="speaker", person=person)
    again, more = queries()
    assert (again, more > cited) == (count, True)


@pytest.mark.django_db
def test_each_line_is_what_the_rows_of_the_record_say(world):
    told = {row["slug"]: row for row in ndjson.records()}
    for export in EXPORTS:
        meta = export.model._meta
        found = public.rows(export.model).prefetch_related(*ndjson.attached())
        for record in public.stream(found, (*meta.fields, *meta.many_to_many)):
            row = ndjson.with_attached(record, says(record, export.columns))
            assert list(ndjson.render([told.pop(record.slug)])) == list(ndjson.render([row]))
    assert not told


@pytest.mark.django_db
def test_records_come_one_by_one_and_not_all_at_once(world, monkeypatch):
    monkeypatch.setattr(public, "CHUNK", 1)
    with CaptureQueriesContext(connection) as captured:
        next(ndjson.records())
    assert not [query for query in captured.captured_queries if "figure" in query["sql"]]
