"""Visits: who travelled, in which office, from where to where, and when."""

from datetime import date

import pytest

from relations.reading.document import document
from relations.reading.statements.visits import find_visits

ABOUT = {"tr": "Türkiye-{} ilişkileri. ", "en": "Relations between Türkiye and {}. "}


def visits(text, language, published=None):
    day = date.fromisoformat(published) if published else None
    return find_visits(document(text, language, day))


def told(text, language, published=None):
    return [
        (one.who, one.office, one.origin, one.destination, one.start, one.end, one.kind)
        for one in visits(text, language, published)
    ]


# own words; one sentence, one visit
STATED = [
    (
        "tr",
        "Sırbistan",
        "Sayın Cumhurbaşkanımız 6-7 Eylül 2022 tarihlerinde Sırbistan'ı ziyaret etmişlerdir.",
        (None, "president", "TUR", "SRB", "2022-09-06", "2022-09-07", None),
    ),
    (
        "tr",
        "Sırbistan",
        "Sayın Bakanımız 15-16 Haziran 2022'de Belgrad'a bir çalışma ziyareti gerçekleştirmiştir.",
        (None, "foreign minister", "TUR", "SRB", "2022-06-15", "2022-06-16", "working"),
    ),
    (
        "tr",
        "Kazakistan",
        "Kazakistan Cumhurbaşkanı Nursultan Nazarbayev Ekim 2009'da ülkemizi ziyaret etmiştir.",
        ("Nursultan Nazarbayev", "president", "KAZ", "TUR", "2009-10", "2009-10", None),
    ),
    (
        "tr",
        "Kazakistan",
        "Sayın Cumhurbaşkanımız Başbakan sıfatıyla Mayıs 2012'de Kazakistan'a resmi ziyarette bulunmuştur.",
        (None, "prime minister", "TUR", "KAZ", "2012-05", "2012-05", "official"),
    ),
    (
        "tr",
        "Macaristan",
        "Sayın Cumhurbaşkanımızın Başbakanlığı döneminde 4-5 Şubat 2013'te Macaristan'a yaptığı ziyaret önemlidir.",
        (None, "prime minister", "TUR", "HUN", "2013-02-04", "2013-02-05", None),
    ),
    (
        "tr",
        "Macaristan",
        (
            "Macaristan Başbakanı Viktor Orban'ın 17-18 Aralık 2013'te ülkemize "
            "gerçekleştirdiği resmi ziyarette görüşüldü."
        ),
        ("Viktor Orban", "prime minister", "HUN", "TUR", "2013-12-17", "2013-12-18", "official"),
    ),
    (
        "tr",
        "Irak",
        "Irak Başbakanı Haydar el-İbadi 24-25 Ekim 2017 tarihlerinde ülkemize bir ziyaret gerçekleştirmiştir.",
        ("Haydar el-İbadi", "prime minister", "IRQ", "TUR", "2017-10-24", "2017-10-25", None),
    ),
    (
        "tr",
        "Irak",
        "Dışişleri Bakanımız 28-29 Nisan 2019'da Bağdat ve Erbil'i ziyaret etmiştir.",
        (None, "foreign minister", "TUR", "IRQ", "2019-04-28", "2019-04-29", None),
    ),
    (
        "tr",
        "Azerbaycan",
        "Cumhurbaşkanı İlham Aliyev ilk yurt dışı ziyaretini 19 Şubat 2024'te Türkiye'ye gerçekleştirdi.",
        ("İlham Aliyev", "president", "AZE", "TUR", "2024-02-19", "2024-02-19", None),
    ),
    (
        "tr",
        "Özbekistan",
        "Özbekistan Cumhurbaşkanı Şevket Mirziyoyev 25-27 Ekim 2017'de Türkiye'ye devlet ziyareti yaptı.",
        ("Şevket Mirziyoyev", "president", "UZB", "TUR", "2017-10-25", "2017-10-27", "state"),
    ),
    (
        "tr",
        "Özbekistan",
        "Dışişleri Bakanı Hakan Fidan 10 Temmuz 2024'te Taşkent'e gitti.",
        ("Hakan Fidan", "foreign minister", "TUR", "UZB", "2024-07-10", "2024-07-10", None),
    ),
    (
        "tr",
        "Kırgızistan",
        "Kırgızistan Cumhurbaşkanı Sadır Caparov 9 Haziran 2021'de Ankara'ya geldi.",
        ("Sadır Caparov", "president", "KGZ", "TUR", "2021-06-09", "2021-06-09", None),
    ),
    (
        "tr",
        "Rusya",
        "Rusya Devlet Başkanı Vladimir Putin 1 Aralık 2014'te Türkiye'yi ziyaret etti.",
        ("Vladimir Putin", "president", "RUS", "TUR", "2014-12-01", "2014-12-01", None),
    ),
    (
        "tr",
        "Türkmenistan",
        "Ticaret Bakanı Mehmet Muş 20 Ocak 2022'de Aşkabat'ı ziyaret etti.",
        ("Mehmet Muş", "trade minister", "TUR", "TKM", "2022-01-20", "2022-01-20", None),
    ),
    (
        "tr",
        "Sırbistan",
        (
            "Sırbistan Dışişleri Bakanı İvitsa Daçiç, Sayın Bakanımızın davetine icabetle 26 Ocak "
            "2023'te ülkemize resmi bir ziyarette bulunmuştur."
        ),
        ("Ivitsa Daçiç", "foreign minister", "SRB", "TUR", "2023-01-26", "2023-01-26", "official"),
    ),
    (
        "tr",
        "Macaristan",
        "TBMM Başkanı Mustafa Şentop 5 Mayıs 2021'de Macaristan'ı ziyaret etmiştir.",
        ("Mustafa Şentop", "speaker of parliament", "TUR", "HUN", "2021-05-05", "2021-05-05", None),
    ),
    (
        "tr",
        "Özbekistan",
        "Erdoğan'ın Kasım 2016'da Semerkant'a yaptığı ziyaret dönüm noktası oldu.",
        ("Recep Tayyip Erdoğan", None, "TUR", "UZB", "2016-11", "2016-11", None),
    ),
    (
        "en",
        "Uzbekistan",
        "President Shavkat Mirziyoyev paid a state visit to Türkiye on 25-27 October 2017.",
        ("Shavkat Mirziyoyev", "president", "UZB", "TUR", "2017-10-25", "2017-10-27", "state"),
    ),
    (
        "en",
        "Uzbekistan",
        "Foreign Minister Abdulaziz Kamilov paid an official visit to our country on 10 March 2021.",
        ("Abdulaziz Kamilov", "foreign minister", "UZB", "TUR", "2021-03-10", "2021-03-10", "official"),
    ),
    (
        "en",
        "Kazakhstan",
        "The agreement was signed during the visit of President Nursultan Nazarbayev to Türkiye in October 2009.",
        ("Nursultan Nazarbayev", "president", "KAZ", "TUR", "2009-10", "2009-10", None),
    ),
    (
        "en",
        "Azerbaijan",
        "Prime Minister Ali Asadov made a working visit to Ankara on 4 March 2020.",
        ("Ali Asadov", "prime minister", "AZE", "TUR", "2020-03-04", "2020-03-04", "working"),
    ),
    (
        "en",
        "Iraq",
        "President Recep Tayyip Erdoğan visited Baghdad and Erbil on 22 April 2024.",
        ("Recep Tayyip Erdoğan", "president", "TUR", "IRQ", "2024-04-22", "2024-04-22", None),
    ),
    (
        "en",
        "Hungary",
        "Hungarian Foreign Minister Péter Szijjártó arrived in Ankara on 3 March 2025.",
        ("Peter Szijjarto", "foreign minister", "HUN", "TUR", "2025-03-03", "2025-03-03", None),
    ),
    (
        "en",
        "Kyrgyzstan",
        "Prime Minister Erdoğan visited Bishkek on 1-2 February 2011.",
        ("Recep Tayyip Erdoğan", "prime minister", "TUR", "KGZ", "2011-02-01", "2011-02-02", None),
    ),
    (
        "en",
        "Turkmenistan",
        "Turkmenistan's Foreign Minister Rashid Meredov paid an official visit to Turkey on 7 March 2014.",
        ("Raşit Meredov", "foreign minister", "TKM", "TUR", "2014-03-07", "2014-03-07", "official"),
    ),
    (
        "en",
        "Serbia",
        "The visit by Serbian President Aleksandar Vucic to Ankara on 18 January 2022 was fruitful.",
        ("Aleksandar Vucic", "president", "SRB", "TUR", "2022-01-18", "2022-01-18", None),
    ),
    (
        "en",
        "Russia",
        "Türkiye was visited by Russian President Vladimir Putin on 3 April 2018.",
        ("Vladimir Putin", "president", "RUS", "TUR", "2018-04-03", "2018-04-03", None),
    ),
    (
        "en",
        "China",
        "Chinese President Xi Jinping visited Türkiye in November 2015.",
        ("Xi Jinping", "president", "CHN", "TUR", "2015-11", "2015-11", None),
    ),
]


