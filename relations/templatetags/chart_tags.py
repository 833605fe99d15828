"""A chart on a page: `{% chart chart %}`, or nothing where there is none."""

from django import template
from django.utils.safestring import SafeString

from relations.charts.chart import Chart
from relations.charts.drawn import drawn
from relations.charts.frame import framed
from relations.charts.svg import render

register = template.Library()


@register.simple_tag
def chart(chart: Chart | None) -> SafeString:
    """Both drawings, the table, the files and the code to embed it."""
    return drawn(chart)


@register.simple_tag
def drawing(chart: Chart, width: int) -> SafeString:
    """One drawing of a chart, to stand in a page."""
    return render(framed(chart, width))
