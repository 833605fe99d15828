"""manage.py read_text: what it prints, where it points, and what it says when it cannot read."""

import json
import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from relations.reading.read import read

TEXT = """Türkiye - Kazakistan İlişkileri

Sayın Cumhurbaşkanımız 15-17 Nisan 2015 tarihlerinde Kazakistan’ı ziyaret etmiştir. Yüksek Düzeyli Stratejik
İşbirliği Konseyi'nin ikinci toplantısı 16 Nisan 2015'te Astana'da yapılmıştır. 22 Ekim 2009'da Stratejik
Ortaklık Anlaşması imzalanmıştır.

İkili ticaret hacmimiz 2016 yılında 1,96 milyar Dolara ulaşmıştır.
"""
KEYS = {
    "visits": {"who", "office", "from", "to", "start", "end", "kind", "span"},
    "agreements": {"title", "date", "count", "span"},
    "meetings": {"body", "ordinal", "date", "place", "status", "span"},
    "figures": {"kind", "period", "from", "to", "value", "unit", "qualifier", "span"},
}


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def printed(*args, **options):
    out = StringIO()
    call_command("read_text", *args, stdout=out, **options)
    return out.getvalue()


def test_the_claims_are_printed_as_json(text_file):
    claims = json.loads(printed(text_file, language="tr", date="2018-01-01"))
    assert list(claims) == ["visits", "agreements", "meetings", "figures"]
    assert [len(claims[kind]) for kind in claims] == [1, 1, 1, 1]
    for kind, keys in KEYS.items():
        assert keys <= set(claims[kind][0]), kind
    visit, meeting, figure = claims["visits"][0], claims["meetings"][0], claims["figures"][0]
    assert (visit["who"], visit["office"], visit["from"], visit["to"]) == (None, "president", "TUR", "KAZ")
    assert (visit["start"], visit["end"]) == ("2015-04-15", "2015-04-17")
    assert (meeting["ordinal"], meeting["date"], meeting["place"], meeting["status"]) == (
        2,
        "2015-04-16",
        "Astana",
        "held",
    )
    assert (figure["kind"], figure["period"], figure["value"], figure["unit"]) == (
        "trade_total",
        "2016",
        1960000000,
        "USD",
    )
    assert claims["agreements"][0]["title"] == "Stratejik Ortaklık Anlaşması"


def test_every_span_is_a_place_of_the_file(text_file):
    claims = json.loads(printed(text_file, language="tr"))
    words = {kind: TEXT[slice(*rows[0]["span"])] for kind, rows in claims.items()}
    assert "ziyaret" in words["visits"]
    assert " ".join(words["agreements"].split()) == "Stratejik Ortaklık Anlaşması"
    assert "ikinci" in words["meetings"]
    assert words["figures"].startswith("1,96 milyar")


def test_spans_count_characters_of_the_file_and_not_of_the_cleaned_text(tmp_path):
    padded = "\ufeff  \n\n" + TEXT.replace("\n", " \r\n")
    path = tmp_path / "padded.txt"
    path.write_bytes(padded.encode("utf-8"))
    claims = json.loads(printed(path, language="tr"))
    assert padded[slice(*claims["figures"][0]["span"])].startswith("1,96 milyar")


def test_a_table_is_printed_for_the_eye(text_file):
    table = printed(text_file, language="tr", format="table")
    assert "visits (1)" in table
    assert "figures (1)" in table
    assert "1960000000" in table
    assert "Stratejik Ortaklık Anlaşması" in table


def test_what_is_unknown_is_null(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("Türkiye and Kazakhstan. Trade volume reached $5 billion.", encoding="utf-8")
    (figure,) = json.loads(printed(path, language="en"))["figures"]
    assert figure["period"] is None


def test_an_empty_file_states_nothing(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    assert json.loads(printed(path, language="en")) == {"visits": [], "agreements": [], "meetings": [], "figures": []}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"language": "de"}, "use tr or en"),
        ({"language": "tr", "date": "01.02.2026"}, "write it as 2026-02-01"),
        ({"language": "tr", "date": "2026-02-30"}, "is not a day"),
    ],
)
def test_a_wrong_option_is_explained(text_file, options, says):
    with pytest.raises(CommandError, match=says):
        printed(text_file, **options)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        printed(tmp_path / "none.txt", language="tr")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="is a folder"):
        printed(tmp_path, language="tr")


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("Türkiye".encode("iso-8859-9"))
    with pytest.raises(CommandError, match="is not UTF-8"):
        printed(path, language="tr")


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize(
    "junk", ["", " ", "\n\n", "...", "|||\n|", "5", "𝟝", "\u200b", "a" * 5000, "1.2.3.4.5", "İıŞş", "(((", "%", "“"]
)
def test_no_text_breaks_the_reader(junk, language):
    read(junk, language)


