"""Charts for other people's pages: the only pages that may be framed."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from relations.charts.chart import NARROW, WIDE
from relations.charts.frame import framed
from relations.charts.svg import render as markup

from .charts import found


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # django-csp knows only views without arguments
def chart_embed(request: HttpRequest, name: str, subject: str) -> HttpResponse:
    """A chart with nothing around it but the way to its page."""
    chart = found(name, subject)[1]
    context = {
        "chart": chart,
        "page": settings.SITE_URL + reverse("chart", args=[name, subject]),
        "wide": markup(framed(chart, WIDE)),
        "narrow": markup(framed(chart, NARROW)),
    }
    return render(request, "relations/embed.html", context)
