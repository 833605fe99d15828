"""A council's meetings as beads on a line: where each stands, and how it is drawn. No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from relations.charts.dated import EDGE, HIT, axis, cross, extent, is_dated, lanes, link, scale_of, told, underline
from relations.charts.letters import width as text_width
from relations.charts.scales import Years
from relations.charts.svg import Element, el
from relations.dashes import span
from relations.dates import print_date
from relations.models import Council, CouncilMeeting
from relations.profile import Slot
from relations.templatetags.record_tags import language, ordinal, plain

RADIUS = 12
LEVEL = 28  # from one row of beads to the next
ONE_BY_ONE = 6  # so many missing numbers are drawn each by itself
CROSSED = 12  # what a cross beside a number takes
ARC = 26.0  # what arcs rise above the line
FOUNDED = 22.0  # the line that tells of the founding
MISSING = "missing"


@dataclass(frozen=True)
class Bead:
    """A meeting, or missing numbers, at x between `left` and `right`, so many rows below the line."""

    text: str
    meeting: CouncilMeeting | None
    name: str
    left: float = 0.0
    right: float = 2.0 * RADIUS
    row: int = 0

    @property
    def status(self) -> str:
        return self.meeting.status if self.meeting else MISSING

    @property
    def is_off(self) -> bool:
        """Whether it was postponed or cancelled."""
        return self.status in ("postponed", "cancelled")

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    def around(self, x: float, breadth: float = 0) -> "Bead":
        """The bead around a place, as broad as its text needs or as it is told."""
        half = max(
            RADIUS, text_width(self.text, 13, bold=True) / 2 + 5 + (CROSSED / 2 if self.is_off else 0), breadth / 2
        )
        return replace(self, left=x - half, right=x + half)

    def inside(self, room: float) -> "Bead":
        """The bead moved as little as keeps it in the drawing."""
        shift = max(1 - self.left, 0) - max(self.right - room + 1, 0)
        return replace(self, left=self.left + shift, right=self.right + shift)


def bead_of(slot: Slot) -> Bead:
    """A slot of the council's count as a bead that stands nowhere yet."""
    if slot.meeting is None:
        numbers = span(slot.ordinal, slot.last or slot.ordinal)
        return Bead(numbers, None, f"{_numbers_told(slot)}: {_('no source on record')}")
    place = plain(slot.meeting.place, "name") if slot.meeting.place else ""
    status = "" if slot.meeting.status == "held" else slot.meeting.get_status_display()
    return Bead(str(slot.ordinal or "–"), slot.meeting, told(slot.meeting, place, status))


def _numbers_told(slot: Slot) -> str:
    first = slot.ordinal or 0
    return span(ordinal(first), ordinal(slot.last or first))


@dataclass(frozen=True)
class Line:
    """The beads of a council: those on the scale of years, and those of which no date is known."""

    council: Council
    years: Years | None
    on_line: tuple[Bead, ...]
    apart: tuple[Bead, ...]


def place(council: Council, slots: Sequence[Slot], room: float) -> Line:
    """Each slot's bead: at its date, between its neighbours' dates, or apart."""
    known = [each for each in (council, *(slot.meeting for slot in slots)) if each is not None]
    years = scale_of(known, EDGE, room - EDGE)
    if years is None:
        return Line(council, None, (), tuple(map(bead_of, slots)))
    placed: list[Bead] = []
    apart: list[Bead] = []
    before = _founding(council, years)
    for index, slot in enumerate(slots):
        bead = bead_of(slot)
        if slot.meeting and is_dated(slot.meeting):
            bead = _at_its_date(bead, slot.meeting, years, room)
            placed.append(bead)
            before = bead.right
        elif slot.meeting or before is None or (after := _next(slots, index, years, room)) is None or after <= before:
            apart.append(bead)
        else:
            placed += _between(slot, before, after, room)
    rows = lanes([(bead.left, bead.right) for bead in placed])
    on_line = tuple(replace(bead, row=row) for bead, row in zip(placed, rows, strict=True))
    return Line(council, years, on_line, tuple(apart))


def _founding(council: Council, years: Years) -> float | None:
    return extent(council, years)[0] if council.earliest else None


def _at_its_date(bead: Bead, meeting: CouncilMeeting, years: Years, room: float) -> Bead:
    """The bead over all of its date: stretched where the date is imprecise; never out of the drawing."""
    start, end = extent(meeting, years)
    return bead.around((start + end) / 2, end - start).inside(room)


def _next(slots: Sequence[Slot], index: int, years: Years, room: float) -> float | None:
    """Where the next meeting in the count begins, if it is dated."""
    meeting = next((slot.meeting for slot in slots[index + 1 :] if slot.meeting), None)
    if meeting is None or not meeting.ordinal or not is_dated(meeting):
        return None
    return _at_its_date(bead_of(Slot(meeting.ordinal, meeting)), meeting, years, room).left


def _between(slot: Slot, before: float, after: float, room: float) -> Iterator[Bead]:
    """Missing numbers spread evenly between their neighbours, one by one where there is room."""
    first = slot.ordinal or 1
    count = (slot.last or first) - first + 1
    if count > ONE_BY_ONE or (after - before) / count < 2 * RADIUS + 2:
        yield bead_of(slot).around((before + after) / 2).inside(room)
        return
    for index in range(count):
        step = (after - before) / count
        yield bead_of(Slot(first + index, None)).around(before + (index + 0.5) * step).inside(room)