@pytest.mark.parametrize(("language", "other", "sentence", "expected"), STATED)
def test_a_visit_is_read(language, other, sentence, expected):
    found = told(ABOUT[language].format(other) + sentence, language)
    who = (found[0][0], expected[0]) if found else ("", None)
    assert [one[1:] for one in found] == [expected[1:]]
    assert (who[0] is None) == (who[1] is None)
    if expected[0]:
        assert who[0].split()[-1] in {expected[0].split()[-1], "Szijjártó"}


SIDES = {  # country: Turkish name, accusative, dative, capital's dative; English name and capital; its president
    "KAZ": ("Kazakistan", "Kazakistan'ı", "Kazakistan'a", "Astana'ya", "Kazakhstan", "Astana", "Tokayev"),
    "UZB": ("Özbekistan", "Özbekistan'ı", "Özbekistan'a", "Taşkent'e", "Uzbekistan", "Tashkent", "Mirziyoyev"),
    "AZE": ("Azerbaycan", "Azerbaycan'ı", "Azerbaycan'a", "Bakü'ye", "Azerbaijan", "Baku", "Aliyev"),
    "SRB": ("Sırbistan", "Sırbistan'ı", "Sırbistan'a", "Belgrad'a", "Serbia", "Belgrade", "Vucic"),
    "IRQ": ("Irak", "Irak'ı", "Irak'a", "Bağdat'a", "Iraq", "Baghdad", "Talabani"),
    "RUS": ("Rusya", "Rusya'yı", "Rusya'ya", "Moskova'ya", "Russia", "Moscow", "Putin"),
    "HUN": ("Macaristan", "Macaristan'ı", "Macaristan'a", "Budapeşte'ye", "Hungary", "Budapest", "Sulyok"),
    "KGZ": ("Kırgızistan", "Kırgızistan'ı", "Kırgızistan'a", "Bişkek'e", "Kyrgyzstan", "Bishkek", "Japarov"),
    "TKM": (
        "Türkmenistan",
        "Türkmenistan'ı",
        "Türkmenistan'a",
        "Aşkabat'a",
        "Turkmenistan",
        "Ashgabat",
        "Berdimuhamedov",
    ),
}
TEMPLATES = [
    ("tr", "{0} Cumhurbaşkanı {6} 3 Mart 2020'de ülkemizi ziyaret etmiştir.", False),
    ("tr", "{0} Cumhurbaşkanı {6}, 3 Mart 2020 tarihinde Türkiye'ye resmi bir ziyaret gerçekleştirdi.", False),
    ("tr", "{0} Cumhurbaşkanı {6}'in 3 Mart 2020'de Ankara'ya yaptığı ziyaret sürdü.", False),
    ("tr", "Cumhurbaşkanı Erdoğan 3 Mart 2020'de {1} ziyaret etti.", True),
    ("tr", "Cumhurbaşkanı Recep Tayyip Erdoğan'ın 3 Mart 2020'de {2} gerçekleştirdiği ziyaret sona erdi.", True),
    ("tr", "Sayın Cumhurbaşkanımız 3 Mart 2020 tarihinde {3} bir ziyaret gerçekleştirmiştir.", True),
    ("tr", "Cumhurbaşkanı Erdoğan'ın 3 Mart 2020'de {1} ziyaret etmesi planlanıyor.", True),
    ("en", "President {6} of {4} visited Türkiye on 3 March 2020.", False),
    ("en", "{4}'s President {6} paid an official visit to Ankara on 3 March 2020.", False),
    ("en", "On 3 March 2020, President of {4} {6} arrived in Türkiye on a state visit.", False),
    ("en", "President Erdoğan visited {4} on 3 March 2020.", True),
    ("en", "Turkish President Recep Tayyip Erdoğan paid a visit to {5} on 3 March 2020.", True),
    ("en", "President Erdoğan will visit {4} on 3 March 2020.", True),
]


