"""The timeline, as a page of ours and in pages of others."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from relations.charts.overview import draw
from relations.charts.svg import render as markup
from relations.serving.memo import per_revision
from relations.timeline import Filters, read_filters
from relations.timeline.chips import chips
from relations.timeline.counts import Tally, tally
from relations.timeline.drawing import MOST_MARKS, overview_of
from relations.timeline.legend import Sign, legend

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
    found = _drawn(Question(filters.address(), marks, filters, counted))
    return found._asdict() if found else {}


@dataclass(frozen=True)
class Question:
    """What is to be drawn: its address says all of it."""

    address: str
    marks: int
    filters: Filters = field(compare=False)
    counted: Tally = field(compare=False)


class Drawn(NamedTuple):
    """The years that the overview spans, its markup, and what its signs mean."""

    overview: tuple[int, int]
    drawing: SafeString
    legend: tuple[Sign, ...]


@per_revision(maxsize=64)
def _drawn(asked: Question) -> Drawn | None:
    overview = overview_of(asked.filters, asked.counted, asked.marks)
    if overview is None:
        return None
    return Drawn((overview.first, overview.last), markup(draw(overview)), tuple(legend(overview)))
