"""The timeline, as a page of ours and in pages of others."""

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from relations.charts.overview import draw
from relations.charts.svg import render as markup
from relations.timeline import Filters, read_filters
from relations.timeline.chips import chips
from relations.timeline.counts import Tally, tally
from relations.timeline.drawing import MOST_MARKS, overview_of
from relations.timeline.legend import legend

from .lists import filtered


def timeline(request: HttpRequest) -> HttpResponse:
    """All records by their dates, as the filters in the address leave them, with an overview of them all."""
    filters, counted, context = filtered(request)
    return render(request, "relations/timeline.html", context | drawn(filters, counted))


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def timeline_embed(request: HttpRequest) -> HttpResponse:
    """The overview for other people's pages; its links lead to the timeline itself."""
    filters = read_filters(request.GET)
    filters.path = reverse("timeline")
    counted = tally(filters)
    context = {
        "filters": filters,
        "tally": counted,
        "chips": chips(filters),
        "page": settings.SITE_URL + filters.address(),
    }
    return render(request, "relations/embed_timeline.html", context | drawn(filters, counted))


def drawn(filters: Filters, counted: Tally, marks: int = MOST_MARKS) -> dict[str, Any]:
    """The overview as markup, with its legend; nothing where no record has a year."""
    overview = overview_of(filters, counted, marks)
    if overview is None:
        return {}
    return {"overview": overview, "drawing": markup(draw(overview)), "legend": legend(overview)}
