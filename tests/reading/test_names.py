"""Countries, places, people, offices and bodies by the names that texts give them."""

import pytest
from babel.core import Locale

from relations.reading.names import (
    find_bodies,
    find_countries,
    find_offices,
    find_people,
    find_places,
)
from relations.reading.phrases import Text, data


def countries(text, language):
    return [(one.code, one.case) for one in find_countries(Text(text, language)) if not one.adjective]


def adjectives(text, language):
    return [one.code for one in find_countries(Text(text, language)) if one.adjective]


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("code", sorted(data("countries")))
def test_every_country_is_read_by_its_usual_name(code, language):
    name = Locale(language).territories[data("countries")[code]["at"]]
    assert code in [found for found, _ in countries(f"{name} 2020", language)]


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("code", sorted(data("countries")))
def test_every_adjective_is_read_as_one(code, language):
    for word in data("countries")[code].get(f"of_{language}", ()):
        assert adjectives(f"{word} 2020", language) == [code], word


TURKISH_CASES = [
    ("Kazakistan'a gitti", [("KAZ", "dat")]),
    ("Kazakistan’a gitti", [("KAZ", "dat")]),
    ("Türkiye'ye geldi", [("TUR", "dat")]),
    ("Rusya'dan ithalat", [("RUS", "abl")]),
    ("Irak'tan ithalat", [("IRQ", "abl")]),
    ("Çin'den gelen", [("CHN", "abl")]),
    ("Sırbistan'ın ihracatı", [("SRB", "gen")]),
    ("Türkiye'nin ihracatı", [("TUR", "gen")]),
    ("Macaristan'daki yatırımlar", [("HUN", "loc")]),
    ("Irak'ta çalışıyor", [("IRQ", "loc")]),
    ("Türkmenistan'da çalışıyor", [("TKM", "loc")]),
    ("Özbekistan'ı ziyaret etti", [("UZB", "acc")]),
    ("Türkiye'yi ziyaret etti", [("TUR", "acc")]),
    ("Azerbaycan'la ticaret", [("AZE", "ins")]),
    ("Türkiye'yle ticaret", [("TUR", "ins")]),
    ("Kırgızistan ile ticaret", [("KGZ", "ins")]),
    ("SIRBİSTAN'DA TÖREN", [("SRB", "loc")]),
    ("ÖZBEKİSTAN-TÜRKİYE", [("UZB", ""), ("TUR", "")]),
    ("Türkiye-Kazakistan İlişkileri", [("TUR", ""), ("KAZ", "")]),
    ("Rusya Federasyonu'na", [("RUS", "dat")]),
    ("Çin Halk Cumhuriyeti'ni", [("CHN", "acc")]),
    ("Kırgız Cumhuriyeti'nin", [("KGZ", "gen")]),
    ("Kazakistan Cumhuriyeti ile", [("KAZ", "ins")]),
    ("ABD'nin", [("USA", "gen")]),
    ("BAE'de", [("ARE", "loc")]),
    ("İngiltere'ye", [("GBR", "dat")]),
    ("Güney Kore'nin", [("KOR", "gen")]),
    ("Kuzey Makedonya'ya", [("MKD", "dat")]),
    ("Bosna-Hersek'te", [("BIH", "loc")]),
    ("Bosna ve Hersek'ten", [("BIH", "abl")]),
]


@pytest.mark.parametrize(("text", "expected"), TURKISH_CASES)
def test_a_turkish_ending_gives_the_case(text, expected):
    assert countries(text, "tr") == expected


