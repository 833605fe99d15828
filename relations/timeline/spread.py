"""How records lie over the years: any stretch of years is counted by a few look-ups, however many records there are.

A record may lie in the years asked for if it did not end before them and did not begin after them. What ended before
the first of them began before it as well, so both sums can be taken apart, and pairs of years need not be kept.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate


class Years:
    """Numbers by year, summed from the first on."""

    def __init__(self, numbers: Mapping[int, int]) -> None:
        self.years = sorted(numbers)
        self.sums = [0, *accumulate(numbers[year] for year in self.years)]

    def until(self, year: int) -> int:
        return self.sums[bisect_right(self.years, year)]

    @property
    def total(self) -> int:
        return self.sums[-1]


@dataclass
class Spread:
    """Records by the years in which they begin and end.

    `open` are those that begin and have no known end, by the year in which they begin; `late` those that are only known
    to end; of the `unknown` nothing is known.
    """

    begun: Counter[int] = field(default_factory=Counter)
    ended: Counter[int] = field(default_factory=Counter)
    open: Counter[int] = field(default_factory=Counter)
    late: Counter[int] = field(default_factory=Counter)
    unknown: int = 0

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, int]]) -> "Spread":
        """From numbers by first and last year, 0 where it is open or not known; what adds up to none is none."""
        found = cls()
        for first, last, number in rows:
            if first:
                found.begun[first] += number
                (found.ended if last else found.open)[last or first] += number
            elif last:
                found.late[last] += number
            else:
                found.unknown += number
        return cls(+found.begun, +found.ended, +found.open, +found.late, found.unknown)

    @classmethod
    def sum(cls, spreads: Iterable["Spread"]) -> "Spread":
        """Several as one."""
        found = cls()
        for each in spreads:
            found.begun.update(each.begun)
            found.ended.update(each.ended)
            found.open.update(each.open)
            found.late.update(each.late)
            found.unknown += each.unknown
        return found

    @cached_property
    def _sums(self) -> tuple[Years, Years, Years]:
        return Years(self.begun), Years(self.ended), Years(self.late)

    def dated(self, first: int | None, last: int | None) -> int:
        """How many with a known beginning may lie in these years."""
        begun, ended, _late = self._sums
        return (begun.until(last) if last else begun.total) - (ended.until(first - 1) if first else 0)

    def undated(self, first: int | None, last: int | None) -> int:
        """How many without one may: none that would have to begin before a year is over."""
        if last:
            return 0
        late = self._sums[2]
        return late.total - late.until(first - 1) if first else late.total + self.unknown

    def number(self, first: int | None, last: int | None) -> int:
        return self.dated(first, last) + self.undated(first, last)

    def within(self, first: int | None, last: int | None) -> "Spread":
        """Those with a known beginning that may lie in these years; what began before the first one begins with it."""
        if not (first or last):
            return self
        low, high = first or 0, last or 9999
        begun = _between(self.begun, low, high)
        before = self.dated(low, low - 1) if low else 0
        begun.update({low: before} if before else {})
        return Spread(begun, _between(self.ended, low, high), _between(self.open, 0, high))


def _between(numbers: Counter[int], low: int, high: int) -> Counter[int]:
    return Counter({year: number for year, number in numbers.items() if low <= year <= high})
