"""Prepared queries say what the ORM says, and paths what Django's reverse says."""

import pytest
from django.db import connection
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import override

from relations.models import Country, Kind, Milestone, Place, Record, Relationship
from relations.paths import path_of
from relations.prepared import Prepared, hang

BY_KEY = Prepared(Record, lambda rows, keys: rows.filter(pk__in=keys).order_by("slug").values_list("slug", "earliest"))
NOTED = Prepared(
    Milestone,
    lambda rows, keys: rows.filter(pk__in=keys).annotate(length=Length("slug")).select_related("place").order_by("pk"),
)
WHOLE = Prepared(Milestone, lambda rows, keys: rows.filter(pk__in=keys).select_related("place").order_by("slug"))
BY_CODE = Prepared(
    Country,
    lambda rows, codes: rows.filter(code__in=codes, name_en="Land").order_by("code").values_list("code", "name_en"),
    stand_in=lambda at: f"\0{at}",
)


@pytest.fixture
def milestones(db):
    return [Milestone.objects.create(slug=f"m-{number}", title_en="M", date=f"201{number}") for number in range(4)]


def test_rows_are_those_of_the_orm_whatever_the_keys(milestones):
    for chosen in (milestones[:2], milestones[2:], milestones, milestones[:1]):
        expected = [(each.slug, each.earliest) for each in chosen]
        assert [tuple(row) for row in BY_KEY.rows([each.pk for each in chosen])] == expected


def test_a_query_is_one_question_and_none_without_keys(milestones, django_assert_num_queries):
    with django_assert_num_queries(1):
        BY_KEY.rows([milestones[0].pk, milestones[1].pk])
    with django_assert_num_queries(0):
        assert BY_KEY.rows([]) == []


def test_the_sql_is_made_once_for_each_number_of_keys_or_once_for_all(milestones):
    made = Prepared(Record, BY_KEY.build)
    for each in milestones:
        made.rows([each.pk])
    assert len(made.compiled) == 1
    made.rows([each.pk for each in milestones])
    assert len(made.compiled) == (1 if connection.vendor == "postgresql" else 2)


def test_a_key_that_is_no_list_is_refused_where_lists_are_arrays(db):
    odd = Prepared(Record, lambda rows, keys: rows.filter(pk=keys[0]).values_list("slug"))
    if connection.vendor == "postgresql":
        with pytest.raises(ValueError, match="elsewhere than in a list"):
            odd.rows([1])
    else:
        assert odd.rows([1]) == []


def test_keys_may_be_text_and_other_parameters_stay(db):
    for code, name in (("AAA", "Land"), ("BBB", "Land"), ("CCC", "Sea")):
        Country.objects.create(code=code, name_tr=name, name_en=name)
    assert [tuple(row) for row in BY_CODE.rows(["AAA", "CCC", "'; --"])] == [("AAA", "Land")]


def test_objects_are_those_of_the_orm_with_what_they_join(milestones, django_assert_num_queries):
    country = Country.objects.create(code="AAA", name_tr="A", name_en="A")
    place = Place.objects.create(slug="there", country=country, name_tr="Orada", name_en="There")
    Milestone.objects.filter(pk=milestones[1].pk).update(place=place)
    keys = [each.pk for each in milestones[:2]]
    with django_assert_num_queries(1):
        first, second = WHOLE.objects(keys)
        assert (first.place, second.place.name_en) == (None, "There")
    for found in (first, second):
        expected = Milestone.objects.get(pk=found.pk)
        assert type(found) is Milestone
        assert {name: found.__dict__[name] for name in expected.__dict__ if name != "_state"} == {
            name: value for name, value in expected.__dict__.items() if name != "_state"
        }
        assert found._state.db == "default"
        assert not found._state.adding
    assert WHOLE.objects([]) == []


def test_objects_bear_what_was_worked_out_of_their_rows(milestones):
    milestones[1].slug = "longer"
    milestones[1].save()
    assert [(each.slug, each.length) for each in NOTED.objects([each.pk for each in milestones[:2]])] == [
        ("m-0", 3),
        ("longer", 6),
    ]


def test_a_manager_has_what_was_hung_on_it(milestones, django_assert_num_queries):
    pair = Relationship(pk=1)
    hang(pair, "records", Record, milestones[:2])
    with django_assert_num_queries(0):
        assert list(pair.records.all()) == milestones[:2]


def test_columns_make_no_objects(milestones):
    with pytest.raises(TypeError, match="columns of Record"):
        BY_KEY.objects([milestones[0].pk])


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("name", [*Kind.values, "relationship", "person", "source", "country", "id:record"])
def test_a_path_is_what_reverse_says(name, language):
    with override(language):
        assert path_of(name, "some-thing-2") == reverse(name, args=["some-thing-2"])
    assert path_of(name, "x", language) == path_of(name, "stand-in", language).replace("stand-in", "x")
