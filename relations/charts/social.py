"""The picture of a page for previews elsewhere: 1200 × 630, in light colours, with the source and the site on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from relations.charts.letters import clipped, lines, width, wrap
from relations.charts.palette import TOKENS
from relations.charts.shapes import CORNERS, mark
from relations.charts.svg import Element, el

WIDE, HIGH = 1200, 630
LEFT, RIGHT = 84, 1128
ROOM = RIGHT - LEFT
FACE = 1.15  # our own typeface, the only one here, is so much narrower than the widest that letters are counted for
TOP, BOTTOM = 150, 470  # where the title may stand
# The sizes of a title, the largest that fits being taken, and the leading of each.
SIZES = ((72, 82), (62, 72), (54, 64), (46, 56), (40, 49), (34, 42))
BRIDGE = "M3 22h26M6 22v-4M26 22v-4M4 18c4-9 20-9 24 0M11 22v-8.6M16 22v-9.7M21 22v-8.6"


@dataclass(frozen=True)
class Card:
    """What stands on a picture; `kind` rules the mark and the colour, empty parts are left out."""

    kind: str
    label: str
    title: str
    date: str = ""
    value: str = ""
    below: Sequence[str] = ()  # whose it is, and what it rests on


def drawn(card: Card) -> Element:
    """The whole picture."""
    colour = TOKENS.get(card.kind, TOKENS["accent"])
    return el(
        "svg",
        el("rect", width=WIDE, height=HIGH, fill=TOKENS["paper"]),
        el("rect", width=24, height=HIGH, fill=colour),
        *_head(card, colour),
        *_title(card, colour),
        *_below(card),
        *_site(),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE} {HIGH}",
    )


def _text(words: str, x: float, y: float, size: int, fill: str, **more: object) -> Element:
    return el("text", words, x=x, y=y, font_size=size, fill=fill, **more)


def _head(card: Card, colour: str) -> list[Element]:
    """The kind with its mark on the left, the date on the right."""
    known = card.kind in CORNERS
    start = LEFT + 46 if known else LEFT
    label = clipped(card.label, (ROOM / 2 if card.date else ROOM) * FACE - 46, 32, bold=True)
    date = clipped(card.date, RIGHT - start - width(label, 32, bold=True) - 40, 32)
    found = [_text(label, start, 94, 32, colour, font_weight=600)]
    found += [_text(date, RIGHT, 94, 32, TOKENS["ink-soft"], text_anchor="end")] if date else []
    return [mark(card.kind, LEFT + 15, 83, 30, f"c-{card.kind}-fill"), *found] if known else found


def _title(card: Card, colour: str) -> list[Element]:
    """The title as large as it fits, and a figure's value below it."""
    value = clipped(card.value, ROOM, 56, bold=True)
    high = BOTTOM - TOP - (130 if value else 0)
    size, leading, text = fitted(card.title, high)
    found = lines(text, LEFT, TOP + size, leading, font_size=size, fill=TOKENS["ink"], font_weight=600)
    y = TOP + size + (len(text) - 1) * leading + 82
    return [*found, _text(value, LEFT, y, 56, colour, font_weight=600)] if value else found


def fitted(title: str, high: float) -> tuple[int, int, list[str]]:
    """A title in lines, with the size and leading at which it fits; one too long for all ends in an ellipsis."""
    for size, leading in SIZES:
        text = wrap(title, ROOM * FACE, size, bold=True)
        if len(text) * leading <= high:
            return size, leading, text
    size, leading = SIZES[-1]
    most = int(high // leading)
    text = wrap(title, ROOM * FACE, size, bold=True)
    return size, leading, [*text[: most - 1], clipped(" ".join(text[most - 1 :]), ROOM * FACE, size, bold=True)]


def _below(card: Card) -> list[Element]:
    """At most two lines: whose it is, and the source."""
    shown = [clipped(each, ROOM * FACE, 28) for each in card.below if each][:2]
    first = 556 - 40 * len(shown) - 2
    return lines(shown, LEFT, first, 40, font_size=28, fill=TOKENS["ink-soft"])


def _site() -> list[Element]:
    """A rule, our icon, the site's name and its address."""
    host = clipped(settings.SITE_URL.partition("://")[2], ROOM / 2, 26)
    name = clipped(settings.SITE_NAME, ROOM / 3, 30, bold=True)
    icon = [
        el("rect", width=32, height=32, rx=6, fill=TOKENS["accent"]),
        el("path", d=BRIDGE, fill="none", stroke=TOKENS["paper"], stroke_width=2, stroke_linecap="round"),
    ]
    return [
        el("path", d=f"M{LEFT} 542H{RIGHT}", stroke=TOKENS["line"], stroke_width=2, fill="none"),
        el("g", *icon, transform=f"translate({LEFT} 566) scale(1.25)"),
        _text(name, LEFT + 56, 596, 30, TOKENS["ink"], font_weight=600),
        _text(host, RIGHT, 596, 26, TOKENS["ink-soft"], text_anchor="end"),
    ]
