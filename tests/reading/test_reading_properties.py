"""What Babel and this project print in either language reads back as itself, and spans point at what they claim."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.amounts import Quantity, print_quantity
from relations.dates import LOCALES, print_date
from relations.reading.dates import find_dates
from relations.reading.ordinals import find_ordinals
from relations.reading.quantities import find_amounts

LANGUAGES = st.sampled_from(["tr", "en"])
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SENTENCES = {"tr": "Görüşme, {} Ankara’da yapıldı.", "en": "They met in {} at length."}
SUMS = {"tr": "Hacim {} oldu.", "en": "Trade reached {} again."}


def the_date(printed, language):
    [found] = find_dates(SENTENCES[language].format(printed), language)
    return found


@given(DAYS, LANGUAGES, st.sampled_from(["long", "medium", "full"]), st.booleans())
@settings(max_examples=300)
def test_a_day_printed_by_babel_reads_back(day, language, form, capitals):
    printed = format_date(day, form, locale=LOCALES[language])
    found = the_date(printed.upper() if capitals and language == "en" else printed, language)
    assert (found.edtf, found.inferred) == (day.isoformat(), False)


@given(DAYS, st.integers(1, 400), LANGUAGES)
@settings(max_examples=300)
def test_a_range_of_days_printed_here_reads_back(day, length, language):
    last = date.fromordinal(min(day.toordinal() + length, date(2099, 12, 31).toordinal()))
    edtf = f"{day}/{last}" if last > day else str(day)
    assert the_date(print_date(edtf, language), language).edtf == edtf


@given(st.integers(1900, 2096), st.integers(1, 12), st.integers(1, 30), LANGUAGES)
@settings(max_examples=200)
def test_months_and_ranges_of_months_printed_here_read_back(year, month, length, language):
    months = year * 12 + month - 1 + length
    first, last = f"{year}-{month:02}", f"{months // 12}-{months % 12 + 1:02}"
    assert the_date(print_date(first, language), language).edtf == first
    assert the_date(print_date(f"{first}/{last}", language), language).edtf == f"{first}/{last}"


@given(st.integers(1901, 2040), st.integers(1, 15), LANGUAGES)
def test_years_ranges_of_years_and_decades_printed_here_read_back(year, length, language):
    for edtf in (f"{year}", f"{year}/{year + length}", f"{year // 10}X"):
        assert the_date(print_date(edtf, language), language).edtf == edtf


@given(
    st.decimals("0.01", "999", places=2),
    st.sampled_from([10**6, 10**9, 10**12]),
    st.sampled_from(["USD", "EUR", "TRY"]),
    st.sampled_from(["exact", "about", "over", "under"]),
    LANGUAGES,
)
@settings(max_examples=400)
def test_a_sum_printed_here_reads_back(number, scale, unit, qualifier, language):
    places = -int(number.normalize().as_tuple().exponent)
    quantity = Quantity(number * scale, unit, qualifier, Decimal(scale).scaleb(-max(places, 0)))
    if quantity.value < scale:
        return  # printed in the next smaller magnitude
    [found] = find_amounts(SUMS[language].format(print_quantity(quantity, language)), language)
    assert found.quantity == quantity


@given(
    st.integers(2, 999_999),
    st.sampled_from(["person", "student", "company", "project", "agreement", "meeting", "city"]),
    st.sampled_from(["exact", "about", "over", "under"]),
    LANGUAGES,
)
@settings(max_examples=300)
def test_a_count_printed_here_reads_back(number, unit, qualifier, language):
    quantity = Quantity(Decimal(number), unit, qualifier)
    [found] = find_amounts(SUMS[language].format(print_quantity(quantity, language)), language)
    assert found.quantity == quantity


@given(st.decimals("0.1", "999.9", places=1), LANGUAGES)
def test_a_share_printed_here_reads_back(number, language):
    printed = print_quantity(Quantity(number, "percent"), language)
    [found] = find_amounts(SUMS[language].format(printed), language)
    assert (found.quantity.value, found.kind) == (number, "percent")


@given(st.decimals("0.01", "9999999999.99", places=2), LANGUAGES)
@settings(max_examples=200)
def test_a_number_formatted_by_babel_reads_back(number, language):
    noun = {"tr": "dolar", "en": "dollars"}[language]
    whole = format_decimal(number, "#,##0.00", locale=LOCALES[language])
    for printed in (f"{whole} {noun}", format_currency(number, "USD", locale=LOCALES[language])):
        [found] = find_amounts(SUMS[language].format(printed), language)
        assert (found.quantity.value, found.quantity.unit) == (number, "USD")


WORDS = (
    "12 13 2012 2025 8. Mayıs May October Ekim 2023'te - – ve to and , . ( ) % $ USD milyar billion dolar dollars"
    " 1,33 1.018 5,8 bin binden fazla yüzde percent ilk first geçen yıl last year on iki two ayında ' III 4. sırada"
    " largest second büyük öğrenci companies 02.02.2026 1990'lar 1990s 3/4 10:30 # 4 yarın Monday since'ten"
    " itibaren çeyreğinde quarter of the İĞ ı \u00a0 \n ’"
)
PIECES = st.lists(st.sampled_from(WORDS.split(" ")), max_size=25)


@given(PIECES, LANGUAGES)
@settings(max_examples=500)
def test_spans_lie_in_the_text_in_order_and_apart_whatever_it_says(pieces, language):
    text = " ".join(pieces)
    for find in (find_dates, find_amounts, find_ordinals):
        spans = [found.span for found in find(text, language)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(span.of(text) == span.of(text).strip() for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_text_full_of_numbers_takes_time_as_it_is_long_not_as_its_square(language):
    """By the processor's own time, one against the other: four times the text may take eight times as long, not 16."""
    sentence = (
        "2025 yılının ilk 11 ayında 8,95 milyar dolar, 12 Mayıs 2022'de sekizinci toplantı; "
        "on 12 May 2022 the 8th meeting, $5 billion"
    )

    def least(sentences):
        return min(taken(" ".join([sentence] * sentences), language) for _ in range(3))

    assert least(400) < 8 * least(100)


def taken(text, language):
    started = process_time()
    for find in (find_dates, find_amounts, find_ordinals):
        find(text, language)
    return process_time() - started
