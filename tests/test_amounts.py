from decimal import Decimal

import pytest

from relations.amounts import Quantity, is_unit, print_quantity


def usd(value, qualifier="exact", step=None):
    return Quantity(Decimal(value), "USD", qualifier, Decimal(step) if step else None)


@pytest.mark.parametrize(
    ("quantity", "turkish", "english"),
    [
        (usd("1330000000", step="10000000"), "1,33 milyar ABD doları", "US$1.33 billion"),
        (usd("625000000", step="1000000"), "625 milyon ABD doları", "US$625 million"),
        (usd("21000000000", "over", "1000000000"), "21 milyar ABD dolarından fazla", "over US$21 billion"),
        (usd("5800000000", "about", "100000000"), "yaklaşık 5,8 milyar ABD doları", "about US$5.8 billion"),
        (usd("3900000000", "under", "100000000"), "neredeyse 3,9 milyar ABD doları", "almost US$3.9 billion"),
        (usd("10000000000", "planned"), "10 milyar ABD doları", "US$10 billion"),
        (usd("2000000000", step="100000000"), "2,0 milyar ABD doları", "US$2.0 billion"),
        (Quantity(Decimal(15000), "person", "over"), "15.000'den fazla kişi", "over 15,000 people"),
        (Quantity(Decimal(3000), "company", "over"), "3.000'den fazla şirket", "over 3,000 companies"),
        (Quantity(Decimal(150), "company", "over"), "150'den fazla şirket", "over 150 companies"),
        (Quantity(Decimal(40), "company", "over"), "40'tan fazla şirket", "over 40 companies"),
        (Quantity(Decimal(1), "person"), "1 kişi", "1 person"),
        (Quantity(Decimal(49), "percent"), "%49", "49%"),
        (Quantity(Decimal("1.5"), "percent", "about"), "yaklaşık %1,5", "about 1.5%"),
        (Quantity(Decimal(17), "rank"), "17.", "17th"),
        (Quantity(Decimal(2), "rank"), "2.", "2nd"),
        (Quantity(Decimal(11), "rank"), "11.", "11th"),
        (Quantity(Decimal(900) * 10**9, "EUR"), "900 milyar avro", "€900 billion"),
    ],
)
def test_a_quantity_prints_as_each_language_writes_it(quantity, turkish, english):
    assert (print_quantity(quantity, "tr"), print_quantity(quantity, "en")) == (turkish, english)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (usd("3900000000", "under", "100000000"), usd("3870000000", step="10000000")),
        (usd("5000000000", "over"), usd("5300000000", "over")),
        (usd("1960000000", step="10000000"), usd("1955000000", step="5000000")),
        (usd("5800000000", "about", "100000000"), usd("5750000000", step="10000000")),
    ],
)
def test_statements_that_one_number_satisfies_agree(one, other):
    assert one.agrees_with(other)
    assert other.agrees_with(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (usd("5000000000", step="1000000000"), usd("6300000000", step="100000000")),
        (usd("5000000000", "over"), usd("4900000000", step="100000000")),
        (Quantity(Decimal(15), "person"), Quantity(Decimal(15000), "person", "over", Decimal(1000))),
        (Quantity(Decimal(15), "person", "over"), Quantity(Decimal(15000), "person", "over")),
        (Quantity(Decimal(3000), "company", "over"), Quantity(Decimal(5000), "company", "over")),
        (Quantity(Decimal(5), "person"), Quantity(Decimal(6), "person")),
        (usd("5"), Quantity(Decimal(5), "person")),
    ],
)
def test_statements_that_no_number_satisfies_do_not_agree(one, other):
    assert not one.agrees_with(other)
    assert not other.agrees_with(one)


def test_units_are_currencies_or_ours():
    assert is_unit("USD")
    assert is_unit("student")
    assert not is_unit("XQZ")
    assert not is_unit("usd")
