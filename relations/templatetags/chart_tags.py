"""A chart on a page: `{% chart chart %}`, or nothing where there is none."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from relations.charts.chart import NARROW, WIDE, Chart
from relations.charts.frame import framed
from relations.charts.svg import render

register = template.Library()


@register.inclusion_tag("relations/_chart.html")
def chart(chart: Chart | None) -> dict[str, object]:
    """Both drawings, the table, the files and the code to embed it."""
    if chart is None:
        return {}
    wide, narrow = framed(chart, WIDE), framed(chart, NARROW)
    tallest = max(float(each.get("viewBox").split()[3]) for each in (wide, narrow))
    return {
        "chart": chart,
        "wide": render(wide),
        "narrow": render(narrow),
        "embed": settings.SITE_URL + reverse("chart_embed", args=[chart.name, chart.subject]),
        "embed_width": WIDE + 16,
        "embed_height": round(tallest) + 64,
    }


@register.simple_tag
def drawing(chart: Chart, width: int) -> SafeString:
    """One drawing of a chart, to stand in a page."""
    return render(framed(chart, width))
