"""Records that the fixtures call by another name than before."""

import pytest
from django.core.management import call_command

from relations.changes.keeping import keep_versions
from relations.curation.fixture_files import FixtureError
from relations.curation.load import load
from relations.models import FormerName, Person, Record, RecordVersion, Source, Visit

from .test_load import edit

pytestmark = pytest.mark.django_db


def call_it_otherwise(folder):
    """Curated files that call visit-1 visit-one from now on, and say so."""
    for path in (folder / "fixtures/claims/sources").glob("*.yaml"):
        path.write_text(path.read_text().replace("visit-1", "visit-one"))
    (folder / "fixtures/renamed.yaml").write_text("visit-1: visit-one\n")
    call_command("build_fixtures", folder=folder / "fixtures")


@pytest.fixture
def renamed(placed):
    """Loaded fixtures that call visit-1 visit-one from now on."""

    load(placed / "fixtures")
    return placed / "fixtures", lambda: call_it_otherwise(placed)


def test_a_renamed_record_stays_the_one_it_was(renamed):
    folder, write = renamed
    before = Visit.objects.get().pk
    write()
    outcome = load(folder)
    assert (outcome.created, outcome.updated, outcome.removed, outcome.kept) == (0, 0, 0, [])
    assert (Visit.objects.get().pk, Visit.objects.get().slug) == (before, "visit-one")
    assert FormerName.objects.get(slug="visit-1").key == before
    assert RecordVersion.objects.filter(record_id=before).last().fields == "slug"
    assert not load(folder).is_news


def test_what_staff_changed_is_renamed_and_kept(renamed):
    folder, write = renamed
    Visit.objects.update(title_en="State visit")
    write()
    edit(folder.parent, "tr: Ziyaret", "tr: Resmî ziyaret")
    outcome = load(folder)
    assert outcome.kept == ["record visit-one"]
    assert (Visit.objects.get().slug, Visit.objects.get().title_en) == ("visit-one", "State visit")


def test_a_fresh_database_knows_the_former_slug_as_well(placed):
    call_it_otherwise(placed)
    load(placed / "fixtures")
    load(placed / "fixtures", force=True)
    assert FormerName.objects.get().key == Record.objects.get(slug="visit-one").pk


@pytest.mark.parametrize(
    ("model", "old", "line"),
    [(Person, "p", "slug: p,"), (Source, "zeitung", "slug: zeitung"), (Source, "text-tr", "slug: text-tr")],
)
def test_people_and_sources_are_renamed_as_well_with_all_that_names_them(placed, model, old, line):
    folder = placed / "fixtures"
    load(folder)
    before = model.objects.get(slug=old).pk
    for path in (folder / "claims").rglob("*.yaml"):
        path.write_text(path.read_text().replace(line, line.replace(old, "newer")))
    (folder / "renamed.yaml").write_text(f"{model.named_as}/{old}: newer\n")
    call_command("build_fixtures", folder=folder)
    outcome = load(folder)
    assert (outcome.created, outcome.updated, outcome.removed, outcome.kept) == (0, 0, 0, [])
    assert model.objects.get(slug="newer").pk == before
    assert FormerName.objects.get(noun=model.named_as, slug=old).key == before
    FormerName.objects.all().delete()
    load(folder, force=True)
    assert FormerName.objects.get(noun=model.named_as, slug=old).key == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("person/x: none\n", "no person is called"),
        ("pair/x: none\n", "“pair” is none of"),
        ("visit-x: none\n", "no record is called"),
        ("visit-1: figure-1\n", "is a former slug of"),
        ("- a\n", "mapping"),
    ],
)
def test_a_rename_that_cannot_be_is_refused_and_nothing_is_loaded(placed, text, reason):
    (placed / "fixtures/renamed.yaml").write_text(text)
    with pytest.raises(FixtureError, match=reason):
        load(placed / "fixtures")
    assert not Record.objects.exists()
    assert keep_versions() == 0


def test_every_load_keeps_versions(placed):
    load(placed / "fixtures")
    count = RecordVersion.objects.count()
    assert count == Record.objects.published().count() > 0
    Visit.objects.update(visit_kind="state")
    assert not load(placed / "fixtures").is_news
    assert RecordVersion.objects.count() == count + 1
