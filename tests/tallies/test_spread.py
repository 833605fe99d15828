"""Numbers from sums say what looking at each record would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.timeline import Filters
from relations.timeline.counts import About, Counted, Tally

YEAR = st.integers(1990, 1999)
BOUNDS = st.one_of(
    st.tuples(YEAR, YEAR).map(lambda pair: (min(pair), max(pair))),
    YEAR.map(lambda year: (year, 0)),
    YEAR.map(lambda year: (0, year)),
    st.just((0, 0)),
)
ABOUT = st.tuples(st.sampled_from(["visit", "figure"]), st.sampled_from(["trade", "energy"]), st.booleans())
RECORDS = st.lists(st.tuples(ABOUT, BOUNDS, st.integers(1, 3)), max_size=12)
ASKED = st.builds(
    Filters,
    kind=st.sampled_from(["", "visit"]),
    kinds=st.lists(st.sampled_from(["visit", "figure"]), unique=True),
    areas=st.lists(st.sampled_from(["trade", "energy"]), unique=True),
    differ=st.booleans(),
    first_year=st.none() | st.integers(1988, 2000),
    last_year=st.none() | st.integers(1988, 2001),
)


def tally_of(records, filters):
    years = {}
    for about, bounds, number in records:
        years.setdefault(About(*about), []).append((*bounds, number))
    return Tally(filters, Counted(years))


def passing(records, filters, but=""):
    """Each record by itself, by the rule that the query has."""
    for (kind, area, differs), (first, last), number in records:
        tests = {
            "own": kind == (filters.kind or kind),
            "kind": not filters.kinds or kind in filters.kinds,
            "field": not filters.areas or area in filters.areas,
            "differ": differs or not filters.differ,
            "years": filters.has_year(first or None, last or None),
        }
        if all(passes for name, passes in tests.items() if name != but):
            yield kind, area, differs, first, last, number


@given(RECORDS, ASKED)
def test_every_number_is_that_of_the_records_themselves(records, filters):
    if filters.first_year and filters.last_year and filters.first_year > filters.last_year:
        filters.first_year, filters.last_year = filters.last_year, filters.first_year
    found = tally_of(records, filters)
    shown = list(passing(records, filters))
    assert found.total == sum(row[5] for row in shown) == sum(group.records for group in found.shown)
    assert found.undated == sum(row[5] for row in shown if not row[3])
    assert found.differing == sum(row[5] for row in passing(records, filters, "differ") if row[2])
    for counts, but, place in ((found.by_kind, "kind", 0), (found.by_area, "field", 1)):
        for value in {row[place] for row in passing(records, filters, but)}:
            assert counts[value] == sum(row[5] for row in passing(records, filters, but) if row[place] == value)
    for kind in ("visit", "figure"):
        dated = [row for row in shown if row[0] == kind and row[3]]
        assert (kind in found.spreads) == bool(dated)
        for year in range(filters.first_year or 1985, (filters.last_year or 2005) + 1):
            lying = sum(row[5] for row in dated if row[3] <= year <= (row[4] or 9999))
            spread = found.spreads[kind].within(year, year) if dated else None
            assert lying == (spread.begun.total() if spread else 0)


@pytest.mark.parametrize(
    ("years", "number"), [((None, None), 4), ((1995, None), 3), ((None, 1992), 1), ((1996, 1997), 1)]
)
def test_what_is_only_known_to_end_may_lie_in_no_year_that_has_to_end(years, number):
    records = [(("visit", "trade", False), bounds, 1) for bounds in ((1990, 0), (1993, 1995), (0, 1996), (0, 0))]
    found = tally_of(records, Filters(first_year=years[0], last_year=years[1]))
    assert found.total == number
