"""What the profile of a pair tells: its figures, councils, agreements, people and sources. No HTTP."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from relations.models import (
    Agreement,
    Area,
    Citation,
    Council,
    CouncilMeeting,
    Figure,
    Participation,
    Record,
    Relationship,
)
from relations.models.records import DISPUTED
from relations.newest import Newest, newest, newest_keys, of_pair
from relations.pages.listed import Somebody, Text, people, sources
from relations.serving.memo import per_revision
from relations.timeline.cards import Card, cards, for_tables

TRADE = ("trade_total", "export", "import")
KEY = (*TRADE, "investment_stock", "contracting", "companies", "employment", "students")
RECENT, AHEAD = 6, 12
FIGURES, CONTESTED, NAMED, COUNCILS, MEETINGS = 80, 12, 40, 12, 64  # shown of each; what is older is in the lists
LOOKED_AT = 500  # the newest records of a pair, among which people and sources are counted and plans looked for


@dataclass(frozen=True)
class Slot:
    """A meeting in a council's count, or a run of numbers of which no source tells."""

    ordinal: int | None
    meeting: CouncilMeeting | None
    last: int | None = None  # of a gap, where it is longer than one


def figures(pair: Relationship) -> Newest[Figure]:
    """The pair's newest published figures, latest period first, open and undated ones last."""
    found = newest(of_pair(pair, kind="figure")[0], rows=for_tables(Figure.objects.all()), most=FIGURES)
    found.sort(key=lambda each: (each.indicator, each.reporter.slug, each.pk))
    found.sort(key=lambda each: (each.latest or date.min, each.earliest or date.min), reverse=True)
    return found


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


def councils(pair: Relationship) -> Newest[tuple[Council, list[Slot]]]:
    """Each council with its meetings in order, and a gap for each number that no source tells of; idle ones last."""
    found = list(Council.objects.published().filter(relationship=pair).order_by("slug")[: COUNCILS + 1])
    meetings = _meetings(found[:COUNCILS])
    by_council: dict[int, list[CouncilMeeting]] = defaultdict(list)
    for meeting in meetings:
        by_council[meeting.council_id].append(meeting)
    slotted = [(council, slots(by_council[council.pk], meetings.is_cut)) for council in found[:COUNCILS]]
    return Newest(sorted(slotted, key=lambda each: not each[1]), meetings.is_cut or len(found) > COUNCILS)


def council_slots(council: Council) -> Newest[Slot]:
    """One council's meetings in order, with its gaps."""
    meetings = _meetings([council])
    return Newest(slots(meetings, meetings.is_cut), meetings.is_cut)


def _meetings(councils: Sequence[Council]) -> Newest[CouncilMeeting]:
    """Their newest published meetings with place and sources, by number; what has none comes last, by date."""
    cited = Prefetch("citations", Citation.objects.filter(preferred=True).select_related("source"))
    rows = CouncilMeeting.objects.select_related("place").prefetch_related(cited)
    keys = CouncilMeeting.objects.filter(council__in=councils).values("pk")
    found = newest(Record.objects.published().filter(pk__in=keys), rows=rows, most=MEETINGS)
    found.sort(key=lambda each: (each.ordinal or 10**9, each.earliest or date.max, each.pk))
    return found


def slots(meetings: Iterable[CouncilMeeting], is_cut: bool = False) -> list[Slot]:
    """Meetings in their order, with the gaps before and between their numbers; those without one come last.

    Where older ones were left out, nothing is said of the numbers before the first.
    """
    found: list[Slot] = []
    reached = 0
    for meeting in meetings:
        number = meeting.ordinal
        if number and number > reached + 1 and not (is_cut and not found):
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


def latest_and_planned(pair: Relationship) -> list[list[Card]]:
    """What happened last, and what is announced for today or later."""
    return cards(*_latest_and_planned(pair))


@per_revision(maxsize=256)
def _latest_and_planned(pair: Relationship) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The keys of both."""
    today = timezone.now().date()
    events = [each.exclude(kind__in=["figure", "council"]) for each in of_pair(pair)]
    ahead = Q(as_meeting__status="announced") | Q(as_visit__status="announced")
    past = [each.exclude(ahead).filter(earliest__lte=today) for each in events]
    keys = newest_keys(*events, most=LOOKED_AT)
    planned = Record.objects.published().filter(ahead, pk__in=keys, latest__gte=today).oldest_first()[:AHEAD]
    return tuple(newest_keys(*past, most=RECENT)), tuple(planned.values_list("pk", flat=True))


@dataclass(frozen=True)
class Named:
    """Who and what stands most often in the newest records of a pair."""

    people: Newest[Somebody]
    sources: Newest[Text]
    looked_at: int | None  # so many records, where there are more


@per_revision(maxsize=64)
def named(pair: Relationship) -> Named:
    """People, the most often named first, and the sources that values rest on most, by slug."""
    keys = newest_keys(of_pair(pair)[0], most=LOOKED_AT + 1)
    parts = Participation.objects.filter(record__in=keys[:LOOKED_AT])
    cited = Citation.objects.filter(record__in=keys[:LOOKED_AT])
    most, is_cut = _counted(cited.values_list("source"), Count("pk"))
    found = sorted(sources(list(most), most), key=lambda each: each.slug)
    return Named(_people(parts), Newest(found, is_cut), LOOKED_AT if len(keys) > LOOKED_AT else None)


def attending(meetings: Iterable[CouncilMeeting]) -> Newest[Somebody]:
    """Who appears in some meetings, the most often first."""
    return _people(Participation.objects.filter(record__in=[meeting.pk for meeting in meetings]))


def _people(parts: QuerySet[Participation]) -> Newest[Somebody]:
    most, is_cut = _counted(parts.exclude(person=None).values_list("person"), Count("record", distinct=True))
    found = people(list(most), most)
    return Newest(sorted(found, key=lambda each: (-(each.times or 0), each.slug)), is_cut)


def _counted(keys: QuerySet[Any, Any], count: Count) -> tuple[dict[int, int], bool]:
    """What keys name most often, each with its number; and whether there is more."""
    counted = dict(keys.annotate(number=count).order_by())
    most = sorted(counted, key=lambda key: (-counted[key], key))[:NAMED]
    return {key: counted[key] for key in most}, len(counted) > NAMED


def contested(pair: Relationship) -> Newest[Citation]:
    """The citations of the newest records on some field of which sources differ."""
    keys = newest_keys(of_pair(pair)[0].filter(consensus__in=DISPUTED), most=CONTESTED + 1)
    found = Citation.objects.filter(record__in=keys[:CONTESTED])
    return Newest(found.select_related("source", "record", "record__as_figure"), len(keys) > CONTESTED)
