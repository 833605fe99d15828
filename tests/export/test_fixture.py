import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations import models as m
from relations.export import fixture, public
from relations.export.rows import render
from relations.translation import TRANSLATED

EVERY = (*fixture.REFERENCE, m.Record, *fixture.KINDS, *fixture.ATTACHED, *fixture.ALONE)


def dumped(rows):
    return b"".join(render(rows))


def parts():
    """The files that together hold what the whole does, in the order of loading."""
    return {
        "reference": dumped(fixture.reference()),
        **{kind.__name__: dumped(fixture.of_kind(kind)) for kind in fixture.KINDS},
        "answers": dumped(fixture.answers()),
    }


def empty_the_database():
    for model in (*fixture.ALONE, *fixture.ATTACHED, *reversed(fixture.KINDS), m.Record, *reversed(fixture.REFERENCE)):
        model.objects.all().delete()
    assert not any(model.objects.exists() for model in EVERY)


def load(path, content):
    path.write_bytes(content)
    call_command("loaddata", path, verbosity=0)


def rows_of(model):
    return [row["fields"] for row in fixture.of_model(model)]


@pytest.mark.django_db
def test_the_whole_dumps_again_byte_for_byte_after_loading(world, tmp_path):
    before = dumped(fixture.whole())
    empty_the_database()
    load(tmp_path / "data.json", before)
    assert dumped(fixture.whole()) == before


@pytest.mark.django_db
def test_reference_and_kinds_loaded_in_order_give_the_whole(world, tmp_path):
    whole, files = dumped(fixture.whole()), parts()
    empty_the_database()
    for name, content in files.items():
        load(tmp_path / f"{name}.json", content)
    assert dumped(fixture.whole()) == whole
    assert parts() == files


@pytest.mark.django_db
def test_loading_twice_changes_nothing(world, tmp_path):
    before = dumped(fixture.whole())
    load(tmp_path / "data.json", before)
    assert dumped(fixture.whole()) == before


@pytest.mark.django_db
def test_the_fixtures_of_the_repository_leave_as_they_came(tmp_path, settings):
    call_command("load_fixtures", stdout=StringIO())
    kept = [line for path in sorted(settings.BASE_DIR.glob("fixtures/*.json")) for line in lines(path.read_bytes())]
    whole = dumped(fixture.whole())
    assert sorted(lines(whole)) == sorted(kept)
    empty_the_database()
    load(tmp_path / "data.json", whole)
    assert dumped(fixture.whole()) == whole


def lines(content):
    """The rows of a fixture, as written."""
    return [line.rstrip(b",\n") for line in content.splitlines() if line.startswith(b"{")]


@pytest.mark.django_db
def test_every_table_is_in_the_whole_and_every_row_leaves_once(world):
    rows = [json.dumps(row["fields"], default=str) + row["model"] for row in fixture.whole()]
    assert len(rows) == len(set(rows))
    assert {row["model"] for row in fixture.whole()} == {model._meta.label_lower for model in EVERY}


@pytest.mark.django_db
def test_rows_are_known_by_natural_key_and_columns_by_language(world):
    for row in fixture.whole():
        originals = {name for model, names in TRANSLATED.items() for name in names if row["model"] == label(model)}
        assert set(row) == {"model", "fields"}
        assert not row["fields"].keys() & {"id", "pk", *originals}
    assert {"title_tr", "title_en"} <= rows_of(m.Record)[0].keys()


def label(model):
    return model._meta.label_lower


@pytest.mark.django_db
def test_a_draft_never_leaves(world):
    whole = dumped(fixture.whole()).decode()
    drafts = m.Record.objects.exclude(editorial_status="published").values_list("slug", flat=True)
    assert len(drafts) == 4
    for slug in drafts:
        assert slug not in whole
    assert "Taslak" not in whole


@pytest.mark.django_db
def test_who_and_what_only_drafts_name_stays_with_them(world):
    whole = dumped(fixture.whole()).decode()
    for slug in ("hakan-fidan", "mfa-kaz", "anka-ospg-2026", '"anka"'):
        assert slug not in whole
    [translation] = [row for row in rows_of(m.Source) if row["slug"] == "ospg-2026-en"]
    assert translation["translation_of"] is None
    m.Record.objects.update(editorial_status="published")
    whole = dumped(fixture.whole()).decode()
    for slug in ("hakan-fidan", "mfa-kaz", "anka-ospg-2026", '"anka"'):
        assert slug in whole


@pytest.mark.django_db
def test_who_and_what_nothing_names_yet_leaves(world):
    m.Person.objects.create(slug="kasym-jomart-tokayev")
    m.Institution.objects.create(slug="turksoy")
    whole = dumped(fixture.whole()).decode()
    assert "kasym-jomart-tokayev" in whole
    assert '"turksoy"' in whole


@pytest.mark.django_db
def test_a_meeting_stays_with_its_draft_council(world):
    assert "kaz-tur-kek-12" not in dumped(fixture.whole()).decode()
    m.Council.objects.filter(slug="kaz-tur-kek").update(editorial_status="published")
    assert '"kaz-tur-kek-12"' in dumped(fixture.whole()).decode()


@pytest.mark.django_db
def test_a_link_to_a_draft_is_null_and_to_a_published_record_its_key(world):
    agreements = {row["record"][0]: row for row in rows_of(m.Agreement)}
    meetings = {row["record"][0]: row for row in rows_of(m.CouncilMeeting)}
    assert agreements["agreement-turksoy-1993"]["part_of"] is None
    assert agreements["agreement-kaz-tur-2022-05-set"]["signed_at_meeting"] is None  # published, of a draft council
    assert meetings["kaz-tur-ydsk-3"]["during_visit"] is None
    whole = agreements["agreement-kaz-tur-2022-05-partnership"]
    assert whole["part_of"] == ["agreement-kaz-tur-2022-05-set"]
    assert whole["signed_at_visit"] == ["visit-kaz-tur-2012-10-nazarbayev"]
    assert whole["signed_at_meeting"] == ["kaz-tur-ydsk-3"]
    assert meetings["kaz-tur-ydsk-2018-planned"]["replaced_by"] == ["kaz-tur-ydsk-3"]


@pytest.mark.django_db
def test_rows_stand_in_the_order_of_bytes(world):
    m.Institution.objects.bulk_create(m.Institution(slug=slug) for slug in ("a-b", "a1", "aa", "ab", "a-1", "b"))
    slugs = [row["slug"] for row in rows_of(m.Institution)]
    assert slugs == sorted(slugs, key=str.encode)
    keys = [(row["record"][0], row["field"], row["source"][0], row["start"] or -1) for row in rows_of(m.Citation)]
    assert keys == sorted(keys)
    assert len(keys) == 6


@pytest.mark.django_db
def test_parties_stand_in_order(world):
    [turksoy] = [row for row in rows_of(m.Record) if row["slug"] == "agreement-turksoy-1993"]
    assert turksoy["countries"] == [["AZE"], ["KAZ"], ["KGZ"], ["TUR"]]


@pytest.mark.django_db
@pytest.mark.parametrize("model", EVERY)
def test_a_table_costs_one_query_however_many_rows_it_has(world, model, monkeypatch):
    monkeypatch.setattr(public, "CHUNK", 1)
    with CaptureQueriesContext(connection) as captured:
        assert list(fixture.of_model(model)), "the world lacks this model"
    assert len(captured) == 1


def test_answers_leave_unless_their_record_is_a_draft(world):
    answers = [row["fields"]["key"][0] for row in fixture.of_model(m.FindingAnswer)]
    assert answers == ["a", "b"]
