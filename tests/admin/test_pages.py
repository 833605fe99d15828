"""Every list, form and history opens in both languages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations import models as m

from .conftest import KINDS, LANGUAGES, NOUNS, PARTS, address

ALL = {**KINDS, **NOUNS, **PARTS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*ALL, "record"])
def test_the_list_opens_in_few_queries(root, world, name, language, django_assert_max_num_queries):
    model = ALL.get(name, m.Record)
    with django_assert_max_num_queries(20):
        response = root.get(address(model, "changelist", language=language), {"q": "a"})
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.text


@pytest.mark.parametrize("name", KINDS)
def test_the_number_of_queries_of_a_list_does_not_grow(root, world, name, django_assert_num_queries):
    page = address(KINDS[name], "changelist")
    root.get(page)  # content types are remembered
    with CaptureQueriesContext(connection) as before:
        root.get(page)
    for number in range(5):
        row = KINDS[name].objects.get(slug=world[name].slug)
        row.pk = row.id = None
        row.slug = f"copy-{number}"
        row.ordinal = number + 10
        row.save()
    with django_assert_num_queries(len(before)):
        root.get(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*KINDS, *NOUNS])
def test_the_empty_form_opens(root, world, name, language):
    response = root.get(address(ALL[name], "add", language=language))
    assert response.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_the_form_and_the_history_open(root, world, name, language):
    row = ALL[name].objects.first() or participation(world)
    for page in ("change", "history", "delete"):
        assert root.get(address(ALL[name], page, row.pk, language=language)).status_code == 200


def participation(world):
    return m.Participation.objects.create(record_id=world["visit"].pk, role="visitor", person=m.Person.objects.get())


@pytest.mark.parametrize("name", KINDS)
def test_both_languages_of_a_field_stand_in_one_row(root, world, name):
    response = root.get(address(KINDS[name], "change", world[name].pk))
    rows = [line for _name, options in response.context["adminform"].fieldsets for line in options["fields"]]
    assert ("title_tr", "title_en") in rows
    assert ("summary_tr", "summary_en") in rows
    assert 'lang="tr"' in response.text


@pytest.mark.parametrize("name", KINDS)
def test_every_relation_of_a_record_is_looked_up_by_typing(root, world, name):
    form = root.get(address(KINDS[name], "change", world[name].pk)).context["adminform"].form
    for field in KINDS[name]._meta.fields:
        if field.is_relation and not field.primary_key:
            assert "admin-autocomplete" in str(form[field.name]), field.name


def test_a_record_of_the_list_of_all_opens_as_the_kind_that_it_is(root, world):
    response = root.get(address(m.Record, "change", world["visit"].pk))
    assert response.headers["Location"] == address(m.Visit, "change", world["visit"].pk)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_on_a_page_needs_an_exception_from_the_content_security_policy(root, world, name):
    pages = [
        address(KINDS[name], "changelist"),
        address(KINDS[name], "change", world[name].pk),
        address(KINDS[name], "history", world[name].pk),
        address(KINDS[name], "import"),
    ]
    for page in pages:
        text = root.get(page).text
        assert " style=" not in text
        assert " onclick=" not in text
        assert "<script>" not in text
        assert "https://" not in text.replace("https://www.djangoproject.com", "")


@pytest.mark.parametrize("bad", ["abc", "999999", "1_quote"])
def test_an_unknown_row_has_no_history(root, world, bad):
    assert root.get(address(m.Visit, "history", bad)).status_code == 404
