"""Pairs of countries and their profiles."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from relations import pairs, profile
from relations.charts import agreements, councils, students, trade, visits
from relations.charts.dated import MOST
from relations.models import Relationship

from .evidence import disputed

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
        {"page": page, "pairs": pairs.entries(pairs.with_numbers().filter(pk__in=page))},
    )


def relationship_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A pair's profile; as many queries for a hundred records as for one."""
    pair = get_object_or_404(Relationship.objects.with_countries(), slug=slug)
    return render(request, "relations/relationship_detail.html", {"pair": pair, **_numbers(pair), **_events(pair)})


def _numbers(pair: Relationship) -> dict[str, Any]:
    """What was counted, in figures and in pictures."""
    figures = profile.figures(pair)
    key_figures = profile.key_figures(figures)
    return {
        "figures_are_cut": figures.is_cut,
        "key_figures": key_figures,
        "key_groups": profile.side_by_side(key_figures),
        "trade": profile.trade(figures),
        "targets": profile.targets(figures),
        "trade_chart": trade.build(pair, figures),
        "students_chart": students.build(pair, figures),
    }


def _events(pair: Relationship) -> dict[str, Any]:
    """What happened, who was there, and what it all rests on."""
    latest, planned = profile.latest_and_planned(pair)
    signed, named, contested = agreements.concerning(pair), profile.named(pair), profile.contested(pair)
    slotted = profile.councils(pair)
    return {
        "councils": councils.of_pair(slotted),
        "councils_are_cut": slotted.is_cut,
        "latest": latest,
        "planned": planned,
        "agreements": profile.agreements_by_area(signed[-MOST:]),
        "agreements_are_cut": len(signed) > MOST,
        "agreements_chart": agreements.chart(pair, signed),
        "visits_chart": visits.build(pair),
        "named": named,
        "people": named.people,
        "sources": named.sources,
        "disputes": disputed(contested),
        "disputes_are_cut": contested.is_cut,
        "beside": pairs.beside(pair),
    }
