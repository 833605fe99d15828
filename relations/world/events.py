"""Visits, and what happens once."""

from collections.abc import Iterator
from datetime import date

from .circle import Circle, Event
from .citing import Claim
from .dating import dated
from .grammar import to
from .names import person_name, slug_of
from .vocabulary import MILESTONES, OFFICES, TALKS, VISITS, Said
from .when import about, in_month, stay

PLANNED = date(2026, 8, 1)  # what is dated later may be announced only


def visit(circle: Circle, day: date) -> None:
    """Somebody of one country goes to another."""
    dice, (origin, host) = circle.dice, circle.two()
    when = stay(day, dice.pick((0, 0, 0, 1, 1, 2, 3))) if dice.maybe(0.9) else in_month(day)
    kind, status = dice.pick((*VISITS, "unspecified", "unspecified")), status_on(circle, day)
    office, place = dice.rank(len(OFFICES), 2), circle.place(host) if dice.maybe(0.7) else None
    person, pk = circle.person(origin, office, day), circle.next_record()
    claims = [*dated(circle, when, day), *_claims(circle, kind, status, person)]
    words = OFFICES[office][1]
    title = Said(
        f"{origin.tr} {words.tr}nın {to(host.tr)} {VISITS[kind].tr} ({in_month(day).printed[0]})",
        f"{VISITS[kind].en} of the {words.en} of {origin.the} to {host.the} ({in_month(day).printed[1]})",
    )
    talks = dice.pick(TALKS)
    summary = Said(f"Görüşmelerde {talks.tr} ele alındı.", f"The talks were about {talks.en}.")
    circle.record("visit", day, title, summary, "politics", when, claims, place)
    circle.world.rows.add("visit", pk, kind, status, origin.code, host.code)
    circle.takes_part(pk, "visitor", origin, office, person)
    if dice.maybe(0.5):
        circle.takes_part(pk, "host", host, office, circle.person(host, office, day))
    if status == "held":
        circle.visit = Event(pk, day, place, host)


def _claims(circle: Circle, kind: str, status: str, person: int | None) -> Iterator[Claim]:
    """What sources say beside the date."""
    if kind != "unspecified":
        yield Claim("visit_kind", kind, (VISITS[kind].tr, VISITS[kind].en.lower(), ""))
    if status != "held":
        yield Claim("status", status, ("", "", ""))
    if person and circle.dice.maybe(0.6):
        name = person_name(person)
        yield Claim("visitor", slug_of(name), (name, name, name))


def status_on(circle: Circle, day: date) -> str:
    """Whether something took place, or is to."""
    if day > PLANNED and circle.dice.maybe(0.5):
        return "announced"
    return "cancelled" if circle.dice.maybe(0.02) else "held"


def milestone(circle: Circle, day: date) -> None:
    """Something that happens once."""
    dice = circle.dice
    area, what = dice.pick(MILESTONES)
    when, between = about(day, dice, 0.55), circle.between()
    place = circle.place(dice.pick(circle.members)) if dice.maybe(0.4) else None
    title = Said(f"{between.tr} {what.tr}", f"{what.en} {between.en}")
    summary = Said("İki tarafın kaynaklarında yer alan gelişme.", "An event that sources of both sides speak of.")
    pk = circle.next_record()
    claims = dated(circle, when, day)
    circle.record("milestone", day, title, summary, area, when, claims, place)
    circle.world.rows.add("milestone", pk)
