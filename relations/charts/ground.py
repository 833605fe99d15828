"""The ground that bars stand on: lines across at round values, one along the years, and their names below. Pure."""

from collections.abc import Callable, Container, Iterable
from itertools import groupby

from relations.charts.scales import Linear, Years
from relations.charts.svg import Element, el


def base_line(years: Years, known: Container[int], y: float) -> list[Element]:
    """Whole under years of which something is on record, dashed under the others."""
    runs = [list(run) for _known, run in groupby(range(years.first, years.last + 1), key=known.__contains__)]
    return [
        el(
            "path",
            d=f"M{years.band(run[0])[0]:.1f} {y:.1f}H{years.band(run[-1])[1]:.1f}",
            class_="c-axis" if run[0] in known else "c-gap",
        )
        for run in runs
    ]


def grid(years: Years, scale: Linear, steps: Iterable[float], name: Callable[[float], str]) -> list[Element]:
    """A line across for each round value but zero, where the base line is, and its name at the left."""
    drawn = []
    for step in steps:
        y = scale.at(step)
        drawn.append(el("text", name(step), x=years.start - 6, y=y + 4, class_="c-small", text_anchor="end"))
        if step:
            drawn.append(el("path", d=f"M{years.start:g} {y:.1f}H{years.end:g}", class_="c-grid"))
    return drawn


def year_labels(years: Years, y: float, room: float = 38, name: Callable[[int], str] = str) -> list[Element]:
    """The name of each year that has room for it."""
    found = []
    for year in years.labels(room):
        middle = sum(years.band(year)) / 2
        x = min(max(middle, years.start), years.end - 14)
        found.append(el("text", name(year), x=x, y=y, class_="c-small", text_anchor="middle"))
    return found
