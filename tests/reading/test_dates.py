from datetime import date

import pytest

from relations.dates import bounds
from relations.reading.dates import find_dates

PUBLISHED = date(2026, 2, 1)  # a Sunday

TURKISH = [
    # days
    ("29 Temmuz 2025'te", "2025-07-29"),
    ("29 Temmuz 2025’te", "2025-07-29"),
    ("29 TEMMUZ 2025'TE", "2025-07-29"),
    ("1 MAYIS 1992", "1992-05-01"),
    ("13 Haziran 1995’de", "1995-06-13"),
    ("5 Mayıs 2022 Perşembe günü", "2022-05-05"),
    ("5 Mayıs 2022 (Perşembe)", "2022-05-05"),
    ("18 Nisan 2011 tarihinde", "2011-04-18"),
    ("31 Mart 2021 tarihli", "2021-03-31"),
    ("2 Şub 2026", "2026-02-02"),
    ("02.02.2026", "2026-02-02"),
    ("2.2.2026 tarihinde", "2026-02-02"),
    ("02/02/2026", "2026-02-02"),
    ("2026-02-02", "2026-02-02"),
    ("2025 yılının 29 Temmuz günü", "2025-07-29"),
    ("2012 yılı Ekim ayının 11'inde", "2012-10-11"),
    ("29 Ağustos 2024'teki", "2024-08-29"),
    ("8 Subat 1992'de", "1992-02-08"),
    ("29 Şubat 2024", "2024-02-29"),
    # ranges of days
    ("12-13 Mayıs 2022 tarihlerinde", "2022-05-12/2022-05-13"),
    ("12–13 Mayıs 2022", "2022-05-12/2022-05-13"),
    ("11 - 12 Ekim 2012", "2012-10-11/2012-10-12"),
    ("12-13 MAYIS 2022", "2022-05-12/2022-05-13"),
    ("12 ve 13 Mayıs 2022 tarihlerinde", "2022-05-12/2022-05-13"),
    ("21-24 Ekim 2009 tarihleri arasında", "2009-10-21/2009-10-24"),
    ("21 ile 24 Ekim 2009 tarihleri arasında", "2009-10-21/2009-10-24"),
    ("30 Mayıs-2 Haziran 2023", "2023-05-30/2023-06-02"),
    ("29 Nisan-1 Mayıs 2018", "2018-04-29/2018-05-01"),
    ("29 Nisan 2018 - 1 Mayıs 2018", "2018-04-29/2018-05-01"),
    ("30 Aralık 2022-2 Ocak 2023", "2022-12-30/2023-01-02"),
    ("30 Aralık-2 Ocak 2023", "2022-12-30/2023-01-02"),
    ("5 Mart'tan 7 Mart 2020'ye kadar", "2020-03-05/2020-03-07"),
    ("02.02.2026-04.02.2026", "2026-02-02/2026-02-04"),
    # months
    ("Ekim 2009'da", "2009-10"),
    ("EKİM 2009'DA", "2009-10"),
    ("KASIM 2010'DA", "2010-11"),
    ("ARALIK 2024", "2024-12"),
    ("2009 Ekim ayında", "2009-10"),
    ("2009 yılı Ekim ayında", "2009-10"),
    ("2009 yılının Ekim ayında", "2009-10"),
    ("2009 Ekim'inde", "2009-10"),
    ("Mayıs 2012’deki", "2012-05"),
    ("Mayıs ayı 2012", "2012-05"),
    ("Aralık 2022-Ocak 2023", "2022-12/2023-01"),
    ("Ocak-Kasım 2025", "2025-01/2025-11"),
    ("Ocak–Kasım 2025 döneminde", "2025-01/2025-11"),
    ("2025 Ocak-Kasım döneminde", "2025-01/2025-11"),
    ("2025 yılının Ocak-Kasım döneminde", "2025-01/2025-11"),
    ("2025 yılı Ocak-Eylül döneminde", "2025-01/2025-09"),
    # parts of years
    ("2025 yılının ilk 11 ayında", "2025-01/2025-11"),
    ("2025'in ilk 11 ayında", "2025-01/2025-11"),
    ("2025 yılı ilk 11 ay", "2025-01/2025-11"),
    ("2025 yılının ilk on bir ayında", "2025-01/2025-11"),
    ("2025 yılının ilk on ayında", "2025-01/2025-10"),
    ("2025 yılının 9 ayında", "2025-01/2025-09"),
    ("2024 yılının ilk yarısında", "2024-01/2024-06"),
    ("2024'ün ikinci yarısında", "2024-07/2024-12"),
    ("2024 yılının ilk çeyreğinde", "2024-01/2024-03"),
    ("2024'ün üçüncü çeyreğinde", "2024-07/2024-09"),
    ("2024 yılının son çeyreğinde", "2024-10/2024-12"),
    ("2024 yazında", "2024-22"),
    ("2024 sonbaharında", "2024-23"),
    ("2024 yılının ilk üç çeyreğinde", "2024-01/2024-09"),
    ("Ağustos 2020–Mart 2021", "2020-08/2021-03"),
    ("2023 Şubat'ında", "2023-02"),
    # years
    ("2012 yılında", "2012"),
    ("2012 YILINDA", "2012"),
    ("2002 senesinde", "2002"),
    ("2018'den", "2018"),
    ("2017 yılı itibariyle", "2017"),
    ("2025 itibarıyla", "2025"),
    ("2016 yılı sonu itibarıyla", "2016"),
    ("2024 sonunda", "2024"),
    ("2018 yılı içerisinde", "2018"),
    ("2030'a kadar", "2030"),
    ("2017 yılı verilerine göre", "2017"),
    ("2023-2024 eğitim öğretim yılı", "2023/2024"),
    ("2023-2024 eğitim-öğretim yılında", "2023/2024"),
    ("2023/2024 öğretim yılı", "2023/2024"),
    ("2023-24 akademik yılı", "2023/2024"),
    ("2014-2020 yılları arasında", "2014/2020"),
    ("2014 ile 2020 yılları arasında", "2014/2020"),
    ("2014 ve 2020 yılları arasında", "2014/2020"),
    ("2014'ten 2020'ye kadar", "2014/2020"),
    ("2024-2026 Ortak Eylem Planı", "2024/2026"),
    ("1990'ların başında", "199X"),
    ("1990’lı yıllarda", "199X"),
    ("90'lı yıllarda", "199X"),
    ("2000'li yılların başından", "200X"),
    ("XX. yüzyılın sonundan", "19XX"),
    ("20. yüzyılda", "19XX"),
    # open starts
    ("1992'den bu yana", "1992/.."),
    ("2010 yılından bu yana", "2010/.."),
    ("2010 yılından beri", "2010/.."),
    ("Ekim 2009'dan itibaren", "2009-10/.."),
    ("20-21 Ekim 2011 tarihinden itibaren", "2011-10-20/.."),
]
ENGLISH = [
    ("12 May 2022", "2022-05-12"),
    ("14 November 2024, Thursday", "2024-11-14"),
    ("first three quarters of 2024", "2024-01/2024-09"),
    ("May 17 to 20, 2023", "2023-05-17/2023-05-20"),
    ("From 5 to 7 February 2025", "2025-02-05/2025-02-07"),
    ("26th of April 2013", "2013-04-26"),
    ("late 2023", "2023"),
    ("1st quarter of 2022", "2022-01/2022-03"),
    ("May 12, 2022", "2022-05-12"),
    ("MAY 12, 2022", "2022-05-12"),
    ("May 12 2022", "2022-05-12"),
    ("12th May 2022", "2022-05-12"),
    ("12th of May, 2022", "2022-05-12"),
    ("Thursday, 12 May 2022", "2022-05-12"),
    ("Thursday, May 12, 2022", "2022-05-12"),
    ("2 Feb 2026", "2026-02-02"),
    ("Feb. 2, 2026", "2026-02-02"),
    ("Sept. 18, 2022", "2022-09-18"),
    ("02.02.2026", "2026-02-02"),
    ("29/07/2025", "2025-07-29"),
    ("2025-07-29", "2025-07-29"),
    ("October 12-13, 2022", "2022-10-12/2022-10-13"),
    ("12–13 October 2022", "2022-10-12/2022-10-13"),
    ("12 to 13 October 2022", "2022-10-12/2022-10-13"),
    ("from 12 to 13 October 2022", "2022-10-12/2022-10-13"),
    ("12 and 13 October 2022", "2022-10-12/2022-10-13"),
    ("between 12 and 19 October 2022", "2022-10-12/2022-10-19"),
    ("October 12 and 13, 2022", "2022-10-12/2022-10-13"),
    ("May 30 to June 2, 2023", "2023-05-30/2023-06-02"),
    ("May 30-June 2, 2023", "2023-05-30/2023-06-02"),
    ("30 May - 2 June 2023", "2023-05-30/2023-06-02"),
    ("30 May until 2 June 2023", "2023-05-30/2023-06-02"),
    ("November 30, 2022 - January 2, 2023", "2022-11-30/2023-01-02"),
    ("30 December - 2 January 2023", "2022-12-30/2023-01-02"),
    ("October 2009", "2009-10"),
    ("OCTOBER 2009", "2009-10"),
    ("October of 2009", "2009-10"),
    ("May, 2012", "2012-05"),
    ("December 2022-January 2023", "2022-12/2023-01"),
    ("January-November 2025", "2025-01/2025-11"),
    ("January to November 2025", "2025-01/2025-11"),
    ("between January and November 2025", "2025-01/2025-11"),
    ("January–November of 2025", "2025-01/2025-11"),
    ("first 11 months of 2025", "2025-01/2025-11"),
    ("first eleven months of 2025", "2025-01/2025-11"),
    ("9 months of 2024", "2024-01/2024-09"),
    ("first half of 2024", "2024-01/2024-06"),
    ("second half of 2024", "2024-07/2024-12"),
    ("first quarter of 2024", "2024-01/2024-03"),
    ("third quarter of 2024", "2024-07/2024-09"),
    ("Q1 2024", "2024-01/2024-03"),
    ("H1 2024", "2024-01/2024-06"),
    ("summer of 2024", "2024-22"),
    ("2016", "2016"),
    ("as of 2017", "2017"),
    ("end of 2023", "2023"),
    ("mid-2024", "2024"),
    ("early 2024", "2024"),
    ("between 2014 and 2020", "2014/2020"),
    ("from 2014 to 2020", "2014/2020"),
    ("2023-2024 academic year", "2023/2024"),
    ("2023/24 academic year", "2023/2024"),
    ("2021-2025", "2021/2025"),
    ("early 1990s", "199X"),
    ("the late 1990s", "199X"),
    ("20th century", "19XX"),
]
TURKISH_INFERRED = [
    ("geçen yıl", "2025"),
    ("geçtiğimiz yıl", "2025"),
    ("Geçen yılın", "2025"),
    ("bu yıl", "2026"),
    ("gelecek yıl", "2027"),
    ("önümüzdeki yıl", "2027"),
    ("yarın", "2026-02-02"),
    ("dün", "2026-01-31"),
    ("bugün", "2026-02-01"),
    ("BUGÜN", "2026-02-01"),
    ("geçen ay", "2026-01"),
    ("gelecek hafta", "2026-02-02/2026-02-08"),
    ("Pazartesi günü", "2026-01-26"),
    ("3 yıl önce", "2023"),
    ("yılın ilk 9 ayında", "2025-01/2025-09"),
    ("bu yılın ilk 9 ayında", "2026-01/2026-09"),
    ("geçen yılın ilk 11 ayında", "2025-01/2025-11"),
    ("geçen yılın Temmuz ayında", "2025-07"),
    ("gelecek yılın Eylül ayında", "2027-09"),
    ("geçen yıl 29 Temmuz'da", "2025-07-29"),
    ("geçen yılın 29 Temmuz'unda", "2025-07-29"),
    ("12 Mayıs", "2025-05-12"),
    ("30 Ocak'ta", "2026-01-30"),
    ("17 Mart'ta", "2025-03-17"),
    ("9 Şubat'ta", "2026-02-09"),
    ("17 Mart Pazartesi günü", "2025-03-17"),
    ("17 Mart Salı günü", "2026-03-17"),
    ("Kasım ayında", "2025-11"),
    ("yıl sonuna", "2026"),
]
ENGLISH_INFERRED = [
    ("last year", "2025"),
    ("this year", "2026"),
    ("next year", "2027"),
    ("tomorrow", "2026-02-02"),
    ("yesterday", "2026-01-31"),
    ("today", "2026-02-01"),
    ("next week", "2026-02-02/2026-02-08"),
    ("last month", "2026-01"),
    ("on Monday", "2026-01-26"),
    ("next Monday", "2026-02-02"),
    ("last Friday", "2026-01-30"),
    ("July 29 of last year", "2025-07-29"),
    ("29 July last year", "2025-07-29"),
    ("July last year", "2025-07"),
    ("last July", "2025-07"),
    ("next May", "2026-05"),
    ("Thursday", "2026-01-29"),
    ("end of last year", "2025"),
    ("first 11 months of last year", "2025-01/2025-11"),
    ("first nine months of this year", "2026-01/2026-09"),
    ("first nine months of the year", "2025-01/2025-09"),
    ("first quarter", "2025-01/2025-03"),
    ("three years ago", "2023"),
    ("May 12", "2025-05-12"),
    ("Friday, 30 January", "2026-01-30"),
    ("Monday, March 17", "2025-03-17"),
    ("Tuesday, March 17", "2026-03-17"),
    ("January-September", "2025-01/2025-09"),
]


