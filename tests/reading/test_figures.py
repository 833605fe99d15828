"""Figures: kind, period, the way that they go, value, unit and qualifier."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.reading.document import document
from relations.reading.statements.figures import find_figures
from relations.reading.statements.tables import find_rows

ABOUT = {"tr": "Türkiye-{} ilişkileri. ", "en": "Relations between Türkiye and {}. "}
BN, M = 10**9, 10**6


def figures(text, language, published=None):
    day = date.fromisoformat(published) if published else None
    return find_figures(document(text, language, day))


def told(text, language, published=None):
    return [
        (one.kind, one.period, one.origin, one.destination, one.value, one.qualifier)
        for one in figures(text, language, published)
    ]


# Turkish: name, dative, ablative, genitive, locative, with; English: name, adjective
SIDES = {
    "KAZ": (
        "Kazakistan",
        "Kazakistan'a",
        "Kazakistan'dan",
        "Kazakistan'ın",
        "Kazakistan'da",
        "Kazakistan ile",
        "Kazakhstan",
        "Kazakh",
        "Kazak",
    ),
    "UZB": (
        "Özbekistan",
        "Özbekistan'a",
        "Özbekistan'dan",
        "Özbekistan'ın",
        "Özbekistan'da",
        "Özbekistan ile",
        "Uzbekistan",
        "Uzbek",
        "Özbek",
    ),
    "AZE": (
        "Azerbaycan",
        "Azerbaycan'a",
        "Azerbaycan'dan",
        "Azerbaycan'ın",
        "Azerbaycan'da",
        "Azerbaycan'la",
        "Azerbaijan",
        "Azerbaijani",
        "Azerbaycanlı",
    ),
    "SRB": (
        "Sırbistan",
        "Sırbistan'a",
        "Sırbistan'dan",
        "Sırbistan'ın",
        "Sırbistan'da",
        "Sırbistan ile",
        "Serbia",
        "Serbian",
        "Sırp",
    ),
    "IRQ": ("Irak", "Irak'a", "Irak'tan", "Irak'ın", "Irak'ta", "Irak'la", "Iraq", "Iraqi", "Iraklı"),
    "RUS": ("Rusya", "Rusya'ya", "Rusya'dan", "Rusya'nın", "Rusya'da", "Rusya ile", "Russia", "Russian", "Rus"),
    "CHN": ("Çin", "Çin'e", "Çin'den", "Çin'in", "Çin'de", "Çin ile", "China", "Chinese", "Çinli"),
    "HUN": (
        "Macaristan",
        "Macaristan'a",
        "Macaristan'dan",
        "Macaristan'ın",
        "Macaristan'da",
        "Macaristan'la",
        "Hungary",
        "Hungarian",
        "Macar",
    ),
    "KGZ": (
        "Kırgızistan",
        "Kırgızistan'a",
        "Kırgızistan'dan",
        "Kırgızistan'ın",
        "Kırgızistan'da",
        "Kırgızistan ile",
        "Kyrgyzstan",
        "Kyrgyz",
        "Kırgız",
    ),
    "TKM": (
        "Türkmenistan",
        "Türkmenistan'a",
        "Türkmenistan'dan",
        "Türkmenistan'ın",
        "Türkmenistan'da",
        "Türkmenistan'la",
        "Turkmenistan",
        "Turkmen",
        "Türkmen",
    ),
}
OUT, IN, BOTH = "out", "in", "both"
TEMPLATES = [
    ("tr", "2022'de {1} ihracatımız 2,5 milyar dolar olmuştur.", "export", OUT, "2022", 2_500_000_000, "exact"),
    ("tr", "2022 yılında {2} ithalatımız 800 milyon dolara ulaşmıştır.", "import", IN, "2022", 800 * M, "exact"),
    ("tr", "2022'de Türkiye'nin {1} ihracatı 2,5 milyar dolar oldu.", "export", OUT, "2022", 2_500_000_000, "exact"),
    ("tr", "2022'de Türkiye'nin {2} ithalatı 800 milyon dolardır.", "import", IN, "2022", 800 * M, "exact"),
    ("tr", "2022'de {3} Türkiye'ye ihracatı 800 milyon dolardır.", "export", IN, "2022", 800 * M, "exact"),
    ("tr", "2022'de {3} Türkiye'den ithalatı 2,5 milyar dolardır.", "import", OUT, "2022", 2_500_000_000, "exact"),
    (
        "tr",
        "2021'de {5} ticaret hacmimiz 3,6 milyar dolara yükselmiştir.",
        "trade_total",
        BOTH,
        "2021",
        3_600_000_000,
        "exact",
    ),
    (
        "tr",
        "İki ülke arasındaki ticaret hacmi 2021'de yaklaşık 3,6 milyar dolar olmuştur.",
        "trade_total",
        BOTH,
        "2021",
        3_600_000_000,
        "about",
    ),
    ("tr", "2021'de ikili ticaret hacmi 3 milyar doları aştı.", "trade_total", BOTH, "2021", 3 * BN, "over"),
    ("tr", "Hedefimiz ticaret hacmini 5 milyar dolara çıkarmaktır.", "target", BOTH, None, 5 * BN, "planned"),
    ("tr", "5 milyar dolarlık ticaret hacmi hedefi belirlendi.", "target", BOTH, None, 5 * BN, "planned"),
    ("tr", "Ortak hedef, ticaretin 10 milyar dolara yükseltilmesidir.", "target", BOTH, None, 10 * BN, "planned"),
    (
        "tr",
        "{4} Türk yatırımlarının tutarı 1,5 milyar dolardır.",
        "investment_stock",
        OUT,
        None,
        1_500_000_000,
        "exact",
    ),
    (
        "tr",
        "{3} ülkemizdeki yatırımları 700 milyon doların üzerindedir.",
        "investment_stock",
        IN,
        None,
        700 * M,
        "over",
    ),
    ("tr", "{4} yatırımlarımız 900 milyon dolara ulaşmıştır.", "investment_stock", OUT, None, 900 * M, "exact"),
    (
        "tr",
        "Türk müteahhitlik firmaları {4} 21 milyar dolar tutarında proje üstlenmiştir.",
        "contracting",
        OUT,
        None,
        21 * BN,
        "exact",
    ),
    ("tr", "{4} 1.900 Türk şirketi faaliyet göstermektedir.", "companies", OUT, None, 1900, "exact"),
    ("tr", "Türkiye'de 130 {8} sermayeli şirket bulunmaktadır.", "companies", IN, None, 130, "exact"),
    ("tr", "Türk firmaları {4} 15 binden fazla kişiye istihdam sağlamaktadır.", "employment", OUT, None, 15000, "over"),
    ("tr", "Türkiye'de 2.349 {8} öğrenci öğrenim görmektedir.", "students", IN, None, 2349, "exact"),
    ("en", "In 2022, our exports to {6} were 2.5 billion dollars.", "export", OUT, "2022", 2_500_000_000, "exact"),
    ("en", "Our imports from {6} reached USD 800 million in 2022.", "import", IN, "2022", 800 * M, "exact"),
    ("en", "Turkish exports to {6} amounted to $2.5 billion in 2022.", "export", OUT, "2022", 2_500_000_000, "exact"),
    ("en", "Türkiye's imports from {6} stood at $800 million in 2022.", "import", IN, "2022", 800 * M, "exact"),
    ("en", "{7} exports to Türkiye amounted to $800 million in 2022.", "export", IN, "2022", 800 * M, "exact"),
    ("en", "{6}'s imports from Türkiye reached $2.5 billion in 2022.", "import", OUT, "2022", 2_500_000_000, "exact"),
    (
        "en",
        "In 2021, bilateral trade volume reached 3.6 billion dollars.",
        "trade_total",
        BOTH,
        "2021",
        3_600_000_000,
        "exact",
    ),
    ("en", "Trade turnover exceeded $3 billion in 2021.", "trade_total", BOTH, "2021", 3 * BN, "over"),
    (
        "en",
        "Bilateral trade grew by 12 percent to nearly $3.6 billion in 2021.",
        "trade_total",
        BOTH,
        "2021",
        3_600_000_000,
        "under",
    ),
    ("en", "The two countries aim to increase bilateral trade to $5 billion.", "target", BOTH, None, 5 * BN, "planned"),
    ("en", "The goal is a trade volume of $10 billion by 2030.", "target", BOTH, "2030", 10 * BN, "planned"),
    ("en", "The Presidents set a target of $5 billion in bilateral trade.", "target", BOTH, None, 5 * BN, "planned"),
    (
        "en",
        "Our common goal is to increase our bilateral trade volume to $ 10 billion.",
        "target",
        BOTH,
        None,
        10 * BN,
        "planned",
    ),
    (
        "en",
        "Turkish investments in {6} have exceeded 1.5 billion dollars.",
        "investment_stock",
        OUT,
        None,
        1_500_000_000,
        "over",
    ),
    ("en", "{7} investments in Türkiye amount to $700 million.", "investment_stock", IN, None, 700 * M, "exact"),
    (
        "en",
        "Turkish contractors have undertaken projects worth $21 billion in {6}.",
        "contracting",
        OUT,
        None,
        21 * BN,
        "exact",
    ),
    ("en", "More than 1,900 Turkish companies operate in {6}.", "companies", OUT, None, 1900, "over"),
    ("en", "There are 130 companies with {7} capital in Türkiye.", "companies", IN, None, 130, "exact"),
    ("en", "Turkish companies employ 15,000 people in {6}.", "employment", OUT, None, 15000, "exact"),
    ("en", "Around 2,000 {7} students study in Türkiye.", "students", IN, None, 2000, "about"),
]


@pytest.mark.parametrize("code", sorted(SIDES))
@pytest.mark.parametrize(("language", "template", "kind", "way", "period", "value", "qualifier"), TEMPLATES)
def test_a_figure_goes_the_right_way_for_every_pair(code, language, template, kind, way, period, value, qualifier):
    names = SIDES[code]
    text = ABOUT[language].format(names[0 if language == "tr" else 6]) + template.format(*names)
    ends = {OUT: ("TUR", code), IN: (code, "TUR"), BOTH: tuple(sorted(("TUR", code)))}[way]
    assert told(text, language) == [(kind, period, *ends, Decimal(value), qualifier)]


MANY = [
    (
        "tr",
        (
            "Türkiye-Kazakistan. 2016 yılında 625 milyon Doları ihracatımız ve 1,33 milyar Doları "
            "ithalatımız olmak üzere ticaret hacmimiz toplam 1,96 milyar Dolara ulaşmıştır."
        ),
        [
            ("export", "2016", "TUR", "KAZ", 625 * M),
            ("import", "2016", "KAZ", "TUR", 1_330_000_000),
            ("trade_total", "2016", "KAZ", "TUR", 1_960_000_000),
        ],
    ),
    (
        "tr",
        (
            "Türkiye-Kazakistan. Ticaret hacmi 2025'in ilk 11 ayında 8,95 milyar dolar olarak "
            "gerçekleşirken, bu dönemde Türkiye'nin ihracatı 2,91 milyar dolar, ithalatı ise 6,04 milyar dolar oldu."
        ),
        [
            ("trade_total", "2025-01/2025-11", "KAZ", "TUR", 8_950_000_000),
            ("export", "2025-01/2025-11", "TUR", "KAZ", 2_910_000_000),
            ("import", "2025-01/2025-11", "KAZ", "TUR", 6_040_000_000),
        ],
    ),
    (
        "tr",
        (
            "Türkiye-Rusya. Ticaret hacmi 2021'de 8,9 milyar dolar (ihracat: 2,9 milyar "
            "dolar, ithalat: 6 milyar dolar) olmuştur."
        ),
        [
            ("trade_total", "2021", "RUS", "TUR", 8_900_000_000),
            ("export", "2021", "TUR", "RUS", 2_900_000_000),
            ("import", "2021", "RUS", "TUR", 6 * BN),
        ],
    ),
    (
        "tr",
        "Türkiye-Azerbaycan. Ticaret hacmi 2022'de 6 milyar 300 milyon dolara, 2023'te 7,5 milyar dolara ulaştı.",
        [("trade_total", "2022", "AZE", "TUR", 6_300_000_000), ("trade_total", "2023", "AZE", "TUR", 7_500_000_000)],
    ),
    (
        "tr",
        "Türkiye-Rusya. 50 milyar doları aşan ticaret hacmini 100 milyar dolara çıkarma kararlılığı vurgulandı.",
        [("trade_total", None, "RUS", "TUR", 50 * BN), ("target", None, "RUS", "TUR", 100 * BN)],
    ),
    (
        "tr",
        (
            "Türkiye-Macaristan. Macaristan'daki Türk yatırımları 58 milyon Dolar, Macaristan'ın "
            "Türkiye'deki yatırımları ise 29 milyon Dolardır."
        ),
        [("investment_stock", None, "TUR", "HUN", 58 * M), ("investment_stock", None, "HUN", "TUR", 29 * M)],
    ),
    (
        "tr",
        (
            "Kazakistan ve Rusya. Kazakistan ekonomisine Rus yatırımlarının hacmi 24 milyar doları, "
            "Kazak yatırımlarının ise 8,5 milyar doları aştı."
        ),
        [("investment_stock", None, "RUS", "KAZ", 24 * BN), ("investment_stock", None, "KAZ", "RUS", 8_500_000_000)],
    ),
    (
        "en",
        (
            "Turkey and Kazakhstan. Trade volume reached 1,96 billion Dollars in 2016 with 625 "
            "million Dollars exports and 1.33 billion Dollars imports."
        ),
        [
            ("trade_total", "2016", "KAZ", "TUR", 1_960_000_000),
            ("export", "2016", "TUR", "KAZ", 625 * M),
            ("import", "2016", "KAZ", "TUR", 1_330_000_000),
        ],
    ),
    (
        "en",
        (
            "Turkey and Kyrgyzstan. Bilateral trade was 345 million USD in 2015 (exports: "
            "294 million USD; imports: 51 million USD)."
        ),
        [
            ("trade_total", "2015", "KGZ", "TUR", 345 * M),
            ("export", "2015", "TUR", "KGZ", 294 * M),
            ("import", "2015", "KGZ", "TUR", 51 * M),
        ],
    ),
    (
        "en",
        "Türkiye and Iraq. Exports and imports were $12.8 billion and $1.5 billion respectively in 2023.",
        [("export", "2023", "TUR", "IRQ", 12_800_000_000), ("import", "2023", "IRQ", "TUR", 1_500_000_000)],
    ),
    (
        "en",
        "China and Kazakhstan. Trade will grow from above $31 billion in 2022 to $40 billion by 2030.",
        [("trade_total", "2022", "CHN", "KAZ", 31 * BN), ("target", "2030", "CHN", "KAZ", 40 * BN)],
    ),
    (
        "en",
        "Türkiye and Iraq. Türkiye wants to raise exports to Iraq to $15 billion soon and $20 billion by 2030.",
        [("target", None, "TUR", "IRQ", 15 * BN), ("target", "2030", "TUR", "IRQ", 20 * BN)],
    ),
    (
        "en",
        (
            "Uzbekistan and Kyrgyzstan. Trade turnover grew by 30% to $1.3 billion in 2022. "
            "The sides agreed to bring trade to $2 billion."
        ),
        [("trade_total", "2022", "KGZ", "UZB", 1_300_000_000), ("target", None, "KGZ", "UZB", 2 * BN)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), MANY)
def test_several_figures_of_one_sentence_all_come_out(language, text, expected):
    assert [one[:5] for one in told(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Kazakistan'ın millî geliri 200 milyar dolardır."),
        ("tr", "Türkiye'ye 2 milyar dolar kredi verildi."),
        ("tr", "Ticaret hacmi yüzde 12 arttı."),
        ("tr", "İhracatımız 500 milyon dolar arttı."),
        ("tr", "Dış ticaret açığı 3 milyar dolardır."),
        ("tr", "Ziyarette 1,7 milyar dolar değerinde ticari anlaşma imzalandı."),
        ("tr", "900 milyon dolar değerinde 26 yatırım projesi kabul edildi."),
        ("tr", "Nüfusu 36 milyonu aşmıştır."),
        ("tr", "Diplomatik ilişkilerin 30. yılı kutlandı."),
        ("tr", "Telefon: 0 312 292 10 00"),
        ("tr", "Macaristan'ı 123.448 turist ziyaret etti."),
        ("en", "The GDP of Kazakhstan is $200 billion."),
        ("en", "A loan of $2 billion was granted."),
        ("en", "Trade grew by 12 percent."),
        ("en", "Exports rose by $500 million."),
        ("en", "The trade deficit was $3 billion."),
        ("en", "The sides signed agreements worth $1.7 billion."),
        ("en", "They discussed 52 joint projects worth more than $21 billion."),
        ("en", "The population exceeds 36 million."),
        ("en", "The 30th anniversary was celebrated in 2022."),
        ("en", "Some 123,448 tourists came in 2018."),
    ],
)
def test_what_is_no_figure_is_none(language, text):
    assert figures(ABOUT[language].format("Kazakistan" if language == "tr" else "Kazakhstan") + text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "value", "way"),
    [
        ("tr", "Türkiye, Kazakistan'daki 17. büyük yatırımcı konumundadır.", 17, ("TUR", "KAZ")),
        ("tr", "Türkiye, Kazakistan'daki yatırımlarda 4. sırada yer almaktadır.", 4, ("TUR", "KAZ")),
        ("tr", "Irak, ihracatımızda dördüncü sırada yer almaktadır.", 4, None),
        (
            "tr",
            "Türkiye, Kazakistan'da ABD, Güney Kore ve İngiltere'den sonra en büyük yabancı yatırımcıdır.",
            4,
            ("TUR", "KAZ"),
        ),
        ("en", "Iraq is Türkiye's 5th largest export market.", 5, ("IRQ", "TUR")),
        ("en", "Hungary is Azerbaijan's 30th largest trading partner.", 30, ("HUN", "AZE")),
    ],
)
def test_a_rank_is_read(language, text, value, way):
    found = [one for one in told(text, language) if one[0] == "rank"]
    assert [one[4] for one in found] == [value]
    assert way is None or found[0][2:4] == way


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("tr", "Rusya, Kazakistan'ın dış ticaretinin yaklaşık yüzde 20'sini oluşturuyor.", 20),
        ("tr", "Azerbaycan'ın dış ticaretinde Türkiye'nin payı yüzde 13,9'dur.", Decimal("13.9")),
        ("en", "China is a trading partner of Kazakhstan, with a share of 18 percent.", 18),
        ("en", "Türkiye accounts for 5% of the foreign trade of Azerbaijan.", 5),
    ],
)
def test_a_share_is_read(language, text, value):
    assert [one[4] for one in told(text, language) if one[0] == "share"] == [value]


def test_a_volume_without_a_year_has_that_of_the_sentence_before():
    text = "Türkiye-Türkmenistan. Ticaret 2021'de 1,7 milyar dolar oldu. İhracatımız 985 milyon dolardır."
    assert [(one[0], one[1]) for one in told(text, "tr")] == [("trade_total", "2021"), ("export", "2021")]


def test_the_year_that_a_volume_is_compared_with_is_not_its_own():
    text = (
        "Turkey and Turkmenistan. In 2021, trade reached $1.7 billion, up 53% compared "
        "to 2020. Turkish exports were $985 million."
    )
    assert [(one[0], one[1]) for one in told(text, "en")] == [("trade_total", "2021"), ("export", "2021")]


def test_bare_billions_are_money_where_dollars_were_spoken_of():
    text = "Kazakistan-Rusya. Geçen yıl ticaret 27 milyar dolara ulaştı. Yakında bunu 30 milyara çıkarma imkanı var."
    found = figures(text, "tr", "2024-11-28")
    assert [(one.kind, one.period, one.value, one.unit) for one in found] == [
        ("trade_total", "2023", 27 * BN, "USD"),
        ("target", None, 30 * BN, "USD"),
    ]


def test_the_same_figure_in_headline_and_text_is_one():
    text = (
        "5 MİLYAR DOLARLIK TİCARET HEDEFİ\nTürkiye ve Kırgızistan 5 milyar dolarlık ticaret hacmi hedefine ilerliyor."
    )
    assert [(one[0], one[4]) for one in told(text, "tr")] == [("target", 5 * BN)]


def test_our_country_in_a_text_without_turkey_is_the_side_that_is_not_the_guest():
    text = (
        "Uzbekistan and Kyrgyzstan. The President of the Kyrgyz Republic paid a visit to our country. "
        "In 2022, our exports to the Kyrgyz Republic were $800 million."
    )
    assert [one[2:4] for one in told(text, "en")] == [("UZB", "KGZ")]


TABLE = """Türkiye-Sırbistan İlişkileri
Ülkemizin Sırbistan ile ticareti
İkili Ticaret
(milyon ABD Doları)
2020
2021
İhracatımız
1.018
1.485,5
İthalatımız
432,3
448
Ticaret Hacmi
1.450
1.934
Denge
+585,7
+1.036
"""


@pytest.mark.parametrize(
    "table", [TABLE, TABLE.replace("\n", "\n|\n"), TABLE.replace("(milyon ABD Doları)", "(million dollars)")]
)
def test_a_table_in_millions_is_read_row_by_row(table):
    found = [(one.kind, one.period, one.origin, one.destination, one.value) for one in find_rows(document(table, "tr"))]
    assert found == [
        ("export", "2020", "TUR", "SRB", 1018 * M),
        ("export", "2021", "TUR", "SRB", Decimal("1485.5") * M),
        ("import", "2020", "SRB", "TUR", Decimal("432.3") * M),
        ("import", "2021", "SRB", "TUR", 448 * M),
        ("trade_total", "2020", "SRB", "TUR", 1450 * M),
        ("trade_total", "2021", "SRB", "TUR", 1934 * M),
    ]


def test_a_table_with_its_years_down_the_side_is_read_too():
    text = (
        "Türkiye-Irak. İkili ticaret (milyon dolar)\nYıl | İhracat | İthalat | Hacim\n2021 | "
        "11.100 | 1.600 | 12.700\n2022 | 13.700 | 10.400 | 24.100\n"
    )
    found = [(one.kind, one.period, one.value) for one in find_rows(document(text, "tr"))]
    assert found == [
        ("export", "2021", 11_100 * M),
        ("import", "2021", 1600 * M),
        ("trade_total", "2021", 12_700 * M),
        ("export", "2022", 13_700 * M),
        ("import", "2022", 10_400 * M),
        ("trade_total", "2022", 24_100 * M),
    ]


def test_a_table_without_its_magnitude_is_left_alone():
    assert find_rows(document(TABLE.replace("(milyon ABD Doları)", ""), "tr")) == []


def test_a_table_of_students_gives_each_year_and_sex():
    text = (
        "Türkiye'de öğrenim gören Kazakistanlı öğrenci sayısı\nÖğretim Yılı Erkek Kadın "
        "Toplam\n2014-2015 990 809 1799\n2015-2016 1092 894 1986\n"
    )
    found = find_rows(document(text, "tr"))
    assert [(one.breakdown, one.value) for one in found] == [
        ("male", 990),
        ("female", 809),
        ("", 1799),
        ("male", 1092),
        ("female", 894),
        ("", 1986),
    ]
    assert {(one.kind, one.origin, one.destination) for one in found} == {("students", "KAZ", "TUR")}
    assert [one.period for one in found][::3] == ["2014/2015", "2015/2016"]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 999), st.sampled_from(["milyon", "milyar"]), st.integers(1995, 2024))
def test_any_volume_of_any_year_reads_back(number, scale, year):
    text = f"Türkiye-Irak. {year} yılında ikili ticaret hacmimiz {number} {scale} dolara ulaşmıştır."
    value = number * (M if scale == "milyon" else BN)
    assert [(one[0], one[1], one[4]) for one in told(text, "tr")] == [("trade_total", str(year), value)]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 999), st.sampled_from(["million", "billion"]), st.integers(1995, 2024))
def test_any_english_volume_reads_back_and_its_span_holds_it(number, scale, year):
    text = f"Türkiye and Iraq. Bilateral trade reached {number} {scale} dollars in {year}."
    (one,) = figures(text, "en")
    assert (one.period, one.value) == (str(year), number * (M if scale == "million" else BN))
    assert one.span.of(text).startswith(str(number))
