import hashlib
import json

import pytest
from django.core.management import CommandError, call_command

from relations.export import bundle, files, formats
from relations.models import Country, Revision

WRITTEN = [*(file.name for file in files.FILES), *(made.name for made in formats.MADE)]
NAMES = {*WRITTEN, "manifest.json", "SHA256SUMS"}


def names(folder):
    return {path.name for path in folder.iterdir()}


def export(folder, capsys=None):
    call_command("export_data", output=folder)
    return capsys.readouterr().out if capsys else ""


@pytest.mark.django_db
def test_the_command_writes_every_file_and_says_so(world, tmp_path, capsys):
    said = export(tmp_path / "out", capsys)
    assert names(tmp_path / "out") == NAMES
    for name in WRITTEN:
        assert name in said
    assert f"Wrote {len(NAMES)} files of revision {Revision.current().number}" in said


@pytest.mark.django_db
def test_the_manifest_tells_size_checksum_and_rows_of_each_file(world, tmp_path):
    export(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [file["name"] for file in manifest["files"]] == WRITTEN
    for file in manifest["files"]:
        content = (tmp_path / "out" / file["name"]).read_bytes()
        assert file["size"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
    rows = {file["name"]: file["rows"] for file in manifest["files"]}
    assert (rows["visits.csv"], rows["agreements.csv"], rows["milestones.csv"]) == (1, 3, 1)
    assert rows["records.ndjson"] == (tmp_path / "out" / "records.ndjson").read_bytes().count(b"\n")
    assert (rows["visits.parquet"], rows["agreements.parquet"], rows["data.xlsx"]) == (1, 3, None)
    assert rows["data.json"] == len(json.loads((tmp_path / "out" / "data.json").read_bytes()))


@pytest.mark.django_db
def test_the_manifest_names_revision_and_licences(world, tmp_path):
    export(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    revision = Revision.current()
    assert manifest["revision"]["number"] == revision.number
    assert manifest["revision"]["date"].startswith(f"{revision.changed_at:%Y-%m-%dT%H:%M:%S}")
    assert (manifest["licence"]["code"], manifest["licence"]["data"]) == ("MIT", "CC BY 4.0")


@pytest.mark.django_db
def test_the_checksums_are_right_for_every_file(world, tmp_path):
    export(tmp_path / "out")
    lines = (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()
    sums = dict(reversed(line.split("  ")) for line in lines)
    assert sums.keys() == NAMES - {"SHA256SUMS"}
    for name, sha256 in sums.items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == sha256


@pytest.mark.django_db
def test_the_same_revision_gives_the_same_bytes(world, tmp_path):
    export(tmp_path / "one")
    export(tmp_path / "two")
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.django_db
def test_the_load_order_loads(world, tmp_path):
    export(tmp_path / "out")
    order = json.loads((tmp_path / "out" / "manifest.json").read_text())["load_order"]
    call_command("loaddata", *[tmp_path / "out" / name for name in order], verbosity=0)
    export(tmp_path / "again")
    assert (tmp_path / "again" / "data.json").read_bytes() == (tmp_path / "out" / "data.json").read_bytes()


@pytest.mark.django_db
def test_an_earlier_export_is_replaced_and_nothing_stays_beside_it(world, tmp_path):
    folder = tmp_path / "in" / "out"
    export(folder)
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    export(folder)
    assert "Özbekistan" in (folder / "countries.csv").read_text()
    assert names(folder.parent) == {"out"}


@pytest.mark.django_db
def test_an_empty_folder_is_filled(world, tmp_path):
    (tmp_path / "out").mkdir()
    export(tmp_path / "out")
    assert names(tmp_path / "out") == NAMES


@pytest.mark.django_db
def test_a_folder_with_other_files_is_refused_and_left_alone(world, tmp_path):
    folder = tmp_path / "in" / "out"
    folder.mkdir(parents=True)
    (folder / "thesis.odt").write_text("years of work")
    with pytest.raises(CommandError, match=r"holds other files \(thesis.odt\)"):
        export(folder)
    assert names(folder) == {"thesis.odt"}
    assert names(folder.parent) == {"out"}


@pytest.mark.django_db
def test_a_file_that_comes_while_we_write_is_not_lost(world, tmp_path, monkeypatch):
    folder, write = tmp_path / "out", bundle.write

    def interrupted(new):
        folder.mkdir()
        (folder / "thesis.odt").write_text("years of work")
        return write(new)

    monkeypatch.setattr(bundle, "write", interrupted)
    with pytest.raises(CommandError, match="holds other files"):
        export(folder)
    assert names(folder) == {"thesis.odt"}


@pytest.mark.django_db
def test_a_file_in_the_place_of_the_folder_is_refused(world, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CommandError, match="not a folder"):
        export(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.django_db
def test_an_export_that_fails_leaves_the_earlier_one_as_it_was(world, tmp_path, monkeypatch):
    folder = tmp_path / "in" / "out"
    export(folder)
    before = (folder / "SHA256SUMS").read_text()

    def fail(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(bundle, "write_one", fail)
    with pytest.raises(CommandError, match="No space left"):
        export(folder)
    assert (folder / "SHA256SUMS").read_text() == before
    assert names(folder.parent) == {"out"}
