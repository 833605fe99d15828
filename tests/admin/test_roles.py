"""Editors write drafts, reviewers publish: on the page, by action, by table and by going back."""

import pytest
from django.contrib.auth.models import Group

from relations import models as m

from .conftest import KINDS, LANGUAGES, NOUNS, address, errors, typed
from .test_saving import CITATION, new


def test_the_migration_makes_both_groups(db):
    editor, reviewer = (Group.objects.get(name=name) for name in ("Editor", "Reviewer"))
    names = {permission.codename for permission in reviewer.permissions.all()}
    assert {"publish_record", "change_visit", "delete_source", "add_relationship"} <= names
    names = {permission.codename for permission in editor.permissions.all()}
    assert {"add_visit", "change_citation", "view_country", "add_person"} <= names
    assert not {"publish_record", "change_country", "delete_source"} & names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_an_editor_adds_and_changes_a_draft(editor, world, name, language):
    more = [{"field": "ordinal", "says": "7", "preferred": "on"}] if name == "councilmeeting" else []
    page = address(KINDS[name], "add", language=language)
    assert editor.post(page, new(name, world, CITATION, *more)).status_code == 302
    record = KINDS[name].objects.get(slug=f"new-{name}")
    page = address(KINDS[name], "change", record.pk, language=language)
    response = editor.post(page, typed(editor.get(page), title_en="Another title"))
    assert response.status_code == 302, errors(response)
    assert KINDS[name].objects.get(pk=record.pk).title_en == "Another title"


@pytest.mark.parametrize("name", KINDS)
def test_what_an_editor_posts_as_published_stays_a_draft(editor, world, name):
    page = address(KINDS[name], "add")
    assert editor.post(page, new(name, world, CITATION, editorial_status="published")).status_code == 302
    assert not KINDS[name].objects.get(slug=f"new-{name}").is_published


def test_an_editor_is_told_that_reviewers_publish(editor, draft, world):
    page = editor.get(address(m.Visit, "change", draft.pk))
    assert "stays a draft until a reviewer publishes it" in page.text
    assert "editorial_status" not in page.context["adminform"].form.fields
    page = editor.get(address(m.Visit, "change", world["visit"].pk))
    assert "only reviewers can change it" in page.text


