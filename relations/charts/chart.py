"""What every chart is: a finding, a drawing at any width, the table behind it, and the sources that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from relations.charts.svg import Element
from relations.models import Source

WIDE, NARROW = 720, 360  # the widths that pages draw: a desk's column, a telephone's


@dataclass(frozen=True)
class Cell:
    """A cell of the table behind a chart: as pages print it, as CSV writes it, and where it leads."""

    shown: str
    value: str = ""
    url: str = ""


@dataclass(frozen=True)
class Table:
    """The numbers behind a chart; `keys` are the neutral column names of its CSV, to which empty `columns` are kept."""

    keys: tuple[str, ...]
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    @property
    def shown(self) -> list[list[Cell]]:
        """The rows as pages print them."""
        return [[cell for cell, name in zip(row, self.columns, strict=True) if name] for row in self.rows]


@dataclass(frozen=True)
class Body:
    """What is drawn below the title and above the source line, from y = 0 to `height`."""

    elements: tuple[Element, ...]
    height: float


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart with its data; a kind of chart extends it and draws `body`.

    `name` and `subject` (the slug of a pair or a council) are its address; `title` says the finding, `note` how to read
    it, both in the language that was active when it was made.
    """

    name: str
    subject: str
    title: str
    note: str
    table: Table
    sources: Sequence[Source]

    @property
    def key(self) -> str:
        """What tells it from every other chart of a page."""
        return f"{self.name}-{self.subject}"

    def body(self, width: int) -> Body:
        """The drawing between the frame's margins, so many pixels wide, with type of 12 px or more.

        Colours come from classes that relations.charts.palette knows. Ids (of patterns) begin with `key` and the width.
        """
        raise NotImplementedError
