"""What follows a bulk load."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.bulk import settle


def asked():
    with CaptureQueriesContext(connection) as queries:
        settle("relations_searchchange", "relations_searchword")
        settle()
    return [each["sql"].strip() for each in queries]


@pytest.mark.django_db
def test_inside_a_transaction_the_engine_is_told_what_tables_hold():
    assert asked() == ["ANALYZE relations_searchchange", "ANALYZE relations_searchword", "ANALYZE"]


@pytest.mark.django_db(transaction=True)
def test_outside_of_one_postgresql_clears_away_what_is_gone():
    verb = "VACUUM (ANALYZE)" if connection.vendor == "postgresql" else "ANALYZE"
    assert asked() == [f"{verb} relations_searchchange", f"{verb} relations_searchword", verb]
