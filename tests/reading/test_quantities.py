from decimal import Decimal

import pytest

from relations.reading.quantities import find_amounts

# words, value, unit, qualifier, step (None: exact to the unit)
TURKISH_MONEY = [
    ("625 milyon Doları", "625000000", "USD", "exact", "1000000"),
    ("1,33 milyar Doları", "1330000000", "USD", "exact", "10000000"),
    ("1,96 milyar Dolara", "1960000000", "USD", "exact", "10000000"),
    ("1.7 milyar dolar", "1700000000", "USD", "exact", "100000000"),
    ("8,95 milyar dolar", "8950000000", "USD", "exact", "10000000"),
    ("10 milyar ABD Doları", "10000000000", "USD", "exact", "1000000000"),
    ("10 MİLYAR ABD DOLARI", "10000000000", "USD", "exact", "1000000000"),
    ("10 milyar ABD dolarına", "10000000000", "USD", "exact", "1000000000"),
    ("10 milyar Amerikan doları", "10000000000", "USD", "exact", "1000000000"),
    ("8 milyar 675 milyon dolar", "8675000000", "USD", "exact", "1000000"),
    ("8 milyar 675 milyon 200 bin dolar", "8675200000", "USD", "exact", "1000"),
    ("15 milyar dolarlık", "15000000000", "USD", "exact", "1000000000"),
    ("700 milyon dolar", "700000000", "USD", "exact", "1000000"),
    ("1.018 milyon dolar", "1018000000", "USD", "exact", "1000000"),
    ("1,018 milyar dolar", "1018000000", "USD", "exact", "1000000"),
    ("1.018 milyar dolar", "1018000000", "USD", "exact", "1000000"),
    ("0,905 milyar dolar", "905000000", "USD", "exact", "1000000"),
    ("1.234.567 dolar", "1234567", "USD", "exact", None),
    ("1.234.567,50 dolar", "1234567.5", "USD", "exact", "0.01"),
    ("250 bin dolar", "250000", "USD", "exact", "1000"),
    ("beş milyar dolar", "5000000000", "USD", "exact", "1000000000"),
    ("bir buçuk milyar dolar", "1500000000", "USD", "exact", "100000000"),
    ("yarım milyar dolar", "500000000", "USD", "exact", "100000000"),
    ("3 milyar avro", "3000000000", "EUR", "exact", "1000000000"),
    ("5 milyon TL", "5000000", "TRY", "exact", "1000000"),
    ("5 milyon TL'lik", "5000000", "TRY", "exact", "1000000"),
    ("12 milyar ruble", "12000000000", "RUB", "exact", "1000000000"),
    ("3 milyar tenge", "3000000000", "KZT", "exact", "1000000000"),
    ("5 milyar $", "5000000000", "USD", "exact", "1000000000"),
    ("$5 milyar", "5000000000", "USD", "exact", "1000000000"),
    ("5 milyar USD", "5000000000", "USD", "exact", "1000000000"),
    ("yaklaşık 5,8 milyar dolar", "5800000000", "USD", "about", "100000000"),
    ("takriben 5,8 milyar dolar", "5800000000", "USD", "about", "100000000"),
    ("5 milyar dolar civarında", "5000000000", "USD", "about", "1000000000"),
    ("5 milyar dolar dolayında", "5000000000", "USD", "about", "1000000000"),
    ("21 milyar Doları aşmıştır", "21000000000", "USD", "over", "1000000000"),
    ("21 milyar doları aşan", "21000000000", "USD", "over", "1000000000"),
    ("21 milyar doları aşkın", "21000000000", "USD", "over", "1000000000"),
    ("3 milyar doları geçmiştir", "3000000000", "USD", "over", "1000000000"),
    ("700 milyon Doların üzerindedir", "700000000", "USD", "over", "1000000"),
    ("700 milyon dolar seviyesinin üzerinde", "700000000", "USD", "over", "1000000"),
    ("700 milyon dolar seviyesini aştı", "700000000", "USD", "over", "1000000"),
    ("5 milyar dolardan fazla", "5000000000", "USD", "over", "1000000000"),
    ("5 milyar dolardan daha fazla", "5000000000", "USD", "over", "1000000000"),
    ("en az 5 milyar dolar", "5000000000", "USD", "over", "1000000000"),
    ("5 milyar dolara yakın", "5000000000", "USD", "under", "1000000000"),
    ("5 milyar dolara yaklaştı", "5000000000", "USD", "under", "1000000000"),
    ("neredeyse 5 milyar dolar", "5000000000", "USD", "under", "1000000000"),
    ("5 milyar doların altında", "5000000000", "USD", "under", "1000000000"),
    ("5 milyar dolara ulaştı", "5000000000", "USD", "exact", "1000000000"),
    ("5 milyar doları geçen yıl yakaladı", "5000000000", "USD", "exact", "1000000000"),
    ("5 milyar dolar seviyesinde", "5000000000", "USD", "exact", "1000000000"),
]
ENGLISH_MONEY = [
    ("1.33 billion dollars", "1330000000", "USD", "exact", "10000000"),
    ("1,96 billion Dollars", "1960000000", "USD", "exact", "10000000"),
    ("1.96 BILLION DOLLARS", "1960000000", "USD", "exact", "10000000"),
    ("625 million US dollars", "625000000", "USD", "exact", "1000000"),
    ("625 million U.S. dollars", "625000000", "USD", "exact", "1000000"),
    ("USD 21 billion", "21000000000", "USD", "exact", "1000000000"),
    ("$ 10 billion", "10000000000", "USD", "exact", "1000000000"),
    ("$10 billion", "10000000000", "USD", "exact", "1000000000"),
    ("US$1.33 billion", "1330000000", "USD", "exact", "10000000"),
    ("US $1.33 billion", "1330000000", "USD", "exact", "10000000"),
    ("$1.33bn", "1330000000", "USD", "exact", "10000000"),
    ("$5m", "5000000", "USD", "exact", "1000000"),
    ("$ 5.3 bln", "5300000000", "USD", "exact", "100000000"),
    ("625 mln dollars", "625000000", "USD", "exact", "1000000"),
    ("10 billion USD", "10000000000", "USD", "exact", "1000000000"),
    ("10-billion-dollar", "10000000000", "USD", "exact", "1000000000"),
    ("$10-billion", "10000000000", "USD", "exact", "1000000000"),
    ("8 billion 675 million dollars", "8675000000", "USD", "exact", "1000000"),
    ("1,018 million dollars", "1018000000", "USD", "exact", "1000000"),
    ("1.018 billion dollars", "1018000000", "USD", "exact", "1000000"),
    ("$1,234,567", "1234567", "USD", "exact", None),
    ("$1,234.50", "1234.5", "USD", "exact", "0.01"),
    ("five billion dollars", "5000000000", "USD", "exact", "1000000000"),
    ("$5B", "5000000000", "USD", "exact", "1000000000"),
    ("5 billion (US) dollars", "5000000000", "USD", "exact", "1000000000"),
    ("1 billion 470 million US dollars", "1470000000", "USD", "exact", "1000000"),
    ("$ 2,456.7 million", "2456700000", "USD", "exact", "100000"),
    ("half a billion dollars", "500000000", "USD", "exact", "100000000"),
    ("€3 billion", "3000000000", "EUR", "exact", "1000000000"),
    ("3 billion euros", "3000000000", "EUR", "exact", "1000000000"),
    ("RUB 12 billion", "12000000000", "RUB", "exact", "1000000000"),
    ("12 billion rubles", "12000000000", "RUB", "exact", "1000000000"),
    ("approximately 5.8 billion dollars", "5800000000", "USD", "about", "100000000"),
    ("around $5.8 billion", "5800000000", "USD", "about", "100000000"),
    ("some 5.8 billion dollars", "5800000000", "USD", "about", "100000000"),
    ("more than $5 billion", "5000000000", "USD", "over", "1000000000"),
    ("over 700 million dollars", "700000000", "USD", "over", "1000000"),
    ("exceeded USD 21 billion", "21000000000", "USD", "over", "1000000000"),
    ("exceeding USD 21 billion", "21000000000", "USD", "over", "1000000000"),
    ("at least $5 billion", "5000000000", "USD", "over", "1000000000"),
    ("nearly $4 billion", "4000000000", "USD", "under", "1000000000"),
    ("almost 3.9 billion dollars", "3900000000", "USD", "under", "100000000"),
    ("close to $4 billion", "4000000000", "USD", "under", "1000000000"),
    ("up to $15 billion", "15000000000", "USD", "under", "1000000000"),
]
TURKISH_COUNTS = [
    ("20 iş birliği anlaşması", 20, "agreement", "exact", "anlaşması"),
    ("20 İŞ BİRLİĞİ ANLAŞMASI", 20, "agreement", "exact", "anlaşması"),
    ("20 anlaşmadır", 20, "agreement", "exact", "anlaşmadır"),
    ("20 yeni anlaşma", 20, "agreement", "exact", "anlaşma"),
    ("on iki belge", 12, "agreement", "exact", "belge"),
    ("26 yatırım projesini", 26, "project", "exact", "projesini"),
    ("9 Zirve Toplantısını", 9, "meeting", "exact", "toplantısını"),
    ("3 binden fazla Türk sermayeli şirket", 3000, "company", "over", "şirket"),
    ("23 bin şirket", 23000, "company", "exact", "şirket"),
    ("4 bini aşkın firma", 4000, "company", "over", "firma"),
    ("150’nin üzerinde Kazak şirketi", 150, "company", "over", "şirketi"),
    ("250’ye yakın tamamı Türk sermayeli olan Türk firmaları", 250, "company", "under", "firmaları"),
    ("100 kadar firma", 100, "company", "about", "firma"),
    ("15 binden fazla kişiye", 15000, "person", "over", "kişiye"),
    ("15.000'den fazla kişi", 15000, "person", "over", "kişi"),
    ("üç bin kişiye", 3000, "person", "exact", "kişiye"),
    ("3 bin 500 kişi", 3500, "person", "exact", "kişi"),
    ("bin kişi", 1000, "person", "exact", "kişi"),
    ("yaklaşık 200 Kazak iş adamıyla", 200, "person", "about", "iş adamıyla"),
    ("bin 961 öğrenci", 1961, "student", "exact", "öğrenci"),
    ("1.018 öğrenci", 1018, "student", "exact", "öğrenci"),
    ("yaklaşık 8.000 öğrenci", 8000, "student", "about", "öğrenci"),
    ("iki bin beş yüz öğrenci", 2500, "student", "exact", "öğrenci"),
    ("dört ayrı şehirdeki", 4, "city", "exact", "şehirdeki"),
    ("yüz elli şirket", 150, "company", "exact", "şirket"),
    ("90 maddelik", 90, "item", "exact", "maddelik"),
    ("2,5 milyon ton", 2500000, "item", "exact", "ton"),
    ("2 katına", 2, "times", "exact", "katına"),
    ("20 yılda", 20, "year", "exact", "yılda"),
    ("7 mutabakat zaptı", 7, "agreement", "exact", "mutabakat"),
    ("1.101 proje", 1101, "project", "exact", "proje"),
    ("800'ü aşkın firmayla", 800, "company", "over", "firmayla"),
    ("25'i aşkın belge", 25, "agreement", "over", "belge"),
    ("4,5 milyon Rus turist", 4500000, "person", "exact", "turist"),
    ("1 milyon 250 bin turist", 1250000, "person", "exact", "turist"),
]
ENGLISH_COUNTS = [
    ("20 cooperation agreements", 20, "agreement", "exact", "agreements"),
    ("20 COOPERATION AGREEMENTS", 20, "agreement", "exact", "agreements"),
    ("twelve documents", 12, "agreement", "exact", "documents"),
    ("19 agreements and memoranda", 19, "agreement", "exact", "agreements"),
    ("26 investment projects", 26, "project", "exact", "projects"),
    ("nine summit meetings", 9, "meeting", "exact", "meetings"),
    ("more than 3,000 Turkish companies", 3000, "company", "over", "companies"),
    ("over 4 thousand companies", 4000, "company", "over", "companies"),
    ("3,000+ companies", 3000, "company", "over", "companies"),
    ("some 23 000 companies", 23000, "company", "about", "companies"),
    ("twenty-five companies", 25, "company", "exact", "companies"),
    ("more than 15 people", 15, "person", "over", "people"),
    ("200 Kazakh businessmen", 200, "person", "exact", "businessmen"),
    ("a million people", 1000000, "person", "exact", "people"),
    ("two thousand five hundred people", 2500, "person", "exact", "people"),
    ("Approximately 8,000 students", 8000, "student", "about", "students"),
    ("two hundred and fifty students", 250, "student", "exact", "students"),
    ("four different cities", 4, "city", "exact", "cities"),
    ("90 articles", 90, "item", "exact", "articles"),
    ("three times", 3, "times", "exact", "times"),
]
SHARES = [
    ("%49", "tr", "49", "exact"),
    ("% 49", "tr", "49", "exact"),
    ("yaklaşık %15’ini", "tr", "15", "about"),
    ("%5,3", "tr", "5.3", "exact"),
    ("yüzde 20'lik", "tr", "20", "exact"),
    ("yaklaşık yüzde 20’lik", "tr", "20", "about"),
    ("yüzde yirmi", "tr", "20", "exact"),
    ("YÜZDE 20", "tr", "20", "exact"),
    ("yüzde 30'dan fazla", "tr", "30", "over"),
    ("20 per cent", "en", "20", "exact"),
    ("20 percent", "en", "20", "exact"),
    ("twenty percent", "en", "20", "exact"),
    ("about 20%", "en", "20", "about"),
    ("12.345%", "en", "12.345", "exact"),
    ("more than 5.3 per cent", "en", "5.3", "over"),
]
RANKS = [
    ("17. büyük yatırımcı", "tr", 17),
    ("17'nci büyük yatırımcı", "tr", 17),
    ("4. sırada", "tr", 4),
    ("4'üncü sırada", "tr", 4),
    ("dördüncü sırada", "tr", 4),
    ("ilk sırada", "tr", 1),
    ("en büyük ikinci ticaret ortağı", "tr", 2),
    ("ikinci en büyük ticaret ortağı", "tr", 2),
    ("en fazla ihracat yapılan 5. ülke", "tr", 5),
    ("EN BÜYÜK İKİNCİ TİCARET ORTAĞI", "tr", 2),
    ("17th largest investor", "en", 17),
    ("# 4 position", "en", 4),
    ("#4", "en", 4),
    ("ranks 17th", "en", 17),
    ("ranked fourth", "en", 4),
    ("second largest trading partner", "en", 2),
    ("third-biggest market", "en", 3),
    ("in 4th place", "en", 4),
    ("No. 1 trading partner", "en", 1),
]


