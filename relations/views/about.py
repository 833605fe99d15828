"""Pages about the site, and the pages of what went wrong."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.nodes.elsewhere import note_trouble
from relations.tallies import totals
from relations.timeline import Filters
from relations.timeline.counts import tally

from .unavailable import unavailable


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "relations/about.html")


def method(request: HttpRequest) -> HttpResponse:
    """How values are read, chosen and compared, with the present counts."""
    cited, sources = totals.citations(), totals.sources()
    context = {
        "records": tally(Filters()).total,
        "citations": cited.all,
        "reread": cited.reread,
        "sources": sources.all,
        "held": sources.held,
    }
    return render(request, "relations/method.html", context)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Both languages at once: when this shows, nothing is sure to work, not even choosing one."""
    if note_trouble(request, sys.exc_info()[1]):  # a database that failed outside of any view, as for a session
        return unavailable(request)
    return render(request, "500.html", status=500)