def test_ten_thousand_words_take_less_than_a_second():
    text = "\n\n".join([TEXT] * (10_000 // len(TEXT.split())))
    read(TEXT, "tr")  # compiles the patterns
    best = min(_seconds(text) for _ in range(3))
    assert best < 1.0 * float(os.environ.get("SLOW_MACHINE", "1")), best


def _seconds(text):
    start = time.process_time()
    read(text, "tr")
    return time.process_time() - start


FOLDER = os.environ.get("SOURCE_TEXTS") or str(Path(__file__).resolve().parents[3] / "shared" / "sources")
# Facts that the held texts state, as values only: kind, start or period, value or ordinal.
FACTS = {
    "anka-ospg-2026.tr.txt": (
        "tr",
        "2026-02-01",
        {
            ("meeting", "2026-02-02", 8),
            ("meeting", "2025-07-29", 5),
            ("agreement", "2025-07-29", 20),
            ("target", None, 15 * 10**9),
            ("trade_total", "2025-01/2025-11", 8_950_000_000),
            ("export", "2025-01/2025-11", 2_910_000_000),
            ("import", "2025-01/2025-11", 6_040_000_000),
            ("companies", None, 3000),
            ("investment_stock", "2025", 5_800_000_000),
            ("rank", "2025", 1),
        },
    ),
    "mfa-tr-kazakhstan.tr.txt": (
        "tr",
        "2018-01-01",
        {
            ("visit", "2009-10", "KAZ"),
            ("visit", "2012-05", "TUR"),
            ("visit", "2012-10-11", "KAZ"),
            ("visit", "2015-04-15", "TUR"),
            ("visit", "2016-02-05", "TUR"),
            ("agreement", "2009-10", None),
            ("meeting", "2012-10-11/2012-10-12", 1),
            ("meeting", "2015-04-15/2015-04-17", 2),
            ("meeting", "2018", None),
            ("export", "2016", 625 * 10**6),
            ("import", "2016", 1_330_000_000),
            ("trade_total", "2016", 1_960_000_000),
            ("target", None, 10**10),
            ("contracting", "2017", 21 * 10**9),
            ("rank", None, 17),
            ("rank", None, 4),
            ("investment_stock", None, 2 * 10**9),
            ("employment", None, 15000),
            ("investment_stock", "2017", 700 * 10**6),
            ("students", None, 8000),
        },
    ),
    "mfa-tr-kazakhstan.en.txt": (
        "en",
        "2018-01-01",
        {
            ("visit", "2009-10", "KAZ"),
            ("visit", "2012-05", "TUR"),
            ("visit", "2012-10-11", "KAZ"),
            ("visit", "2015-04-15", "KAZ"),
            ("visit", "2016-02-05", "TUR"),
            ("agreement", "2009-10", None),
            ("meeting", "2012-10-11/2012-10-12", 1),
            ("meeting", "2015-04-15/2015-04-17", 2),
            ("meeting", "2018", None),
            ("export", "2016", 625 * 10**6),
            ("import", "2016", 1_330_000_000),
            ("trade_total", "2016", 1_960_000_000),
            ("target", None, 10**10),
            ("contracting", "2017", 21 * 10**9),
            ("rank", None, 17),
            ("rank", None, 4),
            ("investment_stock", None, 2 * 10**9),
            ("employment", None, 15),
            ("investment_stock", "2017", 700 * 10**6),
            ("students", None, 8000),
        },
    ),
    "silkway-kazakhstan-russia.tr.txt": (
        "tr",
        "2024-11-28",
        {
            ("visit", None, "RUS"),
            ("meeting", None, 20),
            ("agreement", "2024-11-28", 20),
            ("agreement", None, 19),
            ("trade_total", "2023", 27 * 10**9),
            ("target", None, 30 * 10**9),
            ("investment_stock", None, 24 * 10**9),
            ("investment_stock", None, 8_500_000_000),
            ("share", None, 20),
            ("companies", None, 23000),
        },
    ),
    "imgelem-smart-power-2024.tr.txt": (
        "tr",
        "2024-09-01",
        {
            ("visit", "1991-03-14", "TUR"),
            ("visit", "1991-09", "KAZ"),
            ("visit", "2009-10-21", "KAZ"),
            ("visit", "1993-04", "TUR"),
            ("visit", "2018-09", "KAZ"),
            ("agreement", "1992-05-01", None),
            ("agreement", "1992-02-08", None),
            ("agreement", "1995-06-13", None),
            ("agreement", "1995-07-28", None),
            ("agreement", "1997-03-04", None),
            ("agreement", "1992-05", None),
            ("meeting", "2021-03-31", None),
            ("trade_total", "2019", 3 * 10**9),
            ("target", None, 5 * 10**9),
            ("target", None, 10**10),
            ("companies", None, 250),
            ("companies", None, 150),
            ("students", "2014/2015", 1799),
            ("students", "2019/2020", 2349),
            ("employment", None, 3000),
        },
    ),
}


@pytest.mark.skipif(not Path(FOLDER).is_dir(), reason="the texts are not held here")
@pytest.mark.parametrize("name", sorted(FACTS))
def test_the_held_texts_state_these_facts(name):
    language, day, facts = FACTS[name]
    claims = json.loads(printed(Path(FOLDER) / name, language=language, date=day))
    stated = {("visit", one["start"], one["from"]) for one in claims["visits"]}
    stated |= {("agreement", one["date"], one["count"]) for one in claims["agreements"]}
    stated |= {("meeting", one["date"], one["ordinal"]) for one in claims["meetings"]}
    stated |= {(one["kind"], one["period"], one["value"]) for one in claims["figures"]}
    assert facts - stated == set()
