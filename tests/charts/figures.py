"""Figures that were never saved, and small drawings read back."""

import struct
import zlib
from decimal import Decimal

from hypothesis import strategies as st

from relations.models import Country, Figure, Relationship, Reporter

from .events import DATES, unsaved

COUNTRIES = {
    "KAZ": Country(code="KAZ", name_tr="Kazakistan", name_en="Kazakhstan"),
    "TUR": Country(code="TUR", name_tr="Türkiye", name_en="Türkiye"),
}
PAIR = Relationship(pk=1, slug="kaz-tur", first=COUNTRIES["KAZ"], second=COUNTRIES["TUR"])
REPORTERS = {
    slug: Reporter(pk=number, slug=slug, name_tr=f"Bildiren {slug}", name_en=f"Reporter {slug}", country_id=country)
    for number, (slug, country) in enumerate([("kaz", "KAZ"), ("tur", "TUR"), ("press", None)], 1)
}


def figure(number, date, value, indicator="trade_total", reporter="tur", announcer=None, way=("KAZ", "TUR"), **more):
    """A figure as a query would find it."""
    about = {
        "indicator": indicator,
        "value": Decimal(value),
        "reporter": REPORTERS[reporter],
        "announcer": REPORTERS[announcer] if announcer else None,
        "origin": COUNTRIES.get(way[0]),
        "destination": COUNTRIES.get(way[1]),
    }
    return unsaved(Figure, number, date, **about, **more)


def target(number, date, value, deadline="", **more):
    return figure(number, date, value, qualifier="planned", deadline=deadline, **more)


@st.composite
def many(draw, indicators=("trade_total", "export", "import"), units=("USD", "EUR", "KZT")):
    """Figures of any time, size, way, reporter and qualifier; some of them targets."""
    ways = st.sampled_from([("KAZ", "TUR"), ("TUR", "KAZ")])
    found = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        planned = draw(st.booleans()) and draw(st.booleans())
        more = {"deadline": draw(DATES)} if planned else {}
        found.append(
            figure(
                number,
                draw(DATES | st.integers(1950, 2030).map(lambda year: f"{year}-01/{year}-09")),
                draw(st.integers(0, 10**13)),
                draw(st.sampled_from(indicators)),
                draw(st.sampled_from(sorted(REPORTERS))),
                way=draw(ways),
                unit=draw(st.sampled_from(units)),
                qualifier="planned" if planned else draw(st.sampled_from(["exact", "about", "over", "under"])),
                **more,
            )
        )
    return found


def pixels(png):
    """The size of a PNG of eight bits with alpha, and its rows of bytes."""
    assert png.startswith(b"\x89PNG")
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
            assert (depth, colour) == (8, 6)
        data += body if kind == b"IDAT" else b""
        at += length + 12
    raw, stride, before, rows = zlib.decompress(data), width * 4, bytearray(width * 4), []
    for row in range(height):
        start = row * (stride + 1)
        before = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), before)
        rows.append(bytes(before))
    return width, height, rows


def _unfiltered(kind, line, above):
    """A row without the filter that PNG put on it."""
    for i in range(len(line)):
        left, up, corner = (line[i - 4] if i > 3 else 0), above[i], (above[i - 4] if i > 3 else 0)
        nearest = min((left, up, corner), key=lambda each: abs(left + up - corner - each))
        line[i] = (line[i] + (0, left, up, (left + up) // 2, nearest)[kind]) & 255
    return line
