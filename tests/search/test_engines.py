"""Each engine against none: what the index finds is what reading every document finds, so both engines agree."""

import pytest
from django.db import connection

from relations.models import Record, SearchDocument, SearchWord
from relations.search import answer as answering
from relations.search.answer import answer
from relations.search.engines import postgres
from relations.search.engines.postgres import Spread, windows
from relations.search.index import rebuild
from relations.search.matching import Clause, Term, find, find_others
from relations.search.question import read_question
from relations.search.spelling import LIKE, likeness, nearest, slips

from .test_quality import QUERIES

pytestmark = pytest.mark.usefixtures("indexed")
COLUMNS = ("title", "names", "summary", "cited")
MORE = [
    "anlaş",
    "kaz",
    "türk ortaklık bildirisi zirve",
    "ön",
    "on",
    "1991 1992 1993",
    "x",
    "'; DROP TABLE x; --",
    "a:b* OR c",
]


def meets(clauses, document, in_title=False):
    text = " ".join(getattr(document, name) for name in (COLUMNS[:1] if in_title else COLUMNS))

    def has(term):
        whole = any(f" {token} " in text for token, _level in term.tokens)
        return whole or any(f" {prefix}" in text for prefix in term.prefixes)

    return all(any(all(has(term) for term in way) for way in clause.ways) for clause in clauses)


def read_everything(clauses, limit, *, in_title=False, records=None):
    every = SearchDocument.objects.filter(pk__gt=0).order_by("-pk")
    every = every.filter(pk__in=records.values("pk")) if records is not None else every
    return [each.pk for each in every if meets(clauses, each, in_title)][:limit]


@pytest.mark.parametrize("text", [text for text, _slug in QUERIES[::3]] + MORE)
@pytest.mark.parametrize("typing", [False, True])
def test_the_index_finds_what_reading_everything_finds(text, typing):
    clauses = read_question(text, typing=typing).clauses
    if not clauses:
        return
    for in_title in (False, True):
        assert find(clauses, 1000, in_title=in_title) == read_everything(clauses, 1000, in_title=in_title)


def clauses_of(*words):
    return [Clause(((Term(tuple((token, 1.0) for token in word.split())),),), word) for word in words]


SPREAD = Spread(100_000, {"from": 0.6, "_ffrom": 0.6, "trade": 0.3, "tuvalu": 0.002, "_ftuvalu": 0.002})


@pytest.mark.parametrize(
    ("words", "looks"),
    [
        (["from _ffrom"], [667, 2667, 10667, 42667]),
        (["from", "trade"], [1333, 5333, 21333]),
        (["trade", "tuvalu"], []),
        (["never"], []),
        ([], []),
    ],
)
def test_ever_more_of_the_newest_are_looked_at_as_words_are_common(words, looks):
    assert list(windows(clauses_of(*words), SPREAD, 200)) == looks
    assert list(windows(clauses_of(*words), Spread(), 200)) == []


def test_a_word_that_is_not_among_the_common_ones_is_rarer_than_these():
    assert list(windows(clauses_of("never"), SPREAD, 10)) == [10_000, 40_000]


def test_forms_of_a_word_do_not_make_it_more_common():
    spread = Spread(100_000, {f"form{number}": 0.03 for number in range(9)})
    one, all_of_them = clauses_of("form1"), clauses_of(" ".join(spread.shares))
    for limit in (10, 100, 200, 1000):
        assert list(windows(one, spread, limit)) == list(windows(all_of_them, spread, limit))


def test_beginnings_count_as_the_most_common_word_that_they_begin():
    term = Term((("tra", 1.0),), ("tra", "_ftra"))
    found = windows([Clause(((term,),), "tra", "tra")], SPREAD, 200)
    assert list(found) == list(windows(clauses_of("trade"), SPREAD, 200))


def plan_of(rest, params):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM {postgres.TABLE} WHERE {rest} LIMIT 200", params)
        return "\n".join(line for (line,) in cursor.fetchall())