def draw(line: Line, room: float) -> tuple[list[Element], float]:
    """The line with its beads, the years below, and what is undated below them; and the height of it all."""
    arcs = _arcs(line.on_line)
    y = RADIUS + 2 + (ARC if arcs else 0.0) + (FOUNDED if line.council.date else 0.0)
    drawn: list[Element] = []
    if line.years:
        bottom = y + max((bead.row for bead in line.on_line), default=0) * LEVEL
        labels = _dates(line.on_line, y, room)
        foot = bottom + RADIUS + (26 if labels else 10)
        drawn += [*axis(line.years, foot, y), *_founded(line, y, room), *_thread(line.on_line, y), *labels]
        drawn += [_arc(*pair, y) for pair in arcs]
        drawn += [part for bead in line.on_line for part in _stem(bead, y)]
        drawn += [_bead(bead, y + bead.row * LEVEL) for bead in line.on_line]
        y = foot + 22
    if line.apart:
        more, y = _apart(line.apart, y + (10 if line.years else 0), room)
        drawn += more
    return drawn, y


def _founded(line: Line, y: float, room: float) -> list[Element]:
    """The council's founding as a bar over its date, tied to the first bead."""
    if line.years is None or not is_dated(line.council):
        return []
    start, end = extent(line.council, line.years)
    first = min((bead.x for bead in line.on_line), default=end)
    words = _("founded: %(date)s") % {"date": print_date(line.council.date, language())}
    x = min(start, room - text_width(words, 12))
    return [
        el("line", class_="c-gap", x1=(start + end) / 2, x2=max(first, end), y1=y, y2=y),
        el("line", class_="c-axis", x1=(start + end) / 2, x2=(start + end) / 2, y1=17, y2=y),
        underline(start, end, 17, "council"),
        el("text", words, class_="c-small", x=x, y=11),
    ]


def _thread(beads: Sequence[Bead], y: float) -> list[Element]:
    if len(beads) < 2:
        return []
    ends = (min(bead.x for bead in beads), max(bead.x for bead in beads))
    return [el("line", class_="c-meeting-line", x1=ends[0], x2=ends[1], y1=y, y2=y)]


def _stem(bead: Bead, y: float) -> list[Element]:
    if not bead.row:
        return []
    return [el("line", class_="c-axis", x1=bead.x, x2=bead.x, y1=y, y2=y + bead.row * LEVEL - RADIUS)]


def _dates(beads: Sequence[Bead], y: float, room: float) -> list[Element]:
    """Each meeting's date below its bead, if there is room for every one."""
    words = [(bead, print_date(bead.meeting.date, language())) for bead in beads if bead.meeting]
    halves = [text_width(text, 12) / 2 + 3 for _bead, text in words]
    spans = [(bead.x - half, bead.x + half) for (bead, _text), half in zip(words, halves, strict=True)]
    if any(bead.row for bead in beads) or any(lanes(spans)) or any(left < 0 or right > room for left, right in spans):
        return []
    style = {"class_": "c-small", "y": y + RADIUS + 16, "text_anchor": "middle"}
    return [el("text", text, x=bead.x, **style) for bead, text in words]


def _bead(bead: Bead, y: float) -> Element:
    """Filled: held; outlined: announced; crossed: postponed or cancelled; dashed: on no source."""
    shape = {"x": bead.left, "y": y - RADIUS, "width": bead.right - bead.left, "height": 2 * RADIUS, "rx": RADIUS}
    if bead.meeting is None:
        text = el("text", bead.text, class_="c-small", x=bead.x, y=y + 4, text_anchor="middle")
        return el("g", el("title", bead.name), el("rect", class_="c-gap", **shape), text)
    held = bead.status == "held"
    drawn = [el("rect", class_="c-meeting-fill" if held else "c-meeting-open", **shape)]
    shift = CROSSED / 2 if bead.is_off else 0
    style = "c-on" if held else "c-meeting-text"
    drawn.append(el("text", bead.text, class_=style, x=bead.x - shift, y=y + 4.5, text_anchor="middle"))
    if bead.is_off:
        drawn.append(cross(bead.right - CROSSED, y, 4, "meeting"))
    return link(bead.meeting, bead.name, *drawn)


def _arcs(beads: Sequence[Bead]) -> list[tuple[Bead, Bead]]:
    """Each plan that fell through with the meeting that came of it."""
    by_key = {bead.meeting.pk: bead for bead in beads if bead.meeting}
    plans = (bead for bead in beads if bead.meeting and bead.meeting.replaced_by_id in by_key)
    return [
        (bead, by_key[bead.meeting.replaced_by_id]) for bead in plans if bead.meeting and bead.meeting.replaced_by_id
    ]


def _arc(plan: Bead, outcome: Bead, y: float) -> Element:
    start, end = (y + bead.row * LEVEL - RADIUS for bead in (plan, outcome))
    middle = (plan.x + outcome.x) / 2
    top = min(start, end) - 1.6 * ARC
    path = f"M{plan.x:.2f} {start:.2f}Q{middle:.2f} {top:.2f} {outcome.x:.2f} {end:.2f}"
    return el("path", class_="c-axis", d=path)


def _apart(beads: Sequence[Bead], y: float, room: float) -> tuple[list[Element], float]:
    """Beads without a date in rows of their own, under words that say so."""
    drawn = [el("text", _("Date not on record:"), class_="c-soft", x=0, y=y + 12)]
    x, y = 0.0, y + 20 + RADIUS
    for bead in beads:
        bead = bead.around(0)
        breadth = bead.right - bead.left
        if x and x + breadth > room:
            x, y = 0.0, y + HIT + 4
        drawn.append(_bead(replace(bead, left=x, right=x + breadth), y))
        x += breadth + 6
    return drawn, y + RADIUS + 4
