"""A statement filled in with the values of a question is the one that Django makes of that very question."""

from datetime import date

import pytest
from django.http import QueryDict

from relations.api.records import visible
from relations.models import Country, Relationship
from relations.paging import NEWEST, OLDEST, Here, Key
from relations.shaped import Statement, shaped
from relations.timeline import counts, keys, read_filters, ways
from relations.timeline.filters import everything

from .test_plans import OTHERS, QUESTIONS

TURNED = ("", "pair=kaz-rus", "pair=kaz-rus&pair=kaz-tur&from=1999", "to=1998&kind=visit", "pair=rus-tur&kind=visit")
HERE = (Here(), Here(Key(date(2011, 2, 3), 7)), Here(Key(None, 9)), Here(Key(date(2013, 4, 5), 8), forward=False))


def plain(statements):
    return [(each.sql, [str(value) for value in each.params]) for each in statements]


def made_of(build, asked, *rest):
    """The same without any stand-in."""
    return [Statement(*each) for each in build.__wrapped__(asked, *rest)]


@pytest.fixture
def pairs(world):
    Country.objects.get_or_create(code="RUS", defaults={"name_en": "Russia"})
    for one, other in (("KAZ", "RUS"), ("RUS", "TUR")):
        Relationship.objects.get_or_create(first_id=one, second_id=other, defaults={"slug": f"{one}-{other}".lower()})


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS, *TURNED])
@pytest.mark.parametrize("here", HERE)
def test_pages_of_keys_are_asked_for_as_django_would(pairs, question, here):
    filters = ways.known(read_filters(QueryDict(question)))
    for order, records in ((NEWEST, everything), (OLDEST, visible)):
        asked = keys.Place(filters, here)
        for _again in range(2):
            found = keys._statement(asked, records, order, 51)
            assert plain(found) == plain(made_of(keys._statement, asked, records, order, 51))


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS, *TURNED])
def test_numbers_are_counted_as_django_would(pairs, question):
    filters = ways.known(read_filters(QueryDict(question)))
    assert plain(counts._statements(filters)) == plain(made_of(counts._statements, filters))


def test_a_question_of_a_known_shape_is_not_worked_out_again(pairs):
    built = []

    @shaped
    def statement(asked):
        built.append(asked)
        yield from made_of(ways._shared_statement, asked)

    first, second, both = (
        read_filters(QueryDict(each)) for each in ("pair=kaz-tur", "pair=kaz-rus", "pair=kaz-tur&pair=kaz-rus")
    )
    assert plain(statement(first)) != plain(statement(second))
    assert len(built) == 1
    statement(both)
    assert len(built) == 2


def test_what_stands_for_values_is_like_no_value(pairs):
    filters = ways.known(read_filters(QueryDict("pair=kaz-tur&pair=kaz-rus&from=1999&to=2010&place=ankara")))
    for asked in (filters, keys.Place(filters, HERE[1])):
        values, stand_ins = asked.values, asked.stand_in().values
        assert len(values) == len(stand_ins) == len(set(stand_ins))
        assert not {*values} & {*stand_ins}
        assert asked.stand_in().shape == asked.shape
