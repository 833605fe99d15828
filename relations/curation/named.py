"""Which people, places, bodies, countries and offices the words at a place name."""

import re
from collections.abc import Iterable
from functools import lru_cache

from relations.reading.folding import fold
from relations.reading.names import FoundCountry, FoundOffice, find_countries, find_offices
from relations.reading.phrases import Text

from .reread import Case
from .vocabulary import values
from .world import Thing, World

SHORT = 4  # letters: a name so short stands alone, or before an apostrophe
TAKES = ("destination",)  # what goes to a country
GIVES = ("origin", "recognised_by", "announcer")  # what comes from one


def read_names(case: Case) -> set[str]:
    """What the evidence names, on the side that the field is for; a value that is no slug stands there as it is."""
    found, side = _read_names(case), case.claim.side
    return {slug for slug in found if not side or side in (_sides(case.world, slug) or {side})}


def _sides(world: World, slug: str) -> set[str]:
    """The countries of a thing, by its own column or by the offices of a person; empty where nothing tells."""
    offices = [slug, *world.offices(slug)] if slug in world.things else []
    own = {world.things[one].country for one in offices} - {""}
    return own or ({slug} & world.countries)


def _read_names(case: Case) -> set[str]:
    claim, world = case.claim, case.world
    parts = set(claim.says.split())
    if parts <= world.countries:
        return read_countries(case)
    if not parts <= set(world.things):
        return {claim.says} if spelt(claim.says).search(fold(claim.evidence)) else set()
    named = named_things(world, claim.evidence)
    if any(world.things[part].model == "office" for part in parts):
        titles = {thing for thing in named if world.things[thing].model == "office"}
        told = {world.things[title].country for title in titles}
        return titles | {office for office in read_offices(case) if world.things[office].country not in told}
    return named


def named_things(world: World, words: str) -> set[str]:
    """The slugs of all things that are spelt in the words; of one kind the longer where two overlap."""
    folded = fold(words)
    found = [(thing, *place) for thing in world.things.values() for place in _places(thing, folded)]
    return {thing.slug for thing, start, end in found if not _is_part(found, thing, start, end)}


def _places(thing: Thing, folded: str) -> Iterable[tuple[int, int]]:
    for spelling in thing.spellings:
        yield from (match.span() for match in spelt(spelling).finditer(folded))


@lru_cache(maxsize=4096)
def spelt(spelling: str) -> re.Pattern[str]:
    """A name at the beginning of a word, with any ending unless it is short."""
    words = re.findall(r"[^\W_]+", fold(spelling)) or [r"(?!)"]  # what holds no letter stands nowhere
    letters = sum(map(len, words))
    return re.compile(r"(?<![^\W_])" + r"\W+".join(words) + (r"(?![^\W_])" if letters <= SHORT else ""))


def _is_part(found: list[tuple[Thing, int, int]], thing: Thing, start: int, end: int) -> bool:
    """Whether a longer name of the same kind of thing holds this one: “Otokar” in “Otokar Central Asia”."""
    return any(
        other.model == thing.model and low <= start and end <= high and high - low > end - start
        for other, low, high in found
    )


def read_countries(case: Case) -> set[str]:
    """The countries that the evidence names, in the part that the field gives them."""
    claim, held = case.claim, case.held
    found = [one for one in find_countries(Text(claim.evidence, held.language)) if one.code]
    if values("said", "both", claim.evidence, held.language):
        return set(case.sides)
    return {one.code for one in _in_part(found, claim.base)}


def _in_part(found: list[FoundCountry], field: str) -> list[FoundCountry]:
    """Where several are named: what comes from one, what goes to the other, by case and then by order."""
    wanted, unwanted, place = (("dat", "loc"), ("abl",), -1) if field in TAKES else (("abl",), ("dat",), 0)
    if field not in (*TAKES, *GIVES):
        return found
    found = [one for one in found if one.case not in unwanted]
    if len({one.code for one in found}) < 2:
        return found
    return [one for one in found if one.case in wanted] or [found[place]]


def read_offices(case: Case, sides: Iterable[str] = ()) -> set[str]:
    """The offices that the evidence names: of the country that it names, of its holder's, or of both sides."""
    words = Text(case.claim.evidence, case.held.language)
    countries = {one.code for one in find_countries(words) if one.code} | set(sides)
    both = bool(values("said", "both", words.text, words.language))
    people = {slug for slug in named_things(case.world, words.text) if case.world.things[slug].model == "person"}
    held = {office for person in people for office in case.world.offices(person)}
    found: set[str] = set()
    for office in _acting(words):
        for slug in offices_of(case.world, office.office):
            country = case.world.things[slug].country
            shared = (both or office.plural) and country in case.sides
            if slug in held or shared or (country in countries and not held):
                found.add(slug)
    return found


def _acting(words: Text) -> list[FoundOffice]:
    """The offices named; where somebody acts “as” one, that one alone."""
    found = find_offices(words)
    return found[-1:] if values("said", "as", words.text, words.language) else found


def offices_of(world: World, office: str) -> set[str]:
    """The offices of any country with a title: “foreign minister” is foreign-minister-kaz and its like."""
    begin = f"{office.replace(' ', '-')}-"
    return {thing.slug for thing in world.things.values() if thing.model == "office" and thing.slug.startswith(begin)}
