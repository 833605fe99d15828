"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from relations import pairs
from relations.days import Day, keys_on
from relations.newest import newest_keys
from relations.serving.memo import per_revision
from relations.tallies import totals
from relations.timeline import Filters
from relations.timeline.cards import Card, cards
from relations.timeline.counts import tally
from relations.timeline.filters import everything

from .timeline import drawn

SHOWN_PAIRS, LATEST, CONTESTED, TODAY = 12, 6, 3, 3


def home(request: HttpRequest) -> HttpResponse:
    """All records at a glance, the pairs with most of them, what is newest, and what sources differ on."""
    whole = Filters(path=reverse("timeline"))
    counted = tally(whole)
    context = drawn(whole, counted, marks=0) | {
        "pairs": pairs.entries(pairs.of_keys(pairs.busiest(SHOWN_PAIRS))),
        "records": counted.total,
        "sources": totals.sources().all,
    }
    return render(request, "relations/home.html", context | _cards())


def _cards() -> dict[str, list[Card]]:
    """Those of every list, fetched together."""
    keys = _keys()
    return dict(zip(keys, cards(*keys.values()), strict=True))


@per_revision(maxsize=4)
def _keys() -> dict[str, list[int]]:
    today = timezone.localdate()
    past = everything().filter(earliest__lte=today)
    return {
        "latest": newest_keys(*(past.filter(kind=kind) for kind in pairs.EVENTS), most=LATEST),
        "contested": newest_keys(everything().disputed(), most=CONTESTED),
        "on_this_day": list(keys_on(Day(today.month, today.day), TODAY)),
    }
