"""Ordinals, plans, meetings outside their visit, offices and founding dates."""

from datetime import date

import pytest

from relations import models as m


def facts(findings):
    return [finding.facts for finding in findings]


@pytest.mark.parametrize(
    ("ordinals", "gaps"),
    [((1, 2, 3), []), ((1, 3), [["2"]]), ((5, 6), [["1", "4"]]), ((1, 5, 7), [["2", "4"], ["6"]]), ((None, 1), [])],
)
def test_numbers_of_which_no_source_tells_are_found_as_runs(world, ordinals, gaps):
    council = world.council()
    for place, ordinal in enumerate(ordinals):
        world.meeting(council, ordinal, str(2012 + place))
    assert facts(world.find("ordinals")) == gaps


@pytest.mark.parametrize(
    ("dates", "found"),
    [(("2012-10", "2015-04"), 0), (("2015-04", "2012-10"), 1), (("2012", "2012-05"), 0), (("2013", ""), 0)],
)
def test_a_meeting_dated_before_its_predecessor_is_found(world, dates, found):
    council = world.council()
    for ordinal, day in enumerate(dates, 1):
        world.meeting(council, ordinal, day)
    assert len(world.find("ordinals")) == found


def test_an_earlier_date_is_found_across_an_undated_meeting(world):
    council = world.council()
    for ordinal, day in enumerate(("2015", "", "2012"), 1):
        world.meeting(council, ordinal, day)
    assert len(world.find("ordinals")) == 1


def test_a_number_that_a_plan_leaves_to_its_outcome_is_no_repeat(world):
    council = world.council()
    plan = world.meeting(council, 1, "2013", status="postponed")
    held = world.meeting(council, 1, "2014")
    assert len(world.find("ordinals")) == 1
    m.CouncilMeeting.objects.filter(pk=plan.pk).update(replaced_by=held)
    assert not world.find("ordinals")


def test_councils_do_not_count_each_others_meetings(world):
    for day in ("2012", "2011"):
        world.meeting(world.council(), 1, day)
    assert not world.find("ordinals")


@pytest.mark.parametrize(
    ("day", "status", "found"),
    [("2026-05", "announced", 1), ("2026", "announced", 0), ("2026-06-01", "announced", 0), ("", "announced", 0),
     ("2026-05", "held", 0), ("2026-05", "cancelled", 0)],
)  # fmt: skip
def test_a_plan_past_its_date_has_no_outcome(world, day, status, found):
    world.meeting(world.council(), 1, day, status=status)
    world.visit(day, status=status)
    assert len(world.find("plans")) == 2 * found


def test_what_is_past_depends_on_the_day(world):
    world.visit("2026-05", status="announced")
    assert not world.find("plans", today=date(2026, 5, 31))
    assert world.find("plans", today=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("meeting", "visit", "found"),
    [
        ("2012-10-11", "2012-10-11/2012-10-12", 0),
        ("2012-10-13", "2012-10-11/2012-10-12", 1),
        ("2012-10-12/2012-10-13", "2012-10-11/2012-10-12", 1),
        ("2012-10", "2012-10-31/2012-11-02", 0),
        ("2012-10", "2012-10-11", 0),
        ("2012", "2013-01-02", 1),
        ("", "2012", 0),
        ("2012-10-13", "", 0),
    ],
)
def test_a_meeting_or_signature_outside_its_visit_is_found(world, meeting, visit, found):
    stay = world.visit(visit)
    world.meeting(world.council("2011"), 1, meeting, during_visit=stay)
    world.make(m.Agreement, meeting, signed_at_visit=stay)
    assert len(world.find("outside")) == 2 * found


def test_a_link_to_a_draft_tells_nothing(world):
    stay = world.visit("2013", editorial_status="draft")
    world.meeting(world.council(), 1, "2012-10-13", during_visit=stay)
    assert not world.find("outside")
    assert len(world.find("outside", drafts=True)) == 1


@pytest.mark.parametrize(
    ("period", "day", "role", "found"),
    [
        ("2014-08-28/..", "2012-05", "visitor", 1),
        ("2003-03/2014-08", "2012-05", "visitor", 0),
        ("2003-03/2014-08", "2014-08", "visitor", 0),
        ("2003/2011", "2012-05", "chair", 1),
        ("2003/2011", "2012-05", "subject", 0),
        ("2003/2011", "", "visitor", 0),
        ("", "2012-05", "visitor", 0),
    ],
)
def test_somebody_not_in_office_then_is_found_where_the_period_is_known(world, period, day, role, found):
    person = m.Person.objects.create(slug="recep-tayyip-erdogan", name_en="Recep Tayyip Erdoğan")
    office = m.Office.objects.create(slug="president-tur", title_en="President", country_id="TUR")
    m.Tenure.objects.create(person=person, office=office, period=period)
    m.Participation.objects.create(record=world.visit(day).record, role=role, person=person, office=office)
    assert len(world.find("offices")) == found


def test_another_office_of_the_same_person_does_not_count(world):
    person = m.Person.objects.create(slug="recep-tayyip-erdogan", name_en="Recep Tayyip Erdoğan")
    one, other = (m.Office.objects.create(slug=slug, title_en=slug, country_id="TUR") for slug in ("a", "b"))
    m.Tenure.objects.create(person=person, office=one, period="2014/..")
    m.Participation.objects.create(record=world.visit("2012").record, role="visitor", person=person, office=other)
    assert not world.find("offices")


def test_a_founding_told_differently_is_found_as_a_founding(world):
    council = world.council("2006")
    world.cite(council, "date", "2006", preferred=True)
    world.cite(council, "date", "2006-10", "source-b")
    assert not world.find("founding")
    world.cite(council, "date", "2009", "source-c")
    assert len(world.find("founding")) == 1
    assert not world.find("sources")


@pytest.mark.parametrize(("signed", "found"), [("2009-10-03", 1), ("2006-05", 0), ("", 0)])
def test_a_founding_is_compared_with_the_agreement_that_founded_it(world, signed, found):
    council = world.council("2006")
    act = world.make(m.Agreement, signed)
    world.cite(council, "founded_by", act.slug, preferred=True)
    assert len(world.find("founding")) == found


def test_an_undated_founding_agreement_is_as_old_as_the_meeting_that_signed_it(world):
    summit = world.meeting(world.council("1992"), 1, "2009-10-03", relationship=None)
    act = world.make(m.Agreement, "", signed_at_meeting=summit)
    council = world.council("2006")
    world.cite(council, "founded_by", act.slug, preferred=True)
    assert [finding.records[0].pk for finding in world.find("founding")][-1] == council.pk


def test_a_body_that_founded_another_does_not_date_it(world):
    milestone = world.make(m.Milestone, "2012")
    world.cite(milestone, "founded_by", world.council("2006").slug, preferred=True)
    assert not world.find("founding")


@pytest.mark.parametrize(
    ("founded", "ordinal", "met", "found"),
    [("2006", 1, "2011-10", 1), ("2006", 2, "2011-10", 0), ("2012-05", 1, "2012-10", 0), ("2012", 3, "2011", 1),
     ("1991/1992", 1, "1992", 0), ("", 1, "2011", 0)],
)  # fmt: skip
def test_a_first_meeting_comes_neither_before_the_founding_nor_years_after(world, founded, ordinal, met, found):
    world.meeting(world.council(founded), ordinal, met)
    assert len(world.find("founding")) == found
