"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from relations import pairs
from relations.days import on_this_day
from relations.models import Record, Source
from relations.timeline import Filters, for_cards
from relations.timeline.counts import tally

from .timeline import drawn

SHOWN_PAIRS, LATEST, CONTESTED, TODAY = 12, 6, 3, 3


def home(request: HttpRequest) -> HttpResponse:
    """All records at a glance, the pairs with most of them, what is newest, and what sources differ on."""
    today = timezone.localdate()
    everything = Filters(path=reverse("timeline"))
    context = drawn(everything, tally(everything), marks=0) | {
        "pairs": pairs.entries(pairs.with_numbers()[:SHOWN_PAIRS]),
        "latest": for_cards().filter(kind__in=pairs.EVENTS, earliest__lte=today).newest_first()[:LATEST],
        "contested": for_cards().disputed().newest_first()[:CONTESTED],
        "on_this_day": on_this_day(today.month, today.day)[:TODAY],
        "records": Record.objects.published().count(),
        "sources": Source.objects.count(),
    }
    return render(request, "relations/home.html", context)
