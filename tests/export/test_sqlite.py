import asyncio
import json
import sqlite3
from contextlib import closing

import pytest

datasette = pytest.importorskip("datasette.app")

from relations.export import cells, schema  # noqa: E402
from relations.export.sqlite_views import VIEWS, WORDS  # noqa: E402

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.django_db]


@pytest.fixture
def database(built):
    with closing(sqlite3.connect(built / "data.sqlite")) as found:
        yield found


def asked(built, *paths):
    """What Datasette answers."""

    async def answers():
        served = datasette.Datasette(
            [], immutables=[str(built / "data.sqlite")], metadata=json.loads((built / "datasette.json").read_text())
        )
        await served.invoke_startup()
        return [await served.client.get(path) for path in paths]

    responses = asyncio.run(answers())
    assert all(response.status_code == 200 for response in responses)
    return [
        response.json() if ".json" in path else response.text for path, response in zip(paths, responses, strict=True)
    ]


def test_every_row_is_there_and_every_link_leads_somewhere(built, database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in schema.tables():
        [(rows,)] = database.execute(f'SELECT count(*) FROM "{table.name}"')
        assert rows == len(list(cells.raw(built, table)))


def test_links_are_declared(database):
    links = {(row[3], row[2], row[4]) for row in database.execute("PRAGMA foreign_key_list(visits)")}
    assert {("slug", "records", "slug"), ("from", "countries", "code"), ("place", "places", "slug")} <= links


def test_values_have_types(database):
    values = dict(database.execute("SELECT slug, value FROM figures"))
    assert values["figure-kaz-tur-2016-import-mfa"] == 1330000000
    assert values["figure-share"] == 3.875
    types = database.execute("SELECT DISTINCT typeof(preferred), typeof(start) FROM citations WHERE start NOT NULL")
    assert types.fetchall() == [("integer", "integer")]
    assert database.execute("SELECT in_force FROM agreements WHERE articles > 60").fetchall() == [("2022~",)]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_answers_and_shows_no_draft(database, view):
    rows = database.execute(f'SELECT * FROM "{view}"').fetchall()
    assert rows
    assert "Taslak" not in str(rows)
    assert view in WORDS


def test_targets_are_no_part_of_the_trade_series(database):
    assert database.execute("SELECT slug FROM trade_series").fetchall() == [("figure-kaz-tur-2016-import-mfa",)]
    assert database.execute("SELECT slug FROM targets").fetchall() == [("figure-target",)]


def test_it_says_revision_licence_and_how_to_cite(built, database):
    said = dict(database.execute("SELECT property, value FROM edition"))
    assert said["revision"] == str(json.loads((built / "manifest.json").read_text())["revision"]["number"])
    assert said["licence"] == "CC BY 4.0"
    assert {"citation_tr", "citation_en"} <= said.keys()


def test_datasette_opens_it_searches_it_and_knows_its_words(built):
    index, found, visits, series, page = asked(
        built,
        "/data.json",
        "/data/records.json?_search=nazarbayev&_shape=objects",
        "/data/visits.json?_facet=from&_shape=objects",
        "/data/trade_series.json?_shape=array",
        "/data/visits",
    )
    tables = {table["name"]: table for table in index["tables"]}
    assert tables["records"]["fts_table"] == "records_fts"
    assert tables["citations"]["foreign_keys"]["outgoing"]
    assert [row["slug"] for row in found["rows"]] == ["visit-kaz-tur-2012-10-nazarbayev"]
    assert visits["facet_results"]["from"]["results"][0]["value"] == "KAZ"
    assert series[0]["reporter_tr"] == "Bakanlık"
    assert "CC BY 4.0" in page
    assert "Ziyaret türü · Kind of visit" in page


@pytest.mark.parametrize("searched", ["toplanti", "TOPLANTI*", "İstanbul", "a-b:c"])
def test_its_search_takes_any_input(built, searched):
    asked(built, f"/data/records.json?_search={searched}")


def test_every_table_and_view_is_described(built):
    said = json.loads((built / "datasette.json").read_text())
    tables = said["databases"]["data"]["tables"]
    assert tables.keys() == {table.name for table in schema.tables()} | VIEWS.keys()
    assert all(" · " in each["description"] or each["description"] for each in tables.values())
    assert tables["visits"]["facets"][0] == "relationship"
    assert said["license_url"].startswith("https://creativecommons.org/")