def said(text, language, published=PUBLISHED):
    return [(found.span.of(text), found.edtf, found.inferred) for found in find_dates(text, language, published)]


@pytest.mark.parametrize(("words", "edtf"), TURKISH)
def test_a_turkish_date_is_read_where_it_stands(words, edtf):
    text = f"Görüşme, {words} Ankara’da yapıldı."
    [(place, found, inferred)] = said(text, "tr")
    assert (found, inferred) == (edtf, False)
    assert place in words


@pytest.mark.parametrize(("words", "edtf"), ENGLISH)
def test_an_english_date_is_read_where_it_stands(words, edtf):
    text = f"The ministers met in Astana in {words} at length."
    [(place, found, inferred)] = said(text, "en")
    assert (found, inferred) == (edtf, False)
    assert place in f"in {words}"


@pytest.mark.parametrize(("words", "edtf"), TURKISH_INFERRED)
def test_a_turkish_date_is_counted_from_publication(words, edtf):
    [(_, found, inferred)] = said(f"Toplantı, {words} Ankara’da yapıldı.", "tr")
    assert (found, inferred) == (edtf, True)


@pytest.mark.parametrize(("words", "edtf"), ENGLISH_INFERRED)
def test_an_english_date_is_counted_from_publication(words, edtf):
    [(_, found, inferred)] = said(f"The ministers met {words} at length.", "en")
    assert (found, inferred) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Toplantı Pazartesi günü Ankara’da yapılacak.", "tr", "2026-02-02"),
        ("Toplantı 12 Mayıs’ta yapılacak.", "tr", "2026-05-12"),
        ("Zirvenin Ekim ayında düzenlenmesi planlanıyor.", "tr", "2026-10"),
        ("The council will meet on Wednesday.", "en", "2026-02-04"),
        ("The council is expected to convene in May.", "en", "2026-05"),
    ],
)
def test_what_is_still_to_come_is_looked_for_ahead(text, language, edtf):
    assert [found for _, found, _ in said(text, language)] == [edtf]


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("14-15 Mart 1991’de geldi. Aynı yılın Eylül ayında gitti.", "tr", ["1991-03-14/1991-03-15", "1991-09"]),
        ("2012’de imzalandı; 12 Mayıs’ta yürürlüğe girdi.", "tr", ["2012", "2012-05-12"]),
        ("Mayıs 2012’de kuruldu. İlk toplantı 11 Ekim’de yapıldı.", "tr", ["2012-05", "2012-10-11"]),
        ("2019’da imzalandı. Ertesi yıl onaylandı.", "tr", ["2019", "2020"]),
        ("It was founded in 2012. The following year it met.", "en", ["2012", "2013"]),
        ("They met in May 2012 and again on 11 October.", "en", ["2012-05", "2012-10-11"]),
        ("4 ve 28 Mayıs 2022’de görüştüler.", "tr", ["2022-05-04", "2022-05-28"]),
        ("28 Temmuz 1995 ve 4 Mart 1997 tarihinde", "tr", ["1995-07-28", "1997-03-04"]),
        ("2019 ve 2022 yıllarında", "tr", ["2019", "2022"]),
    ],
)
def test_a_year_stays_in_force_without_a_day_of_publication(text, language, dates):
    assert [found for _, found, _ in said(text, language, None)] == dates


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Geçen yıl 27 milyar dolara ulaştı.", "tr"),
        ("Yarın Ankara’da yapılacak.", "tr"),
        ("12 Mayıs’ta görüştüler.", "tr"),
        ("Aynı yılın Eylül ayında", "tr"),
        ("Last year it grew.", "en"),
        ("They met on Monday.", "en"),
        ("They met on May 12.", "en"),
    ],
)
def test_what_an_undated_text_leaves_open_stays_open(text, language):
    assert [(found, inferred) for _, found, inferred in said(text, language, None)] == [("", True)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("24/7 hizmet", "tr"),
        ("G20 ülkeleri", "tr"),
        ("2+2 toplantısı", "tr"),
        ("2231 sayılı karar", "tr"),
        ("1973 sayılı BMGK kararı", "tr"),
        ("Kanun No. 1950", "tr"),
        ("2000 kişi katıldı", "tr"),
        ("2000'den fazla öğrenci", "tr"),
        ("2000'e yakın Türk firması", "tr"),
        ("yaklaşık 2000 Türk şirketi", "tr"),
        ("90 maddelik bildiri", "tr"),
        ("madde 5, bent 3", "tr"),
        ("Kasım Cömert Tokayev", "tr"),
        ("her geçen yıl artan", "tr"),
        ("6 Şubat depremlerinin ardından", "tr"),
        ("the February 6 earthquakes", "en"),
        ("önümüzdeki yıllarda", "tr"),
        ("dünya ve bugüne kadar", "tr"),
        ("mart kuşu, ocak başı", "tr"),
        ("saat 13:18'de", "tr"),
        ("%2000 arttı", "tr"),
        ("(Aydın 2004; Sinkaya 2005: 12)", "tr"),
        ("https://liter.kz/2019/05/18/ adresinde", "tr"),
        ("Tel: 0312 292 10 00", "tr"),
        ("10.53791/imgelem.2024", "tr"),
        ("open 24/7", "en"),
        ("the G20 and the 2+2 format", "en"),
        ("it may 2000 people", "en"),
        ("they marched and may meet", "en"),
        ("Resolution 2024 of the council", "en"),
        ("more than 2000 Turkish companies", "en"),
        ("2000 people attended", "en"),
        ("USD 2000 and $2015", "en"),
        ("Article 5 of Law No. 1950", "en"),
        ("pages 1990 to", "en"),
        ("(Nye 2008: 95)", "en"),
    ],
)
def test_what_is_no_date_is_left_alone(text, language):
    assert said(text, language) == []