def one_of(text, language):
    [found] = find_amounts(text, language)
    return found


@pytest.mark.parametrize(("words", "value", "unit", "qualifier", "step"), TURKISH_MONEY)
def test_turkish_sums_are_read_with_qualifier_and_step(words, value, unit, qualifier, step):
    text = f"Ticaret hacmi {words} oldu."
    found = one_of(text, "tr")
    read = found.quantity
    assert (read.value, read.unit, read.qualifier) == (Decimal(value), unit, qualifier)
    assert read.step == (None if step is None else Decimal(step))
    assert found.kind == "money"
    assert found.span.of(text) in words


@pytest.mark.parametrize(("words", "value", "unit", "qualifier", "step"), ENGLISH_MONEY)
def test_english_sums_are_read_with_qualifier_and_step(words, value, unit, qualifier, step):
    text = f"Trade reached {words} again."
    found = one_of(text, "en")
    read = found.quantity
    assert (read.value, read.unit, read.qualifier) == (Decimal(value), unit, qualifier)
    assert read.step == (None if step is None else Decimal(step))
    assert found.kind == "money"
    assert found.span.of(text) in words


@pytest.mark.parametrize(("words", "value", "unit", "qualifier", "noun"), TURKISH_COUNTS)
def test_turkish_counts_name_what_they_count(words, value, unit, qualifier, noun):
    text = f"Bugüne dek toplamda {words}."
    found = one_of(text, "tr")
    assert (found.quantity.value, found.quantity.unit, found.quantity.qualifier) == (value, unit, qualifier)
    assert (found.kind, found.noun) == ("count", noun)


