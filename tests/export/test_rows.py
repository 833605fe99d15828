import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from relations.export.rows import canonical, render


def rendered(*rows):
    return b"".join(render(rows))


def test_one_row_stands_on_a_line_with_its_keys_sorted():
    rows = [{"model": "relations.place", "fields": {"slug": "b", "name_tr": "İstanbul"}}] * 2
    line = '{"fields": {"name_tr": "İstanbul", "slug": "b"}, "model": "relations.place"}'
    assert rendered(*rows).decode() == f"[\n{line},\n{line}\n]\n"


def test_no_rows_are_an_empty_array():
    assert rendered() == b"[\n]\n"
    assert json.loads(rendered()) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.33E+9"), "1330000000.000"),
        (Decimal("1330000000"), "1330000000.000"),
        (Decimal("3.875"), "3.875"),
        (Decimal("0"), "0.000"),
        (date(2012, 10, 11), "2012-10-11"),
        (datetime(2026, 11, 21, 4, 5, tzinfo=UTC), "2026-11-21T04:05:00.000000Z"),
        (datetime(2026, 11, 21, 7, 5, 0, 9, tzinfo=timezone(timedelta(hours=3))), "2026-11-21T04:05:00.000009Z"),
    ],
)
def test_a_value_has_one_spelling(value, text):
    assert canonical(value) == text


@pytest.mark.parametrize("value", [float("nan"), {1, 2}])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        rendered({"model": "relations.figure", "fields": {"value": value}})
