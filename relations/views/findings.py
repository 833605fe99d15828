"""What the checks found: on the whole site, and about one pair."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations.checks import kept
from relations.checks.base import Finding
from relations.checks.registry import BY_NAME, CHECKS
from relations.checks.running import of_pair, of_site
from relations.checks.shown import ShownCheck, by_check
from relations.models import CheckRun, KeptFinding, Relationship

FEW, SIZE = 10, 50  # shown of each check, and on a page of one check


def finding_list(request: HttpRequest) -> HttpResponse:
    """Every finding about what is published, check by check."""
    return _page(request, of_site(), None)


def relationship_findings(request: HttpRequest, slug: str) -> HttpResponse:
    """The findings that concern a pair."""
    pair = get_object_or_404(Relationship.objects.with_countries(), slug=slug)
    return _page(request, of_pair(pair), pair)


def _page(request: HttpRequest, findings: Sequence[Finding] | None, pair: Relationship | None) -> HttpResponse:
    context = _kept(request, pair) if findings is None else {"checks": by_check(findings)}
    context |= {"pair": pair, "total": sum(each.number for each in context["checks"])}
    return render(request, "relations/finding_list.html", context)


def _kept(request: HttpRequest, pair: Relationship | None) -> dict[str, Any]:
    """What a command found: the first of each check, or a page of the one that is asked for."""
    run, asked = kept.latest(), BY_NAME.get(request.GET.get("check", ""))
    if run is None:
        return {"is_kept": True, "run": None, "checks": []}
    after = request.GET.get("after", "")[:16]
    size = SIZE if asked else FEW
    rows = {each.name: _rows(run, pair, each.name, after, size) for each in ([asked] if asked else CHECKS)}
    shown = kept.shown(row for found in rows.values() for row in found[:size])
    checks = [_check(each.name, rows[each.name], shown, run, pair, size) for each in CHECKS if each.name in rows]
    last = rows[asked.name][size - 1].key if asked and len(rows[asked.name]) > size else ""
    return {"is_kept": True, "run": run, "checks": checks, "asked": asked, "after": after, "next": last}


def _rows(run: CheckRun, pair: Relationship | None, name: str, after: str, size: int) -> list[KeptFinding]:
    return list(kept.of_run(run, pair).filter(check_name=name, key__gt=after).order_by("key")[: size + 1])


def _check(
    name: str, rows: Sequence[KeptFinding], shown: Sequence[Any], run: CheckRun, pair: Relationship | None, size: int
) -> ShownCheck:
    """A check with some of what it found; the number is known of the whole site, of a pair only up to a page."""
    of_check = [each for each in shown if each.finding.check == name]
    return ShownCheck(BY_NAME[name], of_check, run.numbers.get(name, 0) if pair is None else len(rows))
