"""What a council's page shows beside the record: its meetings, who attended, what was signed, what comes next."""

from typing import Any

from django.utils import timezone

from relations import profile
from relations.charts import councils
from relations.models import Agreement, Council, CouncilMeeting, MeetingStatus, Record
from relations.newest import newest

SIGNED, AHEAD = 100, 12


def told(council: Council) -> dict[str, Any]:
    slots = profile.council_slots(council)
    meetings = CouncilMeeting.objects.published().filter(council=council)
    ahead = meetings.filter(status=MeetingStatus.ANNOUNCED, latest__gte=timezone.localdate())
    shown = [slot.meeting for slot in slots if slot.meeting]
    signed = Agreement.objects.filter(signed_at_meeting__in=shown).values("pk")
    agreements = newest(Record.objects.published().filter(pk__in=signed), rows=Agreement.objects.all(), most=SIGNED)
    return {
        "slots": slots,
        "chart": councils.chart(council, slots, slots.is_cut),
        "ahead": ahead.select_related("place").oldest_first()[:AHEAD],
        "agreements": agreements,
        "people": profile.attending(shown),
    }
