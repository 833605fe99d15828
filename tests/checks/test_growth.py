"""Claims of growth against the series."""

import pytest


def series(world, *values, **changed):
    for year, value in enumerate(values, 2014):
        world.figure("students", str(value), f"{year}/{year + 1}", unit="student", area="education", **changed)


def claim(world, value, date="2014/2020", **changed):
    return world.figure("growth", value, date, **{"unit": "times", "area": "education", **changed})


TABLE = (1799, 1986, 2015, 2065, 2191, 2349)


@pytest.mark.parametrize(
    ("value", "changed", "found"),
    [
        ("2", {"qualifier": "about"}, 1),
        ("2", {}, 1),
        ("1.3", {"qualifier": "about"}, 0),
        ("1.31", {}, 0),
        ("1.4", {}, 1),
        ("1", {"qualifier": "over"}, 0),
        ("2", {"qualifier": "over"}, 1),
        ("2", {"qualifier": "under"}, 0),
        ("31", {"unit": "percent"}, 0),
        ("30", {"unit": "percent"}, 0),  # to the nearest ten
        ("40", {"unit": "percent"}, 1),
    ],
)
def test_a_multiple_is_compared_with_the_first_and_last_number(world, value, changed, found):
    series(world, *TABLE)
    grown = claim(world, value, **changed)
    findings = world.find("growth")
    assert len(findings) == found
    for finding in findings:
        assert finding.records[0].pk == grown.pk
        assert {"1799 student exact", "2349 student exact"} <= set(finding.facts)


def test_the_factor_found_is_said(world):
    series(world, *TABLE)
    claim(world, "2", qualifier="about")
    [finding] = world.find("growth")
    assert "1.31 times exact" in finding.facts


@pytest.mark.parametrize(
    "changed",
    [
        {"date": "2010/2020"},
        {"date": ""},
        {"area": "trade"},
        {"way": "TUR KAZ"},
        {"bodies": ["ahmet-yesevi-university"]},
    ],
)
def test_a_claim_about_other_years_or_things_is_left_alone(world, changed):
    series(world, *TABLE)
    claim(world, "2", **changed)
    assert not world.find("growth")


def test_a_claim_that_may_be_about_two_indicators_waits_for_its_basis(world):
    series(world, *TABLE)
    for year, value in ((2014, "10"), (2020, "20")):
        world.figure("employment", value, str(year), unit="person", area="education")
    grown = claim(world, "2")
    assert not world.find("growth")
    world.cite(grown, "basis", "students", preferred=True)
    assert len(world.find("growth")) == 1


def test_growth_in_one_year_is_compared_with_the_year_before(world):
    for year, value in (("2014", "100"), ("2015", "120")):
        world.figure("trade_total", value, year)
    claim(world, "20", "2015", unit="percent", area="trade")
    assert not world.find("growth")
    claim(world, "45", "2015", unit="percent", area="trade")
    assert len(world.find("growth")) == 1