@pytest.mark.parametrize("text", ["31 Nisan'da", "30 Şubat'ta", "45 Mayıs"])
def test_a_day_that_the_calendar_lacks_is_no_day(text):
    assert all("-04-3" not in found and "-02-30" not in found for _, found, _ in said(text, "tr"))


def test_a_cell_of_a_table_is_no_year_though_it_looks_like_one():
    text = "Toplam 2015-2016 1092 894 1986 2016-2017 1048 967 2015 2017-2018 1051 1014 2065"
    assert [found for _, found, _ in said(text, "tr")] == ["2015/2016", "2016/2017", "2017/2018"]


def test_day_and_month_that_could_change_places_stay_open_in_english():
    assert [found for _, found, _ in said("signed 02/03/2026", "en")] == ["2026"]


@pytest.mark.parametrize(("language", "table"), [("tr", TURKISH), ("en", ENGLISH)])
def test_every_date_that_is_read_is_edtf(language, table):
    for _, edtf in table:
        assert bounds(edtf).earliest


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2023'e göre %12 arttı", "tr"),
        ("bir önceki yıla göre arttı", "tr"),
        ("geçen yılın aynı dönemine göre arttı", "tr"),
        ("2023 yılına kıyasla azaldı", "tr"),
        ("12% more than in 2023", "en"),
        ("an increase compared to 2023", "en"),
        ("up compared with the same period of last year", "en"),
    ],
)
def test_a_date_that_is_only_compared_with_says_so(text, language):
    assert [one.rule for one in find_dates(text, language, PUBLISHED)] == ["comparison"]


def test_dates_come_in_order_and_apart():
    text = "2009 Ekim ayında, 11-12 Ekim 2012 tarihlerinde, 2016 yılında ve 02.02.2026'da"
    found = find_dates(text, "tr")
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(not one.span.overlaps(other.span) for one in found for other in found if one is not other)
    assert len(found) == 4
