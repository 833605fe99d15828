from datetime import date, datetime

import pytest

openpyxl = pytest.importorskip("openpyxl")

from relations.export import bundle, cells, schema, workbook, workbook_columns  # noqa: E402
from relations.export.edition import Draft, Edition  # noqa: E402

pytestmark = pytest.mark.django_db
EDITION = Edition(7, "2026-11-21T04:05:06.000120Z")


def opened(folder):
    return openpyxl.load_workbook(folder / "data.xlsx")


def again(built):
    """The workbook written once more."""
    workbook.write(Draft(built, EDITION, {}))
    return opened(built)


def cell(sheet, slug, heading):
    """The cell of a row under a heading, in one language or the other."""
    heads = [head.value for head in sheet[1]]
    [place] = [place for place, head in enumerate(heads) if heading in head.split("\n")]
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[0].value == slug]
    return row[place]


def test_there_is_a_sheet_for_each_table_between_a_guide_and_the_words(built):
    names = opened(built).sheetnames
    assert names[0] == "Açıklama · Read me"
    assert names[1:4] == ["Ziyaretler · Visits", "Konseyler · Councils", "Toplantılar · Meetings"]
    assert names[-2:] == ["Sütunlar · Columns", "Kodlar · Codes"]
    assert len(names) == 3 + len(schema.tables()) - len(workbook.REPEATED)


def test_headings_are_in_both_languages_and_stay_in_sight(built):
    sheet = opened(built)["Ziyaretler · Visits"]
    heads = [head.value for head in sheet[1]]
    assert heads[0] == "Kısa ad\nSlug"
    assert "Nereden\nFrom" in heads
    assert len(set(heads)) == len(heads)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_days_are_days_and_what_is_no_day_is_text(built):
    book = opened(built)
    sheet = book["Anlaşmalar · Agreements"]
    signed = "agreement-kaz-tur-2022-05-partnership"
    assert cell(sheet, signed, "Date").value == "2022-05-10"
    assert cell(sheet, signed, "Date, where it is a day").value == datetime.fromisoformat("2022-05-10")
    assert cell(sheet, signed, "Earliest day").is_date
    assert cell(sheet, signed, "Entry into force").value == "2022~"
    assert cell(sheet, signed, "Entry into force, where it is a day").value is None
    visit = book["Ziyaretler · Visits"]
    assert cell(visit, "visit-kaz-tur-2012-10-nazarbayev", "Date, where it is a day").value is None
    assert cell(visit, "visit-kaz-tur-2012-10-nazarbayev", "Latest day").value == datetime.fromisoformat("2012-10-12")


def test_numbers_are_numbers(built):
    sheet = opened(built)["Sayısal veriler · Figures"]
    value = cell(sheet, "figure-kaz-tur-2016-import-mfa", "Değer")
    assert (value.value, value.data_type, value.number_format) == (1330000000, "n", "#,##0")
    share = cell(sheet, "figure-share", "Value")
    assert (share.value, share.number_format) == (3.875, "#,##0.000")


def test_no_text_is_a_formula(built):
    book = opened(built)
    summary = cell(book["Dönüm noktaları · Milestones"], "milestone-1991-recognition", "Summary (English)")
    assert summary.value.startswith("=HYPERLINK")
    assert summary.data_type == "s"
    for sheet in book:
        assert all(each.data_type != "f" for row in sheet.iter_rows() for each in row)


def test_a_row_links_to_its_page_in_each_language(built, client):
    sheet = opened(built)["Ziyaretler · Visits"]
    for language in ("Turkish", "English"):
        link = cell(sheet, "visit-kaz-tur-2012-10-nazarbayev", f"Page in {language}")
        assert link.hyperlink.target == link.value
        assert client.get(link.value.removeprefix("http://127.0.0.1:8000")).status_code == 200


@pytest.mark.parametrize("name", workbook_columns.PAGES)
def test_every_other_link_leads_to_a_page(built, client, name):
    table = next(table for table in schema.tables() if table.name == name)
    for row in cells.typed(built, table):
        for column in workbook_columns._pages(table):
            address = column.value(dict(zip(table.names, row, strict=True)))
            assert client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_the_guide_says_revision_licence_and_how_to_cite_in_both_languages(built):
    number = bundle.read(built)[0]["revision"]["number"]
    rows = list(opened(built)["Açıklama · Read me"].iter_rows(values_only=True))
    text = [" ".join(row[place] for row in rows) for place in (0, 1)]
    for words, revision in zip(text, ("Sürüm", "Revision"), strict=True):
        assert f"{revision} {number}" in words
        assert "CC BY 4.0" in words
    assert "Boş hücre" in text[0]


def test_codes_are_explained(built):
    rows = list(opened(built)["Kodlar · Codes"].iter_rows(values_only=True))
    assert ("visits", "status", "held", "gerçekleşti", "took place") in rows


def test_rows_past_the_end_of_a_sheet_go_on_to_the_next(built, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    book = again(built)
    names = [name for name in book.sheetnames if name.startswith("Anlaşmalar")]
    assert names == ["Anlaşmalar · Agreements", "Anlaşmalar · Agreements 2", "Anlaşmalar · Agreements 3"]
    assert [book[name].max_row for name in names] == [2, 2, 2]
    assert all(book[name]["A1"].value == "Kısa ad\nSlug" for name in names)


def test_what_the_format_cannot_hold_is_still_there_as_text(built, monkeypatch):
    monkeypatch.setattr(workbook_columns, "MOST_LINKS", 1)
    path = built / "milestones.csv"
    long = "x" * (workbook_columns.LONGEST + 9)
    path.write_text(path.read_text().replace("1991-12-16", "1881-12-16").replace("Tanıma", long), newline="")
    sheet = again(built)["Dönüm noktaları · Milestones"]
    slug = "milestone-1991-recognition"
    assert cell(sheet, slug, "Earliest day").value == date(1881, 12, 16).isoformat()
    assert cell(sheet, slug, "Title (Turkish)").value.endswith("x…")
    assert cell(sheet, slug, "Page in English").value.endswith(f"/en/milestones/{slug}/")
    assert cell(sheet, slug, "Page in English").hyperlink is None
