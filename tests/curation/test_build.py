import json

import pytest
from django.core.management import CommandError, call_command

from .conftest import replace

WORLD = "claims/world/world.yaml"
TEXT = "claims/sources/text.yaml"
OTHER = "claims/sources/zeitung.yaml"


def rows(folder, name):
    return [row["fields"] for row in json.loads((folder / "fixtures" / name).read_text())]


def test_a_record_holds_what_its_preferred_claims_say(placed):
    (figure,) = rows(placed, "09_figures.json")
    records = {row["slug"]: row for row in rows(placed, "04_records.json")}
    assert (figure["value"], figure["step"], figure["qualifier"]) == ("625000000.000", "1000000.000", "exact")
    assert records["figure-1"]["date"] == "2012"
    assert (records["visit-1"]["earliest"], records["visit-1"]["latest"]) == ("2012-10-11", "2012-10-12")


def test_rows_carry_suffix_fields_and_natural_keys_only(placed):
    for path in (placed / "fixtures").glob("*.json"):
        for row in json.loads(path.read_text()):
            assert set(row) == {"model", "fields"}
            assert not {"title", "name", "summary", "overview", "reason", "publisher", "id"} & set(row["fields"])


def test_several_sources_make_several_citations_with_one_preferred(placed):
    dates = [row for row in rows(placed, "11_citations.json") if row["record"] == ["visit-1"]]
    assert [(row["source"], row["preferred"]) for row in dates] == [(["text-tr"], True), (["zeitung"], False)]
    assert dates[1]["start"] is None


def test_the_same_claims_give_the_same_bytes(placed):
    before = {path.name: path.read_bytes() for path in (placed / "fixtures").glob("*.json")}
    for path in (placed / "fixtures").glob("*.json"):
        path.unlink()
    call_command("build_fixtures", folder=placed / "fixtures")
    assert before == {path.name: path.read_bytes() for path in (placed / "fixtures").glob("*.json")}


def test_the_check_fails_on_drift_and_writes_nothing(placed):
    call_command("build_fixtures", "--check", folder=placed / "fixtures")
    replace(placed / "fixtures" / TEXT, "Ziyaret", "Gezi")
    before = (placed / "fixtures/04_records.json").read_bytes()
    with pytest.raises(CommandError, match=r"Out of date: 04_records\.json"):
        call_command("build_fixtures", "--check", folder=placed / "fixtures")
    assert (placed / "fixtures/04_records.json").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        (TEXT, '"2012", evidence', '"2012-02-30", evidence', "not a date in EDTF"),
        (TEXT, '"2012", evidence', '"2013/2012", evidence', "ends before it starts"),
        (TEXT, 'says: "625000000"', 'says: "-5"', "value: "),
        (TEXT, 'says: "625000000"', 'says: "many"', "value: "),
        (TEXT, "unit: USD", "unit: XQZ", "unit: "),
        (TEXT, "kind: visit", "kind: trip", "“trip” is none of"),
        (TEXT, "origin: KAZ", "origin: XXX", "origin: there is no “XXX”"),
        (TEXT, "reporter: r", "reporter: q", "reporter: there is no “q”"),
        (TEXT, "origin: KAZ", "orign: KAZ", "visit has no field “orign”"),
        (TEXT, "area: trade", "area: money", "area: "),
        (TEXT, "title: {tr: Ziyaret, en: Visit}", "title: {tr: Ziyaret}", "“title_en” is missing"),
        (TEXT, "origin: TUR", "value: 5\n    origin: TUR", "comes from a claim"),
        (TEXT, "slug: figure-1", "slug: Figür_1", "slug: "),
        (TEXT, "field: value,", "field: value, sayz: 1,", "a claim has no “sayz”"),
        (TEXT, "at: [0, 5]", "at: [0, 5000]", "what is left out needs its place"),
        (OTHER, "slug: visit-1", "slug: visit-9", "no file defines the record “visit-9”"),
        (OTHER, "2012-10-12", "2012-10-13", "sources differ"),
        (OTHER, '"2012-10-11/2012-10-12"', '"2012-10-11", preferred: "true"', "gives its reason in each language"),
        (OTHER, '"2012-10-11/2012-10-12"', '"2012-10-11/2012-10-12", at: [1, 2]', "so it has no places"),
        (OTHER, "kind: press", "kind: gossip", "kind: "),
        (WORLD, "{first: KAZ, second: TUR,", "{first: TUR, second: KAZ,", "the code that sorts first"),
        (WORLD, "{first: KAZ, second: TUR,", "{first: KAZ, second: KAZ,", "the code that sorts first"),
        (WORLD, "slug: aaa-old", "slug: astana", "“astana” stands in world.yaml"),
        (WORLD, "people:", "persons:", "“persons” is none of"),
        (WORLD, "slug: p,", "slug: p, slug: q,", "stands twice"),
        (WORLD, "country: KAZ,", "country: [KAZ,", "expected"),
    ],
)
def test_a_broken_file_is_named_with_line_and_reason_and_nothing_is_written(placed, file, old, new, reason):
    before = {path.name: path.read_bytes() for path in (placed / "fixtures").glob("*.json")}
    replace(placed / "fixtures" / file, old, new)
    with pytest.raises(CommandError) as refusal:
        call_command("build_fixtures", folder=placed / "fixtures")
    assert reason in str(refusal.value)
    assert str(refusal.value).startswith(f"{file.rpartition('/')[2]}:")
    assert before == {path.name: path.read_bytes() for path in (placed / "fixtures").glob("*.json")}


def test_a_place_past_the_end_of_the_text_is_refused(placed):
    path = placed / "fixtures" / TEXT
    text = path.read_text()
    start = text.index("at: [", text.index("625 milyon"))
    path.write_text(text[:start] + "at: [90, 9000]" + text[text.index("]", start) + 1 :])
    with pytest.raises(CommandError, match="the place 90-9000 is not in a text of"):
        call_command("build_fixtures", folder=placed / "fixtures")