@pytest.mark.parametrize(("words", "value", "unit", "qualifier", "noun"), ENGLISH_COUNTS)
def test_english_counts_name_what_they_count(words, value, unit, qualifier, noun):
    found = one_of(f"There were {words}.", "en")
    assert (found.quantity.value, found.quantity.unit, found.quantity.qualifier) == (value, unit, qualifier)
    assert (found.kind, found.noun) == ("count", noun)


@pytest.mark.parametrize(("words", "language", "value", "qualifier"), SHARES)
def test_shares_are_read(words, language, value, qualifier):
    found = one_of(words, language)
    assert (found.kind, found.quantity.unit, found.quantity.qualifier) == ("percent", "percent", qualifier)
    assert found.quantity.value == Decimal(value)


@pytest.mark.parametrize(("words", "language", "value"), RANKS)
def test_ranks_are_read(words, language, value):
    [found] = [one for one in find_amounts(words, language) if one.kind == "rank"]
    assert (found.quantity.value, found.quantity.unit, found.rule) == (value, "rank", "rank")


@pytest.mark.parametrize(
    ("text", "language", "sums"),
    [
        ("1,2 ve 1,5 milyar dolar", "tr", [("1.2e9", "USD"), ("1.5e9", "USD")]),
        ("sırasıyla 800 ve 950 milyon dolar", "tr", [("8e8", "USD"), ("9.5e8", "USD")]),
        ("5-10 milyar dolar", "tr", [("5e9", "USD"), ("1e10", "USD")]),
        ("5 ila 10 milyar dolar", "tr", [("5e9", "USD"), ("1e10", "USD")]),
        ("5 milyar ve 10 milyar avro", "tr", [("5e9", "EUR"), ("1e10", "EUR")]),
        ("5 to 10 billion dollars", "en", [("5e9", "USD"), ("1e10", "USD")]),
        ("between 5 and 10 billion US dollars", "en", [("5e9", "USD"), ("1e10", "USD")]),
        ("$5-10 billion", "en", [("5e9", "USD"), ("1e10", "USD")]),
        ("$3 to 4 billion", "en", [("3e9", "USD"), ("4e9", "USD")]),
        ("from $5 billion to $10 billion", "en", [("5e9", "USD"), ("1e10", "USD")]),
        ("yüzde 5 ila 10", "tr", [("5", "percent"), ("10", "percent")]),
        ("5 or 6 percent", "en", [("5", "percent"), ("6", "percent")]),
        ("exports of 1.2 billion and imports of 1.5 billion dollars", "en", [("1.2e9", "USD"), ("1.5e9", "USD")]),
        ("27 milyar dolara ulaştı; bunu 30 milyara çıkarmak", "tr", [("27e9", "USD"), ("30e9", "USD")]),
        (
            "3 milyar doları geçti. Hedef 5 milyar, sonra 10 milyara",
            "tr",
            [("3e9", "USD"), ("5e9", "USD"), ("1e10", "USD")],
        ),
        ("3,2 milyar dolar ihracat, 1,8 milyar ithalat", "tr", [("3.2e9", "USD"), ("1.8e9", "USD")]),
        ("2022'de 19,1, 2023'te 24,2 milyar dolar", "tr", [("19.1e9", "USD"), ("24.2e9", "USD")]),
        ("19.1 in 2022 and 24.2 billion dollars in 2023", "en", [("19.1e9", "USD"), ("24.2e9", "USD")]),
        ("20 anlaşma ve 5 milyar dolar", "tr", [("20", "agreement"), ("5e9", "USD")]),
        ("in 2016 and 1.5 billion dollars", "en", [("1.5e9", "USD")]),
    ],
)
def test_what_is_said_once_stands_for_both(text, language, sums):
    found = [(one.quantity.value, one.quantity.unit) for one in find_amounts(text, language)]
    assert found == [(Decimal(value), unit) for value, unit in sums]


