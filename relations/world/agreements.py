"""What is signed in a circle: now and then at a visit or meeting, or as a part of a set."""

from collections.abc import Iterator
from datetime import date

from .circle import Circle, Event
from .citing import Claim
from .dating import dated
from .vocabulary import FORMS, OFTEN, TOPICS, Said, Topic
from .when import When, about, on_day

FOREIGN = 2  # the office of a foreign minister
ENTRY = ("signature", "ratification", "notification", "provision")


def agreement(circle: Circle, day: date) -> None:
    """Somebody signs something."""
    dice, pk = circle.dice, circle.next_record()
    form, topic, event = dice.pick(OFTEN), dice.pick(TOPICS), _signed_at(circle, day)
    day = event.day if event else day
    when = on_day(day) if event else about(day, dice, 0.85)
    count = dice.between(2, 20) if form == "package" else 1
    claims = [*dated(circle, when, day), *_claims(circle, form, count)]
    in_force = _entry(circle, claims, when)
    place = event.place if event else circle.place(dice.pick(circle.members)) if dice.maybe(0.4) else None
    summary = Said(
        f"Metin, {topic.tr} alanında ortak çalışmaların çerçevesini çizer.",
        f"The text sets the frame of common work in {topic.en}.",
    )
    circle.record("agreement", day, _title(circle, form, topic, day), summary, topic.area, when, claims, place)
    part_of = circle.package if circle.package and form != "package" and dice.maybe(0.1) else None
    circle.world.rows.add(
        "agreement",
        *(pk, form, count, None, "tr,en" if dice.maybe(0.05) else "", "", in_force),
        *(dice.pick(ENTRY) if in_force else "", *_links(circle, event), part_of),
    )
    if dice.maybe(0.4):
        for land in circle.two():
            circle.takes_part(pk, "signatory", land, FOREIGN, circle.person(land, FOREIGN, day))
    if form == "package":
        circle.package = pk


def _signed_at(circle: Circle, day: date) -> Event | None:
    """The last visit or meeting, for what is signed there."""
    event = circle.visit if circle.dice.maybe(0.5) else circle.meeting
    return event if event and circle.dice.maybe(0.35) and (day - event.day).days < 400 else None


def _links(circle: Circle, event: Event | None) -> tuple[int | None, int | None]:
    """The visit and the meeting that it was signed at: one of them, or neither."""
    if not event:
        return None, None
    return (event.record, None) if event is circle.visit else (None, event.record)


def _title(circle: Circle, form: str, topic: Topic, day: date) -> Said:
    between = circle.between()
    return Said(
        f"{between.tr} {topic.tr} alanında iş birliği {FORMS[form].tr} ({day.year})",
        f"{FORMS[form].en} {topic.en} {between.en} ({day.year})",
    )


def _claims(circle: Circle, form: str, count: int) -> Iterator[Claim]:
    """What sources say beside the date."""
    if form != "agreement" and circle.dice.maybe(0.5):
        yield Claim("form", form, (FORMS[form].tr, FORMS[form].en.partition(" on ")[0].lower(), ""))
    if count > 1:
        yield Claim("count", str(count), (f"{count} belge", f"{count} documents", str(count)))


def _entry(circle: Circle, claims: list[Claim], when: When) -> str:
    """The day of entry into force, where a source gives it."""
    if not circle.dice.maybe(0.2) or not when.latest:
        return ""
    entry = on_day(date.fromordinal(date.fromisoformat(when.latest).toordinal() + circle.dice.between(20, 700)))
    claims.append(Claim("in_force", entry.edtf, entry.printed))
    return entry.edtf
