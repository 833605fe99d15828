from decimal import Decimal

import pytest

from relations.checks.agreement import State, Statement, state_of


def said(source, says, preferred=False, **more):
    return Statement(source, says, preferred, **more)


@pytest.mark.parametrize(
    ("field", "statements", "state"),
    [
        ("date", [said("a", "2012", True)], State.SINGLE),
        ("date", [said("a", "2012-10", True), said("a", "2012-10-11")], State.SINGLE),
        ("date", [said("a", "2009-10-21/2009-10-24", True), said("b", "2009-10")], State.CONFIRMED),
        ("date", [said("a", "2009-10-21", True), said("b", "2009-10-22")], State.CONFLICT),
        ("date", [said("a", "2006", True), said("b", "2006-10"), said("c", "2009")], State.MAJORITY),
        ("count", [said("a", "20", True), said("b", "19")], State.CONFLICT),
        ("status", [said("a", "announced"), said("b", "held", True)], State.CONFIRMED),
        ("visit_kind", [said("a", "working", True), said("b", "official")], State.CONFLICT),
        ("date", [said("a", "2013/..", True), said("b", "2013")], State.CONFLICT),
        ("value", [said("a", "twelve", True, unit="USD"), said("b", "12", unit="USD")], State.CONFLICT),
    ],
)
def test_the_state_of_a_field_follows_from_what_is_said(field, statements, state):
    assert state_of(field, statements) is state


def test_numbers_are_compared_within_their_rounding():
    almost = said("a", "3900000000", True, qualifier="under", step=Decimal(10**8), unit="USD")
    exact = said("b", "3870000000", step=Decimal(10**7), unit="USD")
    five, six = (said(name, value, name == "a", unit="USD") for name, value in (("a", "5"), ("b", "6")))
    assert state_of("value", [almost, exact]) is State.CONFIRMED
    assert state_of("value", [five, six]) is State.CONFLICT


def test_one_source_that_contradicts_itself_is_a_conflict():
    assert state_of("count", [said("a", "20", True), said("a", "19")]) is State.CONFLICT
