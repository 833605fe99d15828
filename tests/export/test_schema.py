import csv

import pytest
from django.utils.translation import override

from relations.export import cells, schema
from relations.export.files import FILES

TABLES = schema.tables()
ids = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_every_csv_has_its_table_and_every_table_its_csv():
    assert {f"{table.name}.csv" for table in TABLES} == {file.name for file in FILES if file.name.endswith(".csv")}


@ids
def test_the_columns_are_those_of_the_csv(built, table):
    with (built / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.reader(stream)) == table.names


@ids
def test_every_row_keeps_what_the_columns_promise(built, table):
    rows = [dict(zip(table.names, row, strict=True)) for row in cells.typed(built, table)]
    assert rows
    for column in table.columns:
        values = [row[column.name] for row in rows]
        known = [value for value in values if value is not None]
        assert len(known) == len(values) or not column.required, column.name
        if column.unique:
            assert len(set(known)) == len(known), column.name
        if column.choices:
            assert set(known) <= {value for value, _ in column.choices}, column.name
    keys = [tuple(row[name] for name in table.key) for row in rows]
    assert len(set(keys)) == len(keys) or not table.key


@ids
def test_what_a_column_points_at_is_there(built, table):
    others = {other.name: other for other in TABLES}
    for place, column in enumerate(table.columns):
        if column.points_at:
            target = others[column.points_at[0]]
            there = {row[target.names.index(column.points_at[1])] for row in cells.typed(built, target)}
            assert {row[place] for row in cells.typed(built, table)} - {None} <= there


@ids
@pytest.mark.parametrize("language", schema.LANGUAGES)
def test_tables_and_columns_are_named_in_each_language(table, language):
    assert table.title(language)
    assert all(column.title(language) for column in table.columns)
    with override("tr" if language == "en" else "en"):  # whatever the language around
        assert schema.tables()[1].short(language) == {"tr": "Ziyaretler", "en": "Visits"}[language]


def test_a_column_is_named_by_what_it_means_here():
    figures = next(table for table in TABLES if table.name == "figures")
    named = {column.name: (column.title("tr"), column.title("en")) for column in figures.columns}
    assert named["from"] == ("Nereden", "From")
    assert named["title_tr"] == ("Başlık (Türkçe)", "Title (Turkish)")
    assert named["period"] != named["date"]
