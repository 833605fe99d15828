"""Councils and their meetings, numbered in their order."""

from dataclasses import dataclass
from datetime import date, timedelta

from .circle import Circle, Event
from .citing import Claim
from .dating import dated
from .events import status_on
from .vocabulary import COUNCILS, OFFICES, SUMMIT, TALKS, Said
from .when import about, in_month, stay


@dataclass
class Council:
    """A council and how often it has met."""

    record: int
    name: Said
    short: Said
    meetings: int = 0


def council(circle: Circle, day: date) -> None:
    """A council is founded."""
    founded = len(circle.councils)
    kind, name, short = SUMMIT if circle.name else COUNCILS[founded % len(COUNCILS)]
    whose = circle.name or Said(*("–".join(getattr(each, code) for each in circle.members) for code in ("tr", "en")))
    full = Said(f"{whose.tr} {name.tr}", f"{whose.en} {name.en}")
    when, pk = about(day, circle.dice, 0.6), circle.next_record()
    summary = Said("Taraflar arasında düzenli görüşmelerin yürütüldüğü yapı.", "The body in which both sides meet.")
    circle.record("council", day, full, summary, "politics", when, dated(circle, when, day), draft=False)
    circle.world.rows.add("council", pk, kind, short.tr, short.tr or None, short.en or None)
    called = Said(f"{whose.tr} {short.tr or name.tr}", f"{whose.en} {short.en or name.en}")
    circle.councils.append(Council(pk, full, called))


def meeting(circle: Circle, day: date) -> None:
    """A council meets, as the next in the row; now and then a day that was set before came to nothing."""
    dice = circle.dice
    body: Council = circle.councils[dice.rank(len(circle.councils))]
    status = status_on(circle, day)
    ordinal = body.meetings + 1 if status != "announced" and dice.maybe(0.95) else None
    pk = _meeting(circle, body, day, status, ordinal)
    if status == "held":
        body.meetings += 1
        if dice.maybe(0.04):
            circle.plans.append((body, day - timedelta(dice.between(30, 300)), "postponed", ordinal, pk))


def plan(circle: Circle) -> None:
    """Write the meeting that the last one was planned as."""
    _meeting(circle, *circle.plans.pop())


def _meeting(
    circle: Circle, body: Council, day: date, status: str, ordinal: int | None, replaced_by: int | None = None
) -> int:
    dice = circle.dice
    host, chair = dice.pick(circle.members), dice.rank(len(OFFICES), 2)
    place = circle.place(host) if dice.maybe(0.6) else None
    when = stay(day, dice.pick((0, 0, 1))) if dice.maybe(0.85) else in_month(day)
    claims = dated(circle, when, day)
    if ordinal:
        claims.append(Claim("ordinal", str(ordinal), (f"{ordinal}.", f"No. {ordinal}", str(ordinal))))
    if status != "held":
        claims.append(Claim("status", status, ("", "", "")))
    title = Said(f"{body.short.tr} {ordinal}. toplantısı", f"Meeting {ordinal} of the {body.short.en}")
    if not ordinal:
        title = Said(f"{body.short.tr} toplantısı ({day.year})", f"Meeting of the {body.short.en} ({day.year})")
    talks = dice.pick(TALKS)
    summary = Said(f"Toplantının konusu: {talks.tr}.", f"The meeting discussed {talks.en}.")
    pk = circle.record("meeting", day, title, summary, "politics", when, claims, place)
    visiting = circle.visit.record if circle.visit and circle.visit.day == day else None
    circle.world.rows.add("councilmeeting", pk, body.record, ordinal, status, visiting, replaced_by)
    circle.takes_part(pk, "chair", host, chair, circle.person(host, chair, day))
    if status == "held":
        circle.meeting = Event(pk, day, place, host)
    return pk
