"""What a person did on record: visits, meetings, signatures, words, figures, each group counted and its newest shown.

No HTTP; as many queries for a thousand records as for one.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from relations.models import (
    Citation,
    Figure,
    Institution,
    Office,
    Participation,
    Person,
    Record,
    Reporter,
    Role,
)
from relations.pages.listed import Text, sources, values_of
from relations.sorting import by_name
from relations.timeline import for_cards, for_tables
from relations.upto import MOST, up_to

NEWEST = 12  # shown of each group
PUBLISHED = 60  # sources shown of an institution
HEADINGS = {
    "made": _("Visits made"),
    "received": _("Visits received"),
    "chaired": _("Meetings chaired"),
    "signed": _("Documents signed"),
    "said": _("Statements"),
    "other": _("Other records"),
}
# Which role on which kind of record belongs to which group; whatever is not named here is “other”.
GROUPS = (
    ("made", Q(role=Role.VISITOR, record__kind="visit")),
    ("received", Q(role=Role.HOST, record__kind="visit")),
    ("chaired", Q(role=Role.CHAIR)),
    ("signed", Q(role=Role.SIGNATORY)),
    ("said", Q(role=Role.SPEAKER)),
)
NEWEST_FIRST = (F("record__earliest").desc(nulls_last=True), F("record").desc())


@dataclass
class Deed:
    """A record, and the offices in which the person took part in it."""

    record: Record
    offices: list[Office] = field(default_factory=list)
    role: str = ""


@dataclass(frozen=True)
class Group:
    """The newest records of a group, and how many there are in all."""

    name: str
    count: int
    deeds: list[Deed]

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.name])

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.deeds)


def of_person(person: Person) -> list[Group]:
    """Every group that has a record, in the order of HEADINGS."""
    parts = _grouped(parts_of(person).filter(record__editorial_status="published"))
    counts = dict(parts.values_list("group").annotate(n=Count("record", distinct=True)).order_by())
    deeds = _deeds(parts)
    return [Group(name, counts[name], deeds.get(name, [])) for name in HEADINGS if name in counts]


def parts_of(person: Person) -> QuerySet[Participation]:
    """The participations of a person that were entered last, as many as are looked at."""
    newest = Participation.objects.filter(person=person).order_by("-pk").values("pk")[:MOST]
    return Participation.objects.filter(pk__in=newest)


def is_cut(person: Person) -> bool:
    """Whether there are more of them."""
    return up_to(Participation.objects.filter(person=person), MOST + 1) > MOST


def _grouped(parts: QuerySet[Participation]) -> Any:
    cases = [When(condition, then=Value(name)) for name, condition in GROUPS]
    return parts.annotate(group=Case(*cases, default=Value("other"), output_field=CharField()))


def _deeds(parts: Any) -> dict[str, list[Deed]]:
    """The newest of each group, by group; of the same record once, with every office that was held at it."""
    newest = Window(RowNumber(), partition_by="group", order_by=NEWEST_FIRST)
    rows = parts.annotate(place=newest).filter(place__lte=NEWEST).select_related("office").order_by("place", "pk")
    chosen = list(rows)
    records = {record.pk: record for record in for_cards().filter(pk__in={row.record_id for row in chosen})}
    found: dict[str, dict[int, Deed]] = {}
    for row in chosen:
        deeds = found.setdefault(row.group, {})
        deed = deeds.setdefault(row.record_id, Deed(records[row.record_id], role=row.get_role_display()))
        deed.offices += [row.office] if row.office else []
    return {name: list(deeds.values()) for name, deeds in found.items()}


def figures_of(reporters: QuerySet[Reporter]) -> tuple[list[Figure], int]:
    """The newest figures that a person or institution announced or reported, and how many there are.

    Of very many, those that were entered last are looked at.
    """
    keys = list(reporters.values_list("pk", flat=True))
    if not keys:
        return [], 0
    figures = Figure.objects.filter(Q(reporter__in=keys) | Q(announcer__in=keys)).order_by("-pk").values("pk")[:MOST]
    found = Figure.objects.published().filter(pk__in=figures)
    return list(for_tables(found.order_by(F("earliest").desc(nulls_last=True), "-pk"))[:NEWEST]), found.count()


def published_by(institution: Institution) -> list[Text]:
    """The sources of an institution that published values rest on."""
    shown = institution.sources.filter(Exists(Citation.objects.published().filter(source=OuterRef("pk"))))
    keys = tuple(by_name(shown, "title").values_list("pk", flat=True)[:PUBLISHED])
    return sources(keys, values_of(keys)) if keys else []
