"""What the checks found: on the whole site, and about one pair."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations.checks.running import run_checks
from relations.checks.shown import ShownCheck, by_check
from relations.models import Relationship


def finding_list(request: HttpRequest) -> HttpResponse:
    """Every finding about what is published, check by check."""
    return _page(request, by_check(run_checks().findings), None)


def relationship_findings(request: HttpRequest, slug: str) -> HttpResponse:
    """The findings that concern a pair."""
    pair = get_object_or_404(Relationship.objects.with_countries(), slug=slug)
    return _page(request, by_check(run_checks().of_pair(pair)), pair)


def _page(request: HttpRequest, checks: list[ShownCheck], pair: Relationship | None) -> HttpResponse:
    context = {"checks": checks, "pair": pair, "total": sum(len(each.findings) for each in checks)}
    return render(request, "relations/finding_list.html", context)
