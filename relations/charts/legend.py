"""Keys below a drawing: swatches in a row, and lists of what letters stand for. Pure."""

from collections.abc import Callable, Sequence

from relations.charts.letters import lines, width, wrap
from relations.charts.svg import Element, el

SWATCH, LEADING = 14, 20

Draw = Callable[[tuple[float, float, float, float]], Element]


def swatches(items: Sequence[tuple[Draw, str]], room: float, y: float) -> tuple[list[Element], float]:
    """Each drawing with its words, as many in a row as there is room for; and where they end."""
    drawn: list[Element] = []
    x = 0.0
    for draw, words in items:
        first, *more = wrap(words, room - SWATCH - 6, 12) or [""]
        needed = SWATCH + 6 + width(first, 12)
        if x and x + needed > room:
            x, y = 0.0, y + LEADING
        drawn += [draw((x, y + 2, SWATCH, 12)), el("text", first, x=round(x + SWATCH + 6), y=y + 12, class_="c-small")]
        if more:
            drawn += lines(more, SWATCH + 6, y + 28, 16, class_="c-small")
            x, y = room, y + 16 * len(more)
        else:
            x += needed + 18
    return drawn, y + LEADING if items else y


def entries(items: Sequence[tuple[str, str]], room: float, y: float) -> tuple[list[Element], float]:
    """A list: each key with its words, wrapped beside it."""
    indent = max((width(key, 12, bold=True) for key, _words in items), default=0) + 8
    drawn: list[Element] = []
    for key, words in items:
        wrapped = wrap(words, room - indent, 12)
        drawn.append(el("text", key, x=0, y=y + 12, class_="c-key"))
        drawn += lines(wrapped, round(indent), y + 12, 16, class_="c-small")
        y += 16 * max(len(wrapped), 1) + 2
    return drawn, y
