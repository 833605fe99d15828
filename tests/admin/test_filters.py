"""The filters and the search of the lists."""

from datetime import date

import pytest

from relations import models as m

from .conftest import KINDS, LANGUAGES, NOUNS, address, cite, create


def found(client, model, language="en", **query):
    return list(client.get(address(model, "changelist", language=language), query).context["cl"].queryset)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*KINDS, "record"])
def test_each_filter_narrows_the_list(root, world, name, language):
    model, record = KINDS.get(name, m.Record), world.get(name, world["visit"])
    hits = {
        "editorial_status__exact": ("published", "draft"),
        "pair": ("kaz-tur", "none"),
        "year": ("2012", "1991"),
        "area__exact": ("politics", "energy"),
        "uncited": ("no such field", "none"),
        "missing": ("xx", "tr"),
    }
    for parameter, (hit, miss) in hits.items():
        slugs = [one.slug for one in found(root, model, language, **{parameter: hit})]
        assert record.slug in slugs, parameter
        assert found(root, model, language, **{parameter: miss}) == [], parameter


def test_the_list_of_all_is_narrowed_to_a_kind(root, world):
    assert [one.slug for one in found(root, m.Record, kind__exact="visit")] == [world["visit"].slug]


@pytest.mark.parametrize(
    ("values", "tr", "en"),
    [
        ({"title_tr": "Başlık", "title_en": ""}, False, True),
        ({"title_tr": None, "title_en": "Title"}, True, False),
        ({"title_tr": "Başlık", "title_en": "Title", "summary_tr": "Özet"}, False, True),
        ({"title_tr": "Başlık", "title_en": "Title", "summary_tr": "", "summary_en": None}, False, False),
    ],
)
def test_a_translation_is_missing_where_the_other_language_has_the_field(root, db, values, tr, en):
    m.Milestone.objects.create(slug="milestone-1991-recognition", **values)
    assert bool(found(root, m.Milestone, missing="tr")) is tr
    assert bool(found(root, m.Milestone, missing="en")) is en


@pytest.mark.parametrize("name", NOUNS)
def test_nouns_without_a_translation_are_found(root, world, name):
    slugs = {row.pk for row in found(root, NOUNS[name], missing="en")}
    columns = {"office": "title_en", "source": "title_en", "relationship": "overview_en"}
    for row in NOUNS[name].objects.all():
        lacks = not getattr(row, columns.get(name, "name_en")) and name != "relationship"
        assert (row.pk in slugs) is lacks


def test_a_value_without_a_citation_is_found_and_a_default_is_not(root, world):
    place = m.Place.objects.get(slug="ankara")
    visit = create(m.Visit, "visit-kaz-tur-1991", origin_id="KAZ", destination_id="TUR", date="1991", place=place)
    assert found(root, m.Visit, uncited="place") == [visit]
    assert found(root, m.Visit, uncited="date") == []
    assert found(root, m.Visit, uncited="status") == []
    cite(visit, "place", "ankara")
    assert found(root, m.Visit, uncited="place") == []
    visit.citations.all().delete()
    assert found(root, m.Visit, uncited="none") == [visit]
    assert found(root, m.Visit, uncited="date") == [visit]


def test_a_pair_finds_what_both_countries_share_with_others(root, world):
    turksoy = create(m.Agreement, "agreement-1993-turksoy", date="1993-07-12")
    turksoy.countries.set(m.Country.objects.filter(code__in=["KAZ", "TUR", "AZE"]))
    assert turksoy in found(root, m.Agreement, pair="kaz-tur")
    assert found(root, m.Agreement, pair="none") == [turksoy]


def test_an_undated_record_is_found_by_having_no_date(root, world):
    undated = create(m.Milestone, "milestone-undated")
    assert found(root, m.Milestone, year="none") == [undated]


@pytest.mark.parametrize("year", ["0000", "20l2", "٢٠١٢", "99999"])
def test_a_year_that_is_none_is_ignored(root, world, year):
    assert len(found(root, m.Visit, year=year)) == 1


