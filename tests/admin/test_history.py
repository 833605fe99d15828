"""History: who changed what and when, and going back to a version with its citations and participants."""

import pytest

from relations import models as m

from .conftest import KINDS, LANGUAGES, address, cite, typed


def save(client, row, **changes):
    """Change a row through its form."""
    page = address(type(row), "change", row.pk)
    response = client.post(page, typed(client.get(page), **changes))
    assert response.status_code == 302, response.context["adminform"].form.errors


def versions(row):
    """The versions of a row, the oldest first."""
    return list(type(row).history.filter(id=row.pk).order_by("history_id"))


def go_back(client, row, version):
    return client.post(address(type(row), "simple_history", row.pk, version.pk), follow=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_history_tells_who_changed_what(reviewer, world, name, language):
    save(reviewer, world[name], title_en="Another title")
    text = reviewer.get(address(KINDS[name], "history", world[name].pk, language=language)).text
    assert "reviewer" in text
    assert f"Title of {world[name].slug}" in text
    assert "Another title" in text


@pytest.mark.parametrize("name", KINDS)
def test_the_state_before_the_first_change_is_a_version_too(root, world, name):
    type(world[name]).history.all().delete()  # as the fixtures load them
    save(root, world[name], title_en="Another title")
    before, after = versions(world[name])
    assert (before.title_en, before.history_user) == (f"Title of {world[name].slug}", None)
    assert (after.title_en, after.history_user) == ("Another title", root.user)


@pytest.mark.parametrize("name", KINDS)
def test_a_version_is_shown_and_gone_back_to(root, world, name):
    record = world[name]
    m.Citation.history.all().delete()
    type(record).history.all().delete()
    save(root, record, title_tr="Başka başlık", area="energy")
    page = address(KINDS[name], "simple_history", record.pk, versions(record)[0].pk)
    assert f"{record.slug} başlığı" in root.get(page).text
    response = go_back(root, record, versions(record)[0])
    assert "is back as it was" in response.text
    stored = KINDS[name].objects.get(pk=record.pk)
    assert (stored.title_tr, stored.area) == (f"{record.slug} başlığı", "politics")
    assert versions(record)[-1].history_user == root.user


def test_going_back_brings_back_citations_and_participants(root, world):
    visit = world["visit"]
    m.Participation.objects.create(record_id=visit.pk, role="visitor", person=m.Person.objects.get())
    m.Citation.history.all().delete()
    m.Visit.history.all().delete()
    m.Participation.history.all().delete()
    page = address(m.Visit, "change", visit.pk)
    data = typed(root.get(page), date="2012-11", **{"participations-0-DELETE": "on"})
    number = next(n for n in range(2) if data[f"citations-{n}-field"] == "date")
    assert root.post(page, {**data, f"citations-{number}-says": "2012-11"}).status_code == 302
    assert not visit.participations.exists()
    response = go_back(root, visit, versions(visit)[0])
    assert "is back as it was" in response.text
    assert m.Visit.objects.get(pk=visit.pk).date == "2012-10"
    assert visit.citations.get(field="date").says == "2012-10"
    assert visit.participations.get().person.slug == "nursultan-nazarbayev"
    assert str(m.Visit.objects.get(pk=visit.pk).latest) == "2012-10-31"


def test_going_back_undoes_a_change_of_the_preferred_citation(root, draft):
    other = cite(draft, "date", "2010-05-03", source="press-en", preferred=False)
    page = address(m.Visit, "change", draft.pk)
    save(root, draft)
    before = versions(draft)[-1]
    data = typed(root.get(page), date="2010-05-03")
    by_says = {data[f"citations-{n}-says"]: n for n in range(3)}
    data.pop(f"citations-{by_says['2010-05']}-preferred")
    assert root.post(page, {**data, f"citations-{by_says['2010-05-03']}-preferred": "on"}).status_code == 302
    go_back(root, draft, before)
    assert m.Visit.objects.get(pk=draft.pk).date == "2010-05"
    assert not m.Citation.objects.get(pk=other.pk).preferred
    go_back(root, draft, versions(draft)[-2])
    assert m.Citation.objects.get(pk=other.pk).preferred


def test_going_back_leaves_the_editorial_status_as_it_is(root, draft):
    save(root, draft)
    old = versions(draft)[-1]
    save(root, draft, title_en="Another title")
    root.post(address(m.Visit, "changelist"), {"action": "publish", "_selected_action": draft.pk})
    go_back(root, draft, old)
    stored = m.Visit.objects.get(pk=draft.pk)
    assert stored.is_published
    assert stored.title_en == f"Title of {draft.slug}"


def test_a_version_that_breaks_a_rule_of_today_is_not_gone_back_to(root, world):
    meeting = world["councilmeeting"]
    save(root, meeting)
    old = versions(meeting)[-1]
    page = address(m.CouncilMeeting, "change", meeting.pk)
    data = typed(root.get(page), ordinal="2")
    number = next(n for n in range(2) if data[f"citations-{n}-field"] == "ordinal")
    root.post(page, {**data, f"citations-{number}-says": "2"})
    m.CouncilMeeting.objects.create(slug="kaz-tur-ydsk-again", title_en="First", council=world["council"], ordinal=1)
    response = go_back(root, meeting, old)
    assert "This council already has a meeting with this ordinal." in response.text
    assert m.CouncilMeeting.objects.get(pk=meeting.pk).ordinal == 2


def test_a_deleted_record_comes_back_as_a_draft_with_its_citations(root, world):
    visit = world["visit"]
    m.Citation.history.all().delete()
    m.Visit.history.all().delete()
    root.post(address(m.Visit, "delete", visit.pk), {"post": "yes"})
    assert not m.Record.objects.filter(pk=visit.pk).exists()
    assert root.get(address(m.Visit, "history", visit.pk)).status_code == 200
    go_back(root, visit, versions(visit)[0])
    stored = m.Visit.objects.get(pk=visit.pk)
    assert not stored.is_published
    assert {one.field for one in stored.citations.all()} == {"date", "visit_kind"}


def test_the_history_of_a_record_lists_the_changes_of_its_citations(root, world):
    page = address(m.Visit, "change", world["visit"].pk)
    root.post(page, typed(root.get(page), **{"citations-0-evidence": "11-12 Ekim 2012"}))
    text = root.get(address(m.Visit, "history", world["visit"].pk)).text
    assert "11-12 Ekim 2012" in text
    assert "mfa-tr" in text or "Visit" in text


def test_a_citation_goes_back_by_itself(root, world):
    citation = world["visit"].citations.get(field="date")
    page = address(m.Citation, "change", citation.pk)
    root.post(page, typed(root.get(page), evidence="Ekim 2012"))
    old = m.Citation.history.filter(id=citation.pk).last()
    go_back(root, citation, old)
    assert m.Citation.objects.get(pk=citation.pk).evidence == ""


def test_the_offices_of_a_person_go_back_with_the_person(root, world):
    person = m.Person.objects.get()
    tenure = m.Tenure.objects.create(person=person, office=m.Office.objects.get(), period="1991/2019")
    page = address(m.Person, "change", person.pk)
    root.post(page, typed(root.get(page)))
    root.post(page, typed(root.get(page), **{"tenures-0-DELETE": "on"}))
    assert not m.Tenure.objects.exists()
    go_back(root, person, versions(person)[-2])
    assert m.Tenure.objects.get().period == tenure.period


def test_a_version_that_the_fixtures_loaded_has_the_citations_that_were_loaded_after_it(root, draft):
    for model in (m.Visit, m.Citation):
        model.history.all().delete()
        model.history.bulk_history_create(list(model.objects.all()), default_change_reason="fixtures")
    page = address(m.Visit, "change", draft.pk)
    assert "loaded from the fixtures" in root.get(address(m.Visit, "history", draft.pk)).text
    root.post(page, typed(root.get(page), **{"citations-0-DELETE": "on", "citations-1-DELETE": "on"}))
    assert not draft.citations.exists()
    go_back(root, draft, versions(draft)[0])
    assert draft.citations.count() == 2


def test_records_deleted_from_the_list_come_back_too(root, world):
    visit = world["visit"]
    data = {"action": "delete_selected", "_selected_action": visit.pk, "post": "yes"}
    root.post(address(m.Visit, "changelist"), data)
    assert not m.Record.objects.filter(pk=visit.pk).exists()
    go_back(root, visit, versions(visit)[-2])
    assert m.Visit.objects.get(pk=visit.pk).citations.count() == 2
