"""The records that checks compare, fetched at once: as many queries for a hundred records as for one."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

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
    Source,
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
    translations: list[Source]
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


def gather_material(today: date, drafts: bool = False, keys: Collection[int] | None = None) -> Material:
    """What is published, or all there is; a link to a draft is then a link to nothing. With `keys`, these records."""
    agreements, visits, councils, meetings, milestones, figures = (_of_kind(model, drafts, keys) for model in KINDS)
    lists = (agreements, visits, councils, meetings, milestones, figures)
    records: list[Any] = list(chain.from_iterable(lists))
    there = {record.pk for record in records}
    countries: Any = Record.countries.through
    institutions: Any = Record.institutions.through
    pairs = {pair.pk: frozenset(pair.codes) for pair in _of_pairs({each.relationship_id for each in records}, keys)}
    shared = _linked(_narrowed(countries.objects, "record", keys).values_list("record_id", "country__code"))
    links = _narrowed(institutions.objects, "record", keys).select_related("institution")
    bodies = [(link.record_id, link.institution) for link in links]
    citations = [each for each in _narrowed(_citations(drafts), "record", keys) if each.record_id in there]
    return Material(
        today, *lists,
        citations=citations,
        participations=[each for each in _narrowed(_participations(), "record", keys) if each.record_id in there],
        tenures=list(Tenure.objects.exclude(period="")),
        translations=_translations(citations, drafts, keys),
        institutions={body.pk: body for _record, body in bodies},
        parties={each.pk: pairs.get(each.relationship_id) or shared.get(each.pk, frozenset()) for each in records},
        bodies=_linked((record, body.pk) for record, body in bodies),
    )  # fmt: skip


def _narrowed(rows: Any, name: str, keys: Collection[int] | None) -> QuerySet[Any]:
    """All rows, or those whose column holds one of the keys."""
    found: QuerySet[Any] = rows.all() if keys is None else rows.filter(**{f"{name}__in": keys})
    return found


def _of_kind(model: type[Record], drafts: bool, keys: Collection[int] | None) -> list[Any]:
    """The rows of a kind, figures with those who report and announce them."""
    manager: Any = model._default_manager
    records = _narrowed(manager if drafts else manager.published(), "pk", keys)
    joined = ("reporter", "announcer") if model.of_kind == Kind.FIGURE else ()
    return list(records.select_related(*joined).order_by("slug"))


def _of_pairs(wanted: set[Any], keys: Collection[int] | None) -> Iterable[Relationship]:
    return Relationship.objects.all() if keys is None else Relationship.objects.filter(pk__in=wanted - {None})


def _citations(drafts: bool) -> QuerySet[Citation]:
    found = Citation.objects.all() if drafts else Citation.objects.published()
    return found.select_related("source").order_by("record__slug", "field", "-preferred", "source__slug", "start")


def _participations() -> QuerySet[Participation]:
    found = Participation.objects.filter(record__kind__in=["visit", "meeting"], person__isnull=False)
    return found.select_related("person", "office").order_by("record__slug", "person__slug")


def _translations(citations: Iterable[Citation], drafts: bool, keys: Collection[int] | None) -> list[Source]:
    """Translations of which something is cited, here or, where these records cite the original, anywhere."""
    cited = {each.source_id: each.source for each in citations}
    found = {key: source for key, source in cited.items() if source.translation_of_id}
    if keys is not None:
        anywhere = _citations(drafts).order_by().filter(source=OuterRef("pk"))
        copies = Source.objects.filter(Exists(anywhere), translation_of__in=set(cited))
        found |= {source.pk: source for source in copies}
    return sorted(found.values(), key=lambda source: source.slug)


def _linked(rows: Iterable[tuple[int, Any]]) -> dict[int, frozenset[Any]]:
    """Rows of a link table, by their first column."""
    found: dict[int, set[Any]] = defaultdict(set)
    for key, value in rows:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}
