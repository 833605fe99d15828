"""The whole course of a world, record by record."""

from collections.abc import Callable, Iterator
from datetime import date

from . import agreements, councils, events, figures
from .chance import Dice, shares
from .circle import Circle, World
from .earth import pairs
from .ground import organisation, organisation_pk
from .when import days_of_a_life

Happening = Callable[[Circle, date], None]
# Of 100 records, so many of each kind; councils come with their first meeting.
KINDS: tuple[Happening, ...] = (
    *[figures.figure] * 38,
    *[agreements.agreement] * 20,
    *[events.visit] * 17,
    *[councils.meeting] * 14,
    *[events.milestone] * 11,
)
SHARED_KINDS: tuple[Happening, ...] = (agreements.agreement, councils.meeting, councils.meeting, events.milestone)
RECORDS_OF_A_COUNCIL = 150  # one more council for so many


def live(world: World, of_pairs: list[int]) -> Iterator[None]:
    """Every record of a world, one after another; each has been written when it is yielded."""
    for circle, records in circles(world, of_pairs):
        kinds = SHARED_KINDS if circle.name else KINDS
        for day in days_of_a_life(circle.dice, records):
            _happen(circle, day, circle.dice.pick(kinds))
            yield


def _happen(circle: Circle, day: date, what: Happening) -> None:
    """Something, unless a plan is left to write or a council has to be founded first."""
    if circle.plans:
        councils.plan(circle)
    elif what is councils.meeting and len(circle.councils) <= min(circle.written // RECORDS_OF_A_COUNCIL, 4):
        councils.council(circle, day)
    else:
        what(circle, day)


def circles(world: World, of_pairs: list[int]) -> Iterator[tuple[Circle, int]]:
    """Pairs in an order of chance and groups, each with the number of its records."""
    both = list(pairs(world.lands))
    dice = Dice(world.seed, "order")
    order = sorted((at for at, number in enumerate(of_pairs) if number), key=lambda _at: dice.roll())
    for at in order:
        first, second = both[at]
        slug = f"{first.code}-{second.code}".lower()
        yield Circle(world, Dice(world.seed, slug), slug, [first, second], pair=at + 1), of_pairs[at]
    yield from _groups(world)


def _groups(world: World) -> Iterator[tuple[Circle, int]]:
    count = world.size.organisations
    for number, records in enumerate(shares(world.size.shared, (1 / (rank + 3) for rank in range(count))), 1):
        slug = f"organisation-{number}"
        dice = Dice(world.seed, slug)
        members = sorted(range(len(world.lands)), key=lambda _at: dice.roll())[: dice.between(3, 12)]
        lands = [world.lands[at] for at in sorted(members)]
        body, name = organisation_pk(world, number), organisation(number)
        yield Circle(world, dice, slug, lands, institution=body, name=name), records
