"""What every chart's frame, colours and files hold to, shown on the real data."""

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import override

from relations.charts import letters
from relations.charts.chart import NARROW, WIDE, Body, Chart, Table
from relations.charts.files import png, standalone
from relations.charts.frame import framed, source_lines
from relations.charts.palette import STYLES, TOKENS
from relations.charts.registry import KINDS
from relations.charts.svg import el
from relations.models import Council, Relationship, Source

from .figures import pixels

CSS = settings.BASE_DIR / "static" / "css"
LANGUAGES = ("tr", "en")


@pytest.fixture
def real(db):
    call_command("load_fixtures", verbosity=0)


def real_charts():
    """Every chart of every pair and council, in the language that is active."""
    slugs = [*Relationship.objects.values_list("slug", flat=True), *Council.objects.values_list("slug", flat=True)]
    found = (kind.build(slug) for kind in KINDS.values() for slug in slugs)
    return [chart for chart in found if chart]


class Small(Chart):
    def body(self, width):
        return Body((el("a", el("text", "x", class_="c-label"), href="/en/"),), 20)


def small(**more):
    about = {"name": "trade", "subject": "kaz-tur", "title": "A <finding> & more", "note": "How", "sources": []}
    return Small(table=Table((), (), []), **{**about, **more})


def test_real_charts_are_well_formed_and_nothing_leaves_their_files(real):
    for language in LANGUAGES:
        with override(language):
            found = real_charts()
            assert {chart.name for chart in found} >= {"trade", "students"}
            for chart in found:
                for width in (WIDE, NARROW):
                    file = standalone(framed(chart, width))
                    ElementTree.fromstring(file.encode())
                    assert is_blank(file, 0), (chart.key, width)
                    assert is_blank(file, width - STRIP), (chart.key, width)
    assert chart.title.split(" ")[0] in file
    address = f"/{language}/charts/{chart.name}/{chart.subject}/"
    assert address in "".join(re.findall("([^<>]*)</text>", file)), "an address may be broken between lines"
    assert not is_blank(file, 100)


STRIP = 10  # of the margin of 12


def is_blank(file, left):
    """Whether a strip of a file, from top to bottom, shows nothing but paper."""
    high = re.search(r'viewBox="0 0 \d+ (\d+)"', file).group(1)
    strip = re.sub(r'viewBox="[^"]+"', f'viewBox="{left} 0 {STRIP} {high}"', file, count=1)
    strip = re.sub(r' width="\d+" height="\d+" font-family', f' width="{STRIP}" height="{high}" font-family', strip)
    _wide, _high, rows = pixels(png(strip, STRIP // 2))
    return all(set(row) == {255} for row in rows)


def test_a_picture_is_twice_as_fine_as_the_drawing():
    with override("en"):
        wide, high, rows = pixels(png(standalone(framed(small(), NARROW)), NARROW))
    assert wide == 2 * NARROW
    assert high == len(rows) > 100


def test_a_drawing_is_named_by_its_finding_and_its_ids_are_its_own():
    with override("en"):
        wide, narrow = framed(small(), WIDE), framed(small(), NARROW)
    assert wide.get("aria-labelledby") == "trade-kaz-tur-720-t"
    assert wide.children[0].get("id") == "trade-kaz-tur-720-t"
    assert narrow.get("aria-labelledby") != wide.get("aria-labelledby")


def test_a_drawing_with_links_lets_readers_in_and_links_lead_to_the_site_from_a_file(settings):
    settings.SITE_URL = "https://example.org"
    with override("en"):
        drawing = framed(small(), WIDE)
    assert drawing.get("role") == "group"
    assert 'href="https://example.org/en/"' in standalone(drawing)


def test_text_is_escaped_and_no_class_is_left_in_a_file():
    with override("en"):
        file = standalone(framed(small(), WIDE))
    assert "A &lt;finding&gt; &amp; more" in file
    assert "class=" not in file
    assert "style=" not in file
    assert "var(" not in file


def test_colours_are_the_light_ones_of_the_site():
    found = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6})", (CSS / "site.css").read_text())
    tokens = dict(reversed(found))  # the first of each; those of higher contrast come later
    assert {name: tokens[name] for name in TOKENS} == TOKENS


def test_pages_and_files_style_every_class_alike():
    rules = dict(re.findall(r"\n  \.(c-[a-z-]+) \{ ([^}]+) \}", (CSS / "charts.css").read_text()))
    written = {name: dict(re.findall(r"([a-z-]+): ([^;]+);", rule)) for name, rule in rules.items()}
    assert written == STYLES


def test_lines_fit_their_room():
    text = "Kazakistan–Türkiye ticaret hacmi arttı: 1,9 milyar ABD doları (2017) " * 3 + "W" * 90
    for room in (120, 336, 696):
        assert all(letters.width(line) <= room for line in letters.wrap(text, room))
        assert "".join(letters.wrap(text, room)).replace(" ", "") == text.replace(" ", "")


def test_many_sources_say_how_many_are_left_out():
    many = [Source(slug=str(n), publisher_en=f"A publisher of some length {n}", published="2018") for n in range(30)]
    with override("en"):
        found = source_lines(many, 336)
    assert len(found) == 3
    assert re.search(r"and \d+ more$", " ".join(found))
    with override("en"):
        assert source_lines(many[:1], 336) == ["Source: A publisher of some length 0 (2018)"]
        assert source_lines([], 336) == []


# “A square with a number…” in DejaVu Sans at 13 px, measured in a browser; and a Turkish heading in its bold at 18 px.
MEASURED = [
    ("A square with a number is one record of so many documents signed together.", 13, False, 509.5),
    ("Üzerinde sayı olan kare, birlikte imzalanmış", 13, False, 284.2),
    ("A square with a number is one record of so many documents signed together.", 18, True, 793.5),
    ("Üzerinde sayı olan kare, birlikte imzalanmış", 18, True, 445.2),
]


@pytest.mark.parametrize(("text", "size", "bold", "measured"), MEASURED)
def test_text_is_reckoned_as_wide_as_in_the_widest_face_that_readers_have(text, size, bold, measured):
    assert measured <= letters.width(text, size, bold=bold) < measured * 1.07
