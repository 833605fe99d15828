from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from relations.dates import DateError, bounds, print_date


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-10-11", "2012-10-11", "2012-10-11"),
        ("2012-10-11/2012-10-12", "2012-10-11", "2012-10-12"),
        ("2025-01/2025-11", "2025-01-01", "2025-11-30"),
        ("2014/2015", "2014-01-01", "2015-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2012-10?", "2012-10-01", "2012-10-31"),
        ("2012-21", "2012-03-01", "2012-05-31"),
    ],
)
def test_a_date_has_the_bounds_that_it_means(edtf, earliest, latest):
    assert bounds(edtf).earliest == date.fromisoformat(earliest)
    assert bounds(edtf).latest == date.fromisoformat(latest)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2013/..", date(2013, 1, 1), None),
        ("../2013", None, date(2013, 12, 31)),
        ("2013/", date(2013, 1, 1), None),
        ("", None, None),
    ],
)
def test_an_open_side_has_no_bound(edtf, earliest, latest):
    assert (bounds(edtf).earliest, bounds(edtf).latest) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "2012-02-30",
        "2012-13",
        "2012-1",
        "12.10.2012",
        "Ekim 2012",
        "2012-10-12/2012-10-11",
        "../..",
        "\0",
        "2012\n",
        "9" * 50,
        "2012-10-11T00:00",
        "/",
        "0000-00-00",
    ],
)
def test_what_is_no_date_is_refused_in_words(edtf):
    with override("en"), pytest.raises(DateError, match=r"EDTF|ends before|open on both"):
        bounds(edtf)


def test_the_refusal_speaks_the_language_of_the_page():
    with override("tr"), pytest.raises(DateError) as refusal:
        bounds("2012-02-30")
    assert "EDTF biçiminde" in str(refusal.value)


@pytest.mark.parametrize(
    ("edtf", "turkish", "english"),
    [
        ("2009-10", "Ekim 2009", "October 2009"),
        ("2012-10-11/2012-10-12", "11-12 Ekim 2012", "11–12 October 2012"),
        ("2023-05-30/2023-06-02", "30 Mayıs – 2 Haziran 2023", "30 May – 2 June 2023"),
        ("2022-12-30/2023-01-02", "30 Aralık 2022 – 2 Ocak 2023", "30 December 2022 – 2 January 2023"),
        ("2025-01/2025-11", "Ocak-Kasım 2025", "January–November 2025"),
        ("2014/2015", "2014-2015", "2014–2015"),
        ("199X", "1990'lar", "1990s"),
        ("198X", "1980'ler", "1980s"),
        ("2018~", "yaklaşık 2018", "c. 2018"),
        ("2018?", "2018 (kesin değil)", "2018 (uncertain)"),
        ("2013/..", "2013 ve sonrası", "2013 onwards"),
        ("../2013", "2013 ve öncesi", "until 2013"),
        ("2012-21", "2012 ilkbaharı", "spring 2012"),
        ("2012-10-XX", "Ekim 2012", "October 2012"),
        ("", "", ""),
    ],
)
def test_a_date_prints_as_what_it_is(edtf, turkish, english):
    assert (print_date(edtf, "tr"), print_date(edtf, "en")) == (turkish, english)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_date_error(text):
    try:
        found = bounds(text)
    except DateError:
        return
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_a_range_of_days_keeps_its_ends_and_prints_in_both_languages(one, other):
    low, high = sorted((one, other))
    edtf = f"{low.isoformat()}/{high.isoformat()}"
    assert (bounds(edtf).earliest, bounds(edtf).latest) == (low, high)
    for language in ("tr", "en"):
        assert str(high.year) in print_date(edtf, language)
