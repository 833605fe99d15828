"""Turns of phrase of ministries and agencies that are easily read wrong: whose, of which year, when, where."""

from datetime import date
from decimal import Decimal

import pytest

from relations.reading.read import read


def reading(text, language, published="2024-11-07"):
    return read(text, language, date.fromisoformat(published))


def figures(text, language):
    return [(one.kind, one.period, one.origin, one.destination, one.value) for one in reading(text, language).figures]


ABOUT = {"tr": "Türkiye - {} ilişkileri.\n", "en": "Relations between Türkiye and {}.\n"}

# own words; the other country, the sentence, the one figure (kind, period, from, to, value)
FIGURES = [
    ("tr", "Sırbistan", "İkili ticaret 2023'te bir önceki yıla kıyasla yüzde 12 artışla 2,4 milyar dolar oldu.",
     ("trade_total", "2023", "SRB", "TUR", 2400000000)),
    ("tr", "Macaristan", "Ticaret hacmi geçen yıl önceki seneye göre artarak 4,1 milyar dolara ulaştı.",
     ("trade_total", "2023", "HUN", "TUR", 4100000000)),
    ("en", "Hungary", "Bilateral trade grew to USD 3.3 billion in 2019 compared to 2018.",
     ("trade_total", "2019", "HUN", "TUR", 3300000000)),
    ("tr", "Özbekistan", "Taraflar ticarette hedefin 6 milyar dolar olduğunu belirtti.",
     ("target", None, "TUR", "UZB", 6000000000)),
    ("en", "Uzbekistan", "The ministers said that trade turnover should be increased to $6 billion.",
     ("target", None, "TUR", "UZB", 6000000000)),
    ("en", "Serbia", "The two economies are heading for the trade volume of $4 billion set by our presidents.",
     ("target", None, "SRB", "TUR", 4000000000)),
    ("en", "Uzbekistan", "They want to set up a common fund and raise trade turnover to $9 billion.",
     ("target", None, "TUR", "UZB", 9000000000)),
    ("en", "Serbia", "Turkish investment in Serbia grew from $2 million to $350 million within ten years.",
     ("investment_stock", None, "TUR", "SRB", 350000000)),
    ("tr", "Türkmenistan", "Firmalarımızca üstlenilen projelerin toplam bedeli 52 milyar doları aştı.",
     ("contracting", None, "TUR", "TKM", 52000000000)),
    ("tr", "Azerbaycan", "Türkiye'de Azerbaycan ortaklı 2 bin 900 firma faaliyet gösteriyor.",
     ("companies", None, "AZE", "TUR", 2900)),
    ("en", "Uzbekistan", "Türkiye's share in the foreign trade of Uzbekistan's regions was 5.2 percent in 2021.",
     ("share", "2021", "TUR", "UZB", Decimal("5.2"))),
]  # fmt: skip


@pytest.mark.parametrize(("language", "other", "sentence", "expected"), FIGURES)
def test_a_figure_is_read_with_its_year_and_its_sides(language, other, sentence, expected):
    assert figures(ABOUT[language].format(other) + sentence, language) == [expected]


NO_FIGURES = [
    ("en", "Iraq", "The prime minister met representatives of 17 firms."),
    ("tr", "Irak", "Bakan, 17 Türk firmasının temsilcileriyle Irak'ta görüştü."),
]


@pytest.mark.parametrize(("language", "other", "sentence"), NO_FIGURES)
def test_firms_that_send_somebody_are_no_count_of_companies(language, other, sentence):
    assert figures(ABOUT[language].format(other) + sentence, language) == []


def test_that_country_is_the_one_named_last():
    found = figures(
        "Türkiye 2022'de Irak'a 13 milyar dolarlık ihracat, bu ülkeden 10 milyar dolarlık ithalat yaptı.",
        "tr",
    )
    assert ("import", "2022", "IRQ", "TUR", Decimal(10000000000)) in found
    assert ("export", "2022", "TUR", "IRQ", Decimal(13000000000)) in found


