"""Adding and changing rows by hand: what is stored, and what is refused on which field."""

import pytest

from relations import models as m

from .conftest import KINDS, LANGUAGES, address, cite, errors, typed

CITATION = {
    "field": "date",
    "says": "1997-06",
    "start": "10",
    "end": "20",
    "evidence": "Haziran 1997",
    "preferred": "on",
}
OWN = {
    "agreement": {"form": "treaty", "count": "1"},
    "visit": {"visit_kind": "unspecified", "status": "held", "origin": "TUR", "destination": "KAZ"},
    "council": {"council_kind": "jec"},
    "councilmeeting": {"ordinal": "7", "status": "held"},
    "milestone": {},
    "figure": {"value": "49", "unit": "person", "qualifier": "exact", "indicator": "students"},
}


def inline(prefix, *rows, initial=0):
    """A formset as a browser posts it."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def new(name, world, *citations, participants=(), **changes):
    """The form of a new record of a kind, filled in."""
    data = {
        "slug": f"new-{name}", "title_tr": "Yeni kayıt", "title_en": "New record", "date": "1997-06", "area": "trade",
        "relationship": world["visit"].relationship_id, "editorial_status": "draft", **OWN[name],
    }  # fmt: skip
    if name == "councilmeeting":
        data["council"] = world["council"].pk
    if name == "figure":
        data["reporter"] = m.Reporter.objects.get().pk
    source = m.Source.objects.get(slug="mfa-tr").pk
    rows = [{"source": source, **citation} for citation in citations]
    return {**data, **inline("citations", *rows), **inline("participations", *participants), **changes}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_a_new_record_is_stored_with_its_citations_and_participants(root, world, name, language):
    person = {"role": "visitor", "person": m.Person.objects.get().pk, "office": m.Office.objects.get().pk}
    more = [{"field": "ordinal", "says": "7", "preferred": "on"}] if name == "councilmeeting" else []
    more += [{"field": "value", "says": "49", "preferred": "on"}] if name == "figure" else []
    page = address(KINDS[name], "add", language=language)
    response = root.post(page, new(name, world, CITATION, *more, participants=[person], editorial_status="published"))
    assert response.status_code == 302, errors(response)
    record = KINDS[name].objects.get(slug=f"new-{name}")
    assert record.kind == KINDS[name].of_kind
    assert (record.title_tr, record.title_en) == ("Yeni kayıt", "New record")
    assert (str(record.earliest), str(record.latest)) == ("1997-06-01", "1997-06-30")
    assert record.is_published
    assert record.citations.get(field="date").evidence == "Haziran 1997"
    assert record.participations.get().person.slug == "nursultan-nazarbayev"


@pytest.mark.parametrize("name", KINDS)
def test_a_form_posted_as_it_was_opened_changes_nothing(root, world, name):
    page = address(KINDS[name], "change", world[name].pk)
    before = KINDS[name].objects.values().get(pk=world[name].pk)
    citations = list(m.Citation.objects.order_by("pk").values())
    response = root.post(page, typed(root.get(page)))
    assert response.status_code == 302, errors(response)
    after = KINDS[name].objects.values().get(pk=world[name].pk)
    assert {**after, "changed_at": None} == {**before, "changed_at": None}
    assert list(m.Citation.objects.order_by("pk").values()) == citations


def test_one_language_is_enough(root, world):
    assert root.post(address(m.Milestone, "add"), new("milestone", world, title_tr="")).status_code == 302
    assert not m.Milestone.objects.get(slug="new-milestone").title_tr


def test_no_language_is_not_enough(root, world):
    response = root.post(address(m.Milestone, "add"), new("milestone", world, title_tr="", title_en=""))
    assert "form.title_tr" in errors(response)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("visit", "date", "2012-13"),
        ("visit", "date", "2013-02-30"),
        ("visit", "date", "2012-10-12/2012-10-11"),
        ("visit", "destination", "TUR"),
        ("visit", "slug", "ziyaret_"),
        ("visit", "wikidata", "43"),
        ("councilmeeting", "ordinal", "1"),
        ("councilmeeting", "ordinal", "0"),
        ("figure", "value", "-1"),
        ("figure", "value", "many"),
        ("figure", "value", "1234567890123456"),
        ("figure", "unit", "XYZ"),
        ("figure", "deadline", "2030"),
        ("agreement", "count", "0"),
        ("agreement", "entry_method", "signature"),
        ("agreement", "in_force", "soon"),
    ],
)
def test_a_wrong_value_is_told_on_its_field(root, world, name, field, value):
    response = root.post(address(KINDS[name], "add"), new(name, world, **{field: value}))
    on = {"deadline": "qualifier", "entry_method": "in_force"}.get(field, field)
    assert f"form.{on}" in errors(response), errors(response)
    assert value in response.text  # what was typed is still there
    assert not m.Record.objects.filter(slug=f"new-{name}").exists()


def test_a_date_that_differs_from_its_preferred_citation_is_told_on_the_citation(root, world):
    response = root.post(address(m.Visit, "add"), new("visit", world, {**CITATION, "says": "1997-07"}))
    assert errors(response) == {"citations-0.says": ["The preferred citation says 1997-07, the record 1997-06."]}


def test_a_figure_is_compared_with_its_qualifier_and_step(root, world):
    row = {"field": "value", "says": "49.0", "preferred": "on", "says_qualifier": "over", "says_step": "1"}
    response = root.post(address(m.Figure, "add"), new("figure", world, row))
    sentence = "The preferred citation says 49.0 (over, step 1), the record 49 (exact, no step)."
    assert errors(response) == {"citations-0.says": [sentence]}
    fits = new("figure", world, row, qualifier="over", step="1")
    assert root.post(address(m.Figure, "add"), fits).status_code == 302


def test_a_field_with_citations_needs_a_preferred_one(root, world):
    row = {name: value for name, value in CITATION.items() if name != "preferred"}
    response = root.post(address(m.Visit, "add"), new("visit", world, row))
    assert list(errors(response)) == ["citations-0.preferred"]


def test_two_preferred_citations_of_a_field_are_refused(root, world):
    response = root.post(
        address(m.Visit, "add"), new("visit", world, CITATION, {**CITATION, "start": "30", "end": "40"})
    )
    assert list(errors(response)) == ["citations-0.says"]


def test_the_same_citation_twice_is_refused(root, world):
    row = {**CITATION, "preferred": ""}
    response = root.post(address(m.Visit, "add"), new("visit", world, CITATION, row))
    assert list(errors(response)) == ["citations-1.source"]


def test_the_same_participant_twice_is_refused(root, world):
    row = {"role": "visitor", "person": m.Person.objects.get().pk}
    response = root.post(address(m.Visit, "add"), new("visit", world, participants=[row, row]))
    assert list(errors(response)) == ["participations-1.person"]


def test_a_participant_without_person_and_office_is_refused(root, world):
    response = root.post(address(m.Visit, "add"), new("visit", world, participants=[{"role": "host"}]))
    assert list(errors(response)) == ["participations-0.person"]


@pytest.mark.parametrize(("start", "end", "field"), [("3600", "3701", "end"), ("20", "20", "end"), ("5", "", "end")])
def test_a_place_that_is_none_in_its_text_is_refused(root, world, start, end, field):
    response = root.post(address(m.Visit, "add"), new("visit", world, {**CITATION, "start": start, "end": end}))
    assert list(errors(response)) == [f"citations-0.{field}"]


def test_a_sentence_is_no_evidence(root, world):
    response = root.post(address(m.Visit, "add"), new("visit", world, {**CITATION, "evidence": "x" * 61}))
    assert list(errors(response)) == ["citations-0.evidence"]


def test_a_draft_may_show_what_nothing_cites(root, world):
    assert root.post(address(m.Visit, "add"), new("visit", world)).status_code == 302


def test_a_published_record_may_not_show_what_nothing_cites(root, world):
    response = root.post(address(m.Visit, "add"), new("visit", world, editorial_status="published"))
    assert errors(response) == {"citations": ["Nothing cites date: add a citation, or keep the record a draft."]}


def test_the_preferred_citation_changes_hands_in_one_save(root, draft):
    cite(draft, "date", "2010-05-03", source="press-en", preferred=False)
    page = address(m.Visit, "change", draft.pk)
    data = typed(root.get(page), date="2010-05-03")
    rows = {data[f"citations-{n}-says"]: n for n in range(2)}
    del data[f"citations-{rows['2010-05']}-preferred"]
    data[f"citations-{rows['2010-05-03']}-preferred"] = "on"
    response = root.post(page, data)
    assert response.status_code == 302, errors(response)
    assert m.Visit.objects.get(pk=draft.pk).date == "2010-05-03"
    assert draft.citations.get(field="date", preferred=True).source.slug == "press-en"


def test_a_deleted_preferred_citation_makes_room_for_another(root, draft):
    page = address(m.Visit, "change", draft.pk)
    data = typed(root.get(page), **{"citations-0-DELETE": "on", "citations-TOTAL_FORMS": 2})
    source = m.Source.objects.get(slug="press-en").pk
    row = {"field": "date", "says": "2010-05", "source": source, "preferred": "on"}
    response = root.post(page, data | {f"citations-1-{name}": value for name, value in row.items()})
    assert response.status_code == 302, errors(response)
    assert draft.citations.get(field="date").source.slug == "press-en"


def test_a_citation_by_itself_is_checked_against_its_record(root, draft):
    page = address(m.Citation, "change", draft.citations.get(field="date").pk)
    response = root.post(page, typed(root.get(page), says="2011"))
    assert errors(response) == {"form.says": ["The preferred citation says 2011, the record 2010-05."]}
    assert root.post(page, typed(root.get(page), evidence="Mayıs 2010")).status_code == 302
    assert draft.citations.get(field="date").evidence == "Mayıs 2010"


def test_a_third_pair_is_added_and_put_in_order(root, world):
    data = {"first": "TUR", "second": "RUS", "overview_tr": "", "overview_en": ""}
    assert root.post(address(m.Relationship, "add"), data).status_code == 302
    assert m.Relationship.objects.get(slug="rus-tur").codes == ("RUS", "TUR")


@pytest.mark.parametrize(("first", "second"), [("TUR", "TUR"), ("TUR", "KAZ"), ("KAZ", "TUR")])
def test_a_pair_with_itself_and_a_second_row_of_a_pair_are_refused(root, world, first, second):
    response = root.post(address(m.Relationship, "add"), {"first": first, "second": second})
    assert list(errors(response)) == ["form.second"]


def test_an_unknown_country_is_refused(root, world):
    response = root.post(address(m.Visit, "add"), new("visit", world, origin="XXX"))
    assert list(errors(response)) == ["form.origin"]


def test_a_text_is_held_whole_or_not_at_all(root, world):
    data = {"slug": "statement", "kind": "official", "title_en": "Statement", "publisher_en": "Ministry"}
    data |= {"language": "en", "text_file": "statement.txt"}
    response = root.post(address(m.Source, "add"), data)
    assert list(errors(response)) == ["form.sha256"]


def test_the_draft_is_previewed_and_the_public_page_is_viewed(root, world, draft):
    assert "Preview the draft" in root.get(address(m.Visit, "change", draft.pk)).text
    assert "View on site" in root.get(address(m.Visit, "change", world["visit"].pk)).text
    assert "Taslağı" not in root.get(address(m.Visit, "change", draft.pk)).text


FORGED = ["letters", "1.5", "-1", "9" * 30, "1 OR 1=1", "TURKIYE"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", FORGED)
@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("visit", "institutions"),
        ("visit", "countries"),
        ("visit", "place"),
        ("visit", "origin"),
        ("figure", "reporter"),
    ],
)
def test_what_can_be_no_key_is_refused_in_words(root, world, name, field, value, language):
    page = address(KINDS[name], "add", language=language)
    response = root.post(page, new(name, world, **{field: value}))
    assert response.status_code == 200
    assert f"form.{field}" in errors(response)
    assert {"tr": "eçerli", "en": "valid"}[language] in errors(response)[f"form.{field}"][0]


@pytest.mark.parametrize(("row", "field"), [("citations", "source"), ("participations", "person")])
def test_a_row_below_refuses_what_can_be_no_key(root, world, row, field):
    rows = {"citations": {**CITATION, "source": "letters"}, "participations": {"role": "visitor", "person": "letters"}}
    response = root.post(address(m.Visit, "add"), {**new("visit", world), **inline(row, rows[row])})
    assert response.status_code == 200
    assert any(name.endswith(f".{field}") for name in errors(response)), errors(response)
