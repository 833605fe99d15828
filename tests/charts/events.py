"""Records that were never saved, and what holds of any drawing of them."""

import math
import re

from hypothesis import Phase, settings
from hypothesis import strategies as st

from relations.charts.chart import NARROW, WIDE
from relations.charts.frame import MARGIN
from relations.charts.letters import width as text_width
from relations.dates import bounds
from relations.models import Country, Relationship

ROOMS = (WIDE - 2 * MARGIN, NARROW - 2 * MARGIN)
# Shrinking a drawing of sixty marks takes minutes and says little more.
quick = settings(deadline=None, max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
SIZES = {"c-label": 13, "c-soft": 13, "c-strong": 13}
DATES = st.one_of(
    st.just(""),
    st.dates().filter(lambda day: day.year > 1000).map(str),
    st.integers(1000, 9999).map(str),
    st.integers(1900, 2060).map(lambda year: f"{year}-05"),
    st.integers(190, 206).map(lambda decade: f"{decade}X"),
    st.integers(1950, 2030).map(lambda year: f"{year}-03-02/{year}-03-05"),
    st.integers(1950, 2030).map(lambda year: f"{year}/.."),
    st.integers(1950, 2030).map(lambda year: f"../{year}"),
)


def pair():
    one = Country(code="KAZ", name_tr="Kazakistan", name_en="Kazakhstan")
    other = Country(code="TUR", name_tr="Türkiye", name_en="Türkiye")
    return Relationship(pk=1, slug="kaz-tur", first=one, second=other)


def unsaved(model, number, date="", **values):
    """A record of a kind as a query would find it, with no citation."""
    name = f"{model.__name__.lower()}-{number}"
    record = model(pk=number, slug=name, title_tr=f"Kayıt {number}", title_en=f"Record {number}", date=date, **values)
    found = bounds(date)
    record.earliest, record.latest = found.earliest, found.latest
    record._prefetched_objects_cache = {"citations": [], "participations": []}
    return record


def elements(roots):
    for each in roots:
        if not isinstance(each, str):
            yield each
            yield from elements(each.children)


def links(roots):
    """Where each link leads, and what it is called."""
    return [(each.get("href"), each.children[0].children[0]) for each in elements(roots) if each.name == "a"]


def words(roots):
    return [each.children[0] for each in elements(roots) if each.name == "text"]


def stays_inside(body, room):
    """Every number of a drawing is one, and nothing stands outside it, as far as its widths are known."""
    assert math.isfinite(body.height)
    assert body.height > 0
    for each in elements(body.elements):
        for name, value in each.attributes:
            if name == "d" or name == "points":
                assert all(math.isfinite(float(part)) for part in re.findall(r"-?[\d.]+", value))
            if name in ("x", "x1", "x2", "cx"):
                assert -6 <= float(value) <= room + 6, each
            if name in ("y", "y1", "y2", "cy"):
                assert -1 <= float(value) <= body.height + 1, each
        if each.name == "rect":
            assert float(each.get("x")) + float(each.get("width")) <= room + 6, each
            assert float(each.get("y")) + float(each.get("height")) <= body.height + 6, each
        if each.name == "text":
            _text_stays_inside(each, room)


def _text_stays_inside(element, room):
    wide = text_width(element.children[0], SIZES.get(element.get("class"), 12))
    x = float(element.get("x"))
    left = x - wide / 2 if element.get("text-anchor") == "middle" else x
    assert left >= -14, element
    assert left + wide <= room + 14, element
