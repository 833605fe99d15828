from decimal import Decimal

import pytest

duckdb = pytest.importorskip("duckdb")

from relations.export import cells, parquet, schema  # noqa: E402
from relations.export.edition import Draft, Edition  # noqa: E402

pytestmark = pytest.mark.django_db
TABLES = {table.name: table for table in schema.tables()}


def asked(built, query):
    return duckdb.sql(query.format(folder=built)).fetchall()


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_reads_what_the_csv_holds(built, name):
    table = TABLES[name]
    columns = ", ".join(f'"{column.name}"' for column in table.columns if column.type != "datetime")
    kept = [place for place, column in enumerate(table.columns) if column.type != "datetime"]
    rows = asked(built, f"SELECT {columns} FROM '{{folder}}/{name}.parquet'")
    assert rows == [tuple(row[place] for place in kept) for row in cells.typed(built, table)]


def test_columns_have_types(built):
    described = asked(built, "DESCRIBE SELECT * FROM '{folder}/figures.parquet'")
    types = {name: type_ for name, type_, *_ in described}
    assert types["value"] == types["step"] == "DECIMAL(18,3)"
    assert types["date_earliest"] == "DATE"
    assert types["date"] == types["period"] == "VARCHAR"  # EDTF
    assert types["countries"] == "VARCHAR[]"
    assert types["changed_at"] == "TIMESTAMP WITH TIME ZONE"
    [(preferred, start)] = asked(
        built, "SELECT DISTINCT typeof(preferred), typeof(start) FROM '{folder}/citations.parquet'"
    )
    assert (preferred, start) == ("BOOLEAN", "BIGINT")


def test_numbers_stay_exact_and_moments_in_utc(built):
    query = "SELECT value, epoch_us(changed_at) FROM '{folder}/figures.parquet' WHERE slug = 'figure-share'"
    [(value, moment)] = asked(built, query)
    assert value == Decimal("3.875")
    assert moment == 1795233906000120  # 2026-11-21T04:05:06.000120Z


def test_a_file_says_what_it_is(built):
    said = dict(asked(built, "SELECT key, value FROM parquet_kv_metadata('{folder}/visits.parquet')"))
    assert said[b"licence"] == b"CC BY 4.0"
    assert said[b"revision"].isdigit()
    assert said[b"title_tr"].decode() == "ziyaretler"
    assert {b"date", b"page", b"title_en"} <= said.keys()


def test_rows_are_written_a_group_at_a_time(built, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP", 2)
    before = asked(built, "SELECT * EXCLUDE changed_at FROM '{folder}/agreements.parquet'")
    draft = Draft(built, Edition(1, "2026-11-21T04:05:06.000120Z"), {})
    assert parquet.write(TABLES["agreements"], draft) == len(before) == 3
    query = "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('{folder}/agreements.parquet')"
    assert asked(built, query) == [(2,)]
    assert asked(built, "SELECT * EXCLUDE changed_at FROM '{folder}/agreements.parquet'") == before
