"""CSV in and out of every kind: a dry run first, errors by row, all of a file or nothing."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from relations import models as m

from .conftest import KINDS, LANGUAGES, NOUNS, PARTS, address

ALL = {**KINDS, **NOUNS, **PARTS}
VISIT = {
    "slug": "visit-kaz-tur-2020", "title_tr": "Ziyaret", "title_en": "Visit", "date": "2020", "origin": "KAZ",
    "destination": "TUR", "relationship": "kaz-tur", "area": "politics",
}  # fmt: skip


def exported(client, model, **query):
    response = client.get(address(model, "export"), query)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv"
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def file_of(rows, delimiter=","):
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def dry_run(client, model, content, language="en"):
    data = content if isinstance(content, bytes) else content.encode()
    upload = SimpleUploadedFile("rows.csv", data, "text/csv")
    page = address(model, "import", language=language)
    return client.post(page, {"import_file": upload, "format": "0", "resource": "0"})


def confirm(client, model, response):
    form = response.context["confirm_form"]
    data = {field.html_name: field.value() for field in form}
    return client.post(address(model, "process_import"), data, follow=True)


def told(response):
    """The messages of a dry run: of the file, and of each row by column."""
    result = response.context.get("result")
    if result is None:
        return [str(message) for messages in response.context["form"].errors.values() for message in messages]
    found = [str(error.error) for error in result.base_errors]
    found += [str(error.error) for _number, errors in result.row_errors() for error in errors]
    for row in result.invalid_rows:
        found += [f"{row.number} {name}: {text}" for name, texts in row.error_dict.items() for text in texts]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_what_is_exported_comes_in_again_unchanged(root, world, name, language):
    m.Participation.objects.create(record_id=world["visit"].pk, role="visitor", person=m.Person.objects.get())
    world["agreement"].countries.set(m.Country.objects.filter(code__in=["KAZ", "TUR", "AZE"]))
    rows = exported(root, ALL[name])
    assert len(rows) == ALL[name].objects.count()
    before = list(ALL[name].objects.order_by("pk").values())
    response = dry_run(root, ALL[name], file_of(rows), language)
    assert told(response) == []
    assert {row.import_type for row in response.context["result"].rows} == {"skip"}
    assert "unchanged" in confirm(root, ALL[name], response).text
    assert list(ALL[name].objects.order_by("pk").values()) == before


@pytest.mark.parametrize("name", KINDS)
def test_a_table_speaks_in_keys_and_in_both_languages(root, world, name):
    [row] = exported(root, KINDS[name])
    assert row["slug"] == world[name].slug
    assert row["relationship"] == "kaz-tur"
    assert (row["title_tr"], row["title_en"]) == (f"{world[name].slug} başlığı", f"Title of {world[name].slug}")
    assert not {"id", "record", "title", "kind", "earliest", "changed_at"} & row.keys()


def test_numbers_are_plain_in_every_language(root, world):
    [row] = exported(root, m.Figure)
    assert (row["value"], row["step"]) == ("1330000000", "10000000")
    response = root.get(address(m.Figure, "export", language="tr"))
    assert "1330000000," in response.content.decode()


@pytest.mark.parametrize("name", KINDS)
def test_a_row_with_a_known_slug_changes_it_and_one_with_a_new_slug_adds_it(root, world, name):
    world[name].citations.all().delete()
    [row] = exported(root, KINDS[name])
    row |= {"editorial_status": "draft"}
    changed, added = {**row, "title_en": "Another title"}, {**row, "slug": f"{row['slug']}-2", "title_en": "New"}
    if name == "councilmeeting":
        added["ordinal"] = "2"
    response = dry_run(root, KINDS[name], file_of([changed, added]))
    assert told(response) == []
    assert KINDS[name].objects.get().title_en == f"Title of {world[name].slug}"  # a dry run writes nothing
    assert "<ins>Another title</ins>" in response.text
    assert "Imported: 1 new, 1 changed, 0 unchanged." in confirm(root, KINDS[name], response).text
    assert KINDS[name].objects.get(slug=row["slug"]).title_en == "Another title"
    new = KINDS[name].objects.get(slug=added["slug"])
    assert (new.kind, str(new.earliest)) == (KINDS[name].of_kind, "2012-10-01")
    version = KINDS[name].history.filter(slug=row["slug"]).first()
    assert (version.history_user, version.history_change_reason) == (root.user, "imported")


def test_columns_that_are_left_out_stay_as_they_are(root, world):
    response = dry_run(root, m.Visit, file_of([{"slug": world["visit"].slug, "title_en": "Another title"}]))
    confirm(root, m.Visit, response)
    visit = m.Visit.objects.get(pk=world["visit"].pk)
    assert (visit.title_en, visit.title_tr, visit.date) == ("Another title", world["visit"].title_tr, "2012-10")
    assert visit.is_published


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"date": "2020-02-30"}, "date"),
        ({"date": "2020-05/2020-04"}, "date"),
        ({"destination": "KAZ"}, "destination"),
        ({"destination": "XXX"}, "destination"),
        ({"relationship": "tur-kaz"}, "relationship"),
        ({"area": "weather"}, "area"),
        ({"slug": ""}, "slug"),
        ({"slug": "milestone-1991-recognition"}, "slug"),
        ({"title_tr": "", "title_en": ""}, "title_tr"),
        ({"title_en": "x" * 201}, "title_en"),
    ],
)
def test_one_broken_row_is_told_by_row_and_column_and_nothing_is_written(root, world, changes, column):
    rows = [VISIT, {**VISIT, "slug": "visit-kaz-tur-2021", **changes}]
    response = dry_run(root, m.Visit, file_of(rows))
    [message] = told(response)
    assert message.startswith(f"2 {column}: ")
    assert response.context.get("confirm_form") is None
    assert "Nothing was saved" in response.text
    assert not m.Visit.objects.filter(slug=VISIT["slug"]).exists()


@pytest.mark.parametrize(
    ("column", "value"),
    [("value", "-1"), ("value", "many"), ("value", "1,5"), ("value", "1.330.000"), ("value", "NaN"), ("unit", "XYZ")],
)
def test_a_figure_that_cannot_be_read_is_refused(root, world, column, value):
    [row] = exported(root, m.Figure)
    [message] = told(dry_run(root, m.Figure, file_of([{**row, column: value}])))
    assert message.startswith(f"1 {column}: ")


def test_an_ordinal_that_is_taken_is_refused(root, world):
    [row] = exported(root, m.CouncilMeeting)
    again = {**row, "slug": "kaz-tur-ydsk-2", "editorial_status": "draft"}
    assert told(dry_run(root, m.CouncilMeeting, file_of([again]))) == [
        "1 ordinal: This council already has a meeting with this ordinal."
    ]


def test_a_value_that_its_citation_contradicts_is_refused(root, world):
    row = {"slug": world["visit"].slug, "date": "2012-11"}
    assert told(dry_run(root, m.Visit, file_of([row]))) == [
        "1 __all__: The preferred citation says 2012-10, the record 2012-11."
    ]


def test_a_public_row_needs_its_citations_first(root, world):
    [message] = told(dry_run(root, m.Visit, file_of([{**VISIT, "editorial_status": "published"}])))
    assert "Nothing cites date" in message


@pytest.mark.parametrize("column", ["countries", "institutions"])
def test_an_unknown_key_among_several_is_refused(root, world, column):
    [message] = told(dry_run(root, m.Visit, file_of([{**VISIT, column: "KAZ mfa-tur nowhere"}])))
    assert "There is no" in message
    assert not m.Visit.objects.filter(slug=VISIT["slug"]).exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title_en\nVisit\n", "The file needs these columns: slug."),
        ("slug,tittle_en\na,b\n", "These columns are not recognised: tittle_en."),
        ("slug,title_en\na\n", "Row 1 has 1 cells where the header has 2."),
        ("slug,title_en\na,b,c\n", "Row 1 has 3 cells where the header has 2."),
        ("slug,slug\na,b\n", "Two columns have the same name."),
        ('slug,title_en\na,"b\n', "The file is not CSV: unexpected end of data."),
        ("slug,title_en\n", "No valid data to import"),
        ("", "The submitted file is empty."),
        ("slug,title_tr\na,ı\n".encode("iso-8859-9"), "The file is not in UTF-8: save it as “CSV UTF-8”."),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(root, world, content, message):
    assert told(dry_run(root, m.Visit, content))[0].startswith(message)


def test_two_rows_with_one_key_are_refused(root, world):
    response = dry_run(root, m.Visit, file_of([VISIT, VISIT]))
    assert told(response) == ["2 __all__: An earlier row of the file has the same key."]


def test_spreadsheets_write_semicolons_and_a_mark(root, world):
    response = dry_run(root, m.Visit, b"\xef\xbb\xbf" + file_of([VISIT], delimiter=";").encode())
    assert told(response) == []
    confirm(root, m.Visit, response)
    assert m.Visit.objects.get(slug=VISIT["slug"]).destination_id == "TUR"


def test_what_an_editor_brings_in_are_drafts(editor, world):
    response = dry_run(editor, m.Visit, file_of([{**VISIT, "editorial_status": "published"}]))
    assert told(response) == []
    confirm(editor, m.Visit, response)
    assert not m.Visit.objects.get(slug=VISIT["slug"]).is_published


@pytest.mark.parametrize("name", KINDS)
def test_an_editor_brings_nothing_into_what_is_published(editor, world, name):
    row = {"slug": world[name].slug, "title_en": "Another title"}
    assert told(dry_run(editor, KINDS[name], file_of([row]))) == [
        "1 __all__: This is public: only reviewers can change it."
    ]


def test_an_editor_brings_no_citation_into_what_is_published(editor, world, draft):
    row = {"field": "place", "source": "mfa-tr", "start": "1", "end": "2", "says": "ankara", "preferred": "true"}
    [message] = told(dry_run(editor, m.Citation, file_of([{"record": world["visit"].slug, **row}])))
    assert "only reviewers can change it" in message
    assert told(dry_run(editor, m.Citation, file_of([{"record": draft.slug, **row}]))) != []  # the draft has no place
    response = dry_run(editor, m.Citation, file_of([{"record": draft.slug, **row, "field": "visitor"}]))
    assert told(response) == []
    confirm(editor, m.Citation, response)
    assert draft.citations.get(field="visitor").says == "ankara"


def test_citations_that_contradict_their_record_do_not_come_in(root, world):
    rows = [row for row in exported(root, m.Citation) if row["record"] == world["visit"].slug]
    date = next(row for row in rows if row["field"] == "date")
    response = dry_run(root, m.Citation, file_of([{**date, "says": "2013"}]))
    assert told(response) == [f"{world['visit'].slug}: The preferred citation says 2013, the record 2012-10."]
    assert response.context.get("confirm_form") is None


def test_an_editor_may_not_import_pairs(editor, world):
    assert editor.get(address(m.Relationship, "import")).status_code == 403
    assert editor.get(address(m.Relationship, "export")).status_code == 200


def test_a_third_pair_comes_in_by_table(root, world):
    row = {"first": "TUR", "second": "RUS", "overview_tr": "", "overview_en": ""}
    confirm(root, m.Relationship, dry_run(root, m.Relationship, file_of([row])))
    assert m.Relationship.objects.filter(slug="rus-tur", first="RUS", second="TUR").exists()
    [message] = told(dry_run(root, m.Relationship, file_of([row])))
    assert "This pair of countries already exists" in message


def test_only_the_file_of_the_dry_run_can_be_confirmed(root, world):
    response = dry_run(root, m.Visit, file_of([VISIT]))
    form = response.context["confirm_form"]
    data = {field.html_name: field.value() for field in form}
    stolen = root.post(address(m.Visit, "process_import"), {**data, "import_file_name": "passwd"})
    assert "The file of this dry run is gone: send it again." in stolen.text
    assert "1 new" in root.post(address(m.Visit, "process_import"), data, follow=True).text
    assert "is gone" in root.post(address(m.Visit, "process_import"), data).text  # a second click


def test_what_changed_since_the_dry_run_stops_the_import(root, world):
    response = dry_run(root, m.Visit, file_of([VISIT]))
    m.Milestone.objects.create(slug=VISIT["slug"], title_en="Taken meanwhile")
    assert "Nothing was imported" in confirm(root, m.Visit, response).text
    assert not m.Visit.objects.filter(slug=VISIT["slug"]).exists()


def test_the_export_is_what_the_list_shows(root, world, draft):
    assert {row["slug"] for row in exported(root, m.Visit)} == {draft.slug, world["visit"].slug}
    assert [row["slug"] for row in exported(root, m.Visit, editorial_status__exact="draft")] == [draft.slug]


@pytest.mark.parametrize("model", [m.Person, m.Institution, m.Source])
def test_a_row_with_a_former_slug_is_refused(root, world, model):
    rows = exported(root, model)
    model.objects.filter(slug=rows[0]["slug"]).update(slug="another")
    assert "its old address leads there" in str(told(dry_run(root, model, file_of(rows[:1]))))
