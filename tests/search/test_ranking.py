"""What ranking looks at in a document, and what it makes of it."""

import pytest

from relations.models import SearchDocument
from relations.search.question import read_question
from relations.search.ranking import OWN, Candidate, Document, own_part, ranked


@pytest.mark.usefixtures("indexed")
def test_all_short_names_of_a_thing_stand_in_the_part_of_its_title_where_they_are_looked_for():
    titles = list(SearchDocument.objects.values_list("title", flat=True))
    for title in titles:
        names = [f" {token} " for token in title.split() if token.startswith(OWN.strip())]
        assert all(name in own_part(title) for name in names)
        assert own_part(title).count(OWN) == len(names)
    assert any(map(own_part, titles))


def candidate(pk, title, **columns):
    return Candidate(pk, f"r-{pk}", "visit", None, None, "trade", None, None, Document(title, **columns))


def order(text, *candidates):
    return [each.pk for each in ranked(read_question(text), candidates)]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"title": " visit | "}, {"title": " x | ", "names": " visit | "}),
        ({"title": " visit | "}, {"title": " journey | _fvisit "}),
        ({"title": " visit | ", "names": " visit | "}, {"title": " visit | "}),
        ({"title": " visit | ", "names": " x | _fvisit "}, {"title": " visit | ", "summary": " visit | "}),
        ({"title": " x | ", "names": " visit | "}, {"title": " x | ", "summary": " visit | "}),
        ({"title": " x | ", "summary": " visit | "}, {"title": " x | ", "cited": " visit | "}),
        ({"title": " visit | _7visit "}, {"title": " visit | _7meeting "}),
        ({"title": " visit / state visit | "}, {"title": " state visit | "}),
    ],
)
def test_the_closer_word_and_the_weightier_column_come_first(better, worse):
    assert order("visit", candidate(1, **worse), candidate(2, **better)) == [2, 1]


def test_words_in_the_order_of_the_question_come_before_the_same_words_in_another():
    assert order("state visit", candidate(1, " visit state | "), candidate(2, " state visit | ")) == [2, 1]


def test_a_phrase_has_to_stand_together_in_some_column():
    apart, together = candidate(1, " state of a visit | "), candidate(2, " x | ", summary=" a state visit | ")
    assert order('"state visit"', apart, together) == [2]
