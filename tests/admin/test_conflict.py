"""Two people with the same form open: the second is told, keeps what was typed, and decides."""

import re

import pytest

from relations import models as m
from relations.admin.conflict import ANYWAY

from .conftest import KINDS, LANGUAGES, NOUNS, address, errors, member, typed

NAMES = {"office": "title_en", "source": "title_en", "relationship": "overview_en"}
ALL = {**KINDS, **NOUNS}


def column(name):
    return "title_en" if name in KINDS else NAMES.get(name, "name_en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_the_second_to_save_is_told_and_keeps_what_was_typed(root, reviewer, world, name, language):
    row = ALL[name].objects.first()
    page, field = address(ALL[name], "change", row.pk, language=language), column(name)
    root.post(page, typed(root.get(page)))  # loaded rows have no history yet
    mine, theirs = typed(root.get(page), **{field: "Mine"}), typed(reviewer.get(page), **{field: "Theirs"})
    assert reviewer.post(page, theirs).status_code == 302
    response = root.post(page, mine)
    assert response.status_code == 200
    assert errors(response).keys() == {"form.__all__"}
    assert getattr(ALL[name].objects.get(pk=row.pk), field) == "Theirs"
    conflict = response.context["adminform"].form.conflict
    assert conflict.who == "reviewer"
    assert conflict.when is not None
    assert [(one.stored, one.typed) for one in conflict.differences] == [("Theirs", "Mine")]
    assert response.context["adminform"].form[field].value() == "Mine"
    assert "reviewer" in response.text


@pytest.mark.parametrize("name", ALL)
def test_whoever_has_looked_may_save_over_it(root, reviewer, world, name):
    row = ALL[name].objects.first()
    page, field = address(ALL[name], "change", row.pk), column(name)
    mine = typed(root.get(page), **{field: "Mine"})
    reviewer.post(page, typed(reviewer.get(page), **{field: "Theirs"}))
    response = root.post(page, mine)
    assert root.post(page, typed(response)).status_code == 200  # saving once more is no decision
    seen = re.search(rf'name="{ANYWAY}" value="([^"]+)"', response.text)[1]
    assert root.post(page, {**typed(response), ANYWAY: seen}).status_code == 302
    assert getattr(ALL[name].objects.get(pk=row.pk), field) == "Mine"


def test_saving_over_what_was_looked_at_does_not_save_over_what_came_later(root, reviewer, world):
    page = address(m.Visit, "change", world["visit"].pk)
    mine = typed(root.get(page), title_en="Mine")
    reviewer.post(page, typed(reviewer.get(page), title_en="Theirs"))
    seen = root.post(page, mine).context["adminform"].form.conflict.stamp
    member("third").post(page, typed(reviewer.get(page), title_en="Later"))
    assert root.post(page, {**mine, ANYWAY: seen}).status_code == 200


def test_the_rows_below_the_form_are_kept_too(root, reviewer, world):
    page = address(m.Visit, "change", world["visit"].pk)
    mine = typed(root.get(page), **{"citations-0-evidence": "Mine"})
    reviewer.post(page, typed(reviewer.get(page), **{"citations-0-evidence": "Theirs"}))
    response = root.post(page, mine)
    assert response.context["inline_admin_formsets"][0].formset.forms[0]["evidence"].value() == "Mine"
    assert m.Citation.objects.filter(evidence="Theirs").exists()


def test_a_citation_changed_by_itself_is_a_change_of_its_record(root, reviewer, world):
    page = address(m.Visit, "change", world["visit"].pk)
    mine = typed(root.get(page), title_en="Mine")
    citation = address(m.Citation, "change", world["visit"].citations.get(field="date").pk)
    assert reviewer.post(citation, typed(reviewer.get(citation), evidence="Ekim 2012")).status_code == 302
    response = root.post(page, mine)
    assert response.context["adminform"].form.conflict.who == "reviewer"


def test_a_citation_deleted_meanwhile_does_not_stand_in_the_way(root, reviewer, draft):
    page = address(m.Visit, "change", draft.pk)
    mine = typed(root.get(page), title_en="Mine")
    number = next(n for n in range(2) if mine[f"citations-{n}-field"] == "visit_kind")
    assert reviewer.post(page, typed(reviewer.get(page), **{f"citations-{number}-DELETE": "on"})).status_code == 302
    response = root.post(page, mine)
    assert response.status_code == 200
    stamp = response.context["adminform"].form.conflict.stamp
    response = root.post(page, {**typed(response), ANYWAY: stamp})
    assert response.status_code == 302, errors(response)
    assert m.Visit.objects.get(pk=draft.pk).title_en == "Mine"
    assert [one.field for one in draft.citations.all()] == ["date"]


def test_a_form_without_its_stamp_saves_over_nothing(root, world):
    page = address(m.Visit, "change", world["visit"].pk)
    data = typed(root.get(page), title_en="Mine")
    del data["stamp"]
    assert root.post(page, data).status_code == 200


def test_a_row_that_was_deleted_meanwhile_is_said_to_be_gone(root, reviewer, draft):
    page = address(m.Visit, "change", draft.pk)
    mine = typed(root.get(page))
    reviewer.post(address(m.Visit, "delete", draft.pk), {"post": "yes"})
    response = root.post(page, mine, follow=True)
    assert "doesn’t exist" in response.text
