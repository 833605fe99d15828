"""Lists and pages of every kind of record."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import (
    Agreement,
    Council,
    CouncilMeeting,
    Figure,
    Kind,
    Milestone,
    Participation,
    Record,
    Visit,
)
from relations.timeline import for_tables

from . import councils
from .evidence import gather
from .gone import elsewhere
from .lists import filtered
from .versions import record_as_of

MODELS: dict[str, type[Record]] = {
    str(model.of_kind): model for model in (Agreement, Visit, Council, CouncilMeeting, Milestone, Figure)
}
# What a page shows beside the record itself, by kind.
JOINED: dict[str, tuple[str, ...]] = {
    "agreement": ("signed_at_visit", "signed_at_meeting", "part_of"),
    "visit": ("origin", "destination"),
    "meeting": ("council", "during_visit", "replaced_by"),
    "figure": ("origin", "destination", "reporter", "announcer"),
}


def record_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Every published record of a kind, newest first, under the same filters as the timeline."""
    context = filtered(request, kind)[2]
    return render(request, "relations/record_list.html", context | {"kind": Kind(kind)})


def record_detail(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One record with every value's sources; a draft shows to staff alone, and says that it is one."""
    record = for_page(request, kind).filter(slug=slug).first()
    if record is None:
        return elsewhere(request, slug, kind)
    if "as-of" in request.GET:
        return record_as_of(request, record, request.GET["as-of"])
    citations = record.citations.select_related("source", "record", "record__as_figure")
    context = {"record": record, "kind": Kind(kind), "evidence": gather(citations), "related": related(record)}
    return render(request, f"relations/{kind}_detail.html", context)


def for_page(request: HttpRequest, kind: str) -> QuerySet[Any]:
    """Records of a kind that the reader may see, with what their pages name."""
    people = Participation.objects.select_related("person", "office")
    records: QuerySet[Any] = MODELS[kind].objects.visible_to(request.user)
    return records.select_related(
        "relationship__first", "relationship__second", "place", *JOINED.get(kind, ())
    ).prefetch_related("countries", "institutions", Prefetch("participations", queryset=people))


def related(record: Any) -> dict[str, Any]:
    """Published records that hang on this one, by what they are to it."""
    if record.kind == Kind.COUNCIL:
        return councils.told(record)
    if record.kind == Kind.VISIT:
        return {"meetings": record.meetings.published(), "agreements": record.agreements.published()}
    if record.kind == Kind.MEETING:
        return {"agreements": record.agreements.published()}
    if record.kind == Kind.AGREEMENT:
        return {"parts": record.parts.published()}
    return {"others": _same_subject(record)} if record.kind == Kind.FIGURE else {}


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
