"""What the small readers find in a cleaned text: dates, amounts and ordinals, each with its place."""

from dataclasses import dataclass

from relations.amounts import Quantity


@dataclass(frozen=True)
class Span:
    """A place in the cleaned text, start inclusive, end exclusive; Cleaned.place() leads back to the original."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether both places share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class FoundDate:
    """A date in EDTF; inferred where the text leaves the year, or the day itself, to its surroundings."""

    span: Span
    edtf: str
    rule: str
    inferred: bool


@dataclass(frozen=True)
class FoundAmount:
    """A quantity in base units; kind is money, count, percent or rank.

    The unit of a count is that of its noun in relations.amounts.UNITS, else "item"; the noun stands as printed, in
    lower case.
    """

    span: Span
    quantity: Quantity
    kind: str
    rule: str
    noun: str = ""


@dataclass(frozen=True)
class FoundOrdinal:
    """An ordinal number: “sekizinci”, “8.”, “8th”, “III.”."""

    span: Span
    number: int
    rule: str
