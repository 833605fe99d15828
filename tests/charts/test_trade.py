import math
import re
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from relations.charts import svg, trade
from relations.charts.chart import NARROW, WIDE
from relations.charts.files import standalone
from relations.charts.flows import flows
from relations.charts.frame import framed, texts
from relations.charts.targets import words as target_words

from .events import ROOMS, elements, stays_inside, words
from .figures import PAIR, figure, many, target

BILLION = Decimal(10**9)
LANGUAGES = ("tr", "en")


def built(*figures, language="en"):
    with override(language):
        return trade.build(PAIR, figures)


def drawn(*figures, room=ROOMS[0], language="en"):
    with override(language):
        return trade.build(PAIR, figures).body(room)


@pytest.mark.parametrize(
    ("language", "figures", "expected"),
    [
        (
            "en",
            [figure(1, "2012", 2 * BILLION, step=BILLION), figure(2, "2016", 5 * BILLION, step=BILLION)],
            "Kazakhstan–Türkiye trade rose from US$2 billion in 2012 to US$5 billion in 2016 (Reporter tur)",
        ),
        (
            "tr",
            [figure(1, "2012", 5 * BILLION), figure(2, "2016", 2 * BILLION)],
            "Kazakistan-Türkiye ticaret hacmi azaldı: 5 milyar ABD doları (2012), 2 milyar ABD doları (2016)"
            " – Bildiren tur",
        ),
        (
            "en",  # five with steps of one billion may be more than almost six
            [
                figure(1, "2012", 5 * BILLION, qualifier="over", step=BILLION),
                figure(2, "2016", 6 * BILLION, qualifier="under", step=BILLION),
            ],
            "Kazakhstan–Türkiye trade: over US$5 billion in 2012, almost US$6 billion in 2016 (Reporter tur)",
        ),
        (
            "en",  # two reporters are no series
            [figure(1, "2012", 2 * BILLION), figure(2, "2016", 5 * BILLION, reporter="kaz")],
            "Kazakhstan–Türkiye trade: US$5 billion, 2016 (Reporter kaz)",
        ),
        (
            "en",  # nor are eleven months and a year
            [figure(1, "2024", 2 * BILLION), figure(2, "2025-01/2025-11", 5 * BILLION)],
            "Kazakhstan–Türkiye trade: US$2 billion, 2024 (Reporter tur)",
        ),
        (
            "en",
            [figure(1, "2016", 7, "export", way=("TUR", "KAZ"))],
            "Goods from Türkiye to Kazakhstan: US$7, 2016 (Reporter tur)",
        ),
        ("en", [figure(1, "", 7)], "Kazakhstan–Türkiye trade: US$7, no date on record (Reporter tur)"),
        (
            "en",
            [target(1, "2020", 9 * BILLION, announcer="kaz")],
            "Kazakhstan–Türkiye trade: a target of US$9 billion (Reporter kaz)",
        ),
    ],
)
def test_the_title_says_what_the_figures_say_and_no_more(language, figures, expected):
    assert built(*figures, language=language).title.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_pair_without_trade_has_no_chart():
    assert built() is None
    assert built(figure(1, "2012", 5, "students", unit="student")) is None


def test_part_of_a_year_is_hatched_and_says_its_months():
    body = drawn(figure(1, "2018-01/2018-09", BILLION), figure(2, "2017", BILLION))
    fills = [each.get("fill") for each in elements(body.elements) if each.name == "rect"]
    assert sum("hatched" in fill for fill in fills) == 2  # the bar and its swatch
    assert "Jan–Sept" in words(body.elements)
    assert "Oca-Eyl" in words(drawn(figure(1, "2018-01/2018-09", BILLION), language="tr").elements)


def test_two_reporters_of_a_year_stand_side_by_side():
    body = drawn(figure(1, "2019", 3 * BILLION, reporter="kaz"), figure(2, "2019", 4 * BILLION))
    bars = [each for each in elements(body.elements) if each.name == "rect" and float(each.get("height")) > 20]
    assert len({each.get("x") for each in bars}) == 2
    assert len({each.get("height") for each in bars}) == 2


def test_a_longer_time_is_a_line_over_all_of_it_and_no_bar():
    body = drawn(figure(1, "2010/2014", BILLION), figure(2, "2020", BILLION))
    line = next(
        each for each in elements(body.elements) if each.get("class") == "c-figure-line" and each.name == "path"
    )
    start, end = (float(part) for part in re.match(r"M([\d.]+) .*H([\d.]+)", line.get("d")).groups())
    assert end - start > 200
    assert "stroke-dasharray" not in dict(line.attributes)


