"""A record with all that its page names: five questions, whose SQL is worked out once for each kind."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Country,
    EditorialStatus,
    Figure,
    Institution,
    Milestone,
    Participation,
    Record,
    Visit,
)
from relations.prepared import Prepared, hang

MODELS: dict[str, type[Record]] = {
    str(model.of_kind): model for model in (Agreement, Visit, Council, CouncilMeeting, Milestone, Figure)
}
# What a page shows beside the record itself: of every kind, and of some.
JOINED = ("relationship__first", "relationship__second", "place")
JOINED_BY_KIND: dict[str, tuple[str, ...]] = {
    "agreement": ("signed_at_visit", "signed_at_meeting", "part_of"),
    "visit": ("origin", "destination"),
    "meeting": ("council", "during_visit", "replaced_by"),
    "figure": ("origin", "destination", "reporter", "announcer"),
}
# What hangs on it, by the name of its manager.
HANGING = {
    "countries": Prepared(Country, lambda rows, keys: rows.filter(multilateral_records__in=keys).order_by("code")),
    "institutions": Prepared(Institution, lambda rows, keys: rows.filter(records__in=keys).order_by("slug")),
    "participations": Prepared(
        Participation,
        lambda rows, keys: rows.filter(record__in=keys).select_related("person", "office").order_by("pk"),
    ),
}
CITED = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(record__in=keys).select_related("source", "record", "record__as_figure").order_by("pk")
    ),
)


def _naming(model: type[Record], name: str) -> Prepared:
    """Published records whose column of this name holds the record."""
    published = EditorialStatus.PUBLISHED
    return Prepared(model, lambda rows, keys: rows.filter(**{f"{name}__in": keys, "editorial_status": published}))


# Published records of another kind that hang on it, by what they are to it.
RELATED: dict[str, dict[str, Prepared]] = {
    "agreement": {"parts": _naming(Agreement, "part_of")},
    "visit": {"meetings": _naming(CouncilMeeting, "during_visit"), "agreements": _naming(Agreement, "signed_at_visit")},
    "meeting": {"agreements": _naming(Agreement, "signed_at_meeting")},
}


def whole(kind: str, slug: str) -> Any:
    """The record of a kind with this slug, a draft too; None where there is none."""
    for record in _of_kind(kind).objects([slug]):
        for name, asked in HANGING.items():
            hang(record, name, asked.model, asked.objects([record.pk]))
        return record
    return None


def related(record: Record) -> dict[str, list[Any]]:
    """What hangs on it, newest first."""
    return {name: asked.objects([record.pk]) for name, asked in RELATED.get(record.kind, {}).items()}


def citations(record: Record) -> list[Citation]:
    """All that sources say of it, with the sources."""
    return CITED.objects([record.pk])


@cache
def _of_kind(kind: str) -> Prepared:
    joined = (*JOINED, *JOINED_BY_KIND.get(kind, ()))

    def build(rows: Any, slugs: Sequence[str]) -> Any:
        return rows.filter(slug__in=slugs).select_related(*joined).order_by()

    return Prepared(MODELS[kind], build, stand_in=lambda at: f"\0{at}")
