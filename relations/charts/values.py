"""Values as drawings print them: short, in the scale of their axis. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from relations.amounts import SCALES, Quantity, print_quantity
from relations.charts.scales import ticks
from relations.dates import LOCALES

SIGNS = {"about": "~", "over": ">", "under": "<"}


@dataclass(frozen=True)
class Axis:
    """A scale of values with its round steps, in thousands of millions or whatever keeps its numbers short."""

    unit: str
    power: Decimal
    steps: tuple[float, ...]
    language: str

    @classmethod
    def up_to(cls, high: Decimal, unit: str, language: str, about: int = 4) -> "Axis":
        power = next((power for power, _words in SCALES if high >= power), Decimal(1))
        return cls(unit, power, tuple(ticks(float(high), about)), language)

    @property
    def top(self) -> float:
        return self.steps[-1]

    @property
    def heading(self) -> str:
        """What one stands for: “US$ billion”, “milyar ABD doları”."""
        one = print_quantity(Quantity(self.power, self.unit), self.language)
        return " ".join(one.replace("1", "").split())

    def number(self, value: float | Decimal) -> str:
        """A value in the axis's scale, with three significant digits."""
        scaled = Decimal(value) / self.power
        places = max(2 - scaled.adjusted(), 0) if scaled else 0
        pattern = "#,##0." + "#" * min(places, 3)
        text = str(format_decimal(round(scaled, min(places, 3)), pattern, locale=LOCALES[self.language]))
        return "≈0" if scaled and text == "0" else text

    def label(self, quantity: Quantity) -> str:
        """A value with the sign of its qualifier: “~2”, “>5.3”, “<3.9”."""
        return SIGNS.get(quantity.qualifier, "") + self.number(quantity.value)
