"""Where sentences, paragraphs and clauses end."""

import pytest

from relations.reading.cleaning import clean
from relations.reading.found import Span
from relations.reading.sentences import clauses, paragraphs, sentences, with_lines


def split(text, language):
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("tr", ["Ziyaret yapıldı.", "Anlaşma imzalandı."]),
        ("tr", ["YDSK'nın 12. toplantısı Ankara'da yapıldı.", "Yenisi planlanıyor."]),
        ("tr", ["YDSK 12. Toplantısı yapıldı.", "Yenisi planlanıyor."]),
        ("tr", ["KEK 6. Dönem Toplantısı yapıldı."]),
        ("tr", ["20. Bölgelerarası İş birliği Forumu yapıldı."]),
        ("tr", ["Türkiye 17. büyük yatırımcıdır."]),
        ("tr", ["Prof. Dr. Davutoğlu ile Sn. Çavuşoğlu konuştu.", "Toplantı bitti."]),
        ("tr", ["M.Ö. 3000 yılından kalma."]),
        ("tr", ["T.C. Dışişleri Bakanlığı açıkladı."]),
        ("tr", ["Abc A.Ş. projeyi üstlendi.", "İş bitti."]),
        ("tr", ["Oran yüzde 20.", "Bu yüksektir."]),
        ("tr", ["Hacim 2021'de arttı.", "2022'de azaldı."]),
        ("tr", ["Bakan 2019.", "Ülkemiz büyüdü."]),
        ("tr", ["Ticaret 1.960 milyon dolardır.", "İhracat 625.000 dolardır."]),
        ("tr", ["Tarih 01.02.2026 olarak verildi.", "Saat 13.18."]),
        ("tr", ["Pay %13,9 oldu.", "Hedef 15 milyar dolar."]),
        ("tr", ["Ziyaret bitti mi?", "Evet!", "Bitti."]),
        ("tr", ["“Hazırız.”", "Bakan ayrıldı."]),
        ("tr", ["Toplantı yapıldı (Ankara).", "Sonra dağıldı."]),
        ("tr", ["Anlaşma XX. yüzyılda imzalandı."]),
        ("tr", ["A. Gül ile görüştü.", "Ayrıldı."]),
        ("en", ["The visit took place.", "An agreement was signed."]),
        ("en", ["Mr. Fidan met Dr. Davutoğlu.", "They talked."]),
        ("en", ["H.E. President Tokayev arrived.", "He left."]),
        ("en", ["The U.S. dollar rose.", "Trade fell."]),
        ("en", ["It was signed on Jan. 5 in Ankara.", "It entered into force."]),
        ("en", ["Trade was worth $1.96 billion.", "Exports grew."]),
        ("en", ["He spoke in St. Petersburg.", "She listened."]),
        ("en", ["It ranked No. 5 in 2020.", "It fell to No. 7."]),
        ("en", ["“We agree.”", "He left."]),
        ("en", ["See mfa.gov.tr for more.", "It is long."]),
        ("en", ["The meeting was in 2021.", "The next is in 2023."]),
    ],
)
def test_a_sentence_ends_where_it_does(language, parts):
    text = " ".join(parts)
    assert split(text, language) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Görüşme bitti.Bakan ayrıldı.", ["Görüşme bitti.", "Bakan ayrıldı."]),
        ("Başlık\nİlk cümle. İkinci cümle.", ["Başlık", "İlk cümle.", "İkinci cümle."]),
        ("• Enerji\n• Ulaştırma", ["• Enerji", "• Ulaştırma"]),
    ],
)
def test_lines_and_missing_spaces_end_sentences_too(text, parts):
    assert split(text, "tr") == parts


def test_every_sentence_points_at_its_words():
    text = "Bir ziyaret yapıldı.  İki anlaşma imzalandı.\nSon toplantı 2022'de yapıldı."
    for span in sentences(text, "tr"):
        assert span.of(text) == span.of(text).strip() != ""


def lines(original):
    return with_lines(original, clean(original)).rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Başlık\n\nİlk paragraf burada.\n\nİkinci.", ["Başlık", "İlk paragraf burada.", "İkinci."]),
        ("Yıl\n2020\n2021\nİhracat\n954\n1.013", ["Yıl", "2020", "2021", "İhracat", "954", "1.013"]),
        ("|\n2020\n|\n2021\n|", ["|", "2020", "|", "2021", "|"]),
        (
            "Bu satır böyle uzun bir sözle başlıyor ve\nikinci satırda sürüyor.",
            ["Bu satır böyle uzun bir sözle başlıyor ve ikinci satırda sürüyor."],
        ),
        ("", [""]),
    ],
)
def test_a_line_end_stays_where_something_begins(original, expected):
    assert lines(original) == expected


WRAPPED = (
    "Ülkemiz ile komşu ülke arasındaki ilişkiler son yıllarda her alanda\n"
    "büyük bir gelişme göstermiş, karşılıklı ziyaretler artmış ve taraflar\n"
    "ticaretin artırılması için çalışmaya devam etmiş, bu amaçla toplantılar\n"
    "düzenlenmiş ve çeşitli anlaşmalar imzalanmıştır. İkili ticaret hacmi de\n"
    "artmıştır.\n"
    "Ekonomik İlişkiler\n"
    "Ticaret hacmi artmaktadır.\n"
)


def test_a_text_broken_at_a_width_is_joined_and_its_headings_are_not():
    found = lines(WRAPPED)
    assert found[0].startswith("Ülkemiz ile")
    assert found[0].endswith("artmıştır.")
    assert found[1:] == ["Ekonomik İlişkiler", "Ticaret hacmi artmaktadır."]


def test_blank_lines_between_all_lines_do_not_part_a_paragraph():
    found = lines(WRAPPED.replace("\n", " \n\n"))
    assert found[0].endswith("artmıştır.")
    assert found[1] == "Ekonomik İlişkiler"


def test_line_ends_take_the_place_of_spaces_so_that_every_place_holds():
    cleaned = clean(WRAPPED)
    text = with_lines(WRAPPED, cleaned)
    assert len(text) == len(cleaned.text)
    assert text.replace("\n", " ") == cleaned.text


def test_paragraphs_are_the_lines():
    text = "Bir. İki.\nÜç."
    assert [span.of(text) for span in paragraphs(text)] == ["Bir. İki.", "Üç."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Konsey 2017'de kurulmuş olup, üç toplantı yapılmıştır.", 2),
        ("Hacim 8 milyar olarak gerçekleşirken, ihracat 2 milyar oldu.", 2),
        ("Exports rose; imports fell.", 2),
        ("Exports rose while imports fell.", 2),
        ("Ticaret arttı, ihracat da arttı.", 1),
    ],
)
def test_a_clause_states_one_thing(text, count):
    assert len(clauses(text, Span(0, len(text)))) == count
