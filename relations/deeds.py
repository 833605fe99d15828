"""What a person did on record: visits, meetings, signatures, words, figures, each group counted and its newest shown.

No HTTP; as many queries for a thousand records as for one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from relations.models import (
    Citation,
    Figure,
    Institution,
    Participation,
    Person,
    Record,
    Role,
    Source,
)
from relations.pages.listed import Text, office_titles, sources, values_of
from relations.pages.words import Words
from relations.prepared import Prepared
from relations.seen import seen
from relations.serving.memo import per_revision
from relations.sorting import by_name
from relations.timeline.cards import figures
from relations.timeline.entries import Entry, entries
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
SOURCES = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(record__in=keys).order_by().values_list("record").annotate(n=Count("source", distinct=True))
    ),
)
# Of the same record in the order in which its offices were entered, on either engine.
NEWEST_FIRST = (F("record__earliest").desc(nulls_last=True), F("record").desc(), F("pk").asc())


@dataclass
class Deed:
    """A record, how many sources speak of it, and the offices in which the person took part in it."""

    record: Entry
    sources: int
    role: str = ""
    offices: list[Words] = field(default_factory=list)


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
    counts, parts = _chosen(person)
    deeds = _deeds(parts)
    return [Group(name, counts[name], deeds.get(name, [])) for name in HEADINGS if name in counts]


@per_revision(maxsize=128)
def _chosen(person: Person) -> tuple[Mapping[str, int], tuple[tuple[str, int, str, int | None], ...]]:
    """How many records each group has, and the newest of it: group, record, role and office of each participation."""
    parts = _grouped(parts_of(person).filter(record__editorial_status="published"))
    counts = dict(parts.values_list("group").annotate(n=Count("record", distinct=True)).order_by())
    newest = Window(RowNumber(), partition_by="group", order_by=NEWEST_FIRST)
    rows = parts.annotate(place=newest).filter(place__lte=NEWEST).order_by("place", "pk")
    return counts, tuple((row.group, row.record_id, row.get_role_display(), row.office_id) for row in rows)


def parts_of(person: Person) -> QuerySet[Participation]:
    """The participations of a person that were entered last, as many as are looked at."""
    newest = Participation.objects.filter(person=person).order_by("-pk").values("pk")[:MOST]
    return Participation.objects.filter(pk__in=newest)


@per_revision(maxsize=256)
def is_cut(person: Person) -> bool:
    """Whether there are more of them."""
    return up_to(Participation.objects.filter(person=person), MOST + 1) > MOST


def _grouped(parts: QuerySet[Participation]) -> Any:
    cases = [When(condition, then=Value(name)) for name, condition in GROUPS]
    return parts.annotate(group=Case(*cases, default=Value("other"), output_field=CharField()))


def _deeds(parts: Sequence[tuple[str, int, str, int | None]]) -> dict[str, list[Deed]]:
    """The newest of each group, by group; of the same record once, with every office that was held at it."""
    keys = list(dict.fromkeys(record for _group, record, _role, _office in parts))
    records, sources = entries(keys), dict(map(tuple, SOURCES.rows(keys)))
    titles = office_titles(sorted({office for *_rest, office in parts if office}))
    found: dict[str, dict[int, Deed]] = {}
    for group, record, role, office in parts:
        deeds = found.setdefault(group, {})
        deed = deeds.setdefault(record, Deed(records[record], sources.get(record, 0), str(role)))
        deed.offices += [titles[office]] if office in titles else []
    return {name: list(deeds.values()) for name, deeds in found.items()}


def of_records(keys: Sequence[int]) -> list[Deed]:
    """Records by themselves, in the order of their keys."""
    records, sources = entries(keys), dict(map(tuple, SOURCES.rows(keys)))
    return [Deed(records[key], sources.get(key, 0)) for key in keys if key in records]


def figures_of(who: Person | Institution) -> tuple[list[Figure], int]:
    """The newest figures that a person or institution announced or reported, and how many there are."""
    keys, count = _figures_of(who)
    return figures(keys), count


@per_revision(maxsize=128)
def _figures_of(who: Person | Institution) -> tuple[tuple[int, ...], int]:
    """Their keys. Of very many, those that were entered last are looked at."""
    reporters = list(who.reporters.order_by().values_list("pk", flat=True))
    if not reporters:
        return (), 0
    theirs = Figure.objects.filter(Q(reporter__in=reporters) | Q(announcer__in=reporters))
    found = Figure.objects.published().filter(pk__in=theirs.order_by("-pk").values("pk")[:MOST])
    newest = found.newest_first().values_list("pk", flat=True)
    return tuple(newest[:NEWEST]), found.count()


@per_revision(maxsize=64)
def naming(institution: Institution) -> tuple[int, ...]:
    """The keys of the published records that name an institution, newest first; of very many those entered last."""
    links: Any = Record.institutions.through
    named = links.objects.filter(institution=institution).order_by("-pk")[:MOST]
    found = Record.objects.published().filter(pk__in=named.values("record")).newest_first()
    return tuple(found.values_list("pk", flat=True))


def published_by(institution: Institution) -> list[Text]:
    """The sources of an institution that published values rest on."""
    shown = seen(Source).filter(institution=institution)
    keys = tuple(by_name(shown, "title").values_list("pk", flat=True)[:PUBLISHED])
    return sources(keys, values_of(keys)) if keys else []
