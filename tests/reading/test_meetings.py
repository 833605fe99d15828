"""Meetings of councils: which, its number, when, where, and whether it was held."""

from datetime import date

import pytest

from relations.reading.document import document
from relations.reading.statements.meetings import find_meetings

ABOUT = {"tr": "Türkiye-{} ilişkileri. ", "en": "Relations between Türkiye and {}. "}


def meetings(text, language, published=None):
    day = date.fromisoformat(published) if published else None
    return find_meetings(document(text, language, day))


def told(text, language, published=None):
    return [(one.kind, one.ordinal, one.date, one.place, one.status) for one in meetings(text, language, published)]


STATED = [
    (
        "tr",
        "YDSK'nın ilk toplantısı 11-12 Ekim 2012'de Ankara'da düzenlenmiştir.",
        ("hlscc", 1, "2012-10-11/2012-10-12", "Ankara", "held"),
    ),
    (
        "tr",
        "Yüksek Düzeyli Stratejik İşbirliği Konseyi'nin beşinci toplantısı 29 Temmuz 2025'te Ankara'da yapıldı.",
        ("hlscc", 5, "2025-07-29", "Ankara", "held"),
    ),
    (
        "tr",
        "YDSK 6. Toplantısı 18 Aralık 2023'te Budapeşte'de gerçekleştirildi.",
        ("hlscc", 6, "2023-12-18", "Budapeşte", "held"),
    ),
    (
        "tr",
        "Konsey'in (YDSK) 7’nci Toplantısı 8 Aralık 2025'te İstanbul'da yapıldı.",
        ("hlscc", 7, "2025-12-08", "İstanbul", "held"),
    ),
    (
        "tr",
        "Üst Düzey İşbirliği Konseyi'nin (ÜDİK) 8. Toplantısı 8 Nisan 2019'da Moskova'da yapılmıştır.",
        ("hlcc", 8, "2019-04-08", "Moskova", "held"),
    ),
    (
        "tr",
        "Ortak Stratejik Planlama Grubu'nun sekizinci toplantısı 2 Şubat 2026'da Ankara'da yapılacak.",
        ("jspg", 8, "2026-02-02", "Ankara", "announced"),
    ),
    (
        "tr",
        "OSPG'nin üçüncü toplantısı 27 Eylül 2023 tarihinde Ankara'da gerçekleştirilmiştir.",
        ("jspg", 3, "2023-09-27", "Ankara", "held"),
    ),
    (
        "tr",
        "Karma Ekonomik Komisyon'un 16. Dönem Toplantısı Temmuz 2019'da Antalya'da yapılmıştır.",
        ("jec", 16, "2019-07", "Antalya", "held"),
    ),
    (
        "tr",
        "KEK 12. Dönem Toplantısı 18 Eylül 2025'te Bişkek'te düzenlenmiştir.",
        ("jec", 12, "2025-09-18", "Bişkek", "held"),
    ),
    (
        "tr",
        "Hükümetlerarası Karma Ekonomik Komisyonu'nun on birinci toplantısı 19 Nisan 2024'te Bakü'de yapıldı.",
        ("jec", 11, "2024-04-19", "Bakü", "held"),
    ),
    (
        "tr",
        "Siyasi istişarelerin son turu 5 Mayıs 2021'de Taşkent'te yapılmıştır.",
        ("consultations", None, "2021-05-05", "Taşkent", "held"),
    ),
    (
        "tr",
        "Son YDSK toplantısı 18 Ocak 2022 tarihinde Ankara'da yapılmıştır.",
        ("hlscc", None, "2022-01-18", "Ankara", "held"),
    ),
    (
        "tr",
        "YDSK'nın dördüncü toplantısının 2023 yılında Astana'da yapılması planlanmaktadır.",
        ("hlscc", 4, "2023", "Astana", "announced"),
    ),
    (
        "tr",
        "YDSK'nın üçüncü toplantısının 2021'de Ankara'da yapılması öngörülmektedir.",
        ("hlscc", 3, "2021", "Ankara", "announced"),
    ),
    ("tr", "KEK'in 9. toplantısı Mart 2020'den ileri bir tarihe ertelendi.", ("jec", 9, "2020-03", None, "postponed")),
    ("tr", "YDSK'nın 2. toplantısı Kasım 2015'te iptal edildi.", ("hlscc", 2, "2015-11", None, "cancelled")),
    (
        "tr",
        "20. Bölgelerarası İş birliği Forumu 9 Kasım 2023'te Kostanay'da yapıldı.",
        ("forum", 20, "2023-11-09", "Kostanay", "held"),
    ),
    (
        "tr",
        "İlk Türk Dili Konuşan Ülkeler Devlet Başkanları Zirvesi 1992'de Ankara'da yapıldı.",
        ("summit", 1, "1992", "Ankara", "held"),
    ),
    (
        "tr",
        "Türk Devletleri Teşkilatı 11. Zirvesi 6 Kasım 2024'te Bişkek'te yapıldı.",
        ("summit", 11, "2024-11-06", "Bişkek", "held"),
    ),
    (
        "en",
        "The first meeting of the High-Level Strategic Cooperation Council was held in Ankara on 19 February 2020.",
        ("hlscc", 1, "2020-02-19", "Ankara", "held"),
    ),
    (
        "en",
        "The 3rd meeting of the HLSCC took place in Tashkent on 29-30 March 2022.",
        ("hlscc", 3, "2022-03-29/2022-03-30", "Tashkent", "held"),
    ),
    (
        "en",
        (
            "The ministers co-chaired the third meeting of the Joint Strategic Planning "
            "Group on 27 September 2023 in Ankara."
        ),
        ("jspg", 3, "2023-09-27", "Ankara", "held"),
    ),
    (
        "en",
        "The eighth term Joint Economic Commission meeting was held in Bishkek on 27-28 November 2014.",
        ("jec", 8, "2014-11-27/2014-11-28", "Bishkek", "held"),
    ),
    (
        "en",
        (
            "The 10th session of the Intergovernmental Commission on Economic Cooperation "
            "was held in Budapest on 16 January 2024."
        ),
        ("jec", 10, "2024-01-16", "Budapest", "held"),
    ),
    (
        "en",
        "The 15th meeting of the Joint Commission took place in Ashgabat in July 2021.",
        ("jec", 15, "2021-07", "Ashgabat", "held"),
    ),
    (
        "en",
        "The sixth meeting of the intergovernmental commission is scheduled for February 2022 in Ashgabat.",
        ("jec", 6, "2022-02", "Ashgabat", "announced"),
    ),
    (
        "en",
        "The fifth meeting of the HLSCC will be held in Astana in 2025.",
        ("hlscc", 5, "2025", "Astana", "announced"),
    ),
    (
        "en",
        "The last HLSCC meeting took place in Bishkek in April 2013.",
        ("hlscc", None, "2013-04", "Bishkek", "held"),
    ),
    (
        "en",
        "The next meeting of the Joint Economic Commission will be held in Ankara in 2023.",
        ("jec", None, "2023", "Ankara", "announced"),
    ),
    (
        "en",
        "The second meeting of the HLSCC, planned for May 2020, was postponed.",
        ("hlscc", 2, "2020-05", None, "postponed"),
    ),
    (
        "en",
        "Political consultations were held in Tashkent on 5 May 2021.",
        ("consultations", None, "2021-05-05", "Tashkent", "held"),
    ),
    (
        "en",
        (
            "The 24th meeting of the Council of Heads of State of the Shanghai Cooperation "
            "Organisation was held in Astana on 4 July 2024."
        ),
        ("summit", 24, "2024-07-04", "Astana", "held"),
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), STATED)
def test_a_meeting_is_read(language, sentence, expected):
    assert told(ABOUT[language].format("Kazakistan" if language == "tr" else "Kazakhstan") + sentence, language) == [
        expected
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Yüksek Düzeyli Stratejik İşbirliği Konseyi Mayıs 2012'de kurulmuştur."),
        ("tr", "YDSK 2017 yılında tesis edilmiş olup, bugüne kadar üç toplantı yapılmıştır."),
        ("tr", "1993 yılında Karma Ekonomik Komisyon kurulmuştur."),
        ("tr", "YDSK, OSPG, KEK ve siyasi istişare mekanizmaları düzenli olarak toplanmaktadır."),
        ("tr", "Konsey toplantıları iki yılda bir düzenlenmektedir."),
        ("tr", "BM Güvenlik Konseyi'nin 5. toplantısı 2 Mayıs 2020'de yapıldı."),
        ("tr", "Bakanlar Kurulu'nun ikinci toplantısı 3 Mayıs 2020'de yapıldı."),
        ("tr", "Diplomatik ilişkilerin 30. yılı 2022'de kutlandı."),
        ("tr", "Ülkemiz 17. büyük yatırımcıdır."),
        ("en", "The High-Level Strategic Cooperation Council was established in 2018."),
        ("en", "The Joint Economic Commission meets every two years."),
        ("en", "In 2012 the HLSCC was set up."),
        ("en", "The 30th anniversary of relations was celebrated in 2022."),
        ("en", "The second meeting of the UN General Assembly committee was held in 2020."),
        ("en", "Türkiye is the fifth largest investor in Kazakhstan."),
    ],
)
def test_what_is_no_meeting_is_none(language, text):
    assert meetings(ABOUT[language].format("Kazakistan" if language == "tr" else "Kazakhstan") + text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "tr",
            (
                "Konseyin (YDSK) ilk toplantısı Şubat 2020'de Ankara'da, ikinci toplantısı "
                "da Mart 2022'de Taşkent'te yapıldı."
            ),
        ),
        (
            "en",
            (
                "The first meeting of the HLSCC was held in Ankara in February 2020 and the "
                "second meeting in Tashkent in March 2022."
            ),
        ),
    ],
)
def test_a_sentence_may_tell_of_two_meetings(language, text):
    capitals = ("Ankara", "Taşkent" if language == "tr" else "Tashkent")
    assert told(text, language) == [
        ("hlscc", 1, "2020-02", capitals[0], "held"),
        ("hlscc", 2, "2022-03", capitals[1], "held"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "tr",
            (
                "YDSK'nın ilk toplantısı 2020'de yapıldı. Konseyin ikinci toplantısı 5 "
                "Mart 2022'de Taşkent'te yapılmıştır."
            ),
        ),
        ("tr", "YDSK'nın ilk toplantısı 2020'de yapıldı. İkinci toplantı 5 Mart 2022'de Taşkent'te yapılmıştır."),
        (
            "en",
            "The first meeting of the HLSCC was held in 2020. The second meeting was held in Tashkent on 5 March 2022.",
        ),
    ],
)
def test_the_council_may_have_been_named_before(language, text):
    assert [(one[0], one[1], one[2]) for one in told(text, language)] == [
        ("hlscc", 1, "2020"),
        ("hlscc", 2, "2022-03-05"),
    ]


