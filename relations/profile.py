"""What the profile of a pair tells: its figures, councils, agreements, people and sources. No HTTP."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from relations.models import (
    MEETING_ORDER,
    Agreement,
    Area,
    Citation,
    Council,
    CouncilMeeting,
    Figure,
    Person,
    Record,
    Relationship,
    Source,
)
from relations.models.records import DISPUTED
from relations.timeline import for_cards, for_tables

TRADE = ("trade_total", "export", "import")
KEY = (*TRADE, "investment_stock", "contracting", "companies", "employment", "students")
RECENT = 6


@dataclass(frozen=True)
class Slot:
    """A meeting in a council's count, or a run of numbers of which no source tells."""

    ordinal: int | None
    meeting: CouncilMeeting | None
    last: int | None = None  # of a gap, where it is longer than one


def figures(pair: Relationship) -> list[Figure]:
    """The pair's published figures, latest period first."""
    found = for_tables(Figure.objects.published().filter(relationship=pair))
    return list(found.order_by("-latest", "-earliest", "indicator", "reporter__slug"))


def key_figures(found: Iterable[Figure]) -> list[Figure]:
    """The latest of each key indicator and direction, from every reporter who speaks of that time."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.indicator in KEY and not figure.breakdown:
            about = (figure.indicator, figure.origin_id, figure.destination_id, figure.unit, figure.is_target)
            groups[about].append(figure)
    return sorted((each for group in groups.values() for each in _latest(group)), key=_rank)


def side_by_side(found: Iterable[Figure]) -> list[list[Figure]]:
    """Key figures of the same thing together, each reporter's by itself."""
    grouped = groupby(found, key=lambda each: (each.indicator, each.is_target, each.origin_id, each.destination_id))
    return [list(group) for _about, group in grouped]


def _latest(group: list[Figure]) -> list[Figure]:
    """Of figures newest first: each reporter's last, if its period meets that of the newest."""
    newest = group[0]
    found: dict[int, Figure] = {}
    for each in group:
        if not (newest.earliest and each.latest and each.latest < newest.earliest):
            found.setdefault(each.reporter_id, each)
    return list(found.values())


def _rank(figure: Figure) -> tuple[object, ...]:
    """Trade first, then in the order of the vocabulary."""
    about = (figure.origin_id, figure.destination_id, figure.unit)
    order = [value for value, _label in Figure._meta.get_field("indicator").flatchoices]
    return (order.index(figure.indicator), figure.is_target, *map(str, about), figure.reporter_id)


def trade(found: Iterable[Figure]) -> list[Figure]:
    """Every trade figure that is no target."""
    return [each for each in found if each.indicator in TRADE and not each.is_target]


def targets(found: Iterable[Figure]) -> list[Figure]:
    return [each for each in found if each.is_target]


def councils(pair: Relationship) -> list[tuple[Council, list[Slot]]]:
    """Each council with its meetings in order, and a gap for each number that no source tells of; idle ones last."""
    found = Council.objects.published().filter(relationship=pair).order_by("slug")
    meetings: dict[int, list[CouncilMeeting]] = defaultdict(list)
    for meeting in _meetings(found):
        meetings[meeting.council_id].append(meeting)
    return sorted(((council, slots(meetings[council.pk])) for council in found), key=lambda each: not each[1])


def council_slots(council: Council) -> list[Slot]:
    """One council's meetings in order, with its gaps."""
    return slots(_meetings([council]))


def _meetings(councils: Iterable[Council]) -> QuerySet[CouncilMeeting]:
    """Their published meetings with place and sources, by number."""
    found = CouncilMeeting.objects.published().filter(council__in=councils)
    cited = Prefetch("citations", Citation.objects.filter(preferred=True).select_related("source"))
    meetings: QuerySet[CouncilMeeting] = found.select_related("place").prefetch_related(cited).order_by(*MEETING_ORDER)
    return meetings


def slots(meetings: Iterable[CouncilMeeting]) -> list[Slot]:
    """Meetings in their order, with the gaps before and between their numbers; those without one come last."""
    found: list[Slot] = []
    reached = 0
    for meeting in meetings:
        number = meeting.ordinal
        if number and number > reached + 1:
            found.append(Slot(reached + 1, None, number - 1 if number > reached + 2 else None))
        found.append(Slot(number, meeting))
        reached = number or reached
    return found


def agreements_by_area(found: Iterable[Agreement]) -> list[tuple[str, list[Agreement]]]:
    """Agreements by field of cooperation, newest first; those without a date last."""
    newest = sorted(found, key=lambda each: (each.earliest or date.min, each.pk), reverse=True)
    grouped: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in newest:
        grouped[agreement.area].append(agreement)
    return [(str(label), grouped[area]) for area, label in Area.choices if area in grouped]


def latest_and_planned(pair: Relationship) -> tuple[QuerySet[Record], QuerySet[Record]]:
    """What happened last, and what is announced for today or later."""
    today = timezone.now().date()
    events = for_cards().concerning([pair]).exclude(kind__in=["figure", "council"])
    ahead = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    planned = events.filter(ahead, latest__gte=today).oldest_first()
    latest = events.exclude(ahead).filter(earliest__lte=today).newest_first()
    return latest[:RECENT], planned


def people(pair: Relationship) -> QuerySet[Person]:
    """Who appears in the pair's records, the most often first."""
    return _people(Q(participations__record__relationship=pair))


def attending(meetings: QuerySet[CouncilMeeting]) -> QuerySet[Person]:
    """Who appears in some meetings, the most often first."""
    return _people(Q(participations__record__in=meetings.values("pk")))


def _people(where: Q) -> QuerySet[Person]:
    there = where & Q(participations__record__editorial_status="published")
    return (
        Person.objects.annotate(times=Count("participations__record", filter=there, distinct=True))
        .filter(times__gt=0)
        .prefetch_related("tenures__office")
        .order_by("-times", "slug")
    )


def sources(pair: Relationship) -> QuerySet[Source]:
    """What the pair's values rest on."""
    there = Q(citations__record__relationship=pair, citations__record__editorial_status="published")
    return Source.objects.annotate(values_cited=Count("citations", filter=there)).filter(values_cited__gt=0)


def contested(pair: Relationship) -> list[Citation]:
    """The citations of every record on some field of which sources differ."""
    found = Citation.objects.published().filter(record__relationship=pair, record__consensus__in=DISPUTED)
    return list(found.select_related("source", "record", "record__as_figure"))
