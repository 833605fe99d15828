import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.reading.cleaning import clean


@pytest.mark.parametrize(
    ("original", "cleaned"),
    [
        ("Kаzаkistаn’dа dа", "Kazakistan’da da"),  # Cyrillic а
        ("Москва и Казань", "Москва и Казань"),
        ("О dönem", "О dönem"),  # a word wholly in Cyrillic stays
        ("21 Mаrt \n\n2021", "21 Mart 2021"),
        ("jeо-ekоnоmik", "jeo-ekonomik"),
        ("iliş-\n\nkileri", "ilişkileri"),
        ("Kuzey-\nGüney", "Kuzey-Güney"),
        ("21-\n24 Ekim", "21- 24 Ekim"),
        ("a\u00a0 b\u200bc\u00ad", "a bc"),
        ("I\u0307stanbul", "İstanbul"),
        ("  \n metin", "metin"),
    ],
)
def test_text_is_brought_to_what_a_reader_sees(original, cleaned):
    assert clean(original).text == cleaned


def test_a_word_that_stays_mixed_is_flagged():
    assert clean("Kыrgız").mixed == ("Kыrgız",)
    assert clean("Kаzаk").mixed == ()


def test_words_are_found_at_their_place_in_the_original():
    original = "Yıl: 21 Kаsım \n\n2008’de, 21 Kasım 2008"
    found = clean(original).find("21 Kasım 2008")
    assert [original[start:end] for start, end in found] == ["21 Kаsım \n\n2008", "21 Kasım 2008"]


def test_what_stands_at_a_place_is_read_cleaned():
    original = "Yıl: 21 Kаsım \n\n2008’de"
    assert clean(original).between(5, 20) == "21 Kasım 2008"


@given(st.text(alphabet="aаbB -\n\u00ad\u0307Iх1’", max_size=60))
def test_every_cleaned_character_comes_from_where_it_says(original):
    cleaned = clean(original)
    assert len(cleaned.text) == len(cleaned.starts) == len(cleaned.ends)
    assert list(cleaned.starts) == sorted(set(cleaned.starts))
    for at, char in enumerate(cleaned.text):
        piece = original[cleaned.starts[at] : cleaned.ends[at]]
        assert piece
        assert (char == " ") == piece[0].isspace()
