"""Pairs of countries and their profiles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations import profile
from relations.models import Relationship

from .evidence import disputed


def relationship_list(request: HttpRequest) -> HttpResponse:
    return render(request, "relations/relationship_list.html", {"pairs": Relationship.objects.with_countries()})


def relationship_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A pair's profile; as many queries for a hundred records as for one."""
    pair = get_object_or_404(Relationship.objects.with_countries(), slug=slug)
    figures = profile.figures(pair)
    latest, planned = profile.latest_and_planned(pair)
    context = {
        "pair": pair,
        "key_figures": profile.key_figures(figures),
        "trade": profile.trade(figures),
        "targets": profile.targets(figures),
        "councils": profile.councils(pair),
        "agreements": profile.agreements_by_area(pair),
        "latest": latest,
        "planned": planned,
        "people": profile.people(pair),
        "disputes": disputed(profile.contested(pair)),
        "sources": profile.sources(pair),
    }
    return render(request, "relations/relationship_detail.html", context)
