"""Columns of people by year, women above men where both are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from relations.charts.chart import Body
from relations.charts.ground import base_line, grid, year_labels
from relations.charts.letters import width as width_of
from relations.charts.marks import OPEN, SOLID, filled
from relations.charts.placing import Labels, heading
from relations.charts.scales import Linear, Years
from relations.charts.svg import Element, el
from relations.charts.values import Axis
from relations.dates import print_date
from relations.models import Figure

HEIGHT, HEADROOM, FOOT = 190, 20, 28
MALE, FEMALE, ALL = "visit", "milestone", "figure"  # colours; the fill tells them apart too


@dataclass(frozen=True)
class Column:
    """What one reporter says of one year: all, women, men; any of them may be missing."""

    total: Figure | None
    female: Figure | None
    male: Figure | None

    @property
    def figures(self) -> list[Figure]:
        return [each for each in (self.total, self.female, self.male) if each]

    @property
    def high(self) -> float:
        """Where it ends: at the total or at the sum of its parts, whichever is more."""
        parts = sum(float(each.value) for each in (self.female, self.male) if each)
        return max(parts, float(self.total.value) if self.total else 0.0)

    def words(self, language: str) -> str:
        """Its year as printed."""
        return print_date(self.figures[0].date, language)

    def short(self, *, shorter: bool = False) -> str:
        """“2014/15” or “14/15”, or the year."""
        start, _slash, end = self.figures[0].date.partition("/")
        academic = f"{start[2:4] if shorter else start[:4]}/{end[2:4]}"
        return academic if end and end[:4] != start[:4] else start[:4]


@dataclass
class Columns:
    """The columns of a series, on a scale that other series share."""

    heading: str
    columns: Mapping[int, Column]
    high: float
    width: int
    key: str
    language: str

    def __post_init__(self) -> None:
        self.axis = Axis.up_to(Decimal(self.high), "student", self.language)
        margin = max(width_of(self.axis.number(step), 12) for step in self.axis.steps) + 10
        self.years = Years(min(self.columns), max(self.columns), round(margin), self.width - 2)
        self.drawn, top = heading(self.heading, self.width)
        self.base = top + HEADROOM + HEIGHT
        self.scale = Linear(0, self.axis.top, self.base, top + HEADROOM)
        self.labels = Labels(self.years.start, top, self.width)
        self.band = (self.years.end - self.years.start) / (self.years.last - self.years.first + 1)
        self.thick = min(self.band * 0.72, 64)

    def body(self) -> Body:
        """Grid, columns, the years, and words over all of it."""
        drawn = [*self.drawn, *grid(self.years, self.scale, self.axis.steps, self.axis.number)]
        for year, column in sorted(self.columns.items()):
            drawn += self._column(sum(self.years.band(year)) / 2, column)
        return Body((*drawn, *self._years(), *self.labels.drawn), self.base + FOOT)

    def _column(self, middle: float, column: Column) -> list[Element]:
        """Its parts, men at the foot; where they do not add up to the total, a line at the total."""
        drawn: list[Element] = []
        reached = 0.0
        parts = [(column.male, MALE, SOLID), (column.female, FEMALE, OPEN)]
        if not (column.male or column.female):
            parts = [(column.total, ALL, SOLID)]
        for figure, colour, fill in parts:
            if figure:
                drawn += self._part(middle, reached, figure, colour, fill)
                reached += float(figure.value)
        if column.total and reached != float(column.total.value):
            y, start = self.scale.at(float(column.total.value)), middle - self.thick / 2 - 3
            drawn.append(el("path", d=f"M{start:.1f} {y:.1f}h{self.thick + 6:.1f}", class_="c-ink-line"))
        if column.total:
            text = self.axis.label(column.total.quantity)
            if width_of(text, 12) <= self.band:
                self.labels.above([text], middle, self.scale.at(column.high) - 3)
        return drawn

    def _part(self, middle: float, reached: float, figure: Figure, colour: str, fill: str) -> list[Element]:
        y = self.scale.at(reached + float(figure.value))
        box = (middle - self.thick / 2, y, self.thick, self.scale.at(reached) - y)
        text = self.axis.label(figure.quantity)
        about = f"{self._date(figure)}: {figure.get_breakdown_display() or ''} {text}"
        drawn = [filled(box, fill, colour, self.key, " ".join(about.split()))]
        if figure.breakdown and box[3] >= 18 and width_of(text, 12, bold=True) <= self.thick:
            class_ = "c-on" if fill == SOLID else "c-key"
            drawn.append(el("text", text, x=middle, y=y + box[3] / 2 + 4, class_=class_, text_anchor="middle"))
        return drawn

    def _date(self, figure: Figure) -> str:
        return print_date(figure.date, self.language)

    def _years(self) -> list[Element]:
        """The base line, dashed where nothing is on record, and the years below it where they have room."""
        return base_line(self.years, self.columns, self.base) + year_labels(self.years, self.base + 17, 38, self._name)

    def _name(self, year: int) -> str:
        column = self.columns.get(year)
        return column.short(shorter=self.band < 52) if column else str(year)
