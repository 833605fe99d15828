"""A question to some of the records: by whichever way it goes, it finds what looking at each of them finds."""

import pytest
from django.http import QueryDict

from relations.models import Record, SearchChange
from relations.search import among
from relations.search.among import Among
from relations.search.answer import answer
from relations.search.filed import clauses_of
from relations.search.matching import find
from relations.search.question import read_question
from relations.timeline import read_filters
from relations.timeline.filters import everything

pytestmark = pytest.mark.usefixtures("indexed")
QUESTIONS = [
    "Türkiye",
    "visit",
    "anlaşma",
    "Nazarbayev 2009",
    "1,33 milyar",
    "ticaret hacmi",
    "x",
    "stratejik ortaklık",
]
FILTERS = [
    *("kind=visit", "kind=visit&kind=figure", "field=trade", "pair=kaz-tur", "pair=kaz-rus&pair=kaz-tur"),
    *("from=1990&to=2012", "pair=kaz-tur&kind=council", "status=held", "differ=1"),
    "kind=agreement&field=defence&from=2000",
]


def asked(query):
    filters = read_filters(QueryDict(query))
    assert filters.is_any
    assert not filters.ignored
    return filters, filters.apply(everything())


def looked_at_one_by_one(clauses, records, *, in_title):
    left = set(records.values_list("pk", flat=True))
    return [key for key in find(clauses, 10_000, in_title=in_title) if key in left]


@pytest.mark.parametrize("query", FILTERS)
@pytest.mark.parametrize("few", [0, among.FEW])
@pytest.mark.parametrize("is_behind", [False, True])
def test_either_way_finds_what_there_is(query, few, is_behind, monkeypatch):
    monkeypatch.setattr(among, "FEW", few)
    monkeypatch.setattr(among, "LOOKED_AT", 3)  # so that more has to be looked at, again and again
    monkeypatch.setattr(among, "AT_ONCE", 2)
    filters, records = asked(query)
    for text in QUESTIONS:
        clauses = read_question(text).clauses
        for in_title in (False, True):
            whole = looked_at_one_by_one(clauses, records, in_title=in_title)
            for limit in (1, 5, 1_000):
                found = Among(records, None if is_behind else filters).find(clauses, limit, in_title=in_title)
                assert found == whole[:limit], (text, in_title, limit)


def test_some_are_found_at_all():
    clauses = read_question("Türkiye").clauses
    found = [Among(records, filters).find(clauses, 9) for filters, records in map(asked, FILTERS)]
    assert all(found[:9])


@pytest.mark.parametrize(
    "query", ["kind=visit", "field=trade", "pair=kaz-rus", "kind=meeting&pair=kaz-tur", "differ=1"]
)
def test_the_index_itself_keeps_to_what_records_are_filed_under(query, monkeypatch):
    """What is looked at again is no more than what is found: else a common word had all of its records looked at."""
    filters, records = asked(query)
    monkeypatch.setattr(among, "FEW", 0)
    looked_at = []
    monkeypatch.setattr(Among, "_left", lambda self, keys: looked_at.extend(keys) or list(keys))
    clauses = read_question("Türkiye").clauses
    found = Among(records, filters).find(clauses, 1_000)
    assert found == looked_at == looked_at_one_by_one(clauses, records, in_title=False)


def test_what_many_countries_share_is_filed_under_each_pair_of_them():
    shared = next(
        each for each in Record.objects.published() if each.relationship_id is None and each.countries.count() > 2
    )
    first, second = sorted(country.code.lower() for country in shared.countries.all())[:2]
    filters, _records = asked("kind=agreement")
    pair = type(asked("pair=kaz-tur")[0].pairs[0])(pk=-1, first_id=first.upper(), second_id=second.upper())
    filters.kinds, filters.pairs = [], [pair]
    assert shared.pk in find(clauses_of(filters), 1_000)


def test_filters_leave_the_order_as_it_was():
    filters, records = asked("kind=visit")
    whole = [each.slug for each in answer("Türkiye").ranked if each.kind == "visit"]
    assert [each.slug for each in answer("Türkiye", Among(records, filters)).ranked] == whole
    assert whole


def test_while_the_index_is_behind_filters_do_without_it(client, monkeypatch):
    """Documents that wait to be written again may not say yet what they are filed under."""
    before = client.get("/en/search/?q=T%C3%BCrkiye&kind=visit").context["answer"].keys
    monkeypatch.setattr("relations.search.filed.filed_token", lambda mark, value: "_8nothing")
    monkeypatch.setattr(among, "FEW", 0)
    assert not client.get("/en/search/?q=T%C3%BCrkiye&kind=visit").context["answer"].keys
    SearchChange.objects.bulk_create([SearchChange(noun="record", key=-at) for at in range(1, 500)])
    assert client.get("/en/search/?q=T%C3%BCrkiye&kind=visit").context["answer"].keys == before
