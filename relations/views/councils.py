"""What a council's page shows beside the record: its meetings, who attended, what was signed, what comes next."""

from typing import Any

from django.utils import timezone

from relations import profile
from relations.charts import councils
from relations.models import Agreement, Council, CouncilMeeting, MeetingStatus


def told(council: Council) -> dict[str, Any]:
    slots = profile.council_slots(council)
    meetings = CouncilMeeting.objects.published().filter(council=council)
    ahead = meetings.filter(status=MeetingStatus.ANNOUNCED, latest__gte=timezone.localdate())
    signed = Agreement.objects.published().filter(signed_at_meeting__in=meetings)
    return {
        "slots": slots,
        "chart": councils.chart(council, slots),
        "ahead": ahead.select_related("place").oldest_first(),
        "agreements": signed.newest_first(),
        "people": profile.attending(meetings),
    }