@pytest.mark.parametrize("words", ["başlığı", "Title of", "nazarbayev", "Özeti", "summary"])
def test_search_looks_at_both_languages_the_slug_and_the_summaries(root, world, words):
    m.Visit.objects.filter(pk=world["visit"].pk).update(summary_tr="Özeti", summary_en="A summary")
    create(m.Visit, "other", origin_id="TUR", destination_id="KAZ")
    assert world["visit"] in found(root, m.Visit, q=words)
    assert found(root, m.Visit, q="nothing of the sort") == []


def test_the_bounds_of_a_date_order_the_list(root, world):
    create(m.Visit, "later", origin_id="TUR", destination_id="KAZ", date="2019")
    assert [one.earliest for one in found(root, m.Visit)] == [date(2019, 1, 1), date(2012, 10, 1)]


@pytest.mark.parametrize(("words", "codes"), [("tur", ["TUR"]), ("TUR", ["TUR"]), ("aza", ["KAZ"]), ("Rusya", ["RUS"])])
def test_a_country_is_looked_up_by_its_code_or_by_a_part_of_its_name(root, world, words, codes):
    m.Country.objects.create(code="TKM", name_tr="Türkmenistan", name_en="Turkmenistan")
    query = {"app_label": "relations", "model_name": "visit", "field_name": "origin", "term": words}
    answer = root.get("/en/admin/autocomplete/", query).json()
    assert [one["id"] for one in answer["results"]] == codes


def place_of(**columns):
    return m.Place.objects.create(country=m.Country.objects.get(code="TUR"), **columns)


@pytest.mark.parametrize("typed", ["istanbul", "ISTANBUL", "İstanbul", "ıstanbul", "İSTANBUL"])
def test_the_search_puts_case_dots_and_marks_aside(root, world, typed):
    place = place_of(slug="istanbul-1", name_tr="İstanbul", name_en="Istanbul")
    place_of(slug="other", name_tr="Iğdır", name_en="Iğdır")
    assert found(root, m.Place, q=typed) == [place]


@pytest.mark.parametrize(("typed", "name"), [("igdir", "Iğdır"), ("IGDIR", "Iğdır"), ("sanliurfa", "Şanlıurfa")])
def test_marks_need_not_be_typed(root, world, typed, name):
    place = place_of(slug="a-place", name_tr=name, name_en=name)
    assert found(root, m.Place, q=typed) == [place]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "a%c", "q'q"])
def test_signs_mean_themselves(root, world, typed):
    place = place_of(slug="a-place", name_tr=f"x{typed}y", name_en="")
    assert found(root, m.Place, q=typed) == [place]


@pytest.mark.parametrize(("model", "kind"), [(m.Record, "visit"), (m.Visit, "visit"), (m.Council, "council")])
def test_records_of_each_kind_are_found_by_their_titles(root, world, model, kind):
    record = world[kind]
    m.Record.objects.filter(pk=record.pk).update(title_tr="İğneada görüşmesi")
    assert [each.pk for each in found(root, model, q="igneada GORUSMESI")] == [record.pk]


def test_a_citation_is_found_by_its_record_and_a_part_by_its_person(root, world):
    m.Record.objects.filter(pk=world["visit"].pk).update(title_en="Çeşme talks")
    cited = set(m.Citation.objects.filter(record=world["visit"]).values_list("pk", flat=True))
    assert {each.pk for each in found(root, m.Citation, q="cesme")} == cited
    assert cited
    person = m.Person.objects.create(slug="isik", name_tr="Işık Öz", name_en="Işık Öz")
    part = m.Participation.objects.create(record=world["visit"], person=person, role="visitor")
    assert [each.pk for each in found(root, m.Participation, q="isik oz")] == [part.pk]


def test_a_council_is_found_by_its_short_name(root, world):
    m.Council.objects.filter(pk=world["council"].pk).update(abbreviation_tr="İŞK")
    assert [each.pk for each in found(root, m.Council, q="isk")] == [world["council"].pk]