@pytest.mark.parametrize("code", sorted(SIDES))
@pytest.mark.parametrize(("language", "template", "outward"), TEMPLATES)
def test_the_way_of_a_visit_is_right_for_every_pair(code, language, template, outward):
    names = SIDES[code]
    text = ABOUT[language].format(names[0 if language == "tr" else 4]) + template.format(*names)
    way = ("TUR", code) if outward else (code, "TUR")
    assert [(one[1], *one[2:5]) for one in told(text, language)] == [("president", *way, "2020-03-03")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Cumhurbaşkanı Erdoğan, Kazakistan Cumhurbaşkanı Tokayev ile 5 Mart 2020'de telefonda görüştü."),
        ("tr", "Cumhurbaşkanı Erdoğan ile Tokayev 5 Mart 2020'de Ankara'da bir araya geldi."),
        ("tr", "İki ülke arasında karşılıklı üst düzey ziyaretler sürmektedir."),
        ("tr", "2018'de ülkemizi ziyaret eden Kazak turist sayısı 123.448 oldu."),
        ("tr", "Cumhurbaşkanı Erdoğan, Tokayev'i Türkiye'yi ziyaret etmeye davet etti."),
        ("tr", "Erdoğan 5 Mart 2020'de Ankara Palas'ı ziyaret etti."),
        ("tr", "Ziyaretçiler 5 Mart 2020'de Astana'ya ulaştı."),
        ("tr", "Kazakistan Büyükelçiliği 5 Mart 2020'de Ankara'da açıldı."),
        ("en", "President Erdoğan spoke with President Tokayev on the phone on 5 March 2020."),
        ("en", "President Erdoğan met President Tokayev in New York on 5 March 2020."),
        ("en", "High-level visits between Türkiye and Kazakhstan continue."),
        ("en", "Over 100,000 visitors came from Kazakhstan in 2019."),
        ("en", "President Erdoğan invited President Tokayev to visit Türkiye in 2020."),
        ("en", "The exchange of visits between Türkiye and Kazakhstan goes on."),
    ],
)
def test_what_is_no_visit_is_none(language, text):
    assert visits(text, language) == []


