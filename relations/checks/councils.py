"""Councils and what they plan: ordinals, plans without an outcome, meetings and signatures outside their visit."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from django.utils.translation import gettext_lazy as _

from relations.models import Council, CouncilMeeting, MeetingStatus, Record, VisitStatus

from .base import Check, Day, Finding, Line, Nth, Words
from .comparing import apart, before, grouped, read, within
from .material import Material

TAKING_PLACE = (MeetingStatus.ANNOUNCED, MeetingStatus.HELD)


class Ordinals(Check):
    name = "ordinals"
    title = _("Ordinals of meetings")
    sentence = _(
        "The meetings of a council are numbered in order; listed are numbers that no source mentions, "
        "numbers that two meetings share, and meetings dated before the one they follow."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        meetings = grouped(material.meetings, lambda each: each.council_id)
        for council in material.councils:
            counted = [each for each in meetings.get(council.pk, []) if each.ordinal]
            counted.sort(key=lambda each: (each.ordinal, each.earliest or date.max, each.slug))
            yield from self._gaps(council, counted)
            yield from self._repeats(council, counted)
            yield from self._reversed(council, counted)

    def _gaps(self, council: Council, counted: Sequence[CouncilMeeting]) -> Iterator[Finding]:
        numbers = [0, *(each.ordinal for each in counted if each.ordinal)]
        for one, following in pairwise(numbers):
            if following == one + 2:
                words = Words(_("No source mentions meeting %(number)s."), {"number": Nth(one + 1)})
                yield Finding(self.name, (council,), words, field="ordinal")
            elif following > one + 2:
                words = Words(
                    _("No source mentions meetings %(first)s to %(last)s."),
                    {"first": Nth(one + 1), "last": Nth(following - 1)},
                )
                yield Finding(self.name, (council,), words, field="ordinal")

    def _repeats(self, council: Council, counted: Sequence[CouncilMeeting]) -> Iterator[Finding]:
        for same in grouped(counted, lambda each: each.ordinal).values():
            for one, other in combinations(same, 2):
                if other.pk != one.replaced_by_id and one.pk != other.replaced_by_id:
                    words = Words(_("Two meetings have the number %(number)s."), {"number": Nth(one.ordinal or 0)})
                    yield Finding(self.name, (council, one, other), words, dated([one, other]), "ordinal")

    def _reversed(self, council: Council, counted: Sequence[CouncilMeeting]) -> Iterator[Finding]:
        numbered = [each for each in counted if each.earliest and each.status in TAKING_PLACE]
        for one, following in pairwise(numbered):
            if one.ordinal != following.ordinal and before(following.latest, one.earliest):
                words = Words(
                    _("Meeting %(later)s is dated before meeting %(earlier)s."),
                    {"earlier": Nth(one.ordinal or 0), "later": Nth(following.ordinal or 0)},
                )
                yield Finding(self.name, (council, one, following), words, dated([one, following]), "date")


class Plans(Check):
    name = "plans"
    title = _("Plans without an outcome")
    sentence = _(
        "Meetings and visits that were announced and whose date has passed, though no source says what came of them."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        for meeting in material.meetings:
            if meeting.status == MeetingStatus.ANNOUNCED and not meeting.replaced_by_id:
                yield from self._overdue(meeting, material.today)
        for visit in material.visits:
            if visit.status == VisitStatus.ANNOUNCED:
                yield from self._overdue(visit, material.today)

    def _overdue(self, record: Record, today: date) -> Iterator[Finding]:
        if before(record.latest, today):
            words = Words(_("Announced for %(date)s; no outcome on record."), {"date": Day(record.date)})
            yield Finding(self.name, (record,), words, field="status")


class Outside(Check):
    name = "outside"
    title = _("Outside the visit")
    sentence = _(
        "Meetings said to have been held during a visit, and documents said to have been signed at a "
        "visit or a meeting, whose date lies outside it."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        for meeting in material.meetings:
            yield from self._compare(meeting, material.records.get(meeting.during_visit_id or 0))
        for agreement in material.agreements:
            for key in (agreement.signed_at_visit_id, agreement.signed_at_meeting_id):
                yield from self._compare(agreement, material.records.get(key or 0))

    def _compare(self, record: Record, frame: Record | None) -> Iterator[Finding]:
        if frame is not None and record.date and frame.date and is_outside(record.date, frame.date):
            words = Words(_("%(inner)s lies outside %(outer)s."), {"inner": Day(record.date), "outer": Day(frame.date)})
            yield Finding(self.name, (record, frame), words, dated([record, frame]), "date")


def is_outside(inner: str, outer: str) -> bool:
    """Whether no day is common to both; where both are to the day, whether one juts out."""
    one, other = read(inner), read(outer)
    to_the_day = all(len(part) == len("2012-10-11") for part in (*inner.split("/"), *outer.split("/")))
    return apart(one, other) or (to_the_day and not within(one, other))


def dated(records: Sequence[Record]) -> tuple[Line, ...]:
    """Records with their dates, side by side."""
    return tuple(Line(record, Day(record.date), record) for record in records)
