"""Lists and pages of every kind of record."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import Figure, Kind
from relations.timeline.cards import for_tables

from . import councils
from .evidence import gather
from .gone import elsewhere
from .lists import filtered
from .versions import record_as_of
from .whole import citations, whole
from .whole import related as hanging_on


def record_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Every published record of a kind, newest first, under the same filters as the timeline."""
    context = filtered(request, kind)[2]
    return render(request, "relations/record_list.html", context | {"kind": Kind(kind)})


def record_detail(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One record with every value's sources; a draft shows to staff alone, and says that it is one."""
    record = whole(kind, slug)
    if record is None or not record.is_visible_to(request.user):
        return elsewhere(request, slug, kind)
    if "as-of" in request.GET:
        return record_as_of(request, record, request.GET["as-of"])
    evidence = gather(citations(record))
    context = {"record": record, "kind": Kind(kind), "evidence": evidence, "related": related(record)}
    return render(request, f"relations/{kind}_detail.html", context)


def related(record: Any) -> dict[str, Any]:
    """Published records that hang on this one, by what they are to it."""
    if record.kind == Kind.COUNCIL:
        return councils.told(record)
    return {"others": _same_subject(record)} if record.kind == Kind.FIGURE else hanging_on(record)


def _same_subject(figure: Figure) -> QuerySet[Figure]:
    """What others, or the same reporter at other times, say of the same thing."""
    same = Figure.objects.published().filter(
        relationship=figure.relationship,
        indicator=figure.indicator,
        origin=figure.origin_id,
        destination=figure.destination_id,
        breakdown=figure.breakdown,
        unit=figure.unit,
    )
    return for_tables(same.exclude(pk=figure.pk)).order_by("-earliest", "reporter__slug")[:30]
