"""Whether a claim's value is read again from its words: each kind of value, both languages, and near misses."""

from decimal import Decimal

import pytest

from relations.curation.reread import WORDS
from relations.curation.vocabulary import is_value
from relations.reading.phrases import data
from relations.views.evidence import VOCABULARIES

from .small_world import STORY, TOLD, is_same

PRINTED_DATES = [
    ("Konsey 11-12 Ekim 2012 tarihlerinde toplandı.", "11-12 Ekim 2012", "2012-10-11/2012-10-12", "2012-10-11"),
    ("The council met on 11-12 October 2012.", "11-12 October 2012", "2012-10-11/2012-10-12", "2012-10-12"),
    ("İki ülke 2009 Ekim ayında anlaştı.", "2009 Ekim ayında", "2009-10", "2009"),
    ("The pact was signed in October 2009.", "in October 2009", "2009-10", "2009-11"),
    ("2025 yılının ilk 11 ayında ticaret büyüdü.", "2025 yılının ilk 11 ayında", "2025-01/2025-11", "2025-01/2025-12"),
    ("1990’ların başında öğrenciler geldi.", "1990’ların başında", "199X", "1990"),
    ("Şirket 1996 yılından bu yana çalışıyor.", "1996 yılından bu yana", "1996", "1997"),
    ("Şirket 2010 yılından bu yana çalışıyor.", "2010 yılından bu yana", "2010/..", "2011/.."),
    ("2014-2015 öğretim yılında sayı arttı.", "2014-2015", "2014/2015", "2014"),
]


@pytest.mark.parametrize(("text", "evidence", "says", "wrong"), PRINTED_DATES)
def test_a_date_is_what_its_words_say(text, evidence, says, wrong):
    assert is_same(text, "date", says, evidence)
    assert not is_same(text, "date", wrong, evidence)


@pytest.mark.parametrize("evidence", ["2 Ekim 2012", "12 Ekim 2012", "Ekim 201"])
def test_words_cut_out_of_a_longer_date_say_nothing(evidence):
    assert not is_same("11-12 Ekim 2012 tarihinde geldi.", "date", "2012-10-12", evidence)


@pytest.mark.parametrize("field", ["period", "in_force", "deadline"])
def test_every_field_that_holds_a_date_is_read_as_one(field):
    assert is_same("Program 2021-2025 yıllarını kapsıyor.", field, "2021/2025", "2021-2025")
    assert not is_same("Program 2021-2025 yıllarını kapsıyor.", field, "2021", "2021-2025")


VALUES = [
    ("İthalat 1,33 milyar Dolar oldu.", "1,33 milyar Dolar", "USD", "1330000000", "", "10000000"),
    ("Trade reached 1.33 billion Dollars.", "1.33 billion Dollars", "USD", "1330000000", "", "10000000"),
    ("Yatırım 21 milyar Doları aşmıştır.", "21 milyar Doları aşmıştır", "USD", "21000000000", "over", "1000000000"),
    ("Investment exceeded USD 21 billion.", "exceeded USD 21 billion", "USD", "21000000000", "over", "1000000000"),
    ("Yatırım 700 milyon Dolar oldu.", "700 milyon Dolar", "USD", "700000000", "", "100000000"),
    ("Yatırım 700 milyon Dolar oldu.", "700 milyon Dolar", "USD", "700000000", "", "1000000"),
    ("Toplam 15 binden fazla kişiye iş verildi.", "15 binden fazla kişiye", "person", "15000", "over", "1000"),
    ("Firms employ more than 15 people there.", "more than 15 people", "person", "15", "over", "1"),
    ("Türkiye yatırımcılar arasında 17. sırada yer alıyor.", "17. sırada", "rank", "17", "", None),
    ("Turkey is the 17th largest investor.", "17th largest investor", "rank", "17", "", None),
    ("Payı yüzde 20’lik orandır.", "yüzde 20’lik", "percent", "20", "", None),
]


@pytest.mark.parametrize(("text", "evidence", "unit", "says", "qualifier", "step"), VALUES)
def test_a_value_is_what_its_words_say(text, evidence, unit, says, qualifier, step):
    claim = {"evidence": evidence, "record": unit, "qualifier": qualifier, "step": Decimal(step) if step else None}
    assert is_same(text, "value", says, **claim)
    assert not is_same(text, "value", str(int(says) * 10), **claim)
    assert not is_same(text, "value", says, **(claim | {"qualifier": "about"}))
    assert not is_same(text, "value", says, **(claim | {"step": Decimal(10) ** 11}))


