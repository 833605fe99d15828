"""On a card, how well the sources agree; a shape and a word, and the way to what each says."""

import re

import pytest

from relations.models import Citation, Record, Source


def mark(html, slug):
    """The mark of the record's card: its class, its words and whether a shape stands beside them."""
    found = re.search(rf'<a class="state consensus (\w+)" href="[^"]*/{slug}/#evidence">(.*?)</a>', html, re.S)
    words = " ".join(re.sub(r"<[^>]+>", "", found[2]).split())
    return found[1], words, 'aria-hidden="true"' in found[2]


@pytest.mark.parametrize(
    ("language", "slug", "expected"),
    [
        ("en", "figure-1", ("conflict", "sources differ · 2 sources", True)),
        ("tr", "figure-1", ("conflict", "kaynaklar çelişiyor · 2 kaynak", True)),
        ("en", "visit-1", ("single", "no contradiction · 2 sources", True)),
        ("tr", "visit-1", ("single", "çelişki yok · 2 kaynak", True)),
        ("en", "agreement-1", ("single", "one source", True)),
        ("tr", "agreement-1", ("single", "tek kaynak", True)),
    ],
)
def test_a_card_says_how_well_its_sources_agree(client, world, language, slug, expected):
    record = Record.objects.get(slug=slug)
    record.participations.get_or_create(role="speaker", person=world["person"])
    html = client.get(f"/{language}/people/nursultan-nazarbayev/").text
    assert mark(html, slug) == expected


@pytest.mark.parametrize(
    ("language", "words"), [("en", "the source contradicts itself"), ("tr", "kaynak kendi içinde çelişiyor")]
)
def test_one_source_that_says_two_things_contradicts_itself(client, world, language, words):
    record = Record.objects.get(slug="visit-1")
    record.citations.exclude(source=record.citations.first().source).delete()
    Record.objects.filter(slug="visit-1").update(consensus="conflict")
    page = client.get(f"/{language}/people/nursultan-nazarbayev/").text
    assert mark(page, "visit-1") == ("conflict", words, True)


@pytest.mark.parametrize(
    ("state", "words"), [("majority", "most sources agree · 2 sources"), ("confirmed", "confirmed · 2 sources")]
)
def test_each_state_has_its_words(client, world, state, words):
    Record.objects.filter(slug="visit-1").update(consensus=state)
    assert mark(client.get("/en/people/nursultan-nazarbayev/").text, "visit-1") == (state, words, True)


def test_what_nothing_cites_has_no_mark(client, world):
    Record.objects.filter(slug="visit-1").update(consensus="")
    shown = client.get("/en/people/nursultan-nazarbayev/").text.partition("<main")[2]
    assert "/visit-1/" in shown
    assert "/visit-1/#evidence" not in shown


def test_the_page_of_a_record_counts_a_translation_as_its_original_does(client, world):
    Citation.objects.filter(record__slug="figure-1", source__slug="source-en").update(says="625000000")
    assert "confirmed" in client.get("/en/figures/figure-1/").text
    Source.objects.filter(slug="source-en").update(translation_of=world["first"])
    evidence = client.get("/en/figures/figure-1/").text.partition('id="evidence"')[2]
    assert '<span class="state">confirmed' not in evidence
    assert "one source" in evidence
