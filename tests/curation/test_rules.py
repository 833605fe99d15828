"""Whether the rules of inference are run again, and conclude nothing else."""

import pytest

from relations.curation.families import reread
from relations.curation.held import hold
from relations.curation.reread import Case, Cited
from relations.curation.rules import RULES
from relations.models import Inference
from relations.reading.found import Span

from .small_world import STORY, TOLD, WORLD, is_same

INFERRED = [
    ("text-date", "date", "2026-02-01", "2025-02-01", "geldi", "visit-1"),
    ("text-date", "date", "2009-10", "2026-02-01", "Ekim 2009’da", None),
    ("context-date", "date", "2009-10", "2015-04-15", "anlaşma imzalandı", "pact"),
    ("context-date", "date", "2015-04-15", "2009-10", "toplantısı yapıldı", "council"),
    ("context-place", "destination", "KAZ", "TUR", "Astana’ya", "visit-2"),
    ("sum", "ordinal", "3", "2", "müteakip toplantısı", "meeting-2"),
]


@pytest.mark.parametrize(("rule", "field", "says", "wrong", "evidence", "record"), INFERRED)
def test_a_rule_is_run_again(rule, field, says, wrong, evidence, record):
    if record:
        assert is_same(STORY, field, says, evidence, record, others=TOLD, inference=rule)
    assert not is_same(STORY, field, wrong, evidence, record or "visit-1", others=TOLD, inference=rule)


@pytest.mark.parametrize(
    ("text", "rule", "says", "wrong"),
    [
        ("Toplantı yarın Ankara’da yapılacak", "relative-day", "2026-02-02", "2026-02-01"),
        ("The meeting will be held tomorrow", "relative-day", "2026-02-02", "2026-02-03"),
        ("Geçen yıl ticaret arttı", "relative-year", "2025", "2026"),
        ("Trade grew last year", "relative-year", "2025", "2024"),
    ],
)
def test_a_relative_date_is_counted_from_the_text(text, rule, says, wrong):
    assert is_same(text, "date", says, inference=rule)
    assert not is_same(text, "date", wrong, inference=rule)


def test_a_relative_year_of_a_text_of_some_decade_is_no_closer():
    assert is_same("Geçen yıl ticaret arttı", "date", "202X", published="202X", inference="relative-year")
    assert not is_same("Geçen yıl ticaret arttı", "date", "2023", published="202X", inference="relative-year")


@pytest.mark.parametrize(
    ("text", "field", "says", "wrong"),
    [
        ("ülkemize gerçekleştirdiği ziyaret", "destination", "TUR", "KAZ"),
        ("ihracatımız arttı", "origin", "TUR", "KAZ"),
        ("his visit to my country", "destination", "TUR", "KAZ"),
        ("Sayın Başbakanımız", "office", "prime-minister-tur", "president-tur"),
        ("Kazakistan ile ülkemizin rolü", "parties", "KAZ TUR", "KAZ UZB"),
        ("Cumhurbaşkanımızın Başbakan sıfatıyla", "office", "prime-minister-tur", "president-tur"),
        ("dönemin Cumhurbaşkanı Nazarbayev", "origin", "KAZ", "TUR"),
    ],
)
def test_our_side_is_the_publishers_or_that_of_who_is_named(text, field, says, wrong):
    assert is_same(text, field, says, inference="speaker-side")
    assert not is_same(text, field, wrong, inference="speaker-side")


def test_a_text_that_nobodys_side_publishes_has_no_our():
    held = hold("text", "ülkemize geldi", "tr", "2026", frozenset())
    claim = Cited("visit-1", "destination", "TUR", "ülkemize", Span(0, 8), inference="speaker-side")
    assert not reread(Case(claim, held, WORLD, [claim]))[0]


def test_the_holder_of_an_office_has_held_all_that_the_words_name():
    both, one = "Cumhurbaşkanımızın Başbakan sıfatıyla", "Sayın Cumhurbaşkanımızın ziyareti"
    assert is_same(both, "visitor", "recep-tayyip-erdogan", inference="office-holder")
    assert not is_same(both, "visitor", "abdullah-gul", inference="office-holder")
    assert not is_same(one, "visitor", "recep-tayyip-erdogan", inference="office-holder")  # two have held it
    named = [("visit-2", "visitor", "recep-tayyip-erdogan", "Sayın")]
    assert is_same(one, "visitor", "recep-tayyip-erdogan", others=named, inference="office-holder")
    assert not is_same(one, "visitor", "abdullah-gul", others=named, inference="office-holder")


@pytest.mark.parametrize(
    ("text", "says", "wrong"),
    [
        ("ABD, Güney Kore ve İngiltere’den sonra en büyük yatırımcı", "4", "3"),
        ("the largest investor after Germany and France", "3", "2"),
    ],
)
def test_who_comes_after_three_is_the_fourth(text, says, wrong):
    assert is_same(text, "value", says, record="rank", inference="sum")
    assert not is_same(text, "value", wrong, record="rank", inference="sum")


def test_every_rule_of_inference_can_be_run_again():
    assert set(RULES) == set(Inference.values)
