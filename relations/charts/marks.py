"""Fills that need no colour to be told apart, and the patterns that they are drawn with. Pure."""

from relations.charts.svg import Element, el

SOLID, OPEN, DOTTED, HATCHED = "solid", "open", "dotted", "hatched"


def patterns(key: str, colour: str) -> list[Element]:
    """The definitions that `filled` refers to; `key` tells this drawing from the others of a page."""
    stripe = el("line", x1=0, y1=0, x2=0, y2=6, class_=f"c-{colour}-line")
    dot = el("circle", cx=2, cy=2, r=1, class_=f"c-{colour}-fill")
    units = "userSpaceOnUse"
    return [
        el(
            "pattern",
            stripe,
            id=f"{key}-{colour}-{HATCHED}",
            width=6,
            height=6,
            patternUnits=units,
            patternTransform="rotate(45)",
        ),
        el("pattern", dot, id=f"{key}-{colour}-{DOTTED}", width=4, height=4, patternUnits=units),
    ]


def filled(box: tuple[float, float, float, float], fill: str, colour: str, key: str, about: str = "") -> Element:
    """A bar or a swatch: x, y, width and height; `about` is what a pointer that rests on it is told."""
    x, y, width, height = (round(each, 1) for each in box)
    title = [el("title", about)] if about else []
    where = {"x": x, "y": y, "width": width, "height": max(height, 1)}
    if fill == SOLID:
        return el("rect", *title, class_=f"c-{colour}-fill", **where)
    inner = {"x": x + 1, "y": y + 1, "width": max(width - 2, 0.5), "height": max(height - 1, 0.5)}
    outline = el("rect", *title, class_=f"c-{colour}-open", **inner)
    if fill == OPEN:
        return outline
    return el("g", outline, el("rect", *title, fill=f"url(#{key}-{colour}-{fill})", **where))
