"""How colours look beside each other: contrast, and what colour-blind eyes see. Colours are #rrggbb. Pure."""

from math import dist

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# What reaches eyes that lack one kind of cone, in linear light: Machado, Oliveira and Fernandes (2009), severity 1.
VISIONS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Ottosson's OKLab: linear light to cones, cones (cube roots) to lightness and two axes of colour.
CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2: from 1 to 21; text needs 4.5, marks 3."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, vision: str) -> str:
    """The colour as people with this vision see it."""
    return "#" + "".join(f"{round(255 * _encoded(part)):02x}" for part in _times(VISIONS[vision], _linear(colour)))


def distance(one: str, other: str) -> float:
    """How far apart two colours look, in OKLab: 0.02 is just seen, 0.1 is plainly another colour."""
    return dist(_oklab(one), _oklab(other))


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _times(matrix: Matrix, triple: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, triple, strict=True)) for row in matrix)
    return one, two, three


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> Triple:
    long, middle, short = (max(part, 0.0) ** (1 / 3) for part in _times(CONES, _linear(colour)))
    return _times(OKLAB, (long, middle, short))
