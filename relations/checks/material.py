"""The records that checks compare, fetched at once: as many queries for a hundred records as for one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Figure,
    Institution,
    Kind,
    Milestone,
    Participation,
    Record,
    Relationship,
    Tenure,
    Visit,
)

KINDS: tuple[type[Record], ...] = (Agreement, Visit, Council, CouncilMeeting, Milestone, Figure)


@dataclass(frozen=True)
class Material:
    """Every list is in the order of slugs; `parties` and `bodies` go by the key of the record."""

    today: date
    agreements: list[Agreement]
    visits: list[Visit]
    councils: list[Council]
    meetings: list[CouncilMeeting]
    milestones: list[Milestone]
    figures: list[Figure]
    citations: list[Citation]
    participations: list[Participation]
    tenures: list[Tenure]
    institutions: dict[int, Institution]
    parties: dict[int, frozenset[str]]
    bodies: dict[int, frozenset[int]]

    @cached_property
    def records(self) -> dict[int, Record]:
        """Every record, as the kind that it is."""
        kinds: Iterable[list[Any]] = (
            self.agreements, self.visits, self.councils, self.meetings, self.milestones, self.figures,
        )  # fmt: skip
        return {record.pk: record for record in chain.from_iterable(kinds)}

    @cached_property
    def by_slug(self) -> dict[str, Record]:
        return {record.slug: record for record in self.records.values()}

    @cached_property
    def said(self) -> dict[tuple[int, str], list[Citation]]:
        """All that is said of a field of a record."""
        found: dict[tuple[int, str], list[Citation]] = defaultdict(list)
        for citation in self.citations:
            found[citation.record_id, citation.field].append(citation)
        return dict(found)


def gather_material(today: date, drafts: bool = False) -> Material:
    """What is published, or all there is; a link to a draft is then a link to nothing."""
    agreements, visits, councils, meetings, milestones, figures = (_of_kind(model, drafts) for model in KINDS)
    pairs = {pair.pk: frozenset(pair.codes) for pair in Relationship.objects.all()}
    countries: Any = Record.countries.through
    institutions: Any = Record.institutions.through
    shared = _linked(countries.objects.values_list("record_id", "country__code"))
    lists = (agreements, visits, councils, meetings, milestones, figures)
    records: list[Any] = list(chain.from_iterable(lists))
    keys = {record.pk for record in records}
    return Material(
        today, *lists,
        citations=[each for each in _citations(drafts) if each.record_id in keys],
        participations=[each for each in _participations() if each.record_id in keys],
        tenures=list(Tenure.objects.exclude(period="")),
        institutions=Institution.objects.in_bulk(),
        parties={each.pk: pairs.get(each.relationship_id) or shared.get(each.pk, frozenset()) for each in records},
        bodies=_linked(institutions.objects.values_list("record_id", "institution_id")),
    )  # fmt: skip


def _of_kind(model: type[Record], drafts: bool) -> list[Any]:
    """The rows of a kind, figures with those who report and announce them."""
    manager: Any = model._default_manager
    records = manager.all() if drafts else manager.published()
    joined = ("reporter", "announcer") if model.of_kind == Kind.FIGURE else ()
    return list(records.select_related(*joined).order_by("slug"))


def _citations(drafts: bool) -> Iterable[Citation]:
    found = Citation.objects.all() if drafts else Citation.objects.published()
    return found.select_related("source").order_by("record__slug", "field", "-preferred", "source__slug", "start")


def _participations() -> Iterable[Participation]:
    found = Participation.objects.filter(record__kind__in=["visit", "meeting"], person__isnull=False)
    return found.select_related("person", "office").order_by("record__slug", "person__slug")


def _linked(rows: Iterable[tuple[int, Any]]) -> dict[int, frozenset[Any]]:
    """Rows of a link table, by their first column."""
    found: dict[int, set[Any]] = defaultdict(set)
    for key, value in rows:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}
