"""Where bars would be too thin: dots, and lines between consecutive years of the same reporter."""

from typing import TYPE_CHECKING

from relations.charts.flows import side
from relations.charts.marks import OPEN
from relations.charts.periods import Period
from relations.charts.svg import Element, el
from relations.models import Figure

if TYPE_CHECKING:
    from relations.charts.panels import Panel

DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 2")
Dot = tuple[float, float, Figure, Period]


def thin_lines(panel: "Panel") -> list[Element]:
    """The dots of each reporter, its letter at the last, and the highest of its values."""
    drawn: list[Element] = []
    for index, (reporter, letter) in enumerate(panel.letters.items()):
        dots = [
            (sum(panel.years.band(year)) / 2, panel.scale.at(float(figure.value)), figure, when)
            for year, group in panel.bars.items()
            for figure, when in group
            if figure.reporter_id == reporter
        ]
        if dots:
            path = el("path", d=_joined(dots), class_=f"c-{panel.flow.colour}-line", stroke_dasharray=DASHES[index % 5])
            drawn += [path, *(_dot(panel, dot) for dot in dots)]
            _write(panel, letter, dots)
    panel.write_targets()
    return drawn


def _joined(dots: list[Dot]) -> str:
    """A line that breaks wherever a year is missing, and at what is no whole year."""
    path, before = "", None
    for x, y, _figure, when in dots:
        joins = before and before.shape == when.shape == "year" and when.year == before.year + 1
        path += f"{'L' if joins else 'M'}{x:.1f} {y:.1f}"
        before = when
    return path


def _dot(panel: "Panel", dot: Dot) -> Element:
    """Filled for whole years of one side, open for the other's and for part of a year."""
    x, y, figure, when = dot
    is_open = when.shape == "part" or side(figure, panel.pair) == OPEN
    style = f"c-{panel.flow.colour}-{'open' if is_open else 'fill'}"
    return el("circle", el("title", panel.about(figure, when)), cx=x, cy=y, r=2.0, class_=style)


def _write(panel: "Panel", letter: str, dots: list[Dot]) -> None:
    for x, y, figure, when in {
        dots[-1][2].pk: dots[-1],
        (top := min(dots, key=lambda dot: dot[1]))[2].pk: top,
    }.values():
        first, *more = panel.words(figure, when)
        panel.labels.above([f"{letter} {first}", *more], x, y - 4)
