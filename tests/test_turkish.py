from decimal import Decimal

import pytest

from relations.turkish import ablative, plural


@pytest.mark.parametrize(
    ("number", "printed", "expected"),
    [
        (3, "3", "3'ten"),
        (4, "4", "4'ten"),
        (6, "6", "6'dan"),
        (9, "9", "9'dan"),
        (10, "10", "10'dan"),
        (40, "40", "40'tan"),
        (60, "60", "60'tan"),
        (70, "70", "70'ten"),
        (100, "100", "100'den"),
        (150, "150", "150'den"),
        (4000, "4.000", "4.000'den"),
        (1_000_000, "1.000.000", "1.000.000'dan"),
        (0, "0", "0'dan"),
        (Decimal("1.5"), "1,5", "1,5'ten"),
    ],
)
def test_the_ablative_follows_the_word_that_is_heard(number, printed, expected):
    assert ablative(number, printed) == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(1990, "1990'lar"), (1980, "1980'ler"), (2000, "2000'ler"), (1960, "1960'lar")]
)
def test_the_plural_follows_the_word_that_is_heard(year, expected):
    assert plural(year) == expected
