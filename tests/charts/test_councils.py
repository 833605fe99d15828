import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from relations.charts import beads
from relations.charts.councils import chart, finding
from relations.models import Council, CouncilMeeting, Place
from relations.profile import Slot, slots

from .events import DATES, ROOMS, elements, links, quick, stays_inside, unsaved, words

LANGUAGES = ("tr", "en")
STATUSES = st.sampled_from(["held", "announced", "postponed", "cancelled"])


def council(date=""):
    found = unsaved(Council, 1000, date)
    found.abbreviation_tr, found.abbreviation_en = "YDSK", "HLSCC"
    return found


def meeting(number, date="", ordinal=None, status="held", **values):
    return unsaved(CouncilMeeting, number, date, ordinal=ordinal, status=status, place=None, **values)


def held(*dates):
    """Meetings by ordinal and date."""
    return [meeting(number, date, number) for number, date in dates]


@pytest.mark.parametrize(
    ("language", "meetings", "expected"),
    [
        ("en", held((1, "2012"), (2, "2015-04-16")), "HLSCC: 2 meetings on record (2012–2015); no number missing"),
        ("tr", held((1, "2012"), (2, "2015-04-16")), "YDSK: kayıtlarda 2 toplantı (2012-2015); sırada eksik yok"),
        ("en", held((2, "2012")), "HLSCC: 1 meeting on record (2012); no source mentions the 1st"),
        ("tr", held((2, "2012")), "YDSK: kayıtlarda 1 toplantı (2012); 1. toplantı kaynaklarda geçmiyor"),
        (
            "en",
            held((1, "2012"), (4, "2020"), (6, "")),
            "HLSCC: 3 meetings on record (2012–2020; 1 undated); no source mentions the 2nd, 3rd and 5th",
        ),
        (
            "tr",
            held((1, "2012"), (4, "2020"), (6, "")),
            "YDSK: kayıtlarda 3 toplantı (2012-2020; 1 tarihsiz); 2., 3. ve 5. toplantı kaynaklarda geçmiyor",
        ),
        ("en", held((12, "2022")), "HLSCC: 1 meeting on record (2022); no source mentions the 1st to 11th"),
        ("tr", held((12, "2022")), "YDSK: kayıtlarda 1 toplantı (2022); 1.-11. toplantı kaynaklarda geçmiyor"),
        ("en", held((20, "202X")), "HLSCC: 1 meeting on record; no source mentions the 1st to 19th"),
        ("en", [meeting(1, "2030", 1, "announced")], "HLSCC: no meeting on record as held; 1 announced"),
        ("tr", [meeting(1, "2030", 1, "announced")], "YDSK: yapıldığı kaydedilen toplantı yok; 1 toplantı duyuruldu"),
        ("en", [meeting(1, "2019"), meeting(2, "2020")], "HLSCC: 2 meetings on record (2019–2020)"),
    ],
)
def test_the_title_says_what_is_on_record_and_what_is_missing(language, meetings, expected):
    with override(language):
        assert finding(council(), slots(meetings)) == expected


def test_many_gaps_are_counted_not_named():
    with override("en"):
        told = finding(council(), slots(held(*((number, "2000") for number in range(2, 13, 2)))))
    assert told.endswith("no source mentions 6 others")


def test_a_council_without_meetings_has_no_chart():
    assert chart(council("2012"), []) is None


def drawn(meetings, date="", room=ROOMS[0]):
    made = chart(council(date), slots(meetings))
    return made.body(room)


def test_missing_numbers_stand_between_their_neighbours_one_by_one():
    line = beads.place(council(), slots(held((1, "2013-04-26"), (5, "2019-05"), (6, "2021-03-17"))), ROOMS[0])
    assert [bead.text for bead in sorted(line.on_line, key=lambda bead: bead.x)] == ["1", "2", "3", "4", "5", "6"]
    assert not line.apart


def test_numbers_before_the_first_meeting_stand_after_the_founding_and_apart_without_one():
    found = slots(held((12, "2022-03-03"), (13, "2024-04-25")))
    founded, unfounded = (beads.place(council(date), found, ROOMS[0]) for date in ("1993", ""))
    assert [bead.text.replace("–", "-") for bead in founded.on_line] == ["1-11", "12", "13"]
    assert founded.on_line[0].right < founded.on_line[1].left
    assert [bead.text.replace("–", "-") for bead in unfounded.apart] == ["1-11"]


