import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from relations.charts import sides
from relations.charts.dated import MOST
from relations.charts.visits import build, chart, finding
from relations.models import Country, Relationship, Visit, VisitKind, VisitStatus

from .events import DATES, ROOMS, elements, links, pair, quick, stays_inside, unsaved, words

COUNTRIES = {"KAZ": pair().first, "TUR": pair().second}


def visit(number, date="", origin="KAZ", kind="official", status="held"):
    ends = {"origin": COUNTRIES[origin], "destination": COUNTRIES["TUR" if origin == "KAZ" else "KAZ"]}
    return unsaved(Visit, number, date, visit_kind=kind, status=status, place=None, **ends)


def told(*visits):
    return finding(pair(), visits)


@pytest.mark.parametrize(
    ("language", "visits", "expected"),
    [
        (
            "en",
            [visit(1, "1991"), visit(2, "2012"), visit(3, "2015", "TUR")],
            "More visits on record from Kazakhstan to Türkiye than back: 2 against 1 (1991–2015)",
        ),
        (
            "tr",
            [visit(1, "1991"), visit(2, "2012"), visit(3, "2015", "TUR")],
            "Kayıtlardaki ziyaretlerde Kazakistan → Türkiye yönü önde: 2 ziyaret; karşı yönde 1 (1991-2015)",
        ),
        ("en", [visit(1, "2012"), visit(2, "2012", "TUR")], "1 visit on record each way (2012)"),
        ("tr", [visit(1, "2012"), visit(2, "2012", "TUR")], "Kayıtlardaki ziyaret sayısı iki yönde de 1 (2012)"),
        ("en", [visit(1, "202X")], "The one visit on record went from Kazakhstan to Türkiye"),
        (
            "en",
            [visit(1, "2012"), visit(2)],
            "All 2 visits on record went from Kazakhstan to Türkiye (2012; 1 undated)",
        ),
        ("en", [visit(1, "2030", status="announced")], "No visit on record has taken place"),
        ("tr", [visit(1, "2030", status="announced")], "Gerçekleştiği kaydedilen ziyaret yok"),
    ],
)
def test_the_title_counts_what_took_place_each_way(language, visits, expected):
    with override(language):
        assert told(*visits) == expected


def test_a_plan_is_no_visit():
    planned = [visit(number, "2030", "TUR", status="announced") for number in range(2, 9)]
    with override("en"):
        assert told(visit(1, "2012"), *planned).startswith("The one visit on record went from Kazakhstan")


def test_each_way_has_its_side_of_the_years():
    with override("en"):
        body = chart(pair(), [visit(1, "2012-05-05", "KAZ"), visit(2, "2012-05-05", "TUR")]).body(ROOMS[0])
    marks = [each for each in elements(body.elements) if each.name == "a"]
    heights = [next(float(part.get("cy")) for part in elements([mark]) if part.get("cy")) for mark in marks]
    years = next(float(each.get("y")) for each in elements(body.elements) if each.children == ("2012",))
    assert heights[0] < years < heights[1]
    directions = [word for word in words(body.elements) if "→" in word]
    assert directions == ["Kazakhstan → Türkiye", "Türkiye → Kazakhstan"]


def test_every_kind_and_state_has_a_shape_of_its_own():
    shapes = {
        tuple(
            (each.name, each.get("class"), each.get("points"), each.get("rx"))
            for each in sides.shape_of(kind, state, 0, 0)
        )
        for kind in VisitKind.values
        for state in ("held", "announced", "cancelled")
    }
    assert len(shapes) == len(VisitKind.values) * 3


def test_an_imprecise_date_has_a_line_as_long_as_what_it_may_mean():
    made = chart(pair(), [visit(1, "202X"), visit(2, "2024-05-05", "TUR")])
    lines = [each for each in elements(made.body(ROOMS[0]).elements) if each.get("class") == "c-visit-line"]
    assert len(lines) == 1
    ends = [float(part) for part in lines[0].get("d").replace("M", " ").replace("V", " ").replace("H", " ").split()]
    assert max(ends) - min(ends[::1]) > ROOMS[0] * 0.8


def test_only_the_newest_are_drawn_where_there_are_very_many_and_the_note_says_so():
    many = [visit(number, f"{1990 + number % 30}") for number in range(1, MOST + 50)]
    with override("en"):
        made = chart(pair(), sorted(many, key=lambda each: each.earliest))
    assert len(links(made.body(ROOMS[0]).elements)) == MOST
    assert f"Only the newest {MOST} are drawn." in made.note
    assert f"among the newest {MOST}" in made.title
    assert len(made.table.rows) == MOST


VISITS = st.builds(
    lambda *parts: parts,
    DATES,
    st.sampled_from(["KAZ", "TUR"]),
    st.sampled_from(VisitKind.values),
    st.sampled_from(VisitStatus.values),
)


@quick
@given(st.lists(VISITS, min_size=1, max_size=60))
def test_any_visits_are_drawn_whole_and_inside_their_frame(parts):
    visits = [visit(index + 1, *each) for index, each in enumerate(parts)]
    for language, room in zip(("tr", "en"), ROOMS, strict=True):
        with override(language):
            made = chart(pair(), visits)
            body = made.body(room)
        stays_inside(body, room)
        assert len(links(body.elements)) == len(visits) == len(made.table.rows)


@pytest.mark.django_db
def test_a_pairs_chart_has_its_published_visits_alone():
    for code, name in (("KAZ", "Kazakhstan"), ("TUR", "Türkiye"), ("AZE", "Azerbaijan")):
        Country.objects.create(code=code, name_tr=name, name_en=name)
    of_two = Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
    assert build(of_two) is None
    common = {"title_tr": "Ziyaret", "title_en": "Visit", "origin_id": "KAZ"}
    Visit.objects.create(slug="draft", destination_id="TUR", **common)
    Visit.objects.create(slug="elsewhere", destination_id="AZE", editorial_status="published", **common)
    assert build(of_two) is None
    Visit.objects.create(slug="shown", destination_id="TUR", editorial_status="published", **common)
    assert [row[-1].value for row in build(of_two).table.rows] == ["shown"]
