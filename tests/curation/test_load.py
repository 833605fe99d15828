import json

import pytest
from django.core.management import CommandError, call_command

from relations.curation.load import load
from relations.models import Citation, Country, Figure, LoadedRow, Participation, Person, Place, Record, Visit

from .conftest import replace

pytestmark = pytest.mark.django_db


def edit(folder, old, new):
    """Change a curated file and build again."""
    replace(folder / "fixtures/claims/sources/text.yaml", old, new)
    call_command("build_fixtures", folder=folder / "fixtures")


def test_a_load_fills_an_empty_database_and_says_so(placed, capsys):
    call_command("load_fixtures", folder=placed / "fixtures")
    assert "created, 0 updated, 0 removed, 0 as they were" in capsys.readouterr().out
    visit = Visit.objects.get(slug="visit-1")
    assert (visit.title_tr, visit.title_en, visit.origin_id) == ("Ziyaret", "Visit", "KAZ")
    assert Figure.objects.get().value == 625_000_000
    assert Participation.objects.get().office.slug == "president-kaz"
    assert Place.objects.get(slug="aaa-old").renamed_to.slug == "astana"
    assert Citation.objects.filter(preferred=True).count() == 3


def test_a_second_load_changes_nothing(placed):
    load(placed / "fixtures")
    before = list(Record.objects.order_by("pk").values())
    assert not load(placed / "fixtures").is_news
    outcome = load(placed / "fixtures", force=True)
    assert (outcome.created, outcome.updated, outcome.removed, outcome.kept) == (0, 0, 0, [])
    assert before == list(Record.objects.order_by("pk").values())


def test_new_fixtures_update_what_staff_did_not_touch(placed):
    load(placed / "fixtures")
    edit(placed, "tr: Ziyaret", "tr: Resmî ziyaret")
    outcome = load(placed / "fixtures")
    assert (outcome.created, outcome.updated, outcome.kept) == (0, 1, [])
    assert Visit.objects.get().title_tr == "Resmî ziyaret"


def test_what_staff_changed_is_kept_until_forced(placed):
    load(placed / "fixtures")
    visit = Visit.objects.get()
    visit.title_en = "State visit"
    visit.save()
    edit(placed, "tr: Ziyaret", "tr: Resmî ziyaret")
    outcome = load(placed / "fixtures")
    assert outcome.kept == ["record visit-1"]
    assert (Visit.objects.get().title_tr, Visit.objects.get().title_en) == ("Ziyaret", "State visit")
    load(placed / "fixtures", force=True)
    assert (Visit.objects.get().title_tr, Visit.objects.get().title_en) == ("Resmî ziyaret", "Visit")


def test_a_citation_that_staff_added_keeps_the_whole_record(placed):
    load(placed / "fixtures")
    record = Record.objects.get(slug="visit-1")
    source = Citation.objects.filter(record=record).first().source
    Citation.objects.create(record=record, field="place", source=source, says="astana", preferred=True)
    edit(placed, 'says: "2012-10-11/2012-10-12"', 'says: "2012-10-11/2012-10-12", inferred: text-date')
    assert load(placed / "fixtures").kept == ["record visit-1"]
    assert not Citation.objects.filter(inference="text-date").exists()


def test_what_staff_deleted_stays_deleted(placed):
    load(placed / "fixtures")
    Figure.objects.get().delete()
    edit(placed, "tr: İhracat", "tr: Dış satım")
    assert load(placed / "fixtures").kept == ["record figure-1"]
    assert not Record.objects.filter(slug="figure-1").exists()
    load(placed / "fixtures", force=True)
    assert Figure.objects.get().title_tr == "Dış satım"


def test_what_the_fixtures_no_longer_hold_goes_unless_staff_changed_it(placed):
    load(placed / "fixtures")
    path = placed / "fixtures/claims/sources/zeitung.yaml"
    path.unlink()
    call_command("build_fixtures", folder=placed / "fixtures")
    assert load(placed / "fixtures").removed == 2
    assert Citation.objects.filter(record__slug="visit-1").count() == 1
    assert not LoadedRow.objects.filter(key__contains="zeitung").exists()


def test_a_preference_can_move_from_one_source_to_another(placed):
    load(placed / "fixtures")
    path = placed / "fixtures/claims/sources/zeitung.yaml"
    replace(path, '"2012-10-11/2012-10-12"', '"2012-10-11/2012-10-12", preferred: "true"')
    call_command("build_fixtures", folder=placed / "fixtures")
    load(placed / "fixtures")
    assert Citation.objects.get(record__slug="visit-1", preferred=True).source.slug == "zeitung"


def test_rows_of_staff_that_the_fixtures_do_not_know_stay(placed):
    Country.objects.create(code="AZE", name_tr="Azerbaycan")
    load(placed / "fixtures")
    load(placed / "fixtures", force=True)
    assert Country.objects.filter(code="AZE").exists()


def test_a_loaded_record_has_a_history_to_return_to(placed):
    load(placed / "fixtures")
    first = Visit.objects.get().history.get()
    assert (first.title_tr, first.history_change_reason) == ("Ziyaret", "fixtures")


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "reason"),
    [
        ("05_visits.json", '"origin": ["KAZ"]', '"origin": ["KAZ"', 2, "not JSON"),
        ("05_visits.json", '"origin": ["KAZ"]', '"origin": ["XXX"]', 2, ""),
        ("05_visits.json", '"origin"', '"orign"', 2, "field “"),
        ("05_visits.json", "relations.visit", "relations.trip", 2, "no row of ours"),
        ("05_visits.json", "relations.visit", "auth.user", 2, ""),
        ("05_visits.json", '"destination": ["TUR"]', '"destination": ["KAZ"]', 2, "visit_goes_abroad"),
        ("04_records.json", '"date": "2012"', '"date": "2012-02-30"', 2, "EDTF"),
        ("04_records.json", '"earliest": "2012-01-01"', '"earliest": "2011-01-01"', 2, "is not what the date"),
        ("04_records.json", '"earliest": "2012-01-01"', '"earliest": true', 2, "earliest: True is of another type"),
        ("04_records.json", '"slug": "visit-1"', '"slug": "figure-1"', 3, "already"),
        ("09_figures.json", '"625000000.000"', '"-1.000"', 2, "value"),
        ("11_citations.json", '"preferred": true', '"preferred": false', 2, "0 preferred citations instead of one"),
    ],
)
def test_a_broken_fixture_loads_nothing_and_names_file_line_and_reason(placed, file, old, new, line, reason):
    replace(placed / "fixtures" / file, old, new)
    with pytest.raises(CommandError) as refusal:
        call_command("load_fixtures", folder=placed / "fixtures")
    assert str(refusal.value).startswith(f"{file}:{line}: ")
    assert reason in str(refusal.value)
    assert "Nothing was loaded" in str(refusal.value)
    assert not Country.objects.exists()
    assert not Person.objects.exists()


def test_an_indented_file_is_read_and_its_errors_keep_their_lines(placed):
    path = placed / "fixtures/05_visits.json"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=2))
    load(placed / "fixtures")
    assert Visit.objects.exists()
    replace(path, '"held"', '"hold"')
    with pytest.raises(CommandError, match=r"05_visits.json:2: status"):
        call_command("load_fixtures", folder=placed / "fixtures")


def test_a_folder_without_fixtures_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no fixture file"):
        call_command("load_fixtures", folder=tmp_path)
