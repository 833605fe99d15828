import pytest

from relations.reading.ordinals import find_ordinals


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("OSPG'nin sekizinci toplantısı", "tr", [8]),
        ("OSPG'NİN SEKİZİNCİ TOPLANTISI", "tr", [8]),
        ("8. toplantısı", "tr", [8]),
        ("8. Toplantısı", "tr", [8]),
        ("8'inci Dönem Toplantısı", "tr", [8]),
        ("8’inci Dönem Toplantısı", "tr", [8]),
        ("13'üncü KEK", "tr", [13]),
        ("KEK 13. Dönem Toplantısı", "tr", [13]),
        ("on üçüncü dönem", "tr", [13]),
        ("yirmi birinci zirve", "tr", [21]),
        ("yirminci forum", "tr", [20]),
        ("III. Dönem KEK Toplantısı", "tr", [3]),
        ("XII. Türkiye-Özbekistan Karma Ekonomik Komisyonu", "tr", [12]),
        ("YDSK’nın ilk toplantısı", "tr", [1]),
        ("20. Bölgelerarası İş birliği Forumu", "tr", [20]),
        ("2. ve 3. toplantılar", "tr", [2, 3]),
        ("9. Zirvesi’nde", "tr", [9]),
        ("the 8th meeting", "en", [8]),
        ("the 8TH MEETING", "en", [8]),
        ("its eighth meeting", "en", [8]),
        ("the twenty-first session", "en", [21]),
        ("the 13th session of the Joint Economic Commission", "en", [13]),
        ("the III Summit", "en", [3]),
        ("the VII Consultative Meeting", "en", [7]),
        ("the first meeting of the Council", "en", [1]),
        ("the inaugural session", "en", [1]),
        ("the second and third meetings", "en", [2, 3]),
    ],
)
def test_ordinals_are_read_in_digits_words_and_roman_numerals(text, language, numbers):
    assert [one.number for one in find_ordinals(text, language)] == numbers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("toplam sayı 20. Bunlar yürürlüktedir.", "tr"),
        ("5. madde", "tr"),
        ("üçüncü ülkelerde", "tr"),
        ("XX. yüzyıl ve 21. yüzyıl", "tr"),
        ("II. Dünya Savaşı", "tr"),
        ("V. Putin ve I. Karimov", "tr"),
        ("yılın ilk 11 ayında", "tr"),
        ("2024'ün üçüncü çeyreğinde", "tr"),
        ("ilk kez geldi", "tr"),
        ("ikinci yarısında", "tr"),
        ("a fifth of the trade", "en"),
        ("one-third and two-thirds", "en"),
        ("the third countries", "en"),
        ("for the first time", "en"),
        ("on May 12th", "en"),
        ("the first quarter of 2024", "en"),
        ("the 21st century", "en"),
        ("Charles III and I met", "en"),
        ("the Second World War", "en"),
        ("the first 11 months of 2025", "en"),
    ],
)
def test_what_is_no_ordinal_is_left_alone(text, language):
    assert find_ordinals(text, language) == []


def test_an_ordinal_stands_where_it_says():
    text = "Kazakistan ve Rusya’nın 20. Bölgelerarası İş birliği Forumu"
    [found] = find_ordinals(text, "tr")
    assert found.span.of(text) == "20."