def test_a_year_somewhere_in_a_decade_is_a_broken_line():
    body = drawn(figure(1, "202X", BILLION))
    line = next(
        each for each in elements(body.elements) if each.get("class") == "c-figure-line" and each.name == "path"
    )
    assert line.get("stroke-dasharray")
    assert "2020s" in words(body.elements)


def test_a_year_without_a_figure_has_a_dashed_base():
    body = drawn(figure(1, "2010", 1), figure(2, "2014", 2))
    gap = next(each.get("d") for each in elements(body.elements) if each.get("class") == "c-gap")
    start, end = (float(part) for part in re.match(r"M([\d.]+) .*H([\d.]+)", gap).groups())
    assert 0.55 < (end - start) / ROOMS[0] < 0.6  # three years of five
    classes = [each.get("class") for each in elements(body.elements)]
    assert classes.count("c-gap") == 1


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("", "no deadline on record"),
        ("2021", "needed: 25.0% a year (from US$1 billion, 2020, Reporter kaz)"),
        ("2019", "by: 2019"),
    ],
)
def test_a_target_says_the_growth_that_it_needs(deadline, expected):
    """From its announcer's last whole year; none without a deadline that lies ahead of it."""
    figures = [
        figure(1, "2020", BILLION, reporter="kaz"),
        figure(2, "2020", 2 * BILLION),
        figure(3, "2021-01/2021-03", BILLION, reporter="kaz"),
        target(4, "2020", 1_250_000_000, deadline, announcer="kaz"),
    ]
    with override("en"):
        flow = flows(PAIR, figures)[0]
        assert target_words(flow.targets[0], flow).endswith(expected)


def test_a_target_below_the_last_figure_needs_no_growth():
    with override("en"):
        flow = flows(PAIR, [figure(1, "2020", 5 * BILLION), target(2, "2019", BILLION, "2025")])[0]
        assert target_words(flow.targets[0], flow).endswith("already above it: US$5 billion, 2020, Reporter tur")


def test_currencies_never_share_a_scale():
    body = drawn(figure(1, "2020", 10**12, unit="KZT"), figure(2, "2020", 10**6, unit="USD"))
    headings = [text for text in words(body.elements) if text.startswith("Trade volume")]
    assert headings == ["Trade volume · KZT trillion", "Trade volume · US$ million"]


@pytest.mark.parametrize("room", ROOMS)
def test_sixty_years_are_dots_joined_only_between_consecutive_years(room):
    years = [year for year in range(1960, 2020) if year != 1990]
    figures = [figure(year, str(year), year * 10**7, reporter=who) for year in years for who in ("kaz", "tur", "press")]
    body = drawn(*figures, room=room)
    stays_inside(body, room)
    joined = [each.get("d") for each in elements(body.elements) if each.get("class") == "c-figure-line"]
    if room == ROOMS[1]:
        lines = [path for path in joined if "L" in path]
        assert [path.count("M") for path in lines] == [2, 2, 2]


def test_the_table_has_every_figure_with_its_place_in_the_record():
    chart = built(figure(1, "2016", 625_000_000, "export", way=("TUR", "KAZ")), target(2, "2020", 10**10))
    rows = [dict(zip(chart.table.keys, row, strict=True)) for row in chart.table.rows]
    assert [row["value"].value for row in rows] == ["625000000", "10000000000"]
    assert [row["value"].shown for row in rows] == ["US$625 million", "target: US$10 billion"]
    assert rows[0]["figure"].url.endswith("/figures/figure-1/")
    assert (rows[0]["origin"].value, rows[0]["destination"].value) == ("TUR", "KAZ")


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(figures=many())
def test_any_figures_can_be_drawn(language, figures):
    chart = built(*figures, language=language)
    with override(language):
        for room in ROOMS:
            stays_inside(chart.body(room), room)
        file = standalone(framed(chart, WIDE))
    assert "NaN" not in file
    assert "class=" not in file
    table = [cell.shown for row in chart.table.rows for cell in row]
    with override(language):
        said = " ".join([*texts(framed(chart, NARROW)), *table])
    assert all(math.isfinite(float(each.value)) for each in figures)
    for each in figures:
        with override(language):
            assert trade.print_quantity(each.quantity, language) in said
    assert svg.render(framed_in(chart, language)).count("<svg") == 1


def framed_in(chart, language):
    with override(language):
        return framed(chart, WIDE)
