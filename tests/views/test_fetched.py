"""Cards, entries of feeds and of pairs come by prepared questions: they hold what the ORM says, in few of them."""

import pytest
from django.db.models import Count

from relations import pairs
from relations.feeds.fetched import fetched
from relations.models import Citation, Country, EditorialStatus, Figure, Record, Relationship
from relations.timeline.cards import cards, figures, for_tables

MOST_QUERIES = 3  # records with what they join, citations, parties


def test_entries_of_feeds_hold_what_the_orm_says(db, world, django_assert_max_num_queries):
    keys = list(Record.objects.values_list("pk", flat=True))
    fetched(keys)  # the SQL is made
    with django_assert_max_num_queries(MOST_QUERIES):
        found = fetched(keys)
        said = {
            key: (
                record.place and record.place.name_tr,
                [citation.source.slug for citation in record.citations.all()],
                record.relationship.first.name_en
                if record.relationship
                else [country.code for country in record.countries.all()],
            )
            for key, record in found.items()
        }
    published = Record.objects.published().select_related("place", "relationship__first")
    assert said == {
        record.pk: (
            record.place and record.place.name_tr,
            cited(record),
            record.relationship.first.name_en
            if record.relationship
            else list(record.countries.order_by("code").values_list("code", flat=True)),
        )
        for record in published
    }
    assert any(said[key][2] and record.relationship is None for key, record in found.items())


def cited(record):
    """The sources that its values rest on, in the order of its fields."""
    preferred = Citation.objects.filter(record=record, preferred=True).order_by("field")
    return list(preferred.values_list("source__slug", flat=True))


def test_a_draft_is_in_no_feed(db, world):
    key = Record.objects.published().values_list("pk", flat=True).first()
    Record.objects.filter(pk=key).update(editorial_status=EditorialStatus.DRAFT)
    assert fetched([key]) == {}


def test_cards_hold_what_the_orm_says(db, world, django_assert_max_num_queries):
    keys = list(Record.objects.published().order_by("pk").values_list("pk", flat=True))
    cards(keys)
    with django_assert_max_num_queries(MOST_QUERIES + 2):  # and how many sources speak of each, and the countries
        some, whole, none = cards(keys[:2], keys, [])
    assert (some, none) == (whole[:2], [])
    published = Record.objects.published().annotate(n=Count("citations__source", distinct=True)).order_by("pk")
    assert [(card.entry.slug, card.sources) for card in whole] == [(each.slug, each.n) for each in published]
    for card, record in zip(whole, published, strict=True):
        assert [source.slug for source in card.entry.sources] == list(dict.fromkeys(cited(record)))


def test_entries_of_pairs_hold_what_the_orm_says(db, world, django_assert_max_num_queries):
    asked = pairs.of_keys(pairs.busiest(60))
    pairs.entries(asked)
    with django_assert_max_num_queries(3):
        found = pairs.entries(asked)
    numbers = {
        pair: Record.objects.published().filter(relationship=pair).count() for pair in Relationship.objects.all()
    }
    assert {each.pair: each.records for each in found} == numbers
    assert [each.records for each in found] == sorted(numbers.values(), reverse=True)
    entry = found[0]
    own = Record.objects.published().filter(relationship=entry.pair)
    days = own.filter(earliest__isnull=False).order_by("earliest").values_list("earliest", flat=True)
    assert entry.first_year == days.first().year
    assert entry.latest in own.filter(kind__in=pairs.EVENTS)


def test_a_pair_without_records_has_an_entry(db, world):
    other = Country.objects.create(code="ZZZ", name_tr="Z", name_en="Z")
    pair = Relationship.objects.create(first_id="KAZ", second=other)
    (entry,) = pairs.entries([pair])
    assert (entry.records, entry.first_year, entry.latest) == (0, None, None)


@pytest.mark.parametrize("slug", ["kaz-tur"])
def test_beside_a_pair_stand_others_of_its_countries(db, world, slug):
    pair = Relationship.objects.get(slug=slug)
    beside = pairs.beside(pair)
    assert pair not in beside
    busy = pairs.with_numbers().filter(counted__records__gt=0).exclude(pk=pair.pk)
    expected = [each for each in busy if {*each.codes} & {*pair.codes}]
    assert beside == expected[: pairs.BESIDE]


def test_a_slug_that_no_pair_has_is_not_found(client, db, world):
    assert client.get("/en/relations/nix-nox/").status_code == 404


def test_figures_of_tables_hold_what_the_orm_says(db, world, django_assert_num_queries):
    keys = list(Figure.objects.order_by("-pk").values_list("pk", flat=True))
    figures(keys)
    with django_assert_num_queries(2):
        found = [(each.pk, *shown(each)) for each in figures([*keys, 0])]
    expected = {each.pk: shown(each) for each in for_tables(Figure.objects.all())}
    assert found == [(key, *expected[key]) for key in keys]
    assert any(sources for *_rest, sources in found)


def shown(figure):
    """What a row of a table says of a figure."""
    ends = [str(getattr(figure, end)) for end in ("origin", "destination", "reporter", "announcer")]
    return figure.quantity, ends, [citation.source.slug for citation in figure.citations.all()]