def test_fifteen_is_not_fifteen_thousand():
    assert not is_same(
        "15 binden fazla kişiye iş verildi.", "value", "15", "15 binden fazla", "person", qualifier="over"
    )


def test_dollars_are_not_euros():
    assert not is_same("Trade reached 2 billion dollars.", "value", "2000000000", "2 billion dollars", "EUR")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Hedefimiz ticareti 10 milyar Dolara çıkarmaktır.", "10 milyar Dolara"),
        ("Our goal is $ 10 billion.", "$ 10 billion"),
    ],
)
def test_a_goal_is_planned_and_never_a_fact(text, evidence):
    claim = {"evidence": evidence, "record": "USD", "step": Decimal(10**9)}
    assert is_same(text, "value", "10000000000", qualifier="planned", **claim)
    assert not is_same(text, "value", "10000000000", **claim)


def test_what_is_no_goal_is_not_planned():
    assert not is_same(
        "Trade reached $ 10 billion.", "value", "10000000000", "$ 10 billion", "USD", qualifier="planned"
    )


TABLE = "Yıl Erkek Kadın Toplam\n2014-2015 990 809 1799\n2015-2016 1092 894 1986"
COLUMNS = (
    ("person", "date", "2015/2016", "2015-2016"),
    ("person", "breakdown", "female", "Kadın"),
    ("company", "breakdown", "male", "Erkek"),
    ("rank", "date", "2015/2016", "2015-2016"),
)


@pytest.mark.parametrize(
    ("record", "number", "says", "same"),
    [
        ("person", "894", "894", True),
        ("person", "894", "1092", False),
        ("person", "1092", "1092", False),  # the other column
        ("person", "1986", "1986", False),
        ("person", "809", "809", False),  # the other row
        ("person", "89", "89", False),  # part of a cell
        ("rank", "1986", "1986", True),  # no breakdown: the column after them
        ("rank", "894", "894", False),
    ],
)
def test_a_cell_of_a_table_is_the_number_in_its_own_row_and_column(record, number, says, same):
    assert is_same(TABLE, "value", says, number, record, others=COLUMNS) == same


@pytest.mark.parametrize(
    ("text", "language", "field", "says", "wrong"),
    [
        ("Grubun sekizinci toplantısı", "tr", "ordinal", "8", "9"),
        ("The second meeting of the council", "en", "ordinal", "2", "3"),
        ("9. Zirvesi düzenlendi", "tr", "ordinal", "9", "10"),
        ("The first meeting of the council", "en", "ordinal", "1", "2"),
        ("Türkiye, tanıyan ilk ülkedir", "tr", "sequence", "1", "2"),
        ("Şairin 175. doğum günü", "tr", "anniversary", "175", "174"),
        ("toplam 20 iş birliği anlaşması", "tr", "count", "20", "19"),
        ("A total of 19 agreements were signed", "en", "count", "19", "20"),
        ("iki belge imzalandı", "tr", "count", "2", "3"),
        ("Bu platform, 20 yılda kurumsallaştı", "tr", "years", "20", "2"),
    ],
)
def test_counts_and_ordinals_are_what_their_words_say(text, language, field, says, wrong):
    assert is_same(text, field, says, language=language)
    assert not is_same(text, field, wrong, language=language)


