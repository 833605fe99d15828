from datetime import date
from types import SimpleNamespace

from relations.profile import Slot, _latest, side_by_side, slots


def meeting(ordinal):
    return SimpleNamespace(ordinal=ordinal)


def test_gaps_in_the_ordinals_show_as_gaps_and_long_ones_as_one():
    two, seven, none = meeting(2), meeting(7), meeting(None)
    assert slots([two, seven, none]) == [
        Slot(1, None),
        Slot(2, two),
        Slot(3, None, 6),
        Slot(7, seven),
        Slot(None, none),
    ]


def test_two_meetings_of_one_number_both_show():
    postponed, held = meeting(1), meeting(1)
    assert slots([postponed, held]) == [Slot(1, postponed), Slot(1, held)]


def figure(reporter, earliest, latest):
    return SimpleNamespace(
        reporter_id=reporter, earliest=date.fromisoformat(earliest), latest=date.fromisoformat(latest)
    )


def test_every_reporter_who_speaks_of_the_newest_period_shows_once():
    whole, months, older, ancient = (
        figure("b", "2025-01-01", "2025-12-31"),
        figure("a", "2025-01-01", "2025-11-30"),
        figure("a", "2025-01-01", "2025-06-30"),
        figure("c", "2019-01-01", "2019-12-31"),
    )
    assert _latest([whole, months, older, ancient]) == [whole, months]


def test_key_figures_of_one_thing_stand_side_by_side():
    one, other, back = (
        SimpleNamespace(indicator="export", is_target=False, origin_id=start, destination_id=end)
        for start, end in (("KAZ", "TUR"), ("KAZ", "TUR"), ("TUR", "KAZ"))
    )
    assert side_by_side([one, other, back]) == [[one, other], [back]]
