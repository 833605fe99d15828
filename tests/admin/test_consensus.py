"""However staff change citations, the record shows how well its sources agree."""

import pytest

from relations import models as m
from relations.checks.consensus import refresh

from .conftest import address, cite, typed
from .test_history import go_back, save, versions
from .test_tables import confirm, dry_run, exported, file_of, told


@pytest.fixture
def visit(world):
    """A visit on whose date two sources agree, while one speaks of its kind."""
    cite(world["visit"], "date", "2012-10", source="press-en", preferred=False)
    m.Citation.objects.filter(record=world["visit"].pk, field="visit_kind").delete()
    m.Visit.objects.filter(pk=world["visit"].pk).update(visit_kind="unspecified")
    refresh()
    assert state(world["visit"]) == "confirmed"
    return m.Visit.objects.get(pk=world["visit"].pk)


def state(record):
    return m.Record.objects.get(pk=record.pk).consensus


def other(visit):
    return m.Citation.objects.get(record=visit.pk, source__slug="press-en")


def test_in_the_form_of_the_record(root, visit):
    page = address(m.Visit, "change", visit.pk)
    data = typed(root.get(page))
    number = next(n for n in range(2) if data[f"citations-{n}-id"] == other(visit).pk)
    assert root.post(page, {**data, f"citations-{number}-says": "2012-11"}).status_code == 302
    assert state(visit) == "conflict"
    data = typed(root.get(page))
    number = next(n for n in range(2) if data[f"citations-{n}-id"] == other(visit).pk)
    assert root.post(page, {**data, f"citations-{number}-DELETE": "on"}).status_code == 302
    assert state(visit) == "single"


def test_in_the_form_of_the_citation_and_when_it_is_deleted(root, visit):
    save(root, other(visit), says="2012-11")
    assert state(visit) == "conflict"
    assert root.post(address(m.Citation, "delete", other(visit).pk), {"post": "yes"}).status_code == 302
    assert state(visit) == "single"


def test_when_a_record_goes_back_to_an_older_version(root, visit):
    page = address(m.Visit, "change", visit.pk)
    data = typed(root.get(page), title_en="Another title")
    number = next(n for n in range(2) if data[f"citations-{n}-id"] == other(visit).pk)
    assert root.post(page, {**data, f"citations-{number}-says": "2012-11"}).status_code == 302
    assert state(visit) == "conflict"
    go_back(root, visit, versions(visit)[-2])
    assert other(visit).says == "2012-10"
    assert state(visit) == "confirmed"


def test_when_a_citation_goes_back(root, visit):
    save(root, other(visit), says="2012-11")
    citation = other(visit)
    assert state(visit) == "conflict"
    go_back(root, citation, versions(citation)[0])
    assert state(visit) == "confirmed"


def test_when_citations_come_in_by_table(root, visit):
    rows = [row for row in exported(root, m.Citation) if row["record"] == visit.slug]
    rows = [{**row, "says": "2012-11"} if row["source"] == "press-en" else row for row in rows]
    response = dry_run(root, m.Citation, file_of(rows))
    assert told(response) == []
    assert state(visit) == "confirmed"  # nothing is written before it is confirmed
    confirm(root, m.Citation, response)
    assert state(visit) == "conflict"


def test_when_records_come_in_by_table(root, world):
    figure = world["figure"]
    m.Record.objects.filter(pk=figure.pk).update(consensus="")
    rows = [{**row, "title_en": "Another title"} for row in exported(root, m.Figure)]
    confirm(root, m.Figure, dry_run(root, m.Figure, file_of(rows)))
    assert m.Figure.objects.get().title_en == "Another title"
    assert state(figure) == "single"


def test_when_a_source_turns_out_to_be_a_translation(root, visit):
    source = m.Source.objects.get(slug="press-en")
    save(root, source, translation_of=m.Source.objects.get(slug="mfa-tr").pk)
    assert state(visit) == "single"
    go_back(root, source, versions(source)[0])
    assert state(visit) == "confirmed"


def test_by_the_actions_of_the_list(root, visit):
    m.Record.objects.filter(pk=visit.pk).update(consensus="")
    data = {"action": "withdraw", "_selected_action": [visit.pk]}
    root.post(address(m.Visit, "changelist"), data)
    assert not m.Visit.objects.get(pk=visit.pk).is_published
    assert state(visit) == "confirmed"
