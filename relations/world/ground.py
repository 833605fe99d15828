"""What stands before the first record: countries and pairs, places, offices and people, bodies, reporters, sources."""

from hashlib import sha256

from .chance import Dice
from .circle import World
from .citing import language, length, original
from .earth import pairs
from .names import person_name, place_name, slug_of
from .size import MINISTRIES, OFFICES, office_pk
from .vocabulary import BULLETINS, PUBLISHERS, Said
from .vocabulary import MINISTRIES as MINISTRY_WORDS
from .vocabulary import OFFICES as OFFICE_WORDS

KINDS = ("official", "official", "press", "press", "press", "article", "statistics", "treaty")


def countries(world: World) -> None:
    rows = world.rows
    for land in world.lands:
        rows.number("country", land.code, land.tr, land.tr, land.en, "", "")
        code = land.code.lower()
        for slug, words in OFFICE_WORDS:
            title = Said(f"{land.tr} {words.tr}", f"{words.en} of {land.the}")
            rows.number("office", f"{slug}-{code}", title.tr, *title, land.code)
        for slug, words in MINISTRY_WORDS:
            name = Said(f"{land.tr} {words.tr}", f"{words.en} of {land.the}")
            body = rows.number("institution", f"{slug}-{code}", name.tr, *name, "ministry", "", "", land.code, "")
            rows.number("reporter", f"{slug}-{code}", name.tr, *name, land.code, body, None)
    for first, second in pairs(world.lands):
        rows.number("relationship", f"{first.code}-{second.code}".lower(), "", first.code, second.code)


def bodies(world: World) -> None:
    """Organisations, companies and universities, and the newspapers that report figures."""
    rows, size = world.rows, world.size
    for number in range(1, size.organisations + 1):
        name = organisation(number)
        rows.number("institution", f"organisation-{number}", name.tr, *name, "organisation", "", "", None, "")
    dice = Dice(world.seed, "bodies")
    for number in range(1, size.companies + 1):
        kind, name = ("university", Said("Deneme Üniversitesi", "Test University"))
        if number % 4:
            kind, name = ("company", Said("Deneme Şirketi", "Test Company"))
        code, full = dice.pick(world.lands).code, Said(f"{name.tr} {number:04}", f"{name.en} {number:04}")
        rows.number("institution", f"{kind}-{number}", full.tr, *full, kind, "", "", code, "")
    for number in range(1, size.papers + 1):
        name = Said(f"Deneme Gazetesi {number}", f"Test Newspaper {number}")
        rows.number("reporter", f"newspaper-{number}", name.tr, *name, None, None, None)


def organisation(number: int) -> Said:
    return Said(f"Deneme Örgütü {number}", f"Test Organisation {number}")


def organisation_pk(world: World, number: int) -> int:
    """The institution behind an organisation's number."""
    return len(world.lands) * MINISTRIES + number


def places(world: World) -> None:
    dice, starts = Dice(world.seed, "places"), world.size.places
    for land in world.lands:
        first, after = starts[land.pk - 1], starts[land.pk]
        for at in range(first, after):
            name = place_name(at + 1)
            older = first + 1 if at > first + 1 and dice.maybe(0.03) else None
            world.rows.number("place", slug_of(name), name, name, name, land.code, older)


def people(world: World) -> None:
    """People, each in an office of a country; some in a second one."""
    dice, starts, rows = Dice(world.seed, "people"), world.size.people, world.rows
    for land in world.lands:
        for at in range(starts[land.pk] - starts[land.pk - 1]):
            number = starts[land.pk - 1] + at + 1
            name, office = person_name(number), at % OFFICES
            pk = rows.number("person", slug_of(name), name, name, name, "", "")
            rows.number("tenure", pk, office_pk(land.pk - 1, office), "")
            if dice.maybe(0.15):
                rows.number("tenure", pk, office_pk(land.pk - 1, (office + 1) % OFFICES), "")


def sources(world: World) -> None:
    dice = Dice(world.seed, "sources")
    for number in range(1, world.sources.number + 1):
        kind, size = dice.pick(KINDS), length(number)
        year, agency = dice.between(1950, 2026), 1 + number % 40
        title = Said(f"{BULLETINS[kind].tr} {number}", f"{BULLETINS[kind].en} {number}")
        publisher = Said(f"{PUBLISHERS[kind].tr} {agency}", f"{PUBLISHERS[kind].en} {agency}")
        text = (f"test-{number}.txt", sha256(str(number).encode()).hexdigest(), size) if size else ("", "", None)
        world.rows.number(
            "source",
            *(f"test-{number}", kind, title.tr, *title, publisher.tr, *publisher, "", language(number)),
            *(f"https://test-{agency}.example/{number}", "", str(year), None, original(number), *text),
        )