def test_one_sentence_may_list_visits():
    text = (
        "Relations of Türkiye and Kyrgyzstan. President Almazbek Atambayev visited "
        "Turkey in January 2012 and on 9-10 June 2014."
    )
    assert [(one[2], one[3], one[4]) for one in told(text, "en")] == [
        ("KGZ", "TUR", "2012-01"),
        ("KGZ", "TUR", "2014-06-09"),
    ]


def test_one_verb_may_serve_two_visits():
    text = (
        "Azerbaycan Dışişleri Bakanı Elmar Memmedyarov 5-6 Temmuz 2011'de ülkemizi, Sayın Bakanımız ise "
        "12 Eylül 2011'de Azerbaycan'ı ziyaret etmiştir. Türkiye."
    )
    assert [(one[2], one[3], one[4]) for one in told(text, "tr")] == [
        ("AZE", "TUR", "2011-07-05"),
        ("TUR", "AZE", "2011-09-12"),
    ]


def test_a_weekday_of_what_has_happened_is_past():
    text = "President Erdoğan arrived in Uzbekistan on Thursday for a summit, which will be held tomorrow. Türkiye."
    assert [one[4] for one in told(text, "en", "2022-11-11")] == ["2022-11-10"]


def test_dates_in_brackets_are_of_the_visit():
    text = (
        "Azerbaijan. The visit of Turkey's President Recep Tayyip Erdogan to Azerbaijan "
        "(June 15-16, 2021 and October 26, 2021)."
    )
    assert [(one[4], one[5]) for one in told(text, "en")] == [
        ("2021-06-15", "2021-06-16"),
        ("2021-10-26", "2021-10-26"),
    ]


def test_a_visit_told_twice_is_one():
    text = (
        "Türkiye-Kazakistan. Cumhurbaşkanı Tokayev 10 Mayıs 2022'de Ankara'ya geldi. "
        "Tokayev'in Türkiye ziyareti sürüyor. Kazakistan Cumhurbaşkanı Tokayev'in resmi ziyareti yarın bitiyor."
    )
    assert [(one[2], one[3], one[4]) for one in told(text, "tr")] == [("KAZ", "TUR", "2022-05-10")]


@pytest.mark.parametrize(
    ("language", "text", "planned"),
    [
        ("tr", "Türkiye-Irak. Cumhurbaşkanı Erdoğan 22 Nisan 2024'te Irak'ı ziyaret edecek.", True),
        ("tr", "Türkiye-Irak. Cumhurbaşkanı Erdoğan 22 Nisan 2024'te Irak'ı ziyaret etti.", False),
        ("en", "Türkiye-Iraq. President Erdoğan will visit Iraq on 22 April 2024.", True),
        ("en", "Türkiye-Iraq. President Erdoğan is expected to visit Iraq on 22 April 2024.", True),
        ("en", "Türkiye-Iraq. President Erdoğan visited Iraq on 22 April 2024.", False),
    ],
)
def test_a_planned_visit_says_so(language, text, planned):
    assert [one.planned for one in visits(text, language)] == [planned]


def test_a_relative_day_counts_from_the_day_of_publication():
    text = "Türkiye-Kazakistan. Dışişleri Bakanı Hakan Fidan yarın Astana'ya gidecek."
    assert [one[4] for one in told(text, "tr", "2026-02-01")] == ["2026-02-02"]


def test_a_visit_needs_no_turkey():
    text = (
        "On January 26-27, 2023, President of the Republic of Uzbekistan Shavkat "
        "Mirziyoyev paid a state visit to Kyrgyzstan."
    )
    assert told(text, "en") == [("Shavkat Mirziyoyev", "president", "UZB", "KGZ", "2023-01-26", "2023-01-27", "state")]


def test_every_span_holds_its_trigger():
    text = ABOUT["tr"].format("Irak") + "Irak Başbakanı Haydar el-İbadi 24-25 Ekim 2017'de ülkemizi ziyaret etmiştir."
    (visit,) = visits(text, "tr")
    assert visit.span.of(text) == "24-25 Ekim 2017'de ülkemizi ziyaret"
