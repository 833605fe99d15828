"""Many rows are written a statement at a time, and behave as if each had come alone."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.curation import writing
from relations.curation.fixture_files import FixtureError, rows_of
from relations.curation.load import load
from relations.management.commands import load_fixtures
from relations.models import Citation, Country, Figure, Institution, Place, Record, Visit
from relations.translation import TRANSLATED

from .conftest import replace
from .test_load import edit

pytestmark = pytest.mark.django_db
LINKED = ("record", "slug")


def multiply(folder, times):
    """The same records so many times over, each under a name of its own."""
    for path in sorted((folder / "fixtures").glob("*.json")):
        if path.name >= "04":
            rows = [row for copy in range(times) for row in map(renamed(copy), json.loads(path.read_text()))]
            lines = ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
            path.write_text(f"[\n{lines}\n]\n")
    return folder / "fixtures"


def renamed(copy):
    def rename(row):
        fields = dict(row["fields"])
        for name in LINKED:
            if name in fields:
                old = fields[name]
                fields[name] = [f"{old[0]}-{copy}"] if isinstance(old, list) else f"{old}-{copy}"
        return {**row, "fields": fields}

    return rename


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_a_hundred_records_cost_as_many_queries_as_two(placed, tmp_path):
    few = queries(lambda: load(multiply(placed, 1)))
    Citation.objects.all().delete()
    Record.objects.all().delete()
    many = queries(lambda: load(multiply(placed, 50), force=True))
    assert Record.objects.count() == 100
    assert many <= few + 10


def test_rows_are_the_same_whatever_the_size_of_a_batch(placed, monkeypatch):
    folder = multiply(placed, 3)
    load(folder)
    tables = (Country, Place, Record, Visit, Figure, Citation)
    before = [list(model.objects.order_by("pk").values()) for model in tables]
    for model in (Citation, Record):
        model.objects.all().delete()
    monkeypatch.setattr(writing, "BATCH", 1)
    load(folder, force=True)
    for model, rows in zip(tables, before, strict=True):
        again = list(model.objects.order_by("pk").values())
        for one, other in zip(rows, again, strict=True):
            assert {name: one[name] for name in one if not is_key(name)} == {
                name: other[name] for name in other if not is_key(name)
            }


def is_key(name):
    return name == "id" or name.endswith("_id") or name == "record_ptr"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "reason"),
    [
        ("05_visits.json", '"destination": ["TUR"]', '"destination": ["KAZ"]', 24, "visit_goes_abroad"),
        ("05_visits.json", '"origin": ["KAZ"]', '"origin": ["XXX"]', 24, "origin: there is no “XXX”"),
        ("10_participations.json", '"office": ["president-kaz"]', '"office": null', 24, "participation_names_someone"),
        ("11_citations.json", '"source": ["text-tr"]', '"source": ["nobody"]', 90, "source: there is no “nobody”"),
    ],
)
def test_the_row_that_the_database_refuses_among_many_is_named(placed, file, old, new, line, reason):
    folder = multiply(placed, 40)
    lines = (folder / file).read_text().split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new)
    (folder / file).write_text("\n".join(lines))
    with pytest.raises(FixtureError) as refusal:
        load(folder)
    assert str(refusal.value).startswith(f"{file}:{line}: ")
    assert reason in str(refusal.value)
    assert not Country.objects.exists()


def test_a_change_that_the_database_refuses_is_named_and_leaves_all_as_it_was(placed):
    load(placed / "fixtures")
    replace(placed / "fixtures/05_visits.json", '"destination": ["TUR"]', '"destination": ["KAZ"]')
    with pytest.raises(FixtureError, match=r"05_visits.json:2: .*visit_goes_abroad"):
        load(placed / "fixtures")
    assert Visit.objects.get().destination_id == "TUR"


def test_the_database_looks_at_its_tables_after_a_large_load_alone(placed, monkeypatch):
    looks = []
    monkeypatch.setattr(load_fixtures, "settle", lambda: looks.append(1))
    call_command("load_fixtures", folder=placed / "fixtures", stdout=StringIO())
    assert not looks
    monkeypatch.setattr(load_fixtures, "MANY", 1)
    edit(placed, "tr: Ziyaret", "tr: Resmî ziyaret")
    call_command("load_fixtures", folder=placed / "fixtures", stdout=StringIO())
    assert looks


def test_keys_of_deleted_rows_are_not_given_again(placed):
    load(placed / "fixtures")
    last = Record.objects.latest("pk").pk
    Citation.objects.all().delete()
    Record.objects.all().delete()
    load(placed / "fixtures", force=True)
    assert min(Record.objects.values_list("pk", flat=True)) > last
    assert Record.objects.create(slug="next", kind="milestone").pk > Record.objects.get(slug="visit-1").pk


def test_what_is_many_follows_the_fixtures(placed):
    path = placed / "fixtures/04_records.json"
    replace(path, '"countries": []', '"countries": [["KAZ"], ["TUR"]]')
    load(placed / "fixtures")
    slug = json.loads(path.read_text())[0]["fields"]["slug"]
    link = Record.countries.through.objects.get(country__code="TUR").pk
    replace(path, '"countries": [["KAZ"], ["TUR"]]', '"countries": [["TUR"]]')
    load(placed / "fixtures")
    assert [country.code for country in Record.objects.get(slug=slug).countries.all()] == ["TUR"]
    assert Record.countries.through.objects.get().pk == link


def test_texts_without_a_language_are_those_of_the_first(placed):
    load(placed / "fixtures")
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, title_tr FROM relations_record ORDER BY id")
        assert all(plain == turkish for plain, turkish in cursor.fetchall())


def test_the_history_of_a_loaded_row_says_what_the_row_says(placed):
    load(placed / "fixtures")
    for model in (Country, Place, Visit, Figure, Citation, Institution):
        for row in model.objects.all():
            (entry,) = row.history.all()
            assert entry.history_type == "+"
            assert {name: getattr(entry, name) for name in columns(entry)} == {
                name: getattr(row, name) for name in columns(entry)
            }


def columns(entry):
    """Those that a history has; an unsuffixed text reads as the language that is active."""
    originals = {name for model in type(entry).instance_type.__mro__ for name in TRANSLATED.get(model, ())}
    return [field.attname for field in type(entry).tracked_fields if field.name not in originals]


def test_an_update_adds_an_entry_to_the_history(placed):
    load(placed / "fixtures")
    edit(placed, "tr: Ziyaret", "tr: Resmî ziyaret")
    load(placed / "fixtures")
    assert [entry.title_tr for entry in Visit.objects.get().history.all()] == ["Resmî ziyaret", "Ziyaret"]


@pytest.mark.parametrize(
    "text",
    [
        '[\n{"a": 1},\n{"a": 2}\n]\n',
        '[\n{"a": 1},\n{"a":\n2}\n]\n',
        '[{"a": 1},\n{"a": 2}]',
        '[\n{"a": 1}\n,\n{"a": 2}\n]',
    ],
)
def test_rows_are_read_whatever_the_layout(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    found = list(rows_of(tmp_path / "a.json"))
    assert [row.row for row in found] == [{"a": 1}, {"a": 2}]
    for start, stop in ((1, 2), (1, 3), (2, 3), (3, 9), (9, 10)):
        some = rows_of(tmp_path / "a.json", range(start, stop))
        assert list(some) == [row for row in found if start <= row.line < stop]
    for row in found:
        again = rows_of(tmp_path / "a.json", range(row.line, row.line + 9), row.offset)
        assert list(again) == [each for each in found if each.line >= row.line]


def test_a_row_of_a_file_as_we_write_it_knows_where_it_begins(tmp_path):
    (tmp_path / "a.json").write_text('[\n{"a": "ö"},\n{"a": 2},\n{"a": 3}\n]\n')
    text = (tmp_path / "a.json").read_bytes()
    assert [text[row.offset :][:5] for row in rows_of(tmp_path / "a.json")] == [b'{"a":'] * 3


@pytest.mark.parametrize(
    "text", ['[\n{"a": 1},\n]\n', '[\n{"a": 1}\n{"a": 2}\n]\n', '[\n{"a": 1}\n]\nmore', '[\n{"a": 1}\n', ""]
)
def test_what_is_no_json_is_refused_even_where_each_line_is(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(FixtureError, match="not JSON"):
        list(rows_of(tmp_path / "a.json"))
