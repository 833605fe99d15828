"""The newest of many: in order, cut where there are more, and read along an index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.models import Agreement, Country, Milestone, Record, Relationship
from relations.newest import newest, newest_keys, of_pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    for code in ("KAZ", "TUR", "AZE"):
        Country.objects.create(code=code, name_tr=code, name_en=code)
    return Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")


def make(slug, date, pair=None, parties=(), model=Milestone):
    record = model.objects.create(slug=slug, title_en=slug, date=date, relationship=pair, editorial_status="published")
    record.countries.set(Country.objects.filter(code__in=parties))
    return record.pk


def test_own_and_shared_records_come_in_one_order_and_the_undated_last(pair):
    old, undated, new = make("old", "1991", pair), make("undated", "", pair), make("new", "2020-05", pair)
    shared = make("shared", "2001", parties=["KAZ", "TUR", "AZE"])
    make("elsewhere", "2005", parties=["KAZ", "AZE"])
    Record.objects.create(slug="draft", kind="milestone", date="2024", relationship=pair)
    assert newest_keys(*of_pair(pair), most=9) == [new, shared, old, undated]
    assert newest_keys(*of_pair(pair), most=2) == [new, shared]
    assert newest_keys(*of_pair(pair), most=9, dated_alone=True) == [new, shared, old]


def test_what_is_left_out_is_known(pair):
    for year in range(2000, 2004):
        make(f"m-{year}", str(year), pair)
    found = newest(of_pair(pair)[0], rows=Milestone.objects.all(), most=3)
    assert ([each.date for each in found], found.is_cut) == (["2003", "2002", "2001"], True)
    assert not newest(of_pair(pair)[0], rows=Milestone.objects.all(), most=4).is_cut


def test_of_nothing_nothing_is_asked(pair):
    assert newest_keys(Record.objects.none(), most=3) == []


def test_a_pair_is_read_along_its_index(pair):
    for number in range(50):
        make(f"m-{number}", str(1950 + number), pair, model=Agreement)
    with CaptureQueriesContext(connection) as asked:
        newest_keys(of_pair(pair, kind="agreement")[0], most=5)
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{name} = off")
        cursor.execute(explain + asked[0]["sql"])
        plan = " ".join(str(row) for row in cursor.fetchall())
    if connection.vendor == "sqlite":
        assert "record_pair_date" in plan
        assert "SCAN relations_record" not in plan
        assert "TEMP B-TREE" not in plan
    else:  # fifty rows are sorted as quickly: what shows is that an index has them in the order asked for
        assert "Index" in plan
        assert "Sort" not in plan
        assert "Seq Scan" not in plan
