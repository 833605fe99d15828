import json
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command

frictionless = pytest.importorskip("frictionless")

from relations.export import bundle, package, schema  # noqa: E402

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.django_db]


def errors(descriptor):
    report = frictionless.validate(descriptor)
    return {error.type for task in report.tasks for error in task.errors} | {error.type for error in report.errors}


def test_frictionless_finds_the_package_valid(built):
    report = frictionless.validate(built / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(schema.tables())


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("visits.csv", "kaz-tur,", "kaz-xxx,", "foreign-key"),
        ("citations.csv", "milestone,", "", ""),
        ("visits.csv", ",official,", ",secret,", "constraint-error"),
        ("figures.csv", ",3.875,", ",three,", "type-error"),
        ("visits.csv", "2012-10-12", "12.10.2012", "type-error"),
    ],
)
def test_it_would_find_what_is_wrong(built, name, old, new, error):
    path = built / name
    path.write_text(path.read_text().replace(old, new))
    descriptor = json.loads((built / "datapackage.json").read_text())
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    (built / "datapackage.json").write_text(json.dumps(descriptor))
    assert errors(built / "datapackage.json") == ({error} if error else set())


def test_it_would_find_another_file_in_the_place_of_one(built):
    with (built / "places.csv").open("a") as stream:
        stream.write("x,y,z,KAZ,\r\n")
    assert {"hash-count", "byte-count"} & errors(built / "datapackage.json")


def test_the_zip_is_a_package_by_itself(built, tmp_path):
    with ZipFile(built / "datapackage.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    assert frictionless.validate(tmp_path / "unpacked" / "datapackage.json").valid
    assert (tmp_path / "unpacked" / "CITATION.cff").exists()


def test_it_says_whose_of_which_revision_and_what_in_both_languages(built):
    manifest, entries = bundle.read(built)
    found = json.loads((built / "datapackage.json").read_text())
    assert found["version"] == str(manifest["revision"]["number"])
    assert found["created"] == manifest["revision"]["date"]
    assert found["licenses"][0]["name"] == "CC-BY-4.0"
    visits = next(resource for resource in found["resources"] if resource["name"] == "visits")
    assert visits["hash"] == f"sha256:{next(entry.sha256 for entry in entries if entry.name == 'visits.csv')}"
    status = next(field for field in visits["schema"]["fields"] if field["name"] == "status")
    assert (status["title_tr"], status["title_en"]) == ("Durum", "Status")
    assert status["labels"]["held"] == {"tr": "gerçekleşti", "en": "took place"}
    assert package.PROFILE in found["$schema"]


def test_the_data_of_the_repository_are_a_valid_package(tmp_path):
    call_command("load_fixtures", stdout=StringIO())
    bundle.export(tmp_path / "real")
    assert frictionless.validate(tmp_path / "real" / "datapackage.json").valid
