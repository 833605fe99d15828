"""An amount in the making."""

from dataclasses import dataclass, replace
from decimal import Decimal

from relations.amounts import Quantity
from relations.reading.amounts_at import Surroundings
from relations.reading.found import FoundAmount, Span
from relations.reading.numerals import Numeral


@dataclass(frozen=True)
class Draft:
    """A numeral, the place that its amount takes, and what is known of its unit; `bare` is the end without a tail."""

    numeral: Numeral
    start: int
    end: int
    kind: str = ""
    unit: str = ""
    rule: str = ""
    qualifier: str = "exact"
    noun: str = ""
    tail: bool = False
    bare: int = 0

    def fits(self, other: "Draft") -> bool:
        """Whether a number without a unit may take this one's: “20 ve 1,5 milyar” is no pair."""
        if other.kind == "count" and other.numeral.spelt != self.numeral.spelt:
            return False
        if self.kind and other.kind != self.kind:
            return False
        return not self.numeral.ending and not (
            self.numeral.scale == 1 and self.numeral.value >= 1000 and other.numeral.scale > 1
        )

    def like(self, other: "Draft") -> "Draft":
        """The draft in the unit of what it is joined to, and in its magnitude where it has none."""
        numeral, scale = self.numeral, other.numeral.scale
        if numeral.scale == 1 and scale > 1:
            numeral = replace(numeral, value=numeral.value * scale, step=numeral.step * scale, scale=scale)
        rule = f"{other.kind}-shared" if not self.kind else self.rule
        qualifier = self.qualifier if self.qualifier != "exact" or other.tail is False else other.qualifier
        return replace(
            self, numeral=numeral, kind=other.kind, unit=other.unit, noun=other.noun, rule=rule, qualifier=qualifier
        )

    def found(self, around: Surroundings) -> FoundAmount:
        """The finished amount."""
        numeral = self.numeral
        whole = numeral.step == 1 and numeral.scale == 1 and self.kind != "percent"
        step = None if whole else plain(numeral.step)
        quantity = Quantity(plain(numeral.value), self.unit, self.qualifier, step)
        return FoundAmount(Span(self.start, self.end), quantity, self.kind, self.rule, self.noun)


def plain(number: Decimal) -> Decimal:
    """The same number without zeros behind its point, and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
