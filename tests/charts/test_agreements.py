import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from relations.charts.agreements import build, chart
from relations.models import Agreement, AgreementForm, Area, Country, Relationship

from .events import DATES, ROOMS, elements, links, pair, quick, stays_inside, unsaved, words


def agreement(number, date="", area="trade", count=1, shared=False, part_of=None, form="agreement"):
    ends = {"relationship_id": None if shared else 1, "part_of_id": part_of}
    return unsaved(Agreement, number, date, area=area, count=count, form=form, **ends)


def title(*found):
    return chart(pair(), found).title


@pytest.mark.parametrize(
    ("language", "found", "expected"),
    [
        (
            "en",
            [agreement(1, "1991", count=30), agreement(2, "2012", "culture")],
            "Kazakhstan–Türkiye: 31 documents on record (1991–2012); most in trade: 30",
        ),
        (
            "tr",
            [agreement(1, "1991", count=30), agreement(2, "2012", "culture")],
            "Kazakistan-Türkiye: kayıtlarda 31 belge (1991-2012); en çok ticaret alanında: 30",
        ),
        ("en", [agreement(1, "1991")], "Kazakhstan–Türkiye: 1 document on record (1991); field: trade"),
        (
            "en",
            [agreement(1, "1991"), agreement(2, "", "culture")],
            "Kazakhstan–Türkiye: 2 documents on record (1991; 1 undated)",
        ),
        (
            "en",
            [agreement(1, "1991", "culture", shared=True), agreement(2, "1993", "culture", shared=True)],
            "Kazakhstan–Türkiye: 2 documents on record (1991–1993); "
            "all in one field: culture and media; all multilateral",
        ),
        (
            "tr",
            [agreement(1, "1991", "culture", shared=True)],
            "Kazakistan-Türkiye: kayıtlarda 1 belge (1991); alan: kültür ve medya; çok taraflı",
        ),
    ],
)
def test_the_title_counts_documents_not_records(language, found, expected):
    with override(language):
        assert title(*found) == expected


def test_a_document_of_a_set_is_not_counted_twice():
    whole, parts = agreement(1, "2012", count=2), [agreement(2, "2012", part_of=1), agreement(3, "2012", part_of=1)]
    with override("en"):
        assert "2 documents on record" in title(whole, *parts)
        assert "5 documents on record" in title(agreement(1, "2012", count=5), *parts)
        made = chart(pair(), [whole, *parts])
    assert len(links(made.body(ROOMS[0]).elements)) == 2
    assert len(made.table.rows) == 3  # the table has the set too, and says which are its parts


def test_a_set_is_one_mark_with_its_number():
    with override("en"):
        made = chart(pair(), [agreement(1, "2012-05-05", count=30)])
        drawn = made.body(ROOMS[0]).elements
    assert "30" in words(drawn)
    assert links(drawn) == [("/en/agreements/agreement-1/", "Record 1, 5 May 2012, 30 documents")]
    assert "one record of that many documents" in made.note


def test_what_many_share_is_framed_and_the_note_says_so():
    with override("en"):
        made = chart(pair(), [agreement(1, "2012-05-05", shared=True)])
    squares = [each for each in elements(made.body(ROOMS[0]).elements) if "agreement" in each.get("class")]
    assert [each.get("class") for each in squares] == ["c-agreement-fill", "c-agreement-line"]
    assert "Framed: multilateral." in made.note


def test_the_undated_stand_in_a_column_of_their_own():
    with override("en"):
        drawn = chart(pair(), [agreement(1, "2012"), agreement(2)]).body(ROOMS[0]).elements
        assert "no date" in words(drawn)
        assert "no date" not in words(chart(pair(), [agreement(1, "2012")]).body(ROOMS[0]).elements)


@pytest.mark.parametrize("room", ROOMS)
def test_rows_are_fields_in_the_order_of_the_vocabulary(room):
    found = [agreement(1, "2012", "culture"), agreement(2, "2013", "politics"), agreement(3, "2014", "trade")]
    with override("en"):
        drawn = words(chart(pair(), found).body(room).elements)
    labels = [word for word in drawn if word in ("Politics and diplomacy", "Trade", "Culture and media")]
    assert labels == ["Politics and diplomacy", "Trade", "Culture and media"]


AGREEMENTS = st.tuples(
    DATES,
    st.sampled_from(Area.values),
    st.one_of(st.just(1), st.integers(2, 40), st.integers(100, 100_000)),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 60)),
    st.sampled_from(AgreementForm.values),
)


@quick
@given(st.lists(AGREEMENTS, min_size=1, max_size=60))
def test_any_agreements_are_drawn_whole_and_inside_their_frame(parts):
    found = [agreement(index + 1, *each) for index, each in enumerate(parts)]
    for language, room in zip(("tr", "en"), ROOMS, strict=True):
        with override(language):
            made = chart(pair(), found)
            if made is None:
                continue
            body = made.body(room)
            known = {each.get_absolute_url() for each in found}
        stays_inside(body, room)
        assert {url for url, _name in links(body.elements)} <= known
        assert len(made.table.rows) == len(found)


@pytest.mark.django_db
def test_a_pair_with_multilateral_records_alone_has_a_chart_of_them():
    for code in ("KAZ", "TUR"):
        Country.objects.create(code=code, name_tr=code, name_en=code)
    of_two = Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
    assert build(of_two) is None
    many = Agreement.objects.create(slug="many", title_tr="Çok", title_en="Many", editorial_status="published")
    many.countries.set(Country.objects.all())
    with override("en"):
        assert build(of_two).title == "KAZ–TUR: 1 document on record; field: politics and diplomacy; a multilateral one"
