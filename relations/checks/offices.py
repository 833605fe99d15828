"""Who held which office when."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from relations.models import Participation, Role

from .base import Check, Day, Finding, Words
from .comparing import apart, read
from .material import Material

ACTING = frozenset({Role.VISITOR, Role.HOST, Role.CHAIR, Role.SIGNATORY})


class Offices(Check):
    name = "offices"
    title = _("Not in office")
    sentence = _(
        "People shown at a visit or meeting in an office that they did not hold at the time; only where a "
        "source gives the period of the office."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        periods = {(each.person_id, each.office_id): each.period for each in material.tenures}
        for part in material.participations:
            period = periods.get((part.person_id or 0, part.office_id or 0), "")
            if period and part.role in ACTING:
                yield from self._compare(part, period, material)

    def _compare(self, part: Participation, period: str, material: Material) -> Iterator[Finding]:
        record = material.records[part.record_id]
        if apart(read(record.date), read(period)):
            words = Words(
                _("%(person)s is named as %(office)s on %(date)s; the period in that office is %(period)s."),
                {"person": part.person, "office": part.office, "date": Day(record.date), "period": Day(period)},
            )
            yield Finding(self.name, (record,), words, field=part.role)
