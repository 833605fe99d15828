"""What is told to be right at a glance is right by Django's own checks, too."""

import pytest
from django.core.exceptions import ValidationError

from relations.curation.expected import Expected
from relations.curation.fixture_files import MODELS
from relations.export.fixture import columns
from relations.models import Citation, Record

TEXTS = ["", " ", "x", "a-b", "A", "KAZ", "x" * 41, "x" * 300, "Q1", "Q0", "2012", "2012-13", "199X", "USD", "held"]
OTHERS = [None, True, False, 0, 1, -1, 2**31, 2**70, 1.0, 1.5, "1.500", "-1", [], {}, ["KAZ"], [["KAZ"]], [None], [1]]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_passes_is_right(model):
    for column in columns(model):
        expected = Expected(column)
        for value in (*TEXTS, *OTHERS) * 2:  # the second time with what was remembered of the first
            passes = expected.passes(value)
            assert not (passes and expected.refusal(value)), (column.name, value)
            assert bool(expected.refusal(value)) == is_wrong(column, value), (column.name, value)


def is_wrong(column, value):
    if column.is_relation:
        keys = value if column.many_to_many else [value]
        named = isinstance(keys, list) and all(
            (isinstance(key, list) and len(key) == 1 and isinstance(key[0], str)) or (key is None and column.null)
            for key in keys
        )
        return not named
    try:
        column.clean(value, None)
    except (ValidationError, TypeError, ValueError, AttributeError):
        return True
    return False


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [
        (Record, "title_tr", "Ziyaret"),
        (Record, "slug", "visit-1"),
        (Record, "relationship", ["kaz-tur"]),
        (Record, "countries", [["KAZ"], ["TUR"]]),
        (Citation, "start", 12),
        (Citation, "preferred", True),
    ],
)
def test_common_values_need_no_check_of_djangos(model, name, value, monkeypatch):
    column = model._meta.get_field(name)
    monkeypatch.setattr(column, "clean", pytest.fail)
    assert Expected(column).passes(value)


def test_a_value_is_remembered_once_it_was_right(monkeypatch):
    column = Record._meta.get_field("area")
    expected = Expected(column)
    assert not expected.passes("trade")
    assert expected.refusal("trade") == ""
    assert expected.passes("trade")
    assert expected.refusal("Trade")
    assert not expected.passes("Trade")