def test_an_imprecise_date_stretches_its_bead_over_all_that_it_may_mean():
    line = beads.place(council(), slots(held((1, "2020"), (2, "2024-05-05"))), ROOMS[0])
    year, day = line.on_line
    left, right = line.years.band(2020)
    assert year.left <= left + 1
    assert year.right >= right - 1
    assert day.right - day.left == 2 * beads.RADIUS


def test_what_has_no_date_stands_apart_under_words():
    body = drawn(held((1, "2012"), (2, "")))
    with override("en"):
        assert "Date not on record:" in words(drawn(held((1, "2012"), (2, ""))).elements)
    assert len(links(body.elements)) == 2


def test_a_postponed_meeting_is_crossed_and_tied_to_the_one_that_came_of_it():
    plan, outcome = meeting(1, "2020-03", 3, "postponed"), meeting(2, "2022-05-05", 3)
    plan.replaced_by_id = 2
    tied = drawn([plan, outcome]).elements
    plan.replaced_by_id = None
    loose = drawn([plan, outcome]).elements
    paths = [
        [each for each in elements(roots) if each.name == "path" and "Q" in each.get("d")] for roots in (tied, loose)
    ]
    assert [len(each) for each in paths] == [1, 0]
    assert any(each.name == "path" and each.get("class") == "c-meeting-line" for each in elements(tied))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_bead_leads_to_its_meeting_under_a_name_that_says_all(language):
    place = Place(slug="ankara", name_tr="Ankara", name_en="Ankara")
    first = meeting(1, "2012-10-11", 1)
    first.place = place
    with override(language):
        ((url, name),) = links(drawn([first]).elements)
    assert url == f"/{language}/meetings/councilmeeting-1/"
    assert name == {"tr": "Kayıt 1, 11 Ekim 2012, Ankara", "en": "Record 1, 11 October 2012, Ankara"}[language]


def test_the_table_has_a_row_for_each_meeting_and_each_gap():
    with override("en"):
        table = chart(council(), slots(held((2, "2012"), (7, "")))).table
    values = [[cell.value for cell in row] for row in table.rows]
    assert table.keys == ("ordinal", "date", "status", "place", "meeting")
    assert [row[0] for row in values] == ["1", "2", "3-6", "7"]
    assert [row[2] for row in values] == ["missing", "held", "missing", "held"]
    assert all(len(row) == len(table.keys) == len(table.columns) for row in table.rows)


@st.composite
def councils(draw):
    numbers = draw(st.lists(st.one_of(st.none(), st.integers(1, 200)), min_size=1, max_size=60))
    ordered = sorted(numbers, key=lambda number: (number is None, number or 0))
    found = [meeting(index + 1, draw(DATES), number, draw(STATUSES)) for index, number in enumerate(ordered)]
    for each in found:
        if each.status in ("postponed", "cancelled") and draw(st.booleans()):
            each.replaced_by_id = draw(st.integers(1, len(found)))
    return council(draw(DATES)), slots(found)


@quick
@given(councils())
def test_any_council_is_drawn_whole_and_inside_its_frame(made):
    subject, found = made
    for language, room in zip(LANGUAGES, ROOMS, strict=True):
        with override(language):
            body = chart(subject, found).body(room)
        stays_inside(body, room)
        meetings = [slot.meeting for slot in found if slot.meeting]
        assert len(links(body.elements)) == len(meetings)
        line = beads.place(subject, found, room)
        assert missing(line) == sum(
            (slot.last or slot.ordinal) - slot.ordinal + 1 for slot in found if not slot.meeting
        )


def missing(line):
    """How many numbers the beads without a meeting stand for."""
    ends = [bead.text.replace("–", "-").split("-") for bead in (*line.on_line, *line.apart) if bead.meeting is None]
    return sum(int(each[-1]) - int(each[0]) + 1 for each in ends)


def test_no_two_beads_lie_on_each_other():
    line = beads.place(council(), slots(held(*((number, "2020-05") for number in range(1, 31)))), ROOMS[1])
    boxes = [(bead.row, bead.left, bead.right) for bead in line.on_line]
    for index, (row, left, right) in enumerate(boxes):
        assert not any(row == r and left < b and a < right for r, a, b in boxes[index + 1 :])


def test_a_gap_of_one_is_a_slot_with_one_number():
    assert beads.bead_of(Slot(3, None)).text == "3"