on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's lists have an order")


@on_postgresql
@pytest.mark.parametrize("looks", [[], [1], [1, 20], [300], [100_000]])
def test_whatever_of_the_newest_is_looked_at_the_same_is_found(looks, monkeypatch):
    monkeypatch.setattr(postgres, "windows", lambda *asked: looks)
    for text, _slug in QUERIES[::5]:
        clauses = read_question(text).clauses
        for limit in (1, 5, 1000):
            for in_title in (False, True):
                assert find(clauses, limit, in_title=in_title) == read_everything(clauses, limit, in_title=in_title)


@on_postgresql
@pytest.mark.parametrize("in_title", [False, True])
def test_every_way_goes_by_the_index(in_title, monkeypatch):
    monkeypatch.setattr(postgres, "windows", lambda *asked: [1, 300_000])
    clauses = read_question("Nazarbayev 2009").clauses
    found = postgres.ways(clauses, in_title, 200)
    assert len(found) == 3
    for condition, _order in found:
        plan = plan_of(condition, [postgres.expression(clauses, in_title)])
        assert ("search_title_tokens" if in_title else "search_tokens") in plan


@on_postgresql
def test_the_newest_are_named_by_few_tokens_and_none_of_them_is_missed():
    with connection.cursor() as cursor:
        for last, looks in ((0, 1), (4095, 1), (4096, 2), (70_000, 50_000), (1_000_000, 300_000), (10, 10_000)):
            asked = postgres._among_newest(last, looks) % "'x'"
            assert asked.count("=") <= max(postgres.FEW, (looks >> 16) + 3)
            numbers = [last, max(last - looks, 1), last + 1]
            for number in numbers:
                cursor.execute(
                    "SELECT array_to_tsvector(ARRAY['x', '=f' || (%s >> 12), '=c' || (%s >> 16)]) @@ " + asked,
                    [number, number],
                )
                assert cursor.fetchone() == (True,), (number, asked)


@on_postgresql
def test_an_index_that_was_written_anew_says_what_is_common():
    assert not postgres.spread_of.__wrapped__("tokens").shares
    rebuild()
    found = postgres.spread_of.__wrapped__("tokens")
    assert found.documents == SearchDocument.objects.count()
    assert found.last == Record.objects.latest("pk").pk
    assert 0 < max(found.shares.values()) <= 1


def test_the_whole_order_of_every_query_is_the_one_without_an_engine(monkeypatch):
    with_engine = {text: [each.slug for each in answer(text).ranked] for text, _slug in QUERIES}
    monkeypatch.setattr(answering, "find", read_everything)
    without = {text: [each.slug for each in answer(text).ranked] for text, _slug in QUERIES}
    assert with_engine == without


def test_other_things_have_numbers_of_their_own():
    found = find_others(read_question("Nazarbayev").clauses, 10)
    assert found
    assert all(key < 0 for key in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("startejik", "stratejik"), ("anlasmsa", "anlaşma"), ("nazarbayef", "nazarbayev"), ("agrement", "agreement")],
)
def test_a_slip_of_the_keyboard_is_put_right(typed, meant):
    known = [each.folded for each in SearchWord.objects.all() if likeness(typed, each.folded) >= LIKE]
    best = min(known, key=lambda word: (slips(typed, word), -likeness(typed, word), word))
    assert nearest(typed) == SearchWord.objects.get(folded=best).spelt == meant


def test_a_suggestion_has_answers():
    found = answer("startejik ortaklik")
    assert found.partial
    assert found.suggestion == "stratejik ortaklik"
    assert not answer(found.suggestion).partial


@pytest.mark.parametrize("text", ["qqqqqqqq", "zzzz 9999", "ыыыыы"])
def test_nothing_is_suggested_for_what_is_like_nothing(text):
    assert answer(text).suggestion == ""
