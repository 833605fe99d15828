"""A drawing as a file that stands alone: SVG with its colours in it, and PNG."""

from functools import cache
from importlib import resources

import resvg_py
from django.conf import settings

from relations.charts.palette import attributes
from relations.charts.svg import Element, changed, render

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
FAMILY = "Source Sans Pro"
FONTS = ("Regular", "Semibold")
SHARPNESS = 2  # pixels of a PNG for each of the drawing's


def standalone(element: Element) -> str:
    """An SVG file: classes become attributes, in light colours, and links lead to the site from anywhere."""
    drawn = changed(element, _plain)
    width, height = drawn.get("viewBox").split()[2:]
    family = f"'{FAMILY}', 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
    size = (("width", width), ("height", height), ("font-family", family))
    return HEADER + render(drawn._replace(attributes=(*drawn.attributes, *size)))


def _plain(element: Element) -> Element:
    """An element without classes; its own attributes win over those of its classes."""
    own = {key: value for key, value in element.attributes if key != "class"}
    if element.name == "a" and own.get("href", "").startswith("/"):
        own["href"] = settings.SITE_URL + own["href"]
    return element._replace(attributes=tuple({**attributes(element.get("class")), **own}.items()))


def png(svg: str, width: int) -> bytes:
    """A picture of an SVG file, twice as fine as it is wide, in a typeface that we bring along."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width * SHARPNESS,
            skip_system_fonts=True,
            font_files=list(fonts()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


@cache
def fonts() -> tuple[str, ...]:
    """The files of the typeface, which has Turkish, Kazakh and Russian letters."""
    folder = resources.files("font_source_sans_pro") / "files"
    return tuple(str(folder / f"SourceSansPro-{weight}.ttf") for weight in FONTS)
