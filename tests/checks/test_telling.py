"""One fact in several tellings, counts, and translations."""

import pytest

from relations import models as m


def agreement(world, **values):
    return world.make(m.Agreement, "2022", **values)


@pytest.mark.parametrize(("says", "found"), [("19", 1), ("20", 0)])
def test_a_count_that_another_source_gives_otherwise_is_found_as_a_count(world, says, found):
    record = agreement(world, count=20)
    world.cite(record, "count", "20", preferred=True)
    world.cite(record, "count", says, "source-b")
    assert len(world.find("counts")) == found
    assert not world.find("sources")


def test_one_source_that_contradicts_itself_is_found(world):
    record = agreement(world, count=20)
    world.cite(record, "count", "20", preferred=True, start=1, end=3)
    world.cite(record, "count", "19", start=9, end=12)
    [finding] = world.find("counts")
    assert [line.value.says for line in finding.lines] == ["20", "19"]


@pytest.mark.parametrize(("parts", "found"), [(2, 0), (3, 1)])
def test_a_set_with_more_documents_than_were_counted_is_found(world, parts, found):
    whole = agreement(world, count=2, form="package")
    for _ in range(parts):
        agreement(world, part_of=whole)
    assert len(world.find("counts")) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("3900000000", "under", 100_000_000), ("3870000000", "", 10_000_000), 0),
        (("5000000000", "under", 1_000_000_000), ("6300000000", "", 100_000_000), 1),
        (("15", "over", 1), ("15000", "over", 1000), 1),
    ],
)
def test_values_are_compared_within_their_rounding(world, first, second, found):
    figure = world.figure("trade_total", first[0])
    for number, (says, qualifier, step) in enumerate((first, second)):
        world.cite(figure, "value", says, f"source-{number}", not number, says_qualifier=qualifier, says_step=step)
    assert len(world.find("sources")) == found


def test_a_status_that_runs_its_course_and_a_date_within_another_are_no_disagreement(world):
    visit = world.visit("2009-10-21/2009-10-24")
    world.cite(visit, "date", "2009-10-21/2009-10-24", preferred=True)
    world.cite(visit, "date", "2009-10", "source-b")
    world.cite(visit, "status", "announced", preferred=True)
    world.cite(visit, "status", "held", "source-b")
    assert not world.find("sources")


@pytest.fixture
def translated(world):
    """A text and its translation."""
    original = world.source("page-tr")
    return original, world.source("page-en", language="en", translation_of=original)


def told(world, translated, field, original, copy, **more):
    record = world.figure("employment", "15000", unit="person")
    world.cite(record, "date", "2016", translated[0], preferred=True)
    world.cite(record, "date", "2016", translated[1])
    world.cite(record, field, original, translated[0], preferred=True, **more)
    if copy:
        world.cite(record, field, copy, translated[1], **more)
    return record


@pytest.mark.parametrize(
    ("field", "original", "copy"),
    [
        ("value", "15000", "15"),
        ("visitor", "recep-tayyip-erdogan", "Ahmet"),
        ("visit_kind", "working", "study visit"),
        ("sector", "non-energy", "energy"),
        ("ordinal", "3", "7"),
        ("in_force", "2012-10-11", "2012-10"),
        ("place", "ankara", ""),
    ],
)
def test_what_a_translation_changes_or_loses_is_found_once(world, translated, field, original, copy):
    record = told(world, translated, field, original, copy)
    [finding] = world.find("translations")
    assert (finding.records[0].pk, finding.field) == (record.pk, field)
    assert not world.find("sources")


@pytest.mark.parametrize(
    ("field", "original", "copy"),
    [
        ("value", "15000", "15000.000"),
        ("visitor", "recep-tayyip-erdogan", "recep-tayyip-erdogan"),
        ("status", "held", ""),
    ],
)
def test_a_faithful_translation_is_not(world, translated, field, original, copy):
    told(world, translated, field, original, copy)
    assert not world.find("translations")


def test_a_translation_that_loses_over_is_found(world, translated):
    record = world.figure("employment", "15000", unit="person")
    world.cite(record, "value", "15000", translated[0], preferred=True, says_qualifier="over")
    world.cite(record, "value", "15000", translated[1])
    assert len(world.find("translations")) == 1


def test_a_record_that_a_translation_leaves_out_is_one_finding(world, translated):
    told(world, translated, "value", "15000", "15000")
    silent = world.visit("2016")
    for field, says in (("date", "2016"), ("visitor", "hakan-fidan")):
        world.cite(silent, field, says, translated[0], preferred=True)
    [finding] = world.find("translations")
    assert (finding.records[0].pk, finding.field) == (silent.pk, "")


def test_another_source_may_contradict_a_translated_one(world, translated):
    record = told(world, translated, "value", "15000", "15000", says_step=1000)
    world.cite(record, "value", "9000", "source-b", says_step=1000)
    assert len(world.find("sources")) == 1
    assert not world.find("translations")
