"""Pages by key, on either engine: nothing twice, nothing missed, and by an index."""

import random
import re

import pytest
from django.db import connection

from relations.models import Milestone, Record
from relations.paging import NEWEST, OLDEST, CursorError, Key, keys_of_page, page_by_key, read_cursor

DATES = ("2012-10-11", "2012-10", "2012", "", "1991/1993", "2012-10-11", "../1995")


def add(number, date):
    return Milestone.objects.create(
        slug=f"m-{number}", title_en=str(number), date=date, editorial_status="published"
    ).record


@pytest.fixture
def records(db):
    return [add(number, DATES[number % len(DATES)]) for number in range(31)]


def expected(order):
    """The order in plain words: by day, then by number; those without a day last."""
    rows = list(Record.objects.all())
    dated = sorted((row for row in rows if row.earliest), key=lambda row: (row.earliest, row.pk))
    undated = sorted((row for row in rows if not row.earliest), key=lambda row: row.pk)
    step = -1 if order.descending else 1
    return [row.pk for row in dated[::step] + undated[::step]]


def walk(order, size, between=lambda: None):
    """All pages forward."""
    found, after = [], ""
    while True:
        page = page_by_key(Record.objects.all(), order, after=after, size=size)
        found.append([row.pk for row in page])
        between()
        if not page.next:
            return found
        after = page.next


@pytest.mark.parametrize("size", [1, 4, 10, 31, 50])
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
def test_all_pages_together_are_the_whole_list_in_order(records, order, size):
    pages = walk(order, size)
    assert [pk for page in pages for pk in page] == expected(order)
    assert all(len(page) == size for page in pages[:-1])


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
@pytest.mark.parametrize("side", ["after", "before"])
def test_rows_known_to_have_a_day_or_none_give_the_same_pages_with_fewer_questions(records, order, dated, side):
    rows = Record.objects.filter(earliest__isnull=not dated)
    known = rows.known_to_be(dated=dated)
    assert known.filter(slug__startswith="m").is_dated is dated  # and so is whatever is left of them
    for cursor in ("", *(f"{row.earliest or ''}.{row.pk}" for row in records[::5])):
        asked = {side: cursor}
        assert keys_of_page(known, order, **asked, size=4) == keys_of_page(rows, order, **asked, size=4)
    assert [is_dated for is_dated, _part in order.parts(known)] == [dated]
    assert len(order.parts(rows)) == 2


@pytest.mark.parametrize("size", [1, 4, 10])
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
def test_going_back_shows_the_same_pages(records, order, size):
    forward = walk(order, size)
    page = page_by_key(Record.objects.all(), order, size=size)
    while page.next:
        page = page_by_key(Record.objects.all(), order, after=page.next, size=size)
    back = [[row.pk for row in page]]
    while page.previous:
        page = page_by_key(Record.objects.all(), order, before=page.previous, size=size)
        back.append([row.pk for row in page])
    assert [pk for page in reversed(back) for pk in page] == [pk for page in forward for pk in page]
    assert not page.previous


@pytest.mark.parametrize("order", [NEWEST, OLDEST])
def test_a_walk_meets_each_record_once_while_others_are_added(records, order):
    dice, numbers = random.Random(7), iter(range(100, 200))

    def insert():
        add(next(numbers), dice.choice(DATES))

    there = {record.pk for record in records}
    met = [pk for page in walk(order, 3, insert) for pk in page]
    assert len(met) == len(set(met))
    assert there <= set(met)


def test_a_page_whose_rows_are_gone_is_empty_and_not_an_error(records):
    page = page_by_key(Record.objects.all(), NEWEST, after=".1")
    assert (page.rows, page.previous, page.next) == ([], "", "")


@pytest.mark.parametrize("key", ["2012-10-11.5", ".5"])
def test_a_cursor_reads_back_as_it_was_written(key):
    assert str(read_cursor(key)) == key
    assert isinstance(read_cursor(key), Key)


@pytest.mark.parametrize(
    "text", ["x", "2012-10-11", "2012-13-01.5", "0000-01-01.1", ".x", "2012-10-11.-5", ".²", "5." + "9" * 30]
)
def test_a_cursor_that_no_page_gave_is_refused(text):
    with pytest.raises(CursorError):
        read_cursor(text)


@pytest.mark.parametrize("order", [NEWEST, OLDEST])
@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("where", [{}, {"kind": "visit"}])
def test_a_page_follows_an_index_and_sorts_no_table(records, order, forward, where):
    cursor = read_cursor("2012-10-11.5")
    rows = Record.objects.published().filter(**where)
    part = dict(order.parts(rows, forward))[True]
    query = part.filter(order.beyond(cursor, forward)).values_list("earliest", "pk")[:51]
    if connection.vendor == "postgresql":
        with connection.cursor() as settings:
            settings.execute("SET LOCAL enable_seqscan = off")
            settings.execute("SET LOCAL enable_bitmapscan = off")
            settings.execute("SET LOCAL enable_sort = off")
    plan = query.explain()
    assert "record_date" in plan or "record_kind_date" in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan
    assert not re.search(r"(?<!Incremental )Sort  \(", plan)  # within a day, PostgreSQL sorts by number