def test_the_next_meeting_needs_no_number():
    text = (
        "YDSK'nın ikinci toplantısı 2015'te yapıldı. Müteakip toplantının 2018 yılında "
        "ülkemizde yapılması planlanmaktadır. Türkiye, Kazakistan."
    )
    assert told(text, "tr") == [
        ("hlscc", 2, "2015", None, "held"),
        ("hlscc", None, "2018", "TUR", "announced"),
    ]


def test_the_day_of_the_visit_is_the_day_of_the_meeting():
    text = (
        "Cumhurbaşkanı Nazarbayev'in 11-12 Ekim 2012'de ülkemize yaptığı resmi ziyaret "
        "sırasında YDSK'nın ilk toplantısı düzenlenmiştir."
    )
    assert told(text, "tr")[0][:3] == ("hlscc", 1, "2012-10-11/2012-10-12")


def test_a_meeting_told_twice_is_one():
    text = (
        "YDSK'nın beşinci toplantısı Ankara'da yapıldı. YDSK'nın beşinci toplantısı "
        "29 Temmuz 2025'te gerçekleştirilmişti."
    )
    assert told(text, "tr") == [("hlscc", 5, "2025-07-29", "Ankara", "held")]


def test_what_is_tomorrow_counts_from_the_day_of_publication():
    text = "Ortak Stratejik Planlama Grubu'nun (OSPG) sekizinci toplantısı yarın Ankara'da yapılacak."
    assert told(text, "tr", "2026-02-01") == [("jspg", 8, "2026-02-02", "Ankara", "announced")]


def test_the_next_sentence_may_give_the_day():
    text = (
        "Ortak Stratejik Planlama Grubu'nun dördüncü toplantısı yapıldı. Toplantı 10 "
        "Temmuz 2024'te Taşkent'te gerçekleştirildi."
    )
    assert told(text, "tr") == [("jspg", 4, "2024-07-10", "Taşkent", "held")]


def test_the_chairs_are_named():
    text = (
        "Ortak Stratejik Planlama Grubu'nun sekizinci toplantısı Dışişleri Bakanı Hakan Fidan ile "
        "Kazakistan Dışişleri Bakanı Yermek Koşerbayev'in başkanlıklarında 2 Şubat 2026'da yapıldı."
    )
    assert meetings(text, "tr")[0].chairs == ("Hakan Fidan", "Yermek Koşerbayev")


def test_the_place_holds_what_the_statement_rests_on():
    text = "Uzun bir giriş. YDSK'nın ilk toplantısı 12 Ekim 2012'de Ankara'da yapıldı."
    (meeting,) = meetings(text, "tr")
    assert meeting.span.of(text).startswith("YDSK'nın ilk toplantısı") or "ilk" in meeting.span.of(text)
