"""Pairs of countries and their profiles."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from relations import pairs, profile
from relations.charts.drawn import of_pair
from relations.models import Relationship

from . import disputes

PAGE = 60


def relationship_list(request: HttpRequest) -> HttpResponse:
    """Every pair, those with most on record first."""
    pages = Paginator(pairs.keys(), PAGE)
    pages.count = pairs.number()
    try:
        page = pages.page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("There is no such page.")) from error
    return render(
        request,
        "relations/relationship_list.html",
        {"page": page, "pairs": pairs.entries(pairs.of_keys(list(page)))},
    )


def relationship_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A pair's profile; as many queries for a hundred records as for one."""
    pair = next(iter(pairs.BY_SLUG.objects([slug])), None)
    if pair is None:
        raise Http404(slug)
    context = {"pair": pair, "drawn": of_pair(pair), **_events(pair)}
    return render(request, "relations/relationship_detail.html", context)


def _events(pair: Relationship) -> dict[str, Any]:
    """What happened, who was there, and what it all rests on."""
    latest, planned = profile.latest_and_planned(pair)
    named = profile.named(pair)
    return {
        "latest": latest,
        "planned": planned,
        "named": named,
        "people": named.people,
        "sources": named.sources,
        "disputes": disputes.of_pair(pair),
        "beside": pairs.beside(pair),
    }
