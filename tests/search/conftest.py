"""The real fixtures, loaded once for all that only asks of them."""

from pathlib import Path

import pytest

from relations.curation.load import load
from relations.search.index import refresh

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def real_data(django_db_setup, django_db_blocker):
    """The fixtures, loaded and indexed for a module; rolled back after it."""
    from django.db import transaction

    with django_db_blocker.unblock():
        mark = transaction.atomic()
        mark.__enter__()
        load(FIXTURES)
        refresh()
        yield
        transaction.set_rollback(True)
        mark.__exit__(None, None, None)


@pytest.fixture
def indexed(real_data, db):
    """The fixtures, for one test."""
