"""Agreements signed: by their titles, or counted."""

from datetime import date

import pytest

from relations.reading.document import document
from relations.reading.statements.agreements import find_agreements


def agreements(text, language, published=None):
    day = date.fromisoformat(published) if published else None
    return find_agreements(document(text, language, day))


def told(text, language, published=None):
    return [(one.title, one.date, one.count) for one in agreements(text, language, published)]


STATED = [
    (
        "tr",
        "Stratejik Ortaklık Anlaşması 22 Ekim 2009'da imzalanmıştır.",
        ("Stratejik Ortaklık Anlaşması", "2009-10-22", None),
    ),
    (
        "tr",
        "22 Ekim 2009'da Stratejik Ortaklık Anlaşması imzalandı.",
        ("Stratejik Ortaklık Anlaşması", "2009-10-22", None),
    ),
    (
        "tr",
        "Taraflar 5 Mayıs 2020'de “Kültürel İşbirliği” anlaşmasını imzaladı.",
        ("Kültürel İşbirliği Anlaşması", "2020-05-05", None),
    ),
    ("tr", "15 Haziran 2021'de Şuşa Beyannamesi imzalandı.", ("Şuşa Beyannamesi", "2021-06-15", None)),
    (
        "tr",
        "8 Mayıs 1996'da Ebedi Dostluk ve İşbirliği Antlaşması'nı imzaladılar.",
        ("Ebedi Dostluk ve İşbirliği Antlaşması", "1996-05-08", None),
    ),
    (
        "tr",
        "Mayıs 1992'deki Yatırımların Karşılıklı Teşviki ve Korunması Antlaşması ilişkilerin temelidir.",
        ("Yatırımların Karşılıklı Teşviki ve Korunması Antlaşması", "1992-05", None),
    ),
    (
        "tr",
        "13 Haziran 1995'te Eğitim Bakanları Bildirisi imzalanmıştır.",
        ("Eğitim Bakanları Bildirisi", "1995-06-13", None),
    ),
    ("tr", "4 Mart 1997'de Turizm İşbirliği Protokolü imzalandı.", ("Turizm İşbirliği Protokolü", "1997-03-04", None)),
    ("tr", "2024-2026 Ortak Eylem Planı kabul edilmiştir.", ("2024-2026 Ortak Eylem Planı", None, None)),
    ("tr", "Ziyarette toplam 20 iş birliği anlaşması imzalandı.", (None, None, 20)),
    ("tr", "6 Eylül 2022'de yedi anlaşma imzalanmıştır.", (None, "2022-09-06", 7)),
    ("tr", "5 Kasım 2024'te 19 ikili belge imzalandı.", (None, "2024-11-05", 19)),
    ("tr", "15 Ekim 2009'da 48 mutabakat zaptı imzalanmıştır.", (None, "2009-10-15", 48)),
    ("tr", "İki lider 18 Aralık 2023'te 16 anlaşmanın imza törenine katıldı.", (None, "2023-12-18", 16)),
    (
        "en",
        "The Treaty on Eternal Friendship and Cooperation was signed on 8 May 1996.",
        ("Treaty on Eternal Friendship and Cooperation", "1996-05-08", None),
    ),
    (
        "en",
        "On 22 October 2009, the Strategic Partnership Agreement was signed.",
        ("Strategic Partnership Agreement", "2009-10-22", None),
    ),
    ("en", "The parties signed a Joint Declaration on 6 May 2020.", ("Joint Declaration", "2020-05-06", None)),
    ("en", "The Shusha Declaration was signed on 15 June 2021.", ("Shusha Declaration", "2021-06-15", None)),
    (
        "en",
        "They signed the Memorandum of Understanding on Energy in March 2019.",
        ("Memorandum of Understanding on Energy", "2019-03", None),
    ),
    ("en", "In total, 25 documents were signed on 27 January 2023.", (None, "2023-01-27", 25)),
    ("en", "The two countries signed 26 agreements on 22 April 2024.", (None, "2024-04-22", 26)),
    ("en", "Seven agreements were signed on 7 September 2022.", (None, "2022-09-07", 7)),
    ("en", "Over 30 documents were signed on 3 July 2024.", (None, "2024-07-03", 30)),
    ("en", "Ten memorandums of understanding were signed on 29 March 2022.", (None, "2022-03-29", 10)),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATED)
