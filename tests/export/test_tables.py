import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations import models as m
from relations.export import tables
from relations.export.files import FILES
from relations.export.records import EXPORTS

CELLS = st.none() | st.integers() | st.floats(allow_nan=False) | st.text(st.sampled_from('aş=,"\r\n\t '))
TABLES = {file.name: file for file in FILES if file.name.endswith(".csv")}


def content(name):
    return b"".join(TABLES[name].render(TABLES[name].rows()))


def table(name):
    return list(csv.DictReader(io.StringIO(content(name).decode(), newline="")))


def find(name, slug):
    [row] = [row for row in table(name) if row["slug"] == slug]
    return row


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_rows_are_spelt_as_the_module_of_python_spells_them(rows):
    expected = io.StringIO()
    csv.writer(expected).writerows([("a", "b", "c"), *rows])
    assert b"".join(tables.render(rows, ("a", "b", "c"))).decode() == expected.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_header_even_when_it_is_empty(name):
    assert content(name).count(b"\r\n") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_rows_of_its_columns_and_no_draft(world, name):
    rows = table(name)
    assert rows
    assert None not in rows[0]
    assert "Taslak" not in content(name).decode()
    assert "draft" not in content(name).decode()
    assert not rows[0].keys() & {"id", "pk", "title", "name", "summary"}


@pytest.mark.django_db
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.model.__name__)
def test_no_column_of_a_kind_is_forgotten(export):
    inner = {"id", "record", "record_ptr", "editorial_status", "title", "summary", "abbreviation"}
    fields = {field.name for field in (*export.model._meta.fields, *export.model._meta.many_to_many)}
    paths = {path.partition(".")[0].removesuffix("_id") for path in export.columns.values()}
    assert fields - inner == paths


@pytest.mark.django_db
def test_a_record_has_both_halves_both_languages_and_keys_for_links(world):
    row = find("agreements.csv", "agreement-kaz-tur-2022-05-partnership")
    assert row["title_tr"] == "Geliştirilmiş Stratejik Ortaklık"
    assert row["title_en"] == ""
    assert (row["relationship"], row["articles"], row["part_of"]) == ("kaz-tur", "68", "agreement-kaz-tur-2022-05-set")
    assert (row["date_earliest"], row["place"], row["in_force"]) == ("2022-05-10", "", "2022~")


@pytest.mark.django_db
def test_what_is_many_stands_in_one_cell(world):
    row = find("agreements.csv", "agreement-turksoy-1993")
    assert row["countries"] == "AZE KAZ KGZ TUR"
    assert row["institutions"] == "mfa-tur"


@pytest.mark.django_db
def test_text_stays_as_it_is_whatever_it_begins_with(world):
    row = find("milestones.csv", "milestone-1991-recognition")
    assert row["summary_en"] == "=HYPERLINK is no formula here,\nand this is a second line"
    assert row["title_en"] == "Recognition; first of all, “=1+1”"


@pytest.mark.django_db
def test_numbers_are_plain_and_moments_full(world):
    share = find("figures.csv", "figure-share")
    assert (share["value"], share["step"]) == ("3.875", "0.001")
    assert share["changed_at"] == "2026-11-21T04:05:06.000120Z"
    assert find("figures.csv", "figure-kaz-tur-2016-import-mfa")["value"] == "1330000000"


@pytest.mark.django_db
def test_citations_say_what_and_where(world):
    rows = table("citations.csv")
    assert len(rows) == m.Citation.objects.published().count()
    [count] = [row for row in rows if row["field"] == "count" and row["start"] == "5"]
    assert (count["record"], count["source"], count["says"]) == (
        "agreement-kaz-tur-2022-05-set",
        "mfa-tr-kazakhstan-tr",
        "15",
    )
    assert count["preferred"] == "false"
