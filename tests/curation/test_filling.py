"""An empty database is filled without triggers: afterwards it knows what they would have noted."""

from collections import Counter

import pytest
from django.db import transaction

from relations import tallies
from relations.changes.keeping import read
from relations.curation import load as loading
from relations.curation.fixture_files import FixtureError
from relations.curation.load import load
from relations.filling import filling, remembers_nothing
from relations.models import (
    Cell,
    FormerName,
    Milestone,
    PairNumber,
    Record,
    RecordTouch,
    RecordVersion,
    Revision,
    SearchChange,
)

from .conftest import replace
from .test_bulk import multiply

pytestmark = pytest.mark.django_db


def noted():
    """All that triggers keep, under names that stay the same when it is loaded again."""
    return {
        "touches": sorted((each.slug, each.kind, each.gone, each.kept == each.revision) for each in touches()),
        "versions": sorted((each.slug, each.change, str(read(each))) for each in RecordVersion.objects.all()),
        "cells": sorted(
            Cell.objects.exclude(number=0).values_list("kind", "area", "differs", "first", "last", "number")
        ),
        "pairs": sorted(PairNumber.objects.values_list("slug", "records")),
        "changes": Counter(noun for noun, _key in SearchChange.objects.values_list("noun", "key").distinct()),
    }


def touches():
    return RecordTouch.objects.filter(record_id__in=Record.objects.values("pk"))


def test_it_knows_what_triggers_would_have_noted(placed, monkeypatch):
    folder = multiply(placed, 5)
    with transaction.atomic():
        load(folder)
        filled = noted()
        transaction.set_rollback(True)
    monkeypatch.setattr(loading, "remembers_nothing", lambda: False)
    load(folder)
    assert filled == noted()
    assert all(filled.values())
    assert tallies.wrong() == []


def test_triggers_are_on_again_afterwards(placed):
    load(placed / "fixtures")
    before, pair = Revision.current().number, PairNumber.objects.get(slug="kaz-tur")
    new = Milestone.objects.create(
        slug="new", date="2001", relationship_id=pair.relationship_id, editorial_status="published"
    )
    assert Revision.current().number > before
    assert RecordTouch.objects.get(record_id=new.pk).kept == 0
    assert PairNumber.objects.get(slug="kaz-tur").records == pair.records + 1


def test_a_load_that_fails_leaves_them_on(placed):
    replace(placed / "fixtures/05_visits.json", '"destination": ["TUR"]', '"destination": ["KAZ"]')
    with pytest.raises(FixtureError):
        load(placed / "fixtures")
    new = Milestone.objects.create(slug="new", date="2001", editorial_status="published")
    assert RecordTouch.objects.get().record_id == new.pk
    assert Cell.objects.get(kind="milestone").number == 1


@pytest.mark.parametrize("model", [RecordTouch, FormerName])
def test_where_something_is_remembered_triggers_do_the_noting(placed, monkeypatch, model):
    if model is RecordTouch:
        Milestone.objects.create(slug="new", date="2001").delete()
    else:
        FormerName.objects.create(noun="record", slug="visit-1", key=1, revision=1, at="2026-01-01T00:00:00Z")
    assert not remembers_nothing()
    monkeypatch.setattr(loading, "filling", pytest.fail)
    load(placed / "fixtures")
    assert RecordTouch.objects.filter(gone=False).count() == Record.objects.count()
    assert not FormerName.objects.exists()  # what has the name again


def test_versions_need_not_be_kept_of_what_was_made_up(db):
    with filling(kept=True):
        Milestone.objects.create(slug="made", date="2001", editorial_status="published")
    touch = RecordTouch.objects.get()
    assert touch.kept == touch.revision == Revision.current().number
