"""From values and dates to places in a drawing. Pure."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Linear:
    """Values from `low` to `high` laid out from `start` to `end` (which may be smaller: up is less in SVG)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


def ticks(high: float, about: int = 5) -> list[float]:
    """Round values from 0 to the first one not below `high`, about so many."""
    if high <= 0:
        return [0, 1]
    rough = high / about
    power = 10 ** floor(log10(rough))
    step = next(each * power for each in STEPS if each * power >= rough * 0.999)
    return [index * step for index in range(ceil(high / step - 1e-9) + 1)]


@dataclass(frozen=True)
class Years:
    """The days from 1 January of `first` to 31 December of `last` laid out from `start` to `end`."""

    first: int
    last: int
    start: float
    end: float

    def at(self, day: date) -> float:
        """Where a day stands; days outside stand at the edge."""
        length = date(self.last, 12, 31).toordinal() + 1 - date(self.first, 1, 1).toordinal()
        share = (day.toordinal() - date(self.first, 1, 1).toordinal()) / length
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)

    def band(self, year: int) -> tuple[float, float]:
        """Where a year begins and ends."""
        return self.at(date(year, 1, 1)), (self.at(date(year + 1, 1, 1)) if year < self.last else self.end)

    def labels(self, room: float = 44) -> list[int]:
        """The years to print, so that each has so much room."""
        wide = abs(self.end - self.start) / (self.last - self.first + 1)
        step = next((each for each in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if each * wide >= room), 1000)
        return [year for year in range(self.first, self.last + 1) if year % step == 0]
