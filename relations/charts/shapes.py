"""The shape of each kind of record, so that no kind is told by colour alone. Pure.

static/css/site.css cuts the same corners with `clip-path`; a test holds the two together.
"""

from relations.charts.svg import Element, el

Point = tuple[float, float]

# Corners between -1 and 1, y downwards. A meeting is a disc and has none.
CORNERS: dict[str, tuple[Point, ...]] = {
    "visit": ((-0.8, -0.96), (1, 0), (-0.8, 0.96)),  # an arrow: somebody goes
    "agreement": ((-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84)),  # a sheet
    "council": (  # a dome
        *((-1, 0.8), (-0.98, 0.2), (-0.8, -0.28), (-0.48, -0.66), (0, -0.8)),
        *((0.48, -0.66), (0.8, -0.28), (0.98, 0.2), (1, 0.8)),
    ),
    "meeting": (),
    "milestone": ((0, -1.08), (1.08, 0), (0, 1.08), (-1.08, 0)),  # a stone on its corner
    "figure": ((-0.92, 0.9), (-0.92, 0), (0, 0), (0, -0.9), (0.92, -0.9), (0.92, 0.9)),  # two bars
}
DISC = 0.92


def mark(kind: str, x: float = 0, y: float = 0, size: float = 10, class_: str = "") -> Element:
    """The shape of a kind, about `size` wide, around a point; its colour comes from the class."""
    half = size / 2
    if not CORNERS[kind]:
        return el("circle", cx=x, cy=y, r=half * DISC, class_=class_)
    points = " ".join(f"{x + dx * half:.2f},{y + dy * half:.2f}" for dx, dy in CORNERS[kind])
    return el("polygon", points=points, class_=class_)


SHAPES = {kind: mark(kind) for kind in CORNERS}  # around 0, 0: for <defs>
