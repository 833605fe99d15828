"""When a body was founded, by all that is said of it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from relations.models import Agreement, Council, CouncilMeeting, Kind, Record

from .agreement import State, Statement, compatible, state_of
from .base import Check, Day, Finding, Words
from .comparing import before, grouped
from .councils import dated
from .material import Material
from .telling import quoted, statement, voices

FOUNDERS = ("founded_by", "founded_at_visit")
SOON = timedelta(days=731)  # a body that meets first after this was hardly at work when it was founded


class Founding(Check):
    name = "founding"
    title = _("Founding dates")
    sentence = _(
        "The founding of a body is compared with what other sources say of it, with the agreement or visit that "
        "founded it, and with its first meeting, which comes neither before it nor years after."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        meetings = grouped(material.meetings, lambda each: each.council_id)
        for council in material.councils:
            yield from self._told(council, material)
            yield from self._first_meeting(council, meetings.get(council.pk, []))
        for record in material.records.values():
            yield from self._founders(record, material)

    def _told(self, council: Council, material: Material) -> Iterator[Finding]:
        citations = voices(material.said.get((council.pk, "date"), []))
        state = state_of("date", [statement(each, council) for each in citations]) if citations else State.SINGLE
        if state in (State.CONFLICT, State.MAJORITY):
            words = Words(_("Sources date the founding differently."))
            yield Finding(self.name, (council,), words, quoted(citations), "date")

    def _founders(self, record: Record, material: Material) -> Iterator[Finding]:
        """The acts that founded it: a body that founded another tells nothing of when."""
        said = [each for field in FOUNDERS for each in material.said.get((record.pk, field), [])]
        named = [material.by_slug.get(slug) for each in said for slug in each.says.split()]
        acts = [each for each in named if each is not None and each.kind in (Kind.AGREEMENT, Kind.VISIT)]
        for act in dict.fromkeys(acts):
            date = date_of(act, material)
            if record.date and date and not compatible("date", Statement("", record.date), Statement("", date)):
                words = Words(
                    _("The founding is dated %(founded)s, the act that founded it %(act)s."),
                    {"founded": Day(record.date), "act": Day(date)},
                )
                yield Finding(self.name, (record, act), words, field="date")

    def _first_meeting(self, council: Council, meetings: Sequence[CouncilMeeting]) -> Iterator[Finding]:
        held = [each for each in meetings if each.status == "held" and each.earliest]
        first = next((each for each in held if each.ordinal == 1), None)
        early = [each for each in held if before(each.latest, council.earliest)]
        late = first and before(council.latest, first.earliest and first.earliest - SOON)
        for meeting in [*early, *([first] if late and first else [])]:
            words = Words(
                _("Founded %(founded)s, met %(met)s."), {"founded": Day(council.date), "met": Day(meeting.date)}
            )
            yield Finding(self.name, (council, meeting), words, dated([council, meeting]), "date")


def date_of(act: Record, material: Material) -> str:
    """The date of a visit or agreement; of an undated agreement, that of the occasion of its signature."""
    if act.date or not isinstance(act, Agreement):
        return act.date
    occasions = (material.records.get(key or 0) for key in (act.signed_at_meeting_id, act.signed_at_visit_id))
    return next((each.date for each in occasions if each is not None and each.date), "")