ENGLISH_CASES = [
    ("exports to Serbia", [("SRB", "dat")]),
    ("imports from Iraq", [("IRQ", "abl")]),
    ("companies in Hungary", [("HUN", "loc")]),
    ("Iraq's imports", [("IRQ", "gen")]),
    ("the President of Azerbaijan", [("AZE", "gen")]),
    ("trade with Russia", [("RUS", "ins")]),
    ("a visit to the Kyrgyz Republic", [("KGZ", "dat")]),
    ("from neighbouring Turkmenistan", [("TKM", "abl")]),
    ("to the Republic of Türkiye", [("TUR", "dat")]),
    ("in Turkey", [("TUR", "loc")]),
    ("visited Turkiye", [("TUR", "")]),
    ("to the People's Republic of China", [("CHN", "dat")]),
    ("the Russian Federation", [("RUS", "")]),
    ("with the USA", [("USA", "ins")]),
    ("Bosnia and Herzegovina", [("BIH", "")]),
    ("between Uzbekistan and Kyrgyzstan", [("UZB", ""), ("KGZ", "")]),
    ("Kazakhstan–Russia relations", [("KAZ", ""), ("RUS", "")]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_CASES)
def test_the_english_word_before_gives_the_case(text, expected):
    assert countries(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Türk Konseyi", "tr"),
        ("Türk Devletleri Teşkilatı", "tr"),
        ("Türk Dili Konuşan Ülkeler", "tr"),
        ("Türk dünyası", "tr"),
        ("Türk Hava Yolları", "tr"),
        ("10 milyar ABD doları", "tr"),
        ("mali ilişkiler", "tr"),
        ("çin işi", "tr"),
        ("ırak yerler", "tr"),
        ("Şanghay İşbirliği Örgütü", "tr"),
        ("Turkish Airlines", "en"),
        ("Turkish Lira", "en"),
        ("10 million US dollars", "en"),
        ("the Shanghai Cooperation Organisation", "en"),
        ("turkey with chestnuts", "en"),
        ("fine china", "en"),
    ],
)
def test_what_only_looks_like_a_country_is_none(text, language):
    found = find_countries(Text(text, language))
    assert [one.code for one in found] == []


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("ülkemize geldi", "dat"),
        ("ülkemizden gitti", "abl"),
        ("ülkemizin ihracatı", "gen"),
        ("ülkemizde yapıldı", "loc"),
        ("ülkemizdeki firmalar", "loc"),
        ("ülkemizi ziyaret etti", "acc"),
        ("Ülkemiz ile", "ins"),
        ("Ülkemiz", ""),
    ],
)
def test_our_country_is_read_with_its_case(text, case):
    assert [(one.own, one.case) for one in find_countries(Text(text, "tr"))] == [(True, case)]


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Kasım Cömert Tokayev", "tr", "Kasım Cömert Tokayev", "KAZ"),
        ("Kasım Comart Tokayev", "tr", "Kasım Cömert Tokayev", "KAZ"),
        ("Kassym-Jomart Tokayev", "en", "Kassym-Jomart Tokayev", "KAZ"),
        ("Tokayev'in", "tr", "Kasım Cömert Tokayev", "KAZ"),
        ("Yermek Koşerbayev", "en", "Yermek Kosherbayev", "KAZ"),
        ("Kosherbayev", "tr", "Yermek Koşerbayev", "KAZ"),
        ("Koşerbayev’in", "tr", "Yermek Koşerbayev", "KAZ"),
        ("Şavkat Mirziyoyev", "tr", "Şevket Mirziyoyev", "UZB"),
        ("Shavkat Mirziyoyev", "en", "Shavkat Mirziyoyev", "UZB"),
        ("Mirziyoev", "en", "Shavkat Mirziyoyev", "UZB"),
        ("Şevket Mirziyayev", "tr", "Şevket Mirziyoyev", "UZB"),
        ("İlham Aliyev", "tr", "İlham Aliyev", "AZE"),
        ("Ilham Aliev", "en", "Ilham Aliyev", "AZE"),
        ("Heydar Aliyev", "en", "Heydar Aliyev", "AZE"),
        ("Sadyr Japarov", "en", "Sadyr Japarov", "KGZ"),
        ("Sadır Caparov", "tr", "Sadır Caparov", "KGZ"),
        ("Serdar Berdimuhamedov", "tr", "Serdar Berdimuhamedov", "TKM"),
        ("Gurbanguly Berdimuhamedov", "en", "Gurbanguly Berdimuhamedov", "TKM"),
        ("Aleksandar Vučić", "en", "Aleksandar Vucic", "SRB"),
        ("Aleksandar Vuçiç", "tr", "Aleksandar Vuçiç", "SRB"),
        ("Viktor Orbán", "en", "Viktor Orbán", "HUN"),
        ("Orban", "tr", "Viktor Orban", "HUN"),
        ("Vladimir Putin", "tr", "Vladimir Putin", "RUS"),
        ("Xi Jinping", "en", "Xi Jinping", "CHN"),
        ("Şi Cinping", "tr", "Şi Cinping", "CHN"),
        ("Mohammed Shia al-Sudani", "en", "Mohammed Shia al-Sudani", "IRQ"),
        ("Recep Tayyip Erdogan", "en", "Recep Tayyip Erdoğan", "TUR"),
        ("ERDOĞAN", "tr", "Recep Tayyip Erdoğan", "TUR"),
        ("Mevlut Cavusoglu", "en", "Mevlüt Çavuşoğlu", "TUR"),
    ],
)
def test_a_person_is_one_in_all_spellings(text, language, name, country):
    assert [(one.name, one.country) for one in find_people(Text(text, language))] == [(name, country)]


