"""Whatever is asked, each list of keys is read from an index in its order: no table walked through, nothing sorted."""

import re
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict

from relations.models import Milestone, PairNumber, Record
from relations.paging import NEWEST, OLDEST, Key, keys_of_page
from relations.timeline import read_filters
from relations.timeline.counts import tally
from relations.timeline.filters import everything
from relations.timeline.ways import ways

QUESTIONS = (
    "",
    "kind=visit",
    "field=trade",
    "kind=visit&kind=meeting&field=trade&field=energy",
    "differ=1",
    "differ=1&kind=figure",
    "pair=kaz-tur",
    "pair=kaz-tur&kind=visit",
    "place=ankara",
    "from=2012",
    "to=2012",
    "from=2001&to=2012&kind=figure&field=trade",
    "from=2012&differ=1",
    "from=2012&pair=kaz-tur",
    "status=held",
)
OTHERS = ("status=announced", "status=held&status=cancelled", "person=nursultan-nazarbayev", "status=held&pair=kaz-tur")

COUNTED = r"COUNT\(\*\)|COUNT\(\"relations_(record|relationship|participation)\""


@pytest.fixture
def planned(world):
    """PostgreSQL told to take an index wherever there is one: so few rows it would walk through."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for name in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{name} = off")
    return world


def asked(question):
    return read_filters(QueryDict(question))


def plans(question, order, forward):
    """The plan of each list's dated part, from a key on."""
    lists = ways(asked(question), everything())
    if "pair" in question:
        lists = lists[: len(lists) // 2]  # what a pair shares with others is few, and found by its keys
    for part in lists:
        if part.is_dated is False:
            continue
        past = dict(order.parts(part, forward))[True].filter(order.beyond(Key(date(2015, 1, 1), 5), forward))
        yield past.values_list("earliest", "pk")[:51].explain()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
@pytest.mark.parametrize("forward", [True, False])
def test_a_page_deep_down_is_read_from_an_index(planned, question, order, forward):
    for plan in plans(question, order, forward):
        assert re.search(r"using (covering )?index record_|index (only )?scan (backward )?using record_", plan, re.I), (
            plan
        )
        assert "TEMP B-TREE" not in plan
        assert not re.search(r"Sort  \(", plan), plan


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS])
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
def test_the_lists_together_are_what_the_filters_leave_in_order(world, question, order):
    for year in range(1990, 2020):
        Milestone.objects.create(
            slug=f"m-{year}",
            date=f"{year}/{year + year % 4}" if year % 5 else f"../{year}",
            relationship=world["pair"],
            area=("trade", "politics")[year % 2],
            editorial_status="published",
        )
    filters = asked(question)
    found, after = [], ""
    while True:
        page = keys_of_page(ways(filters, everything()), order, after=after, size=4)
        found += [key.pk for key in page]
        if not page.next:
            break
        after = page.next
    rows = list(filters.apply(everything()))
    step = -1 if order.descending else 1
    dated = sorted((row.earliest, row.pk) for row in rows if row.earliest)[::step]
    undated = sorted(row.pk for row in rows if not row.earliest)[::step]
    assert found == [pk for _day, pk in dated] + undated
    assert tally(filters).total == len(found)


def test_pairs_far_down_the_list_are_skipped_in_an_index(world):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    plan = PairNumber.objects.order_by("-records", "slug").values_list("pk")[50:60].explain()
    assert "pair_by_records" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


@pytest.mark.parametrize(
    "page", ["", "timeline/", "timeline/?pair=kaz-tur", "visits/", "relations/", "countries/", "method/", "about/"]
)
def test_a_page_that_was_asked_for_once_counts_nothing(client, world, django_assert_max_num_queries, page):
    client.get(f"/en/{page}")
    with django_assert_max_num_queries(16) as asked_for:
        client.get(f"/en/{page}")
    assert not [each["sql"] for each in asked_for.captured_queries if re.search(COUNTED, each["sql"])]


def test_what_a_page_remembers_goes_with_the_next_write(client, world):
    before = client.get("/en/timeline/").content
    Record.objects.filter(kind="visit").update(editorial_status="draft")
    assert client.get("/en/timeline/").content != before