def test_an_agreement_is_read(language, text, expected):
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "İlişkilerin ahdi zemini güçlendirilmektedir."),
        ("tr", "Anlaşma zemini bulunmaktadır."),
        ("tr", "Çok sayıda anlaşma imzalanmıştır."),
        ("tr", "Anlaşma imzalandı."),
        ("tr", "Serbest Ticaret Anlaşması müzakereleri sürmektedir."),
        ("tr", "90 maddelik eylem planı ele alındı."),
        ("tr", "Yeni bir anlaşmanın imzalanması planlanmaktadır."),
        ("tr", "20 anlaşmanın imzalanması bekleniyor."),
        ("tr", "30 anlaşma yürürlüktedir."),
        ("tr", "Bakan ziyaretçi defterini imzaladı."),
        ("en", "Many agreements have been signed."),
        ("en", "The agreement was signed."),
        ("en", "Negotiations on a Free Trade Agreement continue."),
        ("en", "The two sides plan to sign 10 agreements."),
        ("en", "10 agreements will be signed tomorrow."),
        ("en", "There are 30 agreements between the countries."),
        ("en", "The President signed the visitors' book."),
    ],
)
def test_what_is_no_signed_agreement_is_none(language, text):
    assert agreements(text, language) == []


def test_the_same_agreement_is_told_once():
    text = (
        "Stratejik Ortaklık Anlaşması 22 Ekim 2009'da imzalandı. 2009'da Stratejik "
        "Ortaklık Anlaşması'nın imzalanması önemlidir."
    )
    assert told(text, "tr") == [("Stratejik Ortaklık Anlaşması", "2009-10-22", None)]


def test_titles_in_a_row_have_their_own_dates():
    text = (
        "1 Mayıs 1992'de Kültür Alanında İş Birliği Anlaşması, 8 Şubat 1992'de Eğitim İş Birliği Protokolü, "
        "28 Temmuz 1995 ve 4 Mart 1997 tarihinde Bilim Alanında İş Birliği Protokolleri imzalanmıştır."
    )
    assert [one[1] for one in told(text, "tr")] == ["1992-05-01", "1992-02-08", "1995-07-28", "1997-03-04"]


def test_a_total_counts_and_its_parts_do_not():
    text = "Ziyarette 4 anlaşma ve 6 protokol olmak üzere toplam 10 anlaşma imzalandı."
    assert [one[2] for one in told(text, "tr")] == [10]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "tr",
            "Cumhurbaşkanı Erdoğan 6 Eylül 2022'de Sırbistan'ı ziyaret etti. Ziyarette yedi anlaşma imzalandı.",
            "2022-09-06",
        ),
        (
            "en",
            "President Erdoğan visited Serbia on 7 September 2022. During the visit, seven agreements were signed.",
            "2022-09-07",
        ),
    ],
)
def test_what_was_signed_during_the_visit_has_its_day(language, text, day):
    assert told(text, language) == [(None, day, 7)]


def test_the_year_of_a_volume_is_no_day_of_signature():
    text = "Geçen yıl 4,7 milyar dolarlık ticaret yapan iki ülke 16 anlaşma imzaladı."
    assert told(text, "tr", "2025-12-08") == [(None, None, 16)]


def test_today_is_the_day_of_publication():
    assert told("Bugün 22 anlaşmayı imzaladık.", "tr", "2017-10-25") == [(None, "2017-10-25", 22)]


@pytest.mark.parametrize(("language", "text", "expected"), STATED)
def test_the_place_of_an_agreement_holds_its_words(language, text, expected):
    (one,) = agreements(text, language)
    words = one.span.of(text)
    assert words
    assert expected[0] is None or words.split()[-1][:4] in text