VISITS = [
    ("tr", "Türkmenistan", "Türkmenistan Devlet Başkanı Serdar Berdimuhamedov, 5-6 Aralık'ta Türkiye'de olacak.",
     [("TKM", "TUR", "2024-12-05")]),
    ("tr", "Azerbaycan", "Cumhurbaşkanı Erdoğan 9 Mayıs 2022'de Azerbaycan'ın Nahçıvan bölgesini ziyaret etti.",
     [("TUR", "AZE", "2022-05-09")]),
    ("tr", "Özbekistan", "Cumhurbaşkanı Erdoğan, 3-4 Mayıs 2021'de yapacağı ziyaret için Özbekistan'a gitti.",
     [("TUR", "UZB", "2021-05-03")]),
    ("tr", "Irak", "Irak Başbakanı Sudani 21 Mart 2023 tarihinde Türkiye'ye resmi bir ziyaret gerçekleştirdi.",
     [("IRQ", "TUR", "2023-03-21")]),
    ("en", "Kyrgyzstan", "During his visit to Bishkek on 5 November 2024, President Erdoğan spoke of trade.",
     [("TUR", "KGZ", "2024-11-05")]),
    ("en", "Serbia", "Foreign Minister Hakan Fidan visited Serbia and Hungary on 5 March 2024.",
     [("TUR", "SRB", "2024-03-05"), ("TUR", "HUN", "2024-03-05")]),
    ("en", "Uzbekistan", "Mirziyoyev met Ilham Aliyev, who had come to Tashkent on an official visit on 12 May 2023.",
     [("AZE", "UZB", "2023-05-12")]),
    ("en", "Iraq", "It was signed on 10 July 2008 during the visit of the then Prime Minister Erdoğan to Baghdad.",
     [("TUR", "IRQ", "2008-07-10")]),
    ("tr", "Sırbistan", "Sırbistan'ın Türkiye'de olacak fuara katılımı görüşüldü.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "other", "sentence", "expected"), VISITS)
def test_a_visit_is_read_with_its_way_and_its_day(language, other, sentence, expected):
    found = reading(ABOUT[language].format(other) + sentence, language).visits
    assert [(one.origin, one.destination, one.start) for one in found] == expected


def test_a_form_of_address_ends_what_a_minister_is_for():
    found = reading(
        "Serbia and China.\nMinister of Foreign Trade Mr. Tomislav Momirović visited China on 9 April 2023.",
        "en",
    ).visits
    assert [(one.who, one.origin, one.destination) for one in found] == [("Tomislav Momirović", "SRB", "CHN")]


def test_of_two_meetings_parted_by_a_semicolon_each_has_its_own_day_and_status():
    found = reading(
        "The 4th session of the Serbia-China Joint Commission was held on 24 November 2022; "
        "the next session is planned for May 2025.",
        "en",
    ).meetings
    assert [(one.ordinal, one.date, one.status) for one in found] == [
        (4, "2022-11-24", "held"),
        (None, "2025-05", "announced"),
    ]


AGREEMENTS = [
    ("tr", "İmzalanacak 110 maddelik Eylem Planı ele alındı.", []),
    ("en", "In May 2025 the council met, and 11 strategic documents were signed.", [(None, "2025-05", 11)]),
    ("en", "The presidents signed a joint statement on 17 May 2023.", [("joint statement", "2023-05-17", None)]),
    ("en", "The presidents made a joint statement on 17 May 2023.", []),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), AGREEMENTS)
def test_what_was_signed_is_read_and_nothing_that_is_to_be(language, sentence, expected):
    found = reading(sentence, language).agreements
    assert [(one.title, one.date, one.count) for one in found] == expected


def test_a_day_without_a_year_is_not_of_a_plan_that_runs_on():
    text = (
        "They signed a plan for the years 2024-2025. The 11th meeting of the Joint Commission was held on February 9."
    )
    assert [one.date for one in reading(text, "en").meetings] == ["2024-02-09"]


def test_an_extraordinary_summit_is_one_of_its_organization():
    text = "16 Mart 2023'te Ankara'da Türk Devletleri Teşkilatı Olağanüstü Zirvesi düzenlendi."
    assert [(one.kind, one.date) for one in reading(text, "tr").meetings] == [("summit", "2023-03-16")]


STARTS = [
    ("tr", "Türk yatırımları Sırbistan'da 2 milyon dolardan 350 milyon dolara çıktı.", [350000000]),
    ("tr", "Ticaret hacmi 2017'deki 1,5 milyar dolardan 2023'te 3 milyar dolara çıktı.", [1500000000, 3000000000]),
    ("en", "Trade volume rose from $1.5 billion in 2017 to $3 billion in 2023.", [1500000000, 3000000000]),
]


@pytest.mark.parametrize(("language", "sentence", "values"), STARTS)
def test_where_a_growth_began_is_a_figure_only_with_its_own_year(language, sentence, values):
    found = figures(ABOUT[language].format({"tr": "Sırbistan", "en": "Serbia"}[language]) + sentence, language)
    assert [one[4] for one in found] == values
