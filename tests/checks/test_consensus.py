"""The agreement of the sources on a whole record: derived, and stored by one writer."""

import pytest
from django.db import IntegrityError

from relations.checks.agreement import State, Statement
from relations.checks.consensus import field_state, of_record, refresh
from relations.models import Citation, Consensus, Milestone, Record, Source


def said(source, says, preferred=False):
    return Statement(source, says, preferred)


@pytest.mark.parametrize(
    ("statements", "state"),
    [
        ([said("original", "2012", True), said("copy", "2012")], State.SINGLE),
        ([said("original", "2012", True), said("copy", "2012-10")], State.SINGLE),
        ([said("original", "2012", True), said("copy", "2013")], State.CONFLICT),
        ([said("original", "2012"), said("copy", "2012", True)], State.SINGLE),
        ([said("original", "2012", True), said("copy", "2012"), said("other", "2012")], State.CONFIRMED),
        ([said("original", "2012", True), said("copy", "2012"), said("other", "2013")], State.CONFLICT),
        ([said("copy", "2012", True), said("other", "2012")], State.CONFIRMED),
    ],
)
def test_a_translation_is_a_voice_of_its_own_only_where_it_differs_or_stands_alone(statements, state):
    assert field_state("date", statements, {"copy": "original"}) is state


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, ""),
        ({"date": [said("a", "2012", True)]}, "single"),
        ({"date": [said("a", "2012", True), said("b", "2012")]}, "confirmed"),
        ({"date": [said("a", "2012", True), said("b", "2012")], "place": [said("a", "ankara", True)]}, "single"),
        ({"date": [said("a", "2012", True), said("b", "2013")], "place": [said("a", "ankara", True)]}, "conflict"),
        (
            {
                "date": [said("a", "2012", True), said("b", "2012"), said("c", "2013")],
                "place": [said("a", "ankara", True)],
            },
            "majority",
        ),
    ],
)
def test_a_record_is_as_good_as_its_worst_field(fields, state):
    assert of_record(fields, {}) == state


def test_the_vocabulary_of_the_column_is_that_of_the_comparison():
    assert set(Consensus.values) == {state.value for state in State}


def stored(record):
    return Record.objects.get(pk=record.pk).consensus


def test_the_column_follows_the_citations_and_nothing_else_changes(world):
    record, other = world.make(Milestone, "2012"), world.make(Milestone, "1991")
    before = Record.objects.get(pk=record.pk).changed_at
    world.cite(record, "date", "2012", preferred=True)
    assert refresh([record.pk]) == 1
    assert (stored(record), stored(other)) == ("single", "")
    world.cite(record, "date", "2013", "source-b")
    assert refresh() == 1
    assert stored(record) == "conflict"
    Citation.objects.all().delete()
    assert refresh([record.pk]) == 1
    assert stored(record) == ""
    assert Record.objects.get(pk=record.pk).changed_at == before


def test_what_is_written_already_is_not_written_again(world):
    world.cite(world.make(Milestone, "2012"), "date", "2012", preferred=True)
    assert (refresh(), refresh()) == (1, 0)


def test_the_original_of_a_source_is_taken_from_the_database(world):
    record = world.make(Milestone, "2012")
    copy = world.source("copy", translation_of=world.source("original"))
    world.cite(record, "date", "2012", "original", preferred=True)
    world.cite(record, "date", "2012", copy)
    refresh()
    assert stored(record) == "single"
    Source.objects.update(translation_of=None)
    refresh()
    assert stored(record) == "confirmed"


def test_numbers_are_compared_in_the_unit_of_their_figure(world):
    figure = world.figure("export", "625000000", step="1000000")
    world.cite(figure, "value", "625000000", preferred=True, says_step=1_000_000)
    world.cite(figure, "value", "625300000", "source-b")
    refresh()
    assert stored(figure) == "confirmed"


@pytest.mark.parametrize("count", [3, 40])
def test_the_queries_do_not_grow_with_the_records(world, count, django_assert_num_queries):
    for _number in range(count):
        world.cite(world.make(Milestone, "2012"), "date", "2012", preferred=True)
    with django_assert_num_queries(4):  # keys, what is stored, citations, one update
        assert refresh() == count


def test_disputed_records_are_found_by_the_column(world):
    quiet, loud = world.make(Milestone, "2012"), world.make(Milestone, "2013")
    world.cite(quiet, "date", "2012", preferred=True)
    world.cite(loud, "date", "2013", preferred=True)
    world.cite(loud, "date", "2014", "source-b")
    refresh()
    assert [record.pk for record in Record.objects.published().disputed()] == [loud.pk]


def test_the_database_refuses_a_word_that_is_no_state(world):
    record = world.make(Milestone, "2012")
    with pytest.raises(IntegrityError):
        Record.objects.filter(pk=record.pk).update(consensus="perhaps")