@pytest.mark.parametrize("name", KINDS)
def test_an_editor_sees_but_does_not_change_or_delete_what_is_published(editor, root, world, name):
    page = address(KINDS[name], "change", world[name].pk)
    data = typed(root.get(page), title_en="Another title")
    assert editor.get(page).status_code == 200
    assert editor.post(page, data).status_code == 403
    assert editor.get(address(KINDS[name], "delete", world[name].pk)).status_code == 403
    assert editor.post(address(KINDS[name], "delete", world[name].pk), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": world[name].pk, "post": "yes"}
    editor.post(address(KINDS[name], "changelist"), data)
    assert KINDS[name].objects.get(pk=world[name].pk).title_en == f"Title of {world[name].slug}"


def test_an_editor_deletes_a_draft(editor, draft):
    assert editor.post(address(m.Visit, "delete", draft.pk), {"post": "yes"}).status_code == 302
    assert not m.Record.objects.filter(pk=draft.pk).exists()


def test_an_editor_does_not_go_back_to_a_version_of_what_is_published(editor, root, world):
    page = address(m.Visit, "change", world["visit"].pk)
    root.post(page, typed(root.get(page), title_en="Another title"))
    old = m.Visit.history.filter(id=world["visit"].pk).last()
    assert editor.get(address(m.Visit, "simple_history", world["visit"].pk, old.pk)).status_code == 200
    assert editor.post(address(m.Visit, "simple_history", world["visit"].pk, old.pk)).status_code == 403
    assert m.Visit.objects.get(pk=world["visit"].pk).title_en == "Another title"


def test_an_editor_does_not_publish_by_going_back(editor, root, world):
    page = address(m.Visit, "changelist")
    visit = world["visit"]
    root.post(page, {"action": "withdraw", "_selected_action": visit.pk})
    public = m.Visit.history.filter(id=visit.pk, editorial_status="published").first()
    response = editor.post(address(m.Visit, "simple_history", visit.pk, public.pk), follow=True)
    assert "is back as it was" in response.text
    assert not m.Visit.objects.get(pk=visit.pk).is_published


@pytest.mark.parametrize("name", ["place", "person", "office", "institution", "reporter", "source"])
def test_an_editor_changes_what_no_published_record_shows(editor, root, world, name):
    model, row = NOUNS[name], NOUNS[name].objects.first()
    page = address(model, "change", row.pk)
    m.Citation.objects.all().delete()
    m.Figure.objects.all().delete()
    assert editor.post(page, typed(root.get(page))).status_code == 302
    visit = world["visit"]
    m.Visit.objects.filter(pk=visit.pk).update(place=m.Place.objects.first())
    visit.institutions.add(m.Institution.objects.get())
    m.Citation.objects.create(record_id=visit.pk, field="date", says="2012-10", source=m.Source.objects.first())
    who = {"person": m.Person.objects.get(), "office": m.Office.objects.get()}
    m.Participation.objects.create(record_id=visit.pk, role="visitor", **who)
    m.Figure.objects.create(slug="f", indicator="rank", value=3, unit="rank", reporter=m.Reporter.objects.get(),
                            editorial_status="published", title_en="Rank")  # fmt: skip
    assert editor.post(page, typed(root.get(page))).status_code == 403


def test_an_editor_does_not_change_pairs_and_countries(editor, root, world):
    for row in (m.Relationship.objects.get(), m.Country.objects.first()):
        page = address(type(row), "change", row.pk)
        assert editor.get(page).status_code == 200
        assert editor.post(page, typed(root.get(page))).status_code == 403
    assert editor.get(address(m.Relationship, "add")).status_code == 403


def test_an_editor_does_not_change_the_citations_of_what_is_published(editor, root, world):
    page = address(m.Citation, "change", world["visit"].citations.first().pk)
    assert editor.post(page, typed(root.get(page), evidence="Ekim")).status_code == 403
    assert editor.post(address(m.Citation, "delete", world["visit"].citations.first().pk)).status_code == 403


@pytest.mark.parametrize("name", [*KINDS, "record"])
def test_a_reviewer_withdraws_and_publishes(reviewer, world, name):
    model = KINDS.get(name, m.Record)
    record = world.get(name, world["visit"])
    page, before = address(model, "changelist"), m.Record.objects.get(pk=record.pk).changed_at
    response = reviewer.post(page, {"action": "withdraw", "_selected_action": record.pk}, follow=True)
    assert "1 record was withdrawn." in response.text
    stored = type(record).objects.get(pk=record.pk)
    assert not stored.is_published
    assert stored.changed_at > before
    response = reviewer.post(page, {"action": "publish", "_selected_action": record.pk}, follow=True)
    assert "1 record was published." in response.text
    assert type(record).objects.get(pk=record.pk).is_published
    version = type(record).history.filter(id=record.pk).first()
    assert (version.history_user, version.history_change_reason) == (reviewer.user, "published")
    assert "withdrawn" in reviewer.get(address(type(record), "history", record.pk)).text


def test_a_record_that_shows_what_nothing_cites_is_not_published(reviewer, draft):
    draft.citations.all().delete()
    page = address(m.Visit, "changelist")
    response = reviewer.post(page, {"action": "publish", "_selected_action": draft.pk}, follow=True)
    assert "stays a draft. Nothing cites date" in response.text
    assert not m.Visit.objects.get(pk=draft.pk).is_published


def test_a_reviewer_publishes_in_the_form(reviewer, draft):
    page = address(m.Visit, "change", draft.pk)
    assert reviewer.post(page, typed(reviewer.get(page), editorial_status="published")).status_code == 302
    assert m.Visit.objects.get(pk=draft.pk).is_published


@pytest.mark.parametrize("action", ["publish", "withdraw"])
def test_an_editor_has_no_action_that_publishes(editor, draft, action):
    page = address(m.Visit, "changelist")
    assert action not in editor.get(page).context["action_form"].fields["action"].choices
    editor.post(page, {"action": action, "_selected_action": draft.pk})
    assert not m.Visit.objects.get(pk=draft.pk).is_published


def test_a_reviewer_renames_what_is_published_and_its_old_address_leads_there(reviewer, client, world):
    page = address(m.Visit, "change", world["visit"].pk)
    reviewer.post(page, typed(reviewer.get(page), slug="another"))
    assert m.Visit.objects.get(pk=world["visit"].pk).slug == "another"
    assert client.get(world["visit"].get_absolute_url()).headers["Location"].endswith("/visits/another/")


@pytest.mark.parametrize(("language", "words"), [("tr", "eskiden başka bir kayda"), ("en", "its old address leads")])
def test_a_former_slug_is_refused_in_words(reviewer, world, draft, language, words):
    old = world["visit"].slug
    m.Visit.objects.filter(pk=world["visit"].pk).update(slug="another")
    page = address(m.Visit, "change", draft.pk, language=language)
    response = reviewer.post(page, typed(reviewer.get(page), slug=old))
    assert words in response.content.decode()
    assert m.Visit.objects.get(pk=draft.pk).slug == draft.slug


@pytest.mark.parametrize("model", [m.Person, m.Institution, m.Source])
def test_a_renamed_person_institution_or_source_keeps_its_old_address(root, client, world, model):
    thing = model.objects.order_by("pk").first()
    old, page = thing.get_absolute_url(), address(model, "change", thing.pk)
    root.post(page, typed(root.get(page), slug="another"))
    assert model.objects.get(pk=thing.pk).slug == "another"
    assert client.get(old).headers["Location"].endswith("/another/")
    page = address(model, "add")
    response = root.post(page, typed(root.get(page), slug=thing.slug))
    assert "its old address leads there" in response.content.decode()


def test_somebody_who_is_no_staff_sees_nothing(client, world):
    assert client.get(address(m.Visit, "changelist")).status_code == 302
