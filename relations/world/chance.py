"""Chance, skewed as in life; the same seed gives the same world on every machine."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Random choices of one part of the world: parts do not depend on how many choices another part made."""

    def __init__(self, seed: int, part: str) -> None:
        self.roll = Random(f"{seed}/{part}").random  # noqa: S311  # a made-up world keeps no secrets

    def below(self, number: int) -> int:
        """A whole number from 0 to just below this one."""
        return int(self.roll() * number)

    def between(self, low: int, high: int) -> int:
        return low + int(self.roll() * (high - low + 1))

    def maybe(self, chance: float) -> bool:
        return self.roll() < chance

    def pick(self, things: Sequence[T]) -> T:
        return things[int(self.roll() * len(things))]

    def rank(self, number: int, flat: float = 1) -> int:
        """A number below this one, the low ones most often (Zipf); the higher `flat` is, the less so."""
        return min(number - 1, int(flat * ((number + flat) / flat) ** self.roll() - flat))


def shares(total: int, weights: Iterable[float]) -> list[int]:
    """A total dealt out by weight in whole numbers, which add up to it."""
    weights = list(weights)
    unit, running, dealt, found = total / sum(weights), 0.0, 0, []
    for weight in weights:
        running += weight * unit
        upto = int(running + 0.5)
        found.append(upto - dealt)
        dealt = upto
    found[-1] += total - dealt
    return found
