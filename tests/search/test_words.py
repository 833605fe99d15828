"""Folding, stemming and reading: what is brought together, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.search import findings
from relations.search.analysis import Analysed, stream
from relations.search.findings import find_dates, find_numbers, find_ordinals
from relations.search.folding import fold, sound, spelt
from relations.search.question import read_question
from relations.search.stemming import english, turkish
from relations.search.words import words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İSTANBUL", "istanbul"),
        ("ISPARTA", "isparta"),
        ("ılık", "ilik"),
        ("Çağrı", "cagri"),
        ("resmî", "resmi"),
        ("Қазақстан", "kazakstan"),
        ("Казахстан", "kazahstan"),
        ("Тurkiye", "turkiye"),  # Т is one
        ("Türkiye", "turkiye"),  # marks of their own
    ],
)
def test_one_spelling(text, folded):
    assert fold(text) == folded


def test_marks_are_kept_where_the_closest_match_is_looked_for():
    assert spelt("ÖN") == "ön"
    assert spelt("ÖN") != spelt("ON")
    assert fold("ÖN") == fold("ON")


@pytest.mark.parametrize(
    "forms",
    [
        "anlaşma anlaşmalar anlaşması anlaşmanın anlaşmaya anlaşmasında anlaşmaları anlaşmalarının anlaşmayla",
        "konsey konseyi konseyin konseyinin konseyinde konseyler konseyinden konseye",
        "toplantı toplantısı toplantılar toplantıda toplantısında toplantısının toplantıya",
        "ziyaret ziyareti ziyaretler ziyaretinde ziyaretin ziyaretinin ziyarete ziyaretten",
        "zirve zirvesi zirveler zirvelerin zirvede zirveye zirvesinde",
        "üniversite üniversitesi üniversitede üniversitesinin üniversiteler",
        "ortaklık ortaklığı ortaklığın ortaklığa",
        "hacim hacmi hacminin hacmini",
        "Türkiye Türkiyeye Türkiyenin Türkiyede Türkiyeden",
        "Erdoğan Erdoğanın Erdoğana Erdoğandan",
        "meclis meclisi meclisin meclisler meclise",
    ],
)
def test_turkish_forms_have_one_stem(forms):
    assert len({turkish(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    ["agreement agreements", "visit visits visited visiting", "company companies", "recognise recognized recognises"],
)
def test_english_forms_have_one_stem(forms):
    assert len({english(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Türkiye", "Türk"), ("Kazakistan", "Kazak"), ("ortak", "ortaklık"), ("üye", "ülke")]
)
def test_different_words_keep_different_stems(one, other):
    assert turkish(fold(one)) != turkish(fold(other))


@pytest.mark.parametrize(
    "names", ["Koşerbayev Kosherbayev Көшербаев", "Caparov Japarov Zhaparov", "Almatı Almaty Алматы"]
)
def test_transcriptions_of_a_name_sound_alike(names):
    assert len({sound(fold(name)) for name in names.split()}) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nazarbayev'in Türkiye'ye", ["Nazarbayev", "Türkiye"]),
        ("2009'da", ["2009"]),
        ("Putin's visit", ["Putin", "visit"]),
        ("1,33 milyar", ["1,33", "milyar"]),
        ("O'zbekiston", ["O", "zbekiston"]),
    ],
)
def test_endings_after_an_apostrophe_are_dropped(text, words):
    assert [word.text for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ekim 2009", ["_4m200910"]),
        ("2012-10-11", ["_4d20121011"]),
        ("31.02.2012", []),
        ("12 mayis 2022", ["_4d20220512"]),
        ("1990s", [f"_4s{year}" for year in range(1990, 2000)]),
        ("13/2012", ["_4y2012"]),
    ],
)
def test_dates(text, tokens):
    assert [token for found in find_dates(text) for token in found.tokens] == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1.33 billion", ["_51330000000"]),
        ("1,33 milyarlik", ["_51330000000"]),
        ("15 bin", ["_515000"]),
        ("15.000", ["_515000", "_515"]),
        ("1.234.567", ["_51234567"]),
        ("12 mayis", ["_512"]),
        ("2.5", ["_52p5"]),
    ],
)
def test_numbers(text, tokens):
    assert [token for found in find_numbers(text) for token in found.tokens][: len(tokens)] == tokens


@pytest.mark.parametrize(
    ("text", "number"), [("besinci", 5), ("5.", 5), ("21st", 21), ("on ikinci", 12), ("v. toplanti", 5)]
)
def test_ordinals(text, number):
    assert [token for found in find_ordinals(text) for token in found.tokens] == [f"_6{number}"]


def test_words_that_say_nothing_are_left_out_unless_nothing_else_is_asked():
    assert [clause.folded for clause in read_question("the visit of Özal").clauses] == ["visit", "ozal"]
    assert [clause.folded for clause in read_question("ile").clauses] == ["ile"]


@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    question = read_question(text, typing=True)
    assert len(question.clauses) <= 12
    for clause in question.clauses:
        assert clause.ways
        for way in clause.ways:
            for term in way:
                assert all(set(token) & set("'\"\\ |") == set() for token, _level in term.tokens)
    assert "  " not in stream(Analysed(text, "tr")).replace("|  ", "| ")


PIECES = ["2012", "1990", "11", "3", "th", "ekim", "october", "of", "s", "'lar", *"()  ,.-/a"]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_no_date_is_missed_where_only_a_year_seems_to_stand(text):
    found = list(find_dates(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(findings, "_MORE_THAN_A_YEAR", findings._FOUR_DIGITS)
        assert found == list(find_dates(text))
