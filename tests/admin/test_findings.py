"""Findings beside a record, the filter for them, and answers by reviewers."""

import pytest

from relations import models as m
from relations.checks.running import run_checks

from .conftest import KINDS, LANGUAGES, address, errors, typed


@pytest.fixture
def planned(world):
    """A visit whose date is past and of which no source tells what became."""
    visit = world["visit"]
    m.Visit.objects.filter(pk=visit.pk).update(status="announced")
    return visit


def finding_of(record):
    return next(each for each in run_checks(drafts=True).findings if each.records[0].pk == record.pk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_stands_beside_its_record(root, planned, language):
    html = root.get(address(m.Visit, "change", planned.pk, language=language)).text
    assert 'id="findings"' in html
    assert {"tr": "Ekim 2012", "en": "October 2012"}[language] in html.partition('id="findings"')[2]


def test_a_record_without_findings_has_no_panel(root, world):
    assert 'id="findings"' not in root.get(address(m.Milestone, "change", world["milestone"].pk)).text


@pytest.mark.parametrize("name", [*KINDS, "record"])
def test_the_list_can_be_narrowed_to_findings(root, planned, name):
    model = KINDS.get(name, m.Record)
    for value, there in (("any", {planned.pk}), ("plans", {planned.pk}), ("sums", set())):
        rows = root.get(address(model, "changelist"), {"findings": value}).context["cl"].queryset
        expected = there if name in ("visit", "record") else set()
        assert {row.pk for row in rows} == expected
    assert root.get(address(model, "changelist"), {"findings": "nonsense"}).status_code == 200


def test_a_reviewer_answers_from_the_record_and_readers_see_it(reviewer, client, planned):
    page = reviewer.get(address(m.Visit, "change", planned.pk))
    [entry] = page.context["findings"]
    form = reviewer.get(entry["link"])
    response = reviewer.post(
        address(m.FindingAnswer, "add"), typed(form, accepted="held", reason_tr="Yapıldı.", reason_en="It took place.")
    )
    assert response.status_code == 302, errors(response)
    answer = m.FindingAnswer.objects.get()
    assert (answer.check_name, answer.key, answer.record_id) == ("plans", finding_of(planned).key, planned.pk)
    assert answer.history.first().history_user == reviewer.user
    assert "It took place." in client.get("/en/checks/").text
    assert "Yapıldı." in client.get("/tr/relations/kaz-tur/checks/").text
    [entry] = reviewer.get(address(m.Visit, "change", planned.pk)).context["findings"]
    assert entry["link"] == address(m.FindingAnswer, "change", answer.pk)


def test_a_finding_has_one_answer(reviewer, planned):
    key = finding_of(planned).key
    m.FindingAnswer.objects.create(check_name="plans", key=key, reason_tr="Yapıldı.")
    form = reviewer.get(address(m.FindingAnswer, "add"), {"check_name": "plans", "key": key})
    response = reviewer.post(address(m.FindingAnswer, "add"), typed(form, reason_tr="Bir daha."))
    assert response.status_code == 200
    assert m.FindingAnswer.objects.count() == 1


def test_an_answer_needs_a_reason_in_some_language(reviewer, planned):
    form = reviewer.get(address(m.FindingAnswer, "add"), {"check_name": "plans", "key": finding_of(planned).key})
    response = reviewer.post(address(m.FindingAnswer, "add"), typed(form))
    assert response.status_code == 200
    assert errors(response)["form.reason_tr"]


def test_an_editor_reads_answers_and_gives_none(editor, planned):
    answer = m.FindingAnswer.objects.create(check_name="plans", key="0" * 16, reason_tr="Yapıldı.")
    assert editor.get(address(m.FindingAnswer, "change", answer.pk)).status_code == 200
    assert editor.get(address(m.FindingAnswer, "add")).status_code == 403
    assert editor.post(address(m.FindingAnswer, "delete", answer.pk), {"post": "yes"}).status_code == 403
    assert [entry["link"] for entry in editor.get(address(m.Visit, "change", planned.pk)).context["findings"]] == [""]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["changelist", "add", "change", "history", "export"])
def test_every_page_of_answers_opens(root, planned, language, page):
    answer = m.FindingAnswer.objects.create(check_name="plans", key="0" * 16, reason_tr="Yapıldı.")
    args = [answer.pk] if page in ("change", "history") else []
    assert root.get(address(m.FindingAnswer, page, *args, language=language)).status_code == 200
