"""A world that stands is whole for each test, and stands for no other."""

import pytest

from relations.models import Country, Revision

from .standing import found, standing

MARKS = set()
standing_world = standing(lambda: Country.objects.create(code="KAZ", name_tr="Kazakistan", name_en="Kazakhstan"))


@pytest.fixture
def country(standing_world, db):
    return found(standing_world)


@pytest.mark.parametrize("_time", range(2))
def test_what_a_test_changes_is_as_it_was_for_the_next(country, _time):
    assert (country.name_en, Country.objects.get().name_en) == ("Kazakhstan", "Kazakhstan")
    country.name_en = "Changed"
    country.save()


@pytest.mark.parametrize("_time", range(2))
def test_each_test_has_a_revision_of_its_own(country, _time):
    mark = (Revision.current().number, Revision.current().changed_at)
    assert mark not in MARKS
    MARKS.add(mark)


def test_who_does_not_ask_for_it_finds_no_world(db):
    assert not Country.objects.exists()


@pytest.mark.django_db
def test_nor_does_who_is_marked_to_use_the_database():
    assert not Country.objects.exists()


def test_it_comes_back(country):
    assert Country.objects.count() == 1
