import csv
import io
import struct
from datetime import timedelta

import pytest
from django.utils import timezone

from relations.models import Citation, Country, Figure, Relationship, Reporter, Source
from relations.views.charts import edition

LANGUAGES = ("tr", "en")
MISSING = ("trade/kaz-xxx", "nothing/kaz-tur", "meetings/kaz-tur", "trade/" + "a" * 300)


@pytest.fixture
def pair(db):
    """A pair with trade from two reporters, a target, and students."""
    for code, name in (("KAZ", "Kazakhstan"), ("TUR", "Türkiye")):
        Country.objects.create(code=code, name_tr=name, name_en=name)
    made = Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
    Source.objects.create(slug="source-en", kind="press", language="en", publisher_tr="Yayıncı", publisher_en="Press")
    for slug, country in (("kaz", "KAZ"), ("tur", "TUR")):
        Reporter.objects.create(slug=slug, name_tr=slug, name_en=slug, country_id=country)
    trade = [("2016", "tur", "exact"), ("2019", "kaz", "over"), ("2025-01/2025-11", "tur", "exact")]
    for date, reporter, qualifier in [*trade, ("2024", "tur", "planned")]:
        add(made, date, reporter, indicator="trade_total", value=5 * 10**9, qualifier=qualifier)
    add(made, "2016", "tur", indicator="export", value=625_000_000)
    for date, value in (("2016/2017", 1799), ("2018/2019", 2191)):
        add(made, date, "tur", indicator="students", value=value, unit="student")


def add(pair, date, reporter, **values):
    number = Figure.objects.count()
    titles = {"title_tr": f"Veri {number}", "title_en": f"Figure {number}"}
    figure = Figure.objects.create(
        slug=f"figure-{number}",
        date=date,
        relationship=pair,
        editorial_status="published",
        origin_id="KAZ",
        destination_id="TUR",
        reporter=Reporter.objects.get(slug=reporter),
        **titles,
        **values,
    )
    source = Source.objects.get()
    Citation.objects.create(record=figure.record, field="value", source=source, says=str(figure.value), preferred=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["trade", "students"])
def test_a_chart_has_a_page_with_its_table_and_its_files(pair, client, language, name):
    text = client.get(f"/{language}/charts/{name}/kaz-tur/").content.decode()
    assert text.count("<svg") == 2
    assert "<caption>" in text
    for suffix in ("svg", "png", "csv"):
        assert f'href="/{language}/charts/{name}/kaz-tur.{suffix}"' in text
    assert f"/{language}/embed/chart/{name}/kaz-tur/" in text


@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.parametrize("form", ["charts/{}/", "charts/{}.svg", "charts/{}.png", "charts/{}.csv", "embed/chart/{}/"])
def test_what_is_not_there_is_not_found(pair, client, missing, form):
    assert client.get("/en/" + form.format(missing)).status_code == 404


def test_a_pair_with_nothing_to_draw_has_no_files(pair, client):
    Figure.objects.all().delete()
    assert client.get("/en/charts/trade/kaz-tur.svg").status_code == 404
    assert client.get("/en/embed/chart/trade/kaz-tur/").status_code == 404


def test_an_unknown_form_is_not_found(pair, client):
    assert client.get("/en/charts/trade/kaz-tur.gif").status_code == 404


def test_only_the_embedded_chart_may_be_framed(pair, client):
    embedded = client.get("/en/embed/chart/trade/kaz-tur/")
    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "script-src 'self'" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    for path in ("", "charts/trade/kaz-tur/", "charts/trade/kaz-tur.svg", "relations/kaz-tur/", "embed/chart/x/y/"):
        response = client.get(f"/en/{path}")
        assert response["X-Frame-Options"] == "DENY", path
        if response.status_code == 200:
            assert "frame-ancestors 'none'" in response["Content-Security-Policy"], path


def test_nothing_runs_in_a_picture(pair, client):
    policy = client.get("/en/charts/trade/kaz-tur.svg")["Content-Security-Policy"]
    assert set(policy.split("; ")) == {"default-src 'none'", "frame-ancestors 'none'", "sandbox"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [("svg", "image/svg+xml; charset=utf-8"), ("png", "image/png"), ("csv", "text/csv; charset=utf-8")],
)
def test_a_file_is_sent_once_for_each_revision_and_language(pair, client, language, suffix, content_type):
    path = f"/{language}/charts/students/kaz-tur.{suffix}"
    first = client.get(path)
    assert first["Content-Type"] == content_type
    assert f'filename="students-kaz-tur-{language}.{suffix}"' in first["Content-Disposition"]
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Figure.objects.filter(indicator="students").first().save()
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_each_language_has_a_mark_of_its_own(pair, client):
    tr, en = (client.get(f"/{language}/charts/trade/kaz-tur.svg") for language in LANGUAGES)
    assert tr["ETag"] != en["ETag"]
    assert edition() in en["ETag"]


def test_the_table_reads_back_from_csv(pair, client):
    content = client.get("/tr/charts/trade/kaz-tur.csv").content
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    figures = {each.slug: each for each in Figure.objects.select_related("reporter")}
    assert (
        len(rows)
        == Figure.objects.filter(
            relationship__slug="kaz-tur", indicator__in=["trade_total", "export", "import"]
        ).count()
    )
    for row in rows:
        figure = figures[row["figure"]]
        assert (float(row["value"]), row["unit"], row["period"]) == (float(figure.value), figure.unit, figure.date)
        assert row["reporter"] == figure.reporter.slug
        assert row["sources"]


def test_a_png_is_a_picture(pair, client):
    content = client.get("/en/charts/trade/kaz-tur.png").content
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (1440,)


def test_a_chart_asks_no_more_of_the_database_for_more_figures(pair, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/en/charts/trade/kaz-tur.svg")


def test_a_drawing_is_asked_for_anew_on_another_day(pair, client, monkeypatch):
    first = client.get("/en/charts/trade/kaz-tur.svg")["ETag"]
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("relations.views.charts.timezone.now", lambda: tomorrow)
    assert client.get("/en/charts/trade/kaz-tur.svg")["ETag"] != first
