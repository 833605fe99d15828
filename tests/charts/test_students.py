import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.charts import students

from .events import ROOMS, elements, stays_inside, words
from .figures import PAIR, figure, many


def count(number, date, value, breakdown="", reporter="tur", **more):
    return figure(number, date, value, "students", reporter, breakdown=breakdown, unit="student", **more)


TWO_YEARS = [
    count(1, "2014/2015", 1799),
    count(2, "2014/2015", 809, "female"),
    count(3, "2014/2015", 990, "male"),
    count(4, "2016/2017", 2015),
    count(5, "2016/2017", 967, "female"),
    count(6, "2016/2017", 1048, "male"),
]


def built(*figures, language="en"):
    with override(language):
        return students.build(PAIR, figures)


def drawn(*figures, room=ROOMS[0], language="en"):
    with override(language):
        return students.build(PAIR, figures).body(room)


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        (
            "en",
            "Students from Kazakhstan in Türkiye rose from 1,799 in 2014–2015 to 2,015 in 2016–2017 (Reporter tur)",
            "In 2016–2017: 967 women, 1,048 men.",
        ),
        (
            "tr",
            "Kazakistan → Türkiye öğrenci sayısı arttı: 1.799 (2014-2015), 2.015 (2016-2017) – Bildiren tur",
            "2016-2017: 967 kadın, 1.048 erkek.",
        ),
    ],
)
def test_the_title_tells_the_change_and_the_note_the_last_year_by_sex(language, title, note):
    chart = built(*TWO_YEARS, language=language)
    assert chart.title == title
    assert chart.note.startswith(note)


def test_a_year_without_a_figure_stays_empty():
    body = drawn(*TWO_YEARS)
    assert [each.get("class") for each in elements(body.elements)].count("c-gap") == 1
    assert {"2014/15", "2015", "2016/17"} <= set(words(body.elements))


def test_women_stand_on_men_and_both_make_up_the_total():
    bars = [each for each in elements(drawn(*TWO_YEARS).elements) if each.name == "rect"]
    tall = [float(each.get("height")) for each in bars if float(each.get("width")) > 20]
    assert len(tall) == 4
    assert tall[0] / tall[1] == pytest.approx(990 / 809, rel=0.04)


def test_a_total_that_its_parts_do_not_make_up_is_marked():
    body = drawn(count(1, "2014", 900), count(2, "2014", 200, "female"), count(3, "2014", 500, "male"))
    assert any(each.get("class") == "c-ink-line" for each in elements(body.elements))


def test_two_reporters_and_two_ways_have_a_panel_each():
    body = drawn(count(1, "2014", 900), count(2, "2014", 800, reporter="kaz"), count(3, "2015", 7, way=("TUR", "KAZ")))
    assert sum(text.startswith("Students from") for text in words(body.elements)) == 3


def test_what_no_year_fits_is_told_below():
    body = drawn(*TWO_YEARS, count(7, "2017/2018", 8000, way=("", ""), qualifier="about"))
    assert any("about 8,000 students" in text for text in words(body.elements))


def test_a_pair_without_students_of_a_year_has_no_chart():
    assert built() is None
    assert built(count(1, "", 5), figure(2, "2014", 5)) is None


@settings(max_examples=50, deadline=None)
@given(figures=many(("students",), ("student",)), sexes=st.lists(st.sampled_from(["", "male", "female"]), min_size=12))
def test_any_figures_can_be_drawn(figures, sexes):
    for each, sex in zip(figures, sexes, strict=False):
        each.breakdown = sex
    for language in ("tr", "en"):
        if chart := built(*figures, language=language):
            for room in ROOMS:
                with override(language):
                    stays_inside(chart.body(room), room)
