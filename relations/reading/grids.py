"""Rows of a table that lost its lines: a year or school year and its numbers, again and again."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

ITEM = r"(?:(?:19|20)\d\d-(?:(?:19|20)\d\d|\d\d)|-?\d[\d.,]*(?<=\d))"
RUN = re.compile(rf"(?<![\w.,/-]){ITEM}(?: {ITEM}){{3,}}(?![\w/%]|[.,]\d)")
LABEL = re.compile(r"((?:19|20)\d\d)(?:-\d+)?")
COLUMNS = range(2, 10)  # of a row, its label with them


@dataclass(frozen=True)
class Grid:
    """Where a table's rows start, and the places of its cells, labels left out."""

    start: int
    cells: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def grids(spelled: str) -> tuple[Grid, ...]:
    """Every run of numbers in which year after year comes back at the same distance."""
    found = []
    for run in RUN.finditer(spelled):
        items = [(run.start() + item.start(), run.start() + item.end()) for item in re.finditer(r"\S+", run.group())]
        years = [_label(spelled[start:end]) for start, end in items]
        width = next((columns for columns in COLUMNS if _is_regular(years, columns)), None)
        if width:
            found.append(Grid(run.start(), tuple(item for at, item in enumerate(items) if at % width)))
    return tuple(found)


@lru_cache(maxsize=4)
def cell_starts(spelled: str) -> frozenset[int]:
    """Where the cells of all grids start: what stands there is no year, though it may look like one."""
    return frozenset(start for grid in grids(spelled) for start, _ in grid.cells)


def _label(item: str) -> int:
    match = LABEL.fullmatch(item)
    return int(match[1]) if match else 0


def _is_regular(years: list[int], columns: int) -> bool:
    """Whether every so-manieth item is the year after, or before, the last one."""
    labels = years[::columns]
    if len(labels) < 2 or len(years) % columns or not all(labels):
        return False
    steps = {after - before for before, after in pairwise(labels)}
    return steps in ({1}, {-1})
