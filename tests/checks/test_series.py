"""Targets, mirror figures and orders of magnitude."""

import pytest
from django.utils.translation import override

KAZ, TUR, PRESS = ("kazakh-side", "KAZ"), ("mfa-tur", "TUR"), ("press", None)
BILLION = 10**9


def volume(world, billions, date, by=TUR, **values):
    return world.figure("trade_total", str(int(billions * BILLION)), date, by=by, **values)


def target(world, billions, date="2020", **values):
    return volume(world, billions, date, qualifier="planned", **values)


def test_a_target_stands_beside_the_latest_volume_of_every_reporter(world):
    aim = target(world, 15)
    old, turkish, kazakh = (
        volume(world, 2, "2016"),
        volume(world, 9, "2025-01/2025-11"),
        volume(world, 5.4, "2025", KAZ),
    )
    [finding] = world.find("targets")
    assert finding.records[0].pk == aim.pk
    assert {record.pk for record in finding.records[1:]} == {turkish.pk, kazakh.pk}
    assert old.pk not in {record.pk for record in finding.records}
    assert {"60 percent exact", "36 percent exact"} <= set(finding.facts)


@pytest.mark.parametrize(("date", "is_told"), [("2025-01/2025-11", True), ("2025", False), ("2025-01/2025-12", False)])
def test_a_volume_of_part_of_a_year_says_so_beside_its_share(world, date, is_told):
    target(world, 15)
    volume(world, 9, date)
    [finding] = world.find("targets")
    assert (finding.lines[0].value.values.get("period") is not None) is is_told
    with override("en"):
        assert ("part of a year only" in str(finding.lines[0].value.template)) is is_told


def test_without_a_deadline_no_growth_is_reckoned(world):
    target(world, 10)
    volume(world, 5, "2025")
    assert not [fact for fact in world.find("targets")[0].facts if fact.startswith("14.9")]


@pytest.mark.parametrize(
    ("date", "deadline", "growth"),
    [("2025", "2030", "14.9"), ("2025", "2026", "100"), ("2025-01/2025-11", "2030", None), ("2025", "2024", None)],
)
def test_the_growth_a_year_that_a_deadline_asks_for(world, date, deadline, growth):
    target(world, 10, deadline=deadline)
    volume(world, 5, date)
    [finding] = world.find("targets")
    rates = [fact for fact in finding.facts if "percent" in fact and not fact.startswith("50 ")]
    assert rates == ([f"{growth} percent exact"] if growth else [])


def test_a_target_below_what_was_reported_before_says_so(world):
    target(world, 5, "2024-09")
    before, after = volume(world, 6, "2023", KAZ), volume(world, 4, "2025", KAZ)
    [finding] = world.find("targets")
    assert [record.pk for record in finding.records[1:]] == [before.pk, after.pk]
    with override("en"):
        assert "passed before" in str(finding.words.template)


@pytest.mark.parametrize("changed", [{"way": "KAZ RUS"}, {"unit": "EUR"}, {"bodies": ["aselsan"]}])
def test_a_target_without_its_series_is_left_alone(world, changed):
    target(world, 10)
    volume(world, 5, "2025", **changed)
    assert not world.find("targets")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "TUR KAZ", "2025", 1.5, KAZ), 1),
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "TUR KAZ", "2025", 2.9, KAZ), 0),
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "KAZ TUR", "2025", 1.5, KAZ), 0),
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "TUR KAZ", "2025", 1.5, PRESS), 0),
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "TUR KAZ", "2025", 1.5, ("yok", "TUR")), 0),
        (("export", "TUR KAZ", "2025", 2.91, TUR), ("import", "TUR KAZ", "2024", 1.5, KAZ), 0),
        (("trade_total", "KAZ TUR", "2025-01/2025-11", 8.95, TUR), ("trade_total", "TUR KAZ", "2025", 5.4, KAZ), 1),
        (("trade_total", "KAZ TUR", "2025-01/2025-11", 5.1, TUR), ("trade_total", "KAZ TUR", "2025", 5.4, KAZ), 0),
        (("trade_total", "KAZ TUR", "2025-06/2026-05", 8.95, TUR), ("trade_total", "KAZ TUR", "2025", 5.4, KAZ), 0),
        (("investment_stock", "KAZ TUR", "2025-02-01", 2, TUR), ("investment_stock", "KAZ TUR", "2025", 3, KAZ), 1),
        (("investment_stock", "KAZ TUR", "2015", 2, TUR), ("investment_stock", "KAZ TUR", "2012/2024", 3, KAZ), 0),
        (("trade_total", "KAZ TUR", "", 8.95, TUR), ("trade_total", "KAZ TUR", "", 5.4, KAZ), 0),
    ],
)  # fmt: skip
def test_both_sides_of_one_flow_stand_side_by_side_where_they_cannot_both_be_true(world, one, other, found):
    for indicator, way, date, billions, by in (one, other):
        world.figure(indicator, str(int(billions * BILLION)), date, way, by, step="100000000")
    assert len(world.find("mirrors")) == found


@pytest.mark.parametrize(("value", "found"), [("4000", 1), ("3000", 0), ("3500", 0)])
def test_over_three_and_over_four_thousand_are_not_the_same(world, value, found):
    world.figure("companies", "3000", "2026-02-01", by=TUR, qualifier="over", unit="company", step="1000")
    world.figure("companies", value, "2026-01/2026-02", by=KAZ, qualifier="over", unit="company", step="1000")
    assert len(world.find("mirrors")) == found


def deal(world, value, date, programme="agreement-kaz-tur-2012-new-synergy", **values):
    figure = world.figure("deals", str(value), date, way="", **values)
    if programme:
        world.cite(figure, "subject", programme, preferred=True)
    return figure


def test_values_of_one_programme_a_thousand_times_apart_are_found(world):
    more, less = deal(world, 900 * BILLION, "2012"), deal(world, 800 * 10**6, "2012/2024-09")
    [finding] = world.find("magnitudes")
    assert [record.pk for record in finding.records] == [more.pk, less.pk]
    assert "1125 times exact" in finding.facts


@pytest.mark.parametrize(
    "changed",
    [{"programme": "another"}, {"programme": ""}, {"date": "2026"}, {"unit": "EUR"}, {"way": "KAZ TUR"}],
)
def test_values_of_other_programmes_times_or_units_are_not_compared(world, changed):
    deal(world, 900 * BILLION, "2012")
    values = {"date": "2012/2024-09", **changed}
    way = values.pop("way", "")
    figure = world.figure("deals", str(800 * 10**6), values["date"], way=way, unit=values.get("unit", "USD"))
    if programme := values.get("programme", "agreement-kaz-tur-2012-new-synergy"):
        world.cite(figure, "subject", programme, preferred=True)
    assert not world.find("magnitudes")


def test_two_deals_that_name_nothing_are_two_deals(world):
    for value in (900 * BILLION, 800 * 10**6):
        deal(world, value, "2012", programme="")
    assert not world.find("magnitudes")


@pytest.mark.parametrize(("value", "found"), [(360 * 10**6, 0), (36 * 10**5, 0), (36 * 10**4, 1)])
def test_whole_volumes_are_compared_beyond_what_a_longer_period_explains(world, value, found):
    volume(world, 3.6, "2012")
    world.figure("trade_total", str(value), "2012-01")
    assert len(world.find("magnitudes")) == found