@pytest.mark.parametrize(
    ("text", "language", "field", "says", "wrong"),
    [
        ("Cumhurbaşkanı Nazarbayev’in ziyareti", "tr", "visitor", "nursultan-nazarbayev", "recep-tayyip-erdogan"),
        ("President Nazarbayev to Turkey", "en", "visitor", "nursultan-nazarbayev", "abdullah-gul"),
        ("Güler yüzlü bir karşılama", "tr", "visitor", "", "abdullah-gul"),
        ("Ankara’da yapılan toplantı", "tr", "place", "ankara", "astana"),
        ("Astana'ya yapılan ziyaret", "tr", "place", "astana", "ankara"),
        ("Otokar Central Asia kuruldu", "tr", "institution", "otokar-central-asia", "otokar"),
        ("Kaynak: (YÖK, 2020)", "tr", "reporter", "yok", "group"),
        ("Kazakistan’dan Türkiye’ye yatırım", "tr", "origin", "KAZ", "TUR"),
        ("Kazakistan’dan Türkiye’ye yatırım", "tr", "destination", "TUR", "KAZ"),
        ("investment from Kazakhstan to Turkey", "en", "origin", "KAZ", "TUR"),
        ("investment from Kazakhstan to Turkey", "en", "destination", "TUR", "KAZ"),
        ("Türk firmaları", "tr", "origin", "TUR", "KAZ"),
        ("Turkish Council and others", "en", "origin", "", "TUR"),
        ("Türkiye, Kazakistan ve Özbekistan", "tr", "parties", "KAZ TUR UZB", "KAZ RUS TUR"),
        ("in both countries", "en", "parties", "KAZ TUR", "KAZ UZB"),
        ("Kazakistan Cumhurbaşkanı geldi", "tr", "office", "president-kaz", "president-tur"),
        ("Türkiye Cumhurbaşkanı geldi", "tr", "office", "president-tur", "prime-minister-tur"),
        ("Cumhurbaşkanı Erdoğan ağırladı", "tr", "office", "president-tur", "president-kaz"),
        ("Prime Minister of the Republic of Turkey", "en", "office", "prime-minister-tur", "president-tur"),
        ("iki ülke Cumhurbaşkanları imzaladı", "tr", "signatory-kaz", "president-kaz", "president-tur"),
        ("Proje adı: Kalamkas – Hazar sahası", "tr", "subject", "Kalamkas – Hazar", "Kalamkas – Aral"),
    ],
)
def test_a_name_stands_in_the_words(text, language, field, says, wrong):
    assert not says or is_same(text, field, says, language=language)
    assert not is_same(text, field, wrong, language=language)


@pytest.mark.parametrize(
    ("text", "language", "field", "says", "wrong"),
    [
        ("resmi ziyarette bulundu", "tr", "visit_kind", "official", "working"),
        ("çalışma ziyareti", "tr", "visit_kind", "working", "official"),
        ("on an official visit", "en", "visit_kind", "official", "unspecified"),
        ("made a study visit", "en", "visit_kind", "study visit", "state"),
        ("toplantısı gerçekleştirilmiştir", "tr", "status", "held", "announced"),
        ("gerçekleştirilmesi planlanmaktadır", "tr", "status", "announced", "held"),
        ("is scheduled to take place", "en", "status", "announced", "held"),
        ("was held in Ankara", "en", "status", "held", "cancelled"),
        ("Ortak Eylem Planı", "tr", "form", "action_plan", "agreement"),
        ("Memorandum of Understanding", "en", "form", "memorandum", "treaty"),
        ("Korunması Antlaşması", "tr", "form", "treaty", "agreement"),
        ("ihracatımız", "tr", "indicator", "export", "import"),
        ("billion dollars in imports", "en", "indicator", "import", "export"),
        ("Kadın", "tr", "breakdown", "female", "male"),
        ("female students", "en", "breakdown", "female", "male"),
        ("enerji dışı sektörlerdeki", "tr", "sector", "non-energy", "energy"),
        ("sermaye miktarı açısından", "tr", "basis", "capital", "trade_total"),
    ],
)
def test_a_word_of_a_vocabulary_is_printed(text, language, field, says, wrong):
    assert is_same(text, field, says, language=language)
    assert not is_same(text, field, wrong, language=language)


@pytest.mark.parametrize(
    ("record", "field", "says", "wrong", "evidence"),
    [
        ("pact", "signed_at_visit", "visit-1", "visit-2", "ziyaret sırasında"),
        ("meeting-2", "during_visit", "visit-2", "visit-1", "Ziyarette Grubun"),
        ("meeting-1", "council", "group", "council", "OSPG"),
    ],
)
def test_an_event_is_the_one_that_the_words_or_the_passage_name(record, field, says, wrong, evidence):
    assert is_same(STORY, field, says, evidence, record, others=TOLD)
    assert not is_same(STORY, field, wrong, evidence, record, others=TOLD)


def test_the_vocabulary_holds_the_values_of_the_models():
    for field, vocabulary in VOCABULARIES.items():
        known = set(data("vocabulary")[field]) - {"adopted"}
        assert known == set(vocabulary.values), field
    assert all(is_value(field, value) for field in WORDS for value in data("vocabulary")[field])