def test_a_verb_after_two_objects_qualifies_both():
    text = "Rus yatırımları 24 milyar doları, Kazak yatırımları ise 8,5 milyar doları aştı."
    assert [one.quantity.qualifier for one in find_amounts(text, "tr")] == ["over", "over"]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("(milyon dolar) Yıl İhracat İthalat 2014 977 1.018 2015 750 1.109,5", "tr", [977, 1018, 750, "1109.5"]),
        ("Dış ticaret (milyon ABD doları): 2014 977 1.018", "tr", [977, 1018]),
        ("Trade (USD million) Year Exports Imports 2014 977 1,018 2015 750.5 1,109", "en", [977, 1018, "750.5", 1109]),
        ("(in millions of US dollars) 2014 977 -268", "en", [977, -268]),
    ],
)
def test_a_table_takes_currency_and_magnitude_from_its_heading(text, language, values):
    found = find_amounts(text, language)
    assert [one.quantity.value for one in found] == [Decimal(value) * 10**6 for value in values]
    assert {(one.quantity.unit, one.rule) for one in found} == {("USD", "table")}


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Öğrenci Sayısı: Erkek Kadın Toplam 2015-2016 1092 894 1986 2016-2017 1048 967 2015", "tr", "student"),
        ("The number of Kazakh students: 2015-2016 1092 894 1986 2016-2017 1048 967 2015", "en", "student"),
        ("Şirket sayısı 2015 1092 894 1986 2016 1048 967 2015", "tr", "company"),
    ],
)
def test_rows_of_years_take_what_is_counted_from_their_heading(text, language, unit):
    found = find_amounts(text, language)
    assert [one.quantity.value for one in found] == [1092, 894, 1986, 1048, 967, 2015]
    assert {(one.quantity.unit, one.rule) for one in found} == {(unit, "table")}


