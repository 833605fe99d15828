"""Read a claim's value again from the words at its place. Pure: what can be read is compared with what is said."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from relations.amounts import CURRENCIES, Quantity
from relations.reading.dates import find_dates
from relations.reading.found import FoundAmount, FoundDate, Span
from relations.reading.quantities import find_amounts

from .held import Held, touching
from .vocabulary import values
from .world import World

DATES = ("date", "period", "in_force", "deadline")
NUMBERS = ("count", "articles", "years", "anniversary")
ORDERS = ("ordinal", "sequence", "anniversary")
WORDS = ("visit_kind", "status", "form", "indicator", "breakdown", "basis", "sector")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Cited:
    """A claim at its place in the cleaned text."""

    record: str
    field: str
    says: str
    evidence: str
    span: Span
    qualifier: str = ""
    step: Decimal | None = None
    inference: str = ""

    @property
    def base(self) -> str:
        """The field without the country that it is for: “chair” of “chair-kaz”."""
        return self.field.partition("-")[0]

    @property
    def side(self) -> str:
        """That country's code, if any."""
        return self.field.partition("-")[2].upper()


@dataclass(frozen=True, eq=False)
class Case:
    """A claim with all that its reading may look at; `others` are all claims of the same text, itself included."""

    claim: Cited
    held: Held
    world: World
    others: Sequence[Cited]

    @property
    def unit(self) -> str:
        about = self.world.records.get(self.claim.record)
        return about.unit if about else ""

    @property
    def sides(self) -> frozenset[str]:
        """The countries that the claim's record concerns."""
        about = self.world.records.get(self.claim.record)
        return about.sides if about else frozenset()


Reader = Callable[[Case], set[str]]


def read_dates(case: Case) -> set[str]:
    """Every date that the evidence prints: as it reads in the text, and alone where it is no part of a longer one."""
    held, claim = case.held, case.claim
    found = touching(held.dates, claim.span)
    if all(_lies_in(one, claim.span) for one in found):
        found = [*found, *find_dates(claim.evidence, held.language)]
    return {edtf for one in found if not one.inferred for edtf in _openings(one)}


def _lies_in(found: FoundDate, span: Span) -> bool:
    """Whether the evidence holds a date, whatever “since” stands after it."""
    return span.start <= found.span.start and (found.span.end <= span.end or found.rule == "since")


def _openings(found: FoundDate) -> set[str]:
    """“2010'dan bu yana” dates what began then, and what has gone on since."""
    opened = {found.edtf, found.edtf.partition("/")[0]} if found.edtf.endswith("/..") else {found.edtf}
    return opened - {""}


def read_orders(case: Case) -> set[str]:
    """Every ordinal number that the evidence prints."""
    found = {str(one.number) for one in touching(case.held.ordinals, case.claim.span)}
    first = values("said", "first", case.claim.evidence, case.held.language)
    return found or ({"1"} if first else set())


def read_numbers(case: Case) -> set[str]:
    """Every number that the evidence prints, whatever it counts."""
    return {plain(number) for number in numbers(case)} | set(DIGITS.findall(case.claim.evidence))


def numbers(case: Case) -> list[Decimal]:
    """The values of the amounts that the evidence prints, in order."""
    return [one.quantity.value for one in _amounts(case)]


def read_value(case: Case) -> set[str]:
    """Every quantity that the evidence prints, in words that tell value, qualifier and rounding."""
    claim, held = case.claim, case.held
    found = {each for one in _amounts(case) if _may_be(one, case.unit) for each in _roundings(one.quantity)}
    if case.unit == "rank":
        ranks = [one.number for one in touching(held.ordinals, claim.span)]
        found |= {told(Quantity(Decimal(rank), "rank")) for rank in ranks}
    return {each.replace("exact", "planned") for each in found} if _is_goal(case) else found


def _roundings(quantity: Quantity) -> set[str]:
    """A quantity as rounded as its last word, or as its last digit that is not zero: “700 million” leaves it open."""
    last = Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent))
    coarser = max(last, quantity.step or last)
    return {told(quantity), told(replace(quantity, step=coarser if quantity.step else None))}


def _amounts(case: Case) -> list[FoundAmount]:
    """The amounts that the evidence prints, as they read in the text, or else alone."""
    return touching(case.held.amounts, case.claim.span) or find_amounts(case.claim.evidence, case.held.language)


def _may_be(found: FoundAmount, unit: str) -> bool:
    """Whether an amount may be in the unit: its noun may be one that no table knows, its currency may stand before."""
    return found.quantity.unit in (unit, "item", "")


def _is_goal(case: Case) -> bool:
    """Whether the sentence speaks of a goal: then its money is planned."""
    words = Span.of(case.held.sentence(case.claim.span), case.held.text)
    return case.unit in CURRENCIES and bool(values("said", "goal", words, case.held.language))


def plain(number: Decimal) -> str:
    """A decimal as `says` writes it."""
    return f"{number.normalize():f}"


def told(quantity: Quantity) -> str:
    """Value, qualifier and rounding; a count is exact to the one."""
    grain = quantity.grain if quantity.grain > 1 else Decimal(0)
    return f"{plain(quantity.value)} {quantity.qualifier}" + (f" ±{plain(grain)}" if grain else "")


def said(case: Case) -> set[str]:
    """What the claim says, in the words of the readings: several slugs are several values."""
    claim = case.claim
    if claim.base == "value" and NUMBER.fullmatch(claim.says):
        return {told(Quantity(Decimal(claim.says), case.unit, claim.qualifier or "exact", claim.step))}
    if claim.base in DATES or claim.says not in _slugs(case):
        return {claim.says}
    return set(claim.says.split())


def _slugs(case: Case) -> set[str]:
    """The value itself, if every part of it names something."""
    known = {*case.world.things, *case.world.countries}
    return {case.claim.says} if set(case.claim.says.split()) <= known else set()