@pytest.mark.parametrize("text", ["bir gül", "Gül", "Yıldırım düştü", "Novak", "sezer gibi"])
def test_a_surname_that_is_a_word_needs_the_full_name(text):
    assert [one for one in find_people(Text(text, "tr")) if one.name not in ("Aleksandr Novak",)] == []


def test_a_full_name_lets_its_surname_be_read_later():
    found = find_people(Text("Abdullah Gül konuştu. Gül daha sonra ayrıldı.", "tr"))
    assert [one.name for one in found] == ["Abdullah Gül", "Abdullah Gül"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ankara'da", "tr", [("Ankara", "TUR", "loc")]),
        ("İSTANBUL’DA", "tr", [("İstanbul", "TUR", "loc")]),
        ("Taşkent'e", "tr", [("Taşkent", "UZB", "dat")]),
        ("in Tashkent", "en", [("Tashkent", "UZB", "loc")]),
        ("to Baghdad and Erbil", "en", [("Baghdad", "IRQ", "dat"), ("Erbil", "IRQ", "")]),
        ("in Nur-Sultan", "en", [("Nur-Sultan", "KAZ", "loc")]),
        ("Nur-Sultan'da", "tr", [("Nur-Sultan", "KAZ", "loc")]),
        ("Aşgabat'ta", "tr", [("Aşkabat", "TKM", "loc")]),
        ("in Ashgabad", "en", [("Ashgabat", "TKM", "loc")]),
        ("Çolpan Ata'da", "tr", [("Çolpan Ata", "KGZ", "loc")]),
        ("Budapeşte'de", "tr", [("Budapeşte", "HUN", "loc")]),
        ("Ankara Palas'ı gezdi", "tr", []),
        ("Nursultan Nazarbayev", "tr", []),
    ],
)
def test_a_city_has_its_country_and_case(text, language, expected):
    assert [(one.name, one.country, one.case) for one in find_places(Text(text, language))] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Cumhurbaşkanı", "tr", ["president"]),
        ("Devlet Başkanı", "tr", ["president"]),
        ("Sayın Cumhurbaşkanımız", "tr", ["president"]),
        ("Cumhurbaşkanı Yardımcısı", "tr", ["vice president"]),
        ("Başbakan", "tr", ["prime minister"]),
        ("Başbakan Yardımcısı", "tr", ["deputy prime minister"]),
        ("Bakanlar Kurulu Başkanı", "tr", ["prime minister"]),
        ("Dışişleri Bakanı", "tr", ["foreign minister"]),
        ("Dışişleri Bakan Yardımcısı", "tr", ["deputy foreign minister"]),
        ("Dışişleri ve Dış Ticaret Bakanı", "tr", ["foreign minister"]),
        ("Ticaret Bakanı", "tr", ["trade minister"]),
        ("TBMM Başkanı", "tr", ["speaker of parliament"]),
        ("Dışişleri Bakanlığı", "tr", []),
        ("Cumhurbaşkanlığı Külliyesi", "tr", []),
        ("Başbakanlığı döneminde", "tr", []),
        ("the President", "en", ["president"]),
        ("Vice President", "en", ["vice president"]),
        ("Prime Minister", "en", ["prime minister"]),
        ("Deputy Prime Minister", "en", ["deputy prime minister"]),
        ("Foreign Minister", "en", ["foreign minister"]),
        ("Minister of Foreign Affairs", "en", ["foreign minister"]),
        ("Minister of Foreign Affairs and Trade", "en", ["foreign minister"]),
        ("Deputy Foreign Minister", "en", ["deputy foreign minister"]),
        ("Minister of Trade", "en", ["trade minister"]),
        ("Ministry of Trade", "en", []),
        ("the presidency", "en", []),
    ],
)
def test_an_office_is_read_and_a_ministry_is_none(text, language, expected):
    assert [one.office for one in find_offices(Text(text, language))] == expected


