"""How wide text is about to be, and where its lines break: SVG does neither. Pure."""

from functools import cache

from relations.charts.svg import Element, el

# Widths in thousandths of the type size, as in DejaVu Sans, the widest face that readers have; ROOM is for rounding.
WIDTHS = {
    280: "iıjl",
    320: "'’‘ .,·IİÎJ\N{NO-BREAK SPACE}",
    362: "|:;/f-",
    412: "t()[]r!",
    532: 'szş“”"–_?',
    580: "cçkFL",
    615: "aeoöâvxyTYP",
    638: "bdghnpqugğüû$€0123456789SŞE",
    700: "ABCÇKRVXZ",
    752: "HNUÜ",
    788: "DGĞOÖQ&",
    840: "w#+=<>~≈×≥≤→←↔",
    865: "M",
    990: "mW%",
    1000: "—…@",
}
OTHER = 700  # Cyrillic, Kazakh and what else a name may hold
BOLD = 1.15
ROOM = 1.02


@cache
def _thousandths(letter: str) -> int:
    return next((width for width, letters in WIDTHS.items() if letter in letters), OTHER)


def width(text: str, size: float = 13, *, bold: bool = False) -> float:
    """The pixels that a line of text needs at most, in the faces that pages and files are set in."""
    return sum(map(_thousandths, text)) / 1000 * size * ROOM * (BOLD if bold else 1)


def wrap(text: str, room: float, size: float = 13, *, bold: bool = False) -> list[str]:
    """The text in lines that fit the room; a word that is longer than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            lines.append(line)
            longer = word
        *broken, line = _pieces(longer, room, size, bold=bold)
        lines += broken
    return [*lines, line] if line else lines


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A line that fits as it is; one that does not, cut where it must be."""
    pieces: list[str] = []
    while width(word, size, bold=bold) > room and len(word) > 1:
        end = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n], size, bold=bold) <= room), 1)
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def clipped(text: str, room: float, size: float = 13, *, bold: bool = False) -> str:
    """The text if it fits the room, else its beginning with an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def lines(text: list[str], x: float, y: float, leading: float, **attributes: object) -> list[Element]:
    """Lines of text one below the other; `y` is where the first one stands."""
    return [el("text", line, x=x, y=y + index * leading, **attributes) for index, line in enumerate(text)]
