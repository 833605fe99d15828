"""Swatches and marks for the page that shows the design: drawn as SVG, since no style stands in a page."""

from babel.numbers import format_decimal
from django import template
from django.utils.safestring import SafeString

from relations.charts.shapes import mark as shape
from relations.charts.svg import el, render
from relations.dates import LOCALES
from relations.templatetags.record_tags import language
from relations.tokens import Shade

register = template.Library()


@register.simple_tag
def swatch(shade: Shade, in_words: bool) -> SafeString:
    """A colour on the paper and on the raised paper of its theme: as an area, and as letters where it writes any."""
    papers = [el("rect", x=60 * at, width=60, height=36, fill=paper) for at, paper in enumerate(shade.papers)]
    areas = [el("rect", x=8 + 60 * at, y=8, width=20, height=20, fill=shade.colour) for at in (0, 1)]
    words = [el("text", "Ağ", x=33 + 60 * at, y=24, fill=shade.colour, font_size=15) for at in (0, 1) if in_words]
    return render(el("svg", *papers, *areas, *words, class_="swatch", viewBox="0 0 120 36", aria_hidden="true"))


@register.simple_tag
def seen_mark(kind: str, colour: str, paper: str) -> SafeString:
    """The mark of a kind in a colour, on a paper."""
    ground = el("rect", width=36, height=36, fill=paper)
    drawn = el("g", shape(kind, 18, 18, 18), fill=colour)
    return render(el("svg", ground, drawn, class_="swatch", viewBox="0 0 36 36", aria_hidden="true"))


@register.filter
def ratio(value: float) -> str:
    """A contrast with one decimal, rounded down: 4.49 is not 4.5."""
    return str(format_decimal(int(value * 10) / 10, "0.0", locale=LOCALES[language()]))
