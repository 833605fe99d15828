"""Which rows a load copies into their history: those that it wrote, whatever lies between their keys."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.curation.history import _rows
from relations.models import Milestone


@pytest.fixture
def keys(db):
    return [Milestone.objects.create(slug=f"m-{number}", title_en="M", date="2001").pk for number in range(5)]


@pytest.mark.parametrize("chosen", [[0, 4], [0, 1, 2, 3, 4], [1, 2], [3]])
def test_only_these_rows_are_copied(keys, chosen):
    pks = [keys[at] for at in chosen]
    assert sorted(_rows(Milestone, pks).values_list("pk", flat=True)) == pks


def test_keys_of_other_kinds_name_no_row(keys):
    pks = [keys[0] - 1, *keys, keys[-1] + 1]
    assert sorted(_rows(Milestone, pks).values_list("pk", flat=True)) == keys


def test_what_lies_between_two_keys_is_not_read_whole(keys):
    with CaptureQueriesContext(connection) as asked:
        _rows(Milestone, [keys[0], keys[4]])
    assert asked[0]["sql"].endswith("LIMIT 3")
