"""What sources say of a date: mostly the same, now and then less exactly or something else."""

from datetime import date, timedelta

from .circle import Circle
from .citing import Claim
from .when import When, in_month, on_day


def date_claim(when: When, other: When | None = None, rough: When | None = None) -> Claim:
    """What sources say of a date: another one, or the same less exactly."""
    against, agreeing = (
        Claim("date", each.edtf, each.printed) if each and each.edtf != when.edtf else None for each in (other, rough)
    )
    return Claim("date", when.edtf, when.printed, agreeing=agreeing, against=against)


def dated(circle: Circle, when: When, day: date) -> list[Claim]:
    """The claim of a date, where one is known."""
    if not when.edtf:
        return []
    other = on_day(day + timedelta(circle.dice.between(400, 800)) * -1)
    return [date_claim(when, other, in_month(day) if len(when.edtf) > 7 and when.earliest == when.latest else None)]
