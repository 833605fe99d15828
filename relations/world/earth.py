"""The countries there are, by their own names: 193 members of the United Nations, the Holy See and Palestine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from babel.core import Locale, get_global

from . import grammar
from .chance import Dice, shares

# ISO 3166-1: the busiest first, which take the first ranks, and all others.
BUSY, OTHERS = (
    part.split() for part in (Path(__file__).parent / "data" / "countries.txt").read_text("ascii").split("\n\n")
)
CODES = sorted(BUSY + OTHERS)
# Where CLDR's name is a description or a place.
NAMES = {
    "CIV": ("Fildişi Sahili", "Côte d’Ivoire"),
    "COD": ("Kongo Demokratik Cumhuriyeti", "Democratic Republic of the Congo"),
    "COG": ("Kongo Cumhuriyeti", "Republic of the Congo"),
    "MMR": ("Myanmar", "Myanmar"),
    "PSE": ("Filistin", "Palestine"),
    "VAT": ("Vatikan", "Holy See"),
}
LANGUAGES = ("tr", "en")


@dataclass(frozen=True)
class Land:
    """A country and its number in the database."""

    pk: int
    code: str
    tr: str
    en: str

    @property
    def the(self) -> str:
        """The English name inside a sentence."""
        return grammar.with_article(self.code, self.en)


def lands() -> list[Land]:
    """Every country, by code."""
    two_letters = get_global("territory_aliases")
    names = [Locale(language).territories for language in LANGUAGES]
    found = []
    for pk, code in enumerate(CODES, 1):
        tr, en = NAMES.get(code) or (each[two_letters[code][0]].replace("&", "and") for each in names)
        found.append(Land(pk, code, tr, en))
    return found


def weights(dice: Dice) -> list[float]:
    """How busy each country is, in the order of CODES."""
    others = sorted(OTHERS, key=lambda _code: dice.roll())
    ranks = {code: rank for rank, code in enumerate((*BUSY, *others))}
    return [1 / (ranks[code] + 6) for code in CODES]


def pairs(countries: Sequence[Land]) -> Iterator[tuple[Land, Land]]:
    """All pairs in canonical order."""
    return combinations(countries, 2)


def records_of_pairs(total: int, busy: Sequence[float], dice: Dice) -> list[int]:
    """How many records each pair has, in the order of `pairs`: the busiest 1 %, thousands a few, some none."""
    closeness = [one * other * (0.02 + dice.roll() ** 4) for one, other in combinations(busy, 2)]
    by_rank = sorted(range(len(closeness)), key=lambda at: -closeness[at])
    found = [0] * len(closeness)
    some = by_rank[: len(by_rank) * 19 // 20]
    for at, number in zip(some, shares(total, (1 / (rank + 13) for rank in range(len(some)))), strict=True):
        found[at] = number
    return found
