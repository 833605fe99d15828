"""The meetings of a council as a beaded line: those held, planned and fallen through, and the numbers on no source."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from relations import profile
from relations.charts import beads
from relations.charts.chart import Body, Cell, Chart, Table
from relations.charts.dated import (
    Drawer,
    among_newest,
    cross,
    is_imprecise,
    legend,
    only_newest,
    sources_of,
    years_told,
)
from relations.charts.svg import Element, el
from relations.dashes import dash
from relations.dates import LOCALES
from relations.models import Council, CouncilMeeting, MeetingStatus
from relations.newest import Newest
from relations.profile import Slot
from relations.templatetags.record_tags import edtf, language, number, ordinal, plain

NAMED = 4  # so many gaps are named in the title; more are counted
CITED = ("date", "ordinal", "status")


@dataclass(frozen=True, kw_only=True)
class MeetingsChart(Chart):
    """A council with the slots of its count."""

    council: Council
    slots: Sequence[Slot]

    def body(self, width: int) -> Body:
        line = beads.place(self.council, self.slots, width)
        drawn, height = beads.draw(line, width)
        kinds = {bead.status for bead in (*line.on_line, *line.apart)}
        if kinds == {"held"}:
            return Body(tuple(drawn), height)
        key, height = legend([_entry(kind) for kind in _ORDER if kind in kinds], height + 16, width)
        return Body((*drawn, *key), height)


def build(council: Council) -> MeetingsChart | None:
    """The chart of a published council; None where no meeting of it is on record."""
    slots = profile.council_slots(council)
    return chart(council, slots, slots.is_cut)


def chart(council: Council, slots: Sequence[Slot], is_cut: bool = False) -> MeetingsChart | None:
    """The chart of slots that were fetched already, with their citations and places; of all, or of the newest."""
    meetings = [slot.meeting for slot in slots if slot.meeting]
    if not meetings:
        return None
    return MeetingsChart(
        name="meetings",
        subject=council.slug,
        title="; ".join(filter(None, (finding(council, slots), among_newest(is_cut)))),
        note=" ".join(filter(None, (_note(council, meetings), only_newest(is_cut)))),
        table=_table(slots),
        sources=sources_of(meetings, CITED),
        council=council,
        slots=slots,
    )


def finding(council: Council, slots: Sequence[Slot]) -> str:
    """“HLSCC: 5 meetings on record (2012–2025); no number missing”."""
    meetings = [slot.meeting for slot in slots if slot.meeting]
    held = [each for each in meetings if each.status == MeetingStatus.HELD]
    planned = sum(each.status == MeetingStatus.ANNOUNCED for each in meetings)
    name = plain(council, "abbreviation") or plain(council, "title")
    clauses = [_held(held), _missing(slots, held)]
    if planned:
        clauses.append(ngettext("%(count)s announced", "%(count)s announced", planned) % {"count": number(planned)})
    return f"{name}: {'; '.join(filter(None, clauses))}"


def _held(held: Sequence[CouncilMeeting]) -> str:
    if not held:
        return _("no meeting on record as held")
    told = ngettext("%(count)s meeting on record", "%(count)s meetings on record", len(held))
    years = years_told(held)
    return told % {"count": number(len(held))} + (f" ({years})" if years else "")


def _missing(slots: Sequence[Slot], held: Sequence[CouncilMeeting]) -> str:
    """The numbers of which no source tells, named if they are few."""
    gaps = [slot for slot in slots if slot.meeting is None]
    if not gaps:
        return _("no number missing") if len(held) > 1 and all(each.ordinal for each in held) else ""
    named = [name for slot in gaps for name in _gap(slot)]
    if len(named) <= NAMED:
        numbers = format_list(named, locale=LOCALES[language()])
        return _("no source mentions the %(numbers)s") % {"numbers": numbers}
    count = sum((slot.last or slot.ordinal or 0) - (slot.ordinal or 0) + 1 for slot in gaps)
    words = ngettext("no source mentions %(count)s other", "no source mentions %(count)s others", count)
    return words % {"count": number(count)}


def _gap(slot: Slot) -> list[str]:
    """A number, two of them, or from which to which."""
    first = slot.ordinal or 0
    if (slot.last or first) - first < 2:
        return [ordinal(each) for each in range(first, (slot.last or first) + 1)]
    return [pgettext("numbers", "%(first)s to %(last)s") % {"first": ordinal(first), "last": ordinal(slot.last or 0)}]


def _note(council: Council, meetings: Sequence[CouncilMeeting]) -> str:
    """The council's full name, and how to read what is not plain."""
    parts = [f"{plain(council, 'title')}."]
    if any(map(is_imprecise, meetings)):
        parts.append(_("A bead spans all the time that its date may mean."))
    return " ".join(parts)


_ORDER = ("held", "announced", "postponed", "cancelled", beads.MISSING)


def _entry(kind: str) -> tuple[Drawer, str]:
    """A bead of the legend, with its words."""

    def draw(x: float, y: float) -> list[Element]:
        style = {"held": "c-meeting-fill", beads.MISSING: "c-gap"}.get(kind, "c-meeting-open")
        mark = [el("circle", class_=style, cx=x, cy=y, r=7)]
        return [*mark, cross(x, y, 3, "meeting")] if kind in ("postponed", "cancelled") else mark

    words = _("no source on record") if kind == beads.MISSING else str(MeetingStatus(kind).label)
    return draw, words


def _table(slots: Sequence[Slot]) -> Table:
    keys = ("ordinal", "date", "status", "place", "meeting")
    columns = (_("Ordinal"), _("Date"), _("Status"), _("Place"), _("Meeting"))
    return Table(keys, columns, [_gap_row(slot) if slot.meeting is None else _row(slot.meeting) for slot in slots])


def _row(meeting: CouncilMeeting) -> tuple[Cell, ...]:
    place = meeting.place
    return (
        Cell(ordinal(meeting.ordinal), str(meeting.ordinal)) if meeting.ordinal else Cell("–"),
        Cell(edtf(meeting.date) or _("date unknown"), meeting.date),
        Cell(str(meeting.get_status_display()), meeting.status),
        Cell(plain(place, "name"), place.slug) if place else Cell("–"),
        Cell(plain(meeting, "title"), meeting.slug, meeting.get_absolute_url()),
    )


def _gap_row(slot: Slot) -> tuple[Cell, ...]:
    ends = list(map(str, filter(None, (slot.ordinal, slot.last))))
    shown = dash().join(map(ordinal, filter(None, (slot.ordinal, slot.last))))
    blanks = [Cell("–")] * 2
    return (Cell(shown, "-".join(ends)), Cell("–"), Cell(_("no source on record"), beads.MISSING), *blanks)


def of_pair(
    councils: Newest[tuple[Council, list[Slot]]],
) -> list[tuple[Council, Sequence[Slot], Chart | None]]:
    """Each council of a pair with its slots and its chart; asks nothing of the database."""
    return [(council, slots, chart(council, slots, councils.is_cut)) for council, slots in councils]