def test_a_table_ends_where_prose_goes_on():
    text = "(milyon dolar) 2014 977 1.018. İki ülke arasındaki ilişkiler gelişmeye devam ediyor ve 26 proje var."
    assert [one.rule for one in find_amounts(text, "tr")] == ["table", "table", "count"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("29 Temmuz 2025'te", "tr"),
        ("2025 yılının ilk 11 ayında", "tr"),
        ("2023-2024 eğitim öğretim yılı", "tr"),
        ("1990'ların başında", "tr"),
        ("ilk 10'da", "tr"),
        ("24/7 ve 2+2 ve 5+1", "tr"),
        ("G20, S-400, F-16, TF-X, A400M", "tr"),
        ("saat 13:18'de, saat 10.00'da", "tr"),
        ("madde 5 ve sayfa 12", "tr"),
        ("2231 sayılı karar", "tr"),
        ("+90 312 292 10 00", "tr"),
        ("Tel: (0312) 292 10 00", "tr"),
        ("doi: 10.53791/imgelem.1480702", "tr"),
        ("https://liter.kz/2019/500", "tr"),
        ("8. toplantısı, 8'inci dönem", "tr"),
        ("Muhammed bin Selman", "tr"),
        ("iki ülke, iki taraf", "tr"),
        ("Dokuz Eylül Üniversitesi", "tr"),
        ("yüzyılın en büyük projesi", "tr"),
        ("on the 8th meeting of 12 May 2022", "en"),
        ("COVID-19, the G20 and 24/7", "en"),
        ("Article 5 and pages 12-20", "en"),
        ("Resolution 2231", "en"),
        ("one of the largest partners", "en"),
        ("a fifth of its trade", "en"),
        ("the two countries", "en"),
        ("the February 6 earthquakes", "en"),
        ("hundreds of millions of dollars", "en"),
        ("a two-day visit", "en"),
        ("milyarlarca dolar, binlerce kişi", "tr"),
        ("yüz yüze görüşme", "tr"),
        ("Article 2 b and 5 m high", "en"),
        ("version 1.5 of the plan", "en"),
        ("iki günlük ziyaret", "tr"),
        ("15.00'te başlayan toplantı", "tr"),
        ("ilk beş ticaret ortağından biri", "tr"),
        ("at 13:18", "en"),
    ],
)
def test_what_is_no_amount_is_left_alone(text, language):
    assert find_amounts(text, language) == []


def test_the_largest_partner_is_a_superlative_and_one_of_them_is_not():
    assert [one.rule for one in find_amounts("Orta Asya'daki en büyük ticaret ortağı", "tr")] == ["superlative"]
    assert [one.rule for one in find_amounts("en büyük ticaret ortaklarından biri", "tr")] == []
    assert [one.rule for one in find_amounts("ABD'den sonra en büyük yabancı yatırımcı", "tr")] == []
    assert [one.rule for one in find_amounts("the largest trading partner", "en")] == ["superlative"]


def test_a_sum_without_any_currency_keeps_its_value():
    [found] = find_amounts("1,33 milyar", "tr")
    assert (found.quantity.value, found.quantity.unit, found.rule) == (Decimal("1.33e9"), "item", "number")


def test_an_amount_is_found_once():
    text = "625 milyon Doları ihracatımız, 1,33 milyar Doları ithalatımız ve toplam 1,96 milyar Dolara ulaştı."
    found = find_amounts(text, "tr")
    assert [one.span.of(text) for one in found] == ["625 milyon Dolar", "1,33 milyar Dolar", "1,96 milyar Dolar"]
