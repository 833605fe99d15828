"""What is asked over and over with other values is planned by PostgreSQL once a connection, if any keys are alike."""

import pytest
from django.db import connection, reset_queries
from django.http import QueryDict

from relations.models import Milestone, Record
from relations.planned import planned
from relations.prepared import Prepared
from relations.search.matching import find_others
from relations.search.question import read_question
from relations.timeline import read_filters
from relations.timeline.keys import newest_under

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans in microseconds")


def plans(pattern):
    """How often statements like this were planned for any values, and for those of one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(sum(generic_plans), 0), COALESCE(sum(custom_plans), 0) "
            "FROM pg_prepared_statements WHERE statement ~ %s",
            [pattern],
        )
        return cursor.fetchone()


def rows(*, each_anew=False):
    return Prepared(
        Record,
        lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("slug", "latest"),
        each_anew=each_anew,
    )


@on_postgresql
def test_rows_by_key_are_planned_once_unless_how_many_there_are_decides(db):
    made = [Milestone.objects.create(slug=f"m-{number}", title_en="M", date="2010").pk for number in range(4)]
    for asked in (rows(), rows(each_anew=True)):
        before = plans('"latest"')
        for at in range(1, 5):
            assert len(asked.rows(made[:at])) == at
        generic, custom = plans('"latest"')
        assert custom == 0
        assert (generic > before[0]) is not asked.each_anew


@on_postgresql
def test_lists_under_filters_are_planned_once(db):
    for year in range(2001, 2006):
        newest_under(read_filters(QueryDict(f"field=trade&from={year}")), 10)
    generic, custom = plans("arm0")
    assert generic > 0 == custom


@on_postgresql
def test_what_stands_beside_records_is_found_by_a_plan_for_any_words(db):
    for word in ("Ankara", "Astana", "Kazakhstan", "Türkiye"):
        find_others(read_question(word).clauses, 10)
    generic, custom = plans("title_tokens")
    assert generic > 0 == custom


def test_a_log_of_queries_has_their_values(db, settings):
    settings.DEBUG = True  # Django then logs
    reset_queries()
    with planned(connection) as cursor:
        cursor.execute("SELECT slug FROM relations_record WHERE slug = %s", ["some-slug"])
    assert "some-slug" in connection.queries[-1]["sql"]
