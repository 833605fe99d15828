"""The home page and the timeline."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import Record, Relationship, Source
from relations.timeline import for_cards

from .lists import filtering, page_of


def home(request: HttpRequest) -> HttpResponse:
    """The pairs, what is newest, and how much there is."""
    published = Record.objects.published()
    context = {
        "pairs": Relationship.objects.with_countries(),
        "latest": for_cards().filter(kind__in=["visit", "meeting", "agreement", "milestone"]).newest_first()[:6],
        "records": published.count(),
        "sources": Source.objects.count(),
    }
    return render(request, "relations/home.html", context)


def timeline(request: HttpRequest) -> HttpResponse:
    """All records in the order of their dates, newest first, as the filters in the address leave them."""
    filters, context = filtering(request)
    page = page_of(request, filters.apply(for_cards()).newest_first())
    return render(request, "relations/timeline.html", context | {"page": page})
