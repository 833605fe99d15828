"""Labels that keep out of each other's way. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from relations.charts.letters import lines, width, wrap
from relations.charts.svg import Element

SIZE, LEADING = 12, 14
NEAR = 0.5  # what touches does not overlap
HIGHEST = 48  # a label that is further from its mark would seem to be another's
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass
class Labels:
    """Where labels may stand, and what is there already."""

    left: float
    top: float
    right: float
    taken: list[Box] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)

    def block(self, x: float, y: float, wide: float, high: float) -> None:
        """Nothing may be written here."""
        self.taken.append((x, y, x + wide, y + high))

    def above(self, text: Sequence[str], x: float, y: float, bar: float = 0) -> bool:
        """Write lines over a bar: centred, else flush with a side of it, else higher; False where there is no room."""
        wide, _high = self._size(text)
        for rise in range(0, HIGHEST, 3):
            for start in (x - wide / 2, x + bar / 2 - wide, x - bar / 2):
                box = self._box(text, (min(max(start, self.left), self.right - wide), y - rise))
                if box[1] >= self.top and self._is_free(box):
                    self._write(text, box)
                    return True
        return False

    def beside(self, texts: Sequence[Sequence[str]], places: Sequence[tuple[float, float]]) -> None:
        """Write the first text that some place (its left foot) is free for; the first that fits at all if none is."""
        tried = [(text, (x, y)) for text in texts for x, y in places]
        inside = [(text, box) for text, at in tried if self._is_inside(box := self._box(text, at))]
        free = [each for each in inside if self._is_free(each[1])]
        for text, box in (free or inside)[:1]:
            self._write(text, box)

    def _box(self, text: Sequence[str], foot: tuple[float, float]) -> Box:
        wide, high = self._size(text)
        return (foot[0], foot[1] - high, foot[0] + wide, foot[1])

    def _is_inside(self, box: Box) -> bool:
        return box[0] >= self.left and box[2] <= self.right and box[1] >= self.top

    def width_of(self, text: Sequence[str]) -> float:
        return self._size(text)[0]

    def _size(self, text: Sequence[str]) -> tuple[float, float]:
        return max(width(line, SIZE) for line in text), len(text) * LEADING

    def _is_free(self, box: Box) -> bool:
        return not any(
            box[0] + NEAR < right and left + NEAR < box[2] and box[1] + NEAR < bottom and top + NEAR < box[3]
            for left, top, right, bottom in self.taken
        )

    def _write(self, text: Sequence[str], box: Box) -> None:
        self.taken.append(box)
        middle = round((box[0] + box[2]) / 2, 1)
        first = round(box[1] + LEADING - 3, 1)
        self.drawn += lines(list(text), middle, first, LEADING, class_="c-value", text_anchor="middle")


def heading(text: str, room: float) -> tuple[list[Element], float]:
    """The heading of a panel, and where it ends."""
    wrapped = wrap(text, room, 13, bold=True)
    return lines(wrapped, 0, 14, 18, class_="c-strong"), 18.0 * len(wrapped)
