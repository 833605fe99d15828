"""The colours of static/css/site.css, for the page that shows them and the tests that measure them."""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from relations.colours import VISIONS, contrast, seen
from relations.models import Kind

BOTH = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
PAPERS = ("paper", "paper-raised")


@dataclass(frozen=True)
class Shade:
    """A token in one theme, with the papers it may stand on."""

    colour: str
    papers: tuple[str, str]

    @property
    def ratios(self) -> tuple[float, float]:
        """Its contrast on the paper and on the raised paper."""
        return contrast(self.colour, self.papers[0]), contrast(self.colour, self.papers[1])


@dataclass(frozen=True)
class Token:
    name: str
    light: Shade
    dark: Shade

    @property
    def is_text(self) -> bool:
        """Whether words are written in it: papers and lines are stood on or drawn."""
        return self.name not in (*PAPERS, "line")


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Each token's colour in light and in dark, as the style sheet first says it."""
    css = (settings.BASE_DIR / "static" / "css" / "site.css").read_text(encoding="utf-8")
    found: dict[str, tuple[str, str]] = {}
    for name, light, dark in BOTH.findall(css):
        found.setdefault(name, (light, dark))
    return found


def tokens() -> list[Token]:
    """All colours in the order of the style sheet."""
    light, dark = ((colours()[PAPERS[0]][theme], colours()[PAPERS[1]][theme]) for theme in (0, 1))
    return [Token(name, Shade(pair[0], light), Shade(pair[1], dark)) for name, pair in colours().items()]


def kinds_seen(theme: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each vision the kinds with their accents as it sees them; theme 0 is light, 1 dark."""
    return [(vision, [(kind.value, seen(colours()[kind.value][theme], vision)) for kind in Kind]) for vision in VISIONS]
