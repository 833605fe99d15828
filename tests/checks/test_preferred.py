"""Whether a record shows what its preferred citations say."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from relations.checks.preferred import Said, Shown, faults, uncited


@pytest.fixture(autouse=True)
def english():
    """Whatever language an earlier test left behind."""
    with override("en"):
        yield


def sentences(shown, *said):
    return [message for _field, message in faults([shown], said)]


@pytest.mark.parametrize(
    ("value", "says"),
    [("2012-10", "2012-10"), ("1330000000", "1330000000.000"), ("3", "3"), ("ankara", "ankara"), ("0", "0.0")],
)
def test_a_value_that_is_what_the_citation_says_is_in_order(value, says):
    assert sentences(Shown("field", value), Said("field", says, preferred=True)) == []


@pytest.mark.parametrize(
    ("value", "says"),
    [("2012-11", "2012-10"), ("1330000000", "1330000001"), ("2012", "2012-10"), ("ankara", "astana"), ("3", "III")],
)
def test_a_value_that_is_not_is_set_beside_it(value, says):
    expected = [f"The preferred citation says {says}, the record {value}."]
    assert sentences(Shown("field", value), Said("field", says, preferred=True)) == expected


def test_an_empty_field_contradicts_its_citation():
    found = sentences(Shown("place", "", needs_source=False), Said("place", "ankara", preferred=True))
    assert found == ["The preferred citation says ankara, the record nothing."]


def test_a_citation_that_is_not_preferred_may_say_what_it_wants():
    preferred, other = Said("date", "2012-10", preferred=True), Said("date", "2012-11")
    assert sentences(Shown("date", "2012-10"), preferred, other) == []


@pytest.mark.parametrize(
    ("flags", "word"), [([False], "Mark one"), ([True, True], "Only one"), ([False, False], "Mark one")]
)
def test_exactly_one_citation_of_a_field_is_preferred(flags, word):
    [sentence] = sentences(Shown("date", "2012"), *(Said("date", "2012", preferred=flag) for flag in flags))
    assert sentence.startswith(word)


@pytest.mark.parametrize(
    ("qualifier", "step", "agrees"),
    [("about", "10000000", True), ("exact", "10000000", False), ("about", "1", False), ("about", None, False)],
)
def test_a_quantity_is_its_value_with_qualifier_and_step(qualifier, step, agrees):
    shown = Shown("value", "1330000000", qualifier="about", step=Decimal(10_000_000))
    said = Said("value", "1330000000", True, qualifier, Decimal(step) if step else None)
    assert (sentences(shown, said) == []) is agrees


def test_a_citation_without_qualifier_means_exactly():
    assert sentences(Shown("value", "3", qualifier="exact"), Said("value", "3", preferred=True)) == []


def test_a_field_that_the_record_does_not_have_is_not_compared():
    assert sentences(Shown("date", "2012"), Said("visitor", "nursultan-nazarbayev", preferred=True)) == []


def test_what_nothing_cites_is_named_but_for_defaults():
    shown = [Shown("date", "2012"), Shown("place", "ankara"), Shown("count", "1", needs_source=False)]
    assert uncited(shown, [Said("date", "2012")]) == ["place"]