@pytest.mark.parametrize("text", ["Cumhurbaşkanları", "Dışişleri Bakanları", "Başbakanların"])
def test_several_holders_are_marked(text):
    assert [one.plural for one in find_offices(Text(text, "tr"))] == [True]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Yüksek Düzeyli Stratejik İşbirliği Konseyi", "tr", "hlscc"),
        ("Yüksek Düzeyli Stratejik İş Birliği Konseyi'nin", "tr", "hlscc"),
        ("YDSK'nın", "tr", "hlscc"),
        ("High-Level Strategic Cooperation Council", "en", "hlscc"),
        ("High Level Strategic Cooperation Council", "en", "hlscc"),
        ("HLSCC", "en", "hlscc"),
        ("Üst Düzey İşbirliği Konseyi", "tr", "hlcc"),
        ("ÜDİK", "tr", "hlcc"),
        ("Yüksek Düzeyli İşbirliği Konseyi", "tr", "hlcc"),
        ("High-Level Cooperation Council", "en", "hlcc"),
        ("Ortak Stratejik Planlama Grubu", "tr", "jspg"),
        ("OSPG'nin", "tr", "jspg"),
        ("Joint Strategic Planning Group", "en", "jspg"),
        ("Karma Ekonomik Komisyon", "tr", "jec"),
        ("KEK", "tr", "jec"),
        ("Hükümetlerarası Karma Ekonomik Komisyonu", "tr", "jec"),
        ("Joint Economic Commission", "en", "jec"),
        ("Intergovernmental Commission on Economic Cooperation", "en", "jec"),
        ("Joint Turkmen-Uzbek Commission", "en", "jec"),
        ("siyasi istişareler", "tr", "consultations"),
        ("political consultations", "en", "consultations"),
        ("Türk Devletleri Teşkilatı Zirvesi", "tr", "summit"),
        ("Türk Konseyi Zirvesi'nde", "tr", "summit"),
        ("the OTS Summit", "en", "summit"),
        ("the SCO Summit", "en", "summit"),
        ("Bölgelerarası İş birliği Forumu", "tr", "forum"),
        ("Interregional Cooperation Forum", "en", "forum"),
    ],
)
def test_a_body_is_of_its_kind(text, language, kind):
    assert [one.kind for one in find_bodies(Text(text, language))] == [kind]


@pytest.mark.parametrize("text", ["Türk Konseyi", "BM Güvenlik Konseyi", "Bakanlar Kurulu", "Avrupa Konseyi"])
def test_a_body_that_is_no_council_of_two_states_is_none(text):
    assert find_bodies(Text(text, "tr")) == []


def test_an_abbreviation_is_written_out_and_a_name_stays_as_printed():
    text = Text("YDSK'nın; Yüksek Düzeyli Stratejik İş Birliği Konseyi'nin", "tr")
    assert [one.name for one in find_bodies(text)] == [
        "Yüksek Düzeyli Stratejik İşbirliği Konseyi",
        "Yüksek Düzeyli Stratejik İş Birliği Konseyi",
    ]
