"""Parts against their whole, with what must be found and what must not."""

import pytest

YEAR = "2014/2015"


def trade(world, export, imported, total, step="10000000", **changed):
    world.figure("export", export, way="TUR KAZ", step=step, **changed)
    world.figure("import", imported, way="KAZ TUR", step=step)
    return world.figure("trade_total", total, step=step)


@pytest.mark.parametrize(
    ("export", "imported", "total", "found"),
    [
        ("625000000", "1330000000", "1960000000", 0),  # 1.955, rounded to hundredths of a billion
        ("625000000", "1330000000", "1970000000", 0),  # each may be half a step more
        ("625000000", "1330000000", "1980000000", 1),
        ("625000000", "1330000000", "1060000000", 1),
    ],
)
def test_exports_and_imports_make_the_volume_within_their_rounding(world, export, imported, total, found):
    whole = trade(world, export, imported, total)
    findings = world.find("sums")
    assert len(findings) == found
    assert all(finding.records[0].pk == whole.pk for finding in findings)


@pytest.mark.parametrize(
    "changed",
    [{"date": "2017"}, {"by": ("kazakh-side", "KAZ")}, {"unit": "EUR"}, {"way": "KAZ RUS"}, {"bodies": ["aselsan"]},
     {"qualifier": "planned"}],
)  # fmt: skip
def test_what_is_of_another_period_reporter_unit_or_way_is_not_added(world, changed):
    world.figure("export", "600000000", **{"way": "TUR KAZ", **changed})
    world.figure("import", "1330000000", way="KAZ TUR")
    world.figure("trade_total", "1960000000")
    assert not world.find("sums")


def test_the_exports_of_the_other_side_are_not_added_to_its_own_imports(world):
    world.figure("export", "100", way="KAZ TUR")
    world.figure("import", "100", way="KAZ TUR")
    world.figure("trade_total", "150")
    assert not world.find("sums")


@pytest.mark.parametrize(("total", "found"), [("1799", 0), ("1800", 1)])
def test_men_and_women_make_the_total(world, total, found):
    for part, value in (("male", "990"), ("female", "809"), ("", total)):
        world.figure("students", value, YEAR, breakdown=part, unit="student")
    assert len(world.find("sums")) == found


def test_one_sex_alone_makes_no_sum(world):
    world.figure("students", "990", YEAR, breakdown="male", unit="student")
    world.figure("students", "1799", YEAR, unit="student")
    assert not world.find("sums")


@pytest.mark.parametrize(
    ("shares", "found"),
    [(("49", "1", "50"), 0), (("49", "2", "50"), 1), (("48", "1", "50"), 1), (("49", "1"), 0), (("30", "20"), 0)],
)
def test_shares_in_one_body_make_a_hundred_where_the_list_is_whole(world, shares, found):
    for owner, share in zip(("aselsan", "ssb", "kazakhstan-engineering"), shares, strict=False):
        world.figure("share", share, "2011-04-18", way="", unit="percent", bodies=["joint", owner])
    assert len(world.find("sums")) == found


def test_the_shares_of_one_owner_in_several_bodies_are_not_added(world):
    for body, owners in (("joint-a", ("aselsan", "ssb")), ("joint-b", ("aselsan", "otokar"))):
        for owner, share in zip(owners, ("60", "40"), strict=True):
            world.figure("share", share, "2011", way="", unit="percent", bodies=[body, owner])
    assert not world.find("sums")
