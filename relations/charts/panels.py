"""One flow of trade drawn: bars by year and reporter, spans for longer times, lines for targets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relations.amounts import print_quantity
from relations.charts.chart import Body
from relations.charts.flows import Flow, side
from relations.charts.ground import base_line, grid, year_labels
from relations.charts.marks import HATCHED, filled
from relations.charts.periods import Period
from relations.charts.placing import Labels, heading
from relations.charts.scales import Linear, Years
from relations.charts.svg import Element, el
from relations.charts.targets import announced
from relations.charts.thin import thin_lines
from relations.charts.values import Axis
from relations.dates import print_date
from relations.models import Figure, Relationship
from relations.templatetags.record_tags import plain

HEADROOM, FOOT, LOWEST = 34, 38, 24
THICKEST, THINNEST, LETTERED = 30, 5, 7.5  # how wide bars are, and those that have room for a letter
Dated = tuple[Figure, Period]


@dataclass
class Panel:
    """A flow on the years and the scale that it shares with the others of its unit."""

    flow: Flow
    pair: Relationship
    axis: Axis
    years: Years
    unit_height: float  # pixels for one of the value
    letters: Mapping[int, str]
    target_keys: Mapping[int, str]
    key: str
    width: int
    labels: Labels = field(init=False)

    def __post_init__(self) -> None:
        high = float(self.flow.high)
        self.steps = [each for each in self.axis.steps if each <= high] or [0.0]
        tall = max(high * self.unit_height, LOWEST)
        self.heading, top = heading(f"{self.flow.heading} · {self.axis.heading}", self.width)
        self.base = top + HEADROOM + tall
        self.scale = Linear(0, tall / self.unit_height, self.base, self.base - tall)
        self.labels = Labels(self.years.start, top, self.width)
        self.bars = self._by_year(self.flow.of_shape("year", "part"))

    @property
    def band(self) -> float:
        return (self.years.end - self.years.start) / (self.years.last - self.years.first + 1)

    @property
    def bar(self) -> float:
        """How wide a bar is: as many stand side by side as the fullest year needs."""
        most = max((len(each) for each in self.bars.values()), default=1)
        return min((self.band - 3) / most, THICKEST)

    @property
    def is_thin(self) -> bool:
        """Whether there are too many for bars."""
        return self.bar < THINNEST

    def body(self) -> Body:
        """Grid, then targets, then what is on record, then words over all of it."""
        marks = thin_lines(self) if self.is_thin else self._bars()
        drawn = [
            *self.heading,
            *grid(self.years, self.scale, self.steps, self.axis.number),
            *self._target_lines(),
            *marks,
            *self._spans(),
            *self._years(),
        ]
        return Body((*drawn, *self.labels.drawn), self.base + FOOT)

    def about(self, figure: Figure, when: Period) -> str:
        """What a pointer that rests on a mark is told."""
        language = self.axis.language
        parts = (print_date(when.edtf, language), print_quantity(figure.quantity, language))
        return f"{parts[0]}: {parts[1]} ({plain(figure.reporter, 'name')})"

    def words(self, figure: Figure, when: Period) -> list[str]:
        """The label of a mark: its value, and its time where that is no whole year."""
        value = self.axis.label(figure.quantity)
        if when.shape == "part":
            return [value, when.months(self.axis.language)]
        return [value, print_date(when.edtf, self.axis.language)] if when.is_vague else [value]

    def _by_year(self, dated: Iterable[Dated]) -> dict[int, list[Dated]]:
        found: dict[int, list[Dated]] = defaultdict(list)
        for figure, when in dated:
            found[when.year].append((figure, when))
        for group in found.values():
            group.sort(key=lambda each: (self.letters[each[0].reporter_id], each[1].edtf, each[0].slug))
        return dict(sorted(found.items()))

    def _years(self) -> list[Element]:
        """The base line, dashed where nothing is on record, and the years below it."""
        spans = [when for _figure, when in self.flow.of_shape("span") if not when.is_vague]
        covered = {year for when in spans for year in range(when.year, when.last_year + 1)}
        return base_line(self.years, {*self.bars, *covered}, self.base) + year_labels(self.years, self.base + 29)

    def _bars(self) -> list[Element]:
        """A bar for each figure of a year, its reporter's letter below; hatched for part of a year."""
        placed = [each for year, group in self.bars.items() for each in self._of_year(year, group)]
        for x, y, _figure, _when in placed:
            self.labels.block(x, y, self.bar, self.base - y)
        self.write_targets()
        drawn = []
        for x, y, figure, when in placed:
            fill = HATCHED if when.shape == "part" else side(figure, self.pair)
            box = (x + 0.5, y, self.bar - 1, self.base - y)
            drawn.append(filled(box, fill, self.flow.colour, self.key, self.about(figure, when)))
            middle = x + self.bar / 2
            self.labels.above(self.words(figure, when), middle, y - 2, self.bar)
            if self.bar >= LETTERED:
                key = self.letters[figure.reporter_id]
                drawn.append(el("text", key, x=middle, y=self.base + 13, class_="c-key", text_anchor="middle"))
        return drawn

    def _of_year(self, year: int, group: list[Dated]) -> list[tuple[float, float, Figure, Period]]:
        start, end = self.years.band(year)
        first = (start + end) / 2 - len(group) * self.bar / 2
        return [
            (first + index * self.bar, self.scale.at(float(figure.value)), figure, when)
            for index, (figure, when) in enumerate(group)
        ]

    def _spans(self) -> list[Element]:
        """A line at its value from the first to the last day of a longer time; dashed if somewhere within it."""
        drawn = []
        for figure, when in self.flow.of_shape("span"):
            if not when.start or not when.end:
                continue
            x, end, y = self.years.at(when.start), self.years.at(when.end), self.scale.at(float(figure.value))
            path = f"M{x:.1f} {y - 5:.1f}v10M{x:.1f} {y:.1f}H{end:.1f}M{end:.1f} {y - 5:.1f}v10"
            dashes = "5 4" if when.is_vague else ""
            about = el("title", self.about(figure, when))
            drawn.append(el("path", about, d=path, class_=f"c-{self.flow.colour}-line", stroke_dasharray=dashes))
            value = f"{self.letters[figure.reporter_id]} {self.axis.label(figure.quantity)}"
            text = [value, print_date(when.edtf, self.axis.language)]
            start = (x + end - self.labels.width_of(text)) / 2
            self.labels.beside([text], [(start, y - 6), (start, y + 34)])
        return drawn

    def _target_lines(self) -> list[Element]:
        """A line at each value aimed at, from the day that it was first stated to its last deadline or the edge."""
        return [
            el("path", d=f"M{start:.1f} {y:.1f}H{end:.1f}", class_="c-ink-soft-line", stroke_dasharray="7 4")
            for start, end, y, _words in self._aims()
        ]

    def write_targets(self) -> None:
        """The key of each target on its line, where there is room."""
        for start, end, y, words in self._aims():
            self.labels.block(start, y - 1, end - start, 2)
            wide, short = self.labels.width_of(words[:1]), self.labels.width_of(words[1:])
            places = [(start + 2, y - 3), (end - wide, y - 3), (start - wide - 4, y + 5), (start + 2, y + 16)]
            self.labels.beside([[text] for text in words], [*places, (end - short, y - 3)])

    def _aims(self) -> list[tuple[float, float, float, tuple[str, str]]]:
        """Where each line runs, and its words: in full, and where there is little room."""
        by_value: dict[float, list[Figure]] = defaultdict(list)
        for target in self.flow.targets:
            by_value[float(target.value)].append(target)
        found = []
        for value, group in sorted(by_value.items()):
            start, end = announced(group, self.years)
            keys = ", ".join(self.target_keys[each.pk] for each in group)
            found.append((start, end, self.scale.at(value), (f"{keys} · {self.axis.number(value)}", keys)))
        return found
