"""Which of several forms a client likes best, by its Accept header (RFC 9110, 12.5.1). Pure.

Django's own drops what has quality 0 before it looks for the closest range, so that `text/html;q=0, */*` gets HTML, and
takes no range with a parameter that our types lack, so that `application/json; charset=utf-8` gets nothing.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.http.request import MediaType


class Range(NamedTuple):
    """A type, `type/*` or `*/*`, how much it is liked, and where it stands among the others."""

    main: str
    sub: str
    quality: float
    position: int

    @property
    def closeness(self) -> int:
        return (self.main != "*") + (self.sub != "*")

    def covers(self, form: str) -> bool:
        main, _slash, sub = form.partition("/")
        return self.main in (main, "*") and self.sub in (sub, "*")


def preferred(accept: str, offered: Sequence[str]) -> str:
    """The form that is liked best, of equals the one named closest, then first; empty where none is taken.

    A header that names nothing takes anything. Parameters are put aside: charset and profile only describe a form.
    """
    ranges = list(_ranges(accept)) or [Range("*", "*", 1, 0)]
    found = [(form, closest) for form in offered if (closest := _closest(ranges, form)) and closest.quality]
    best = min(found, key=lambda each: (-each[1].quality, -each[1].closeness, each[1].position), default=None)
    return best[0] if best else ""


def _ranges(accept: str) -> Iterable[Range]:
    for position, part in enumerate(accept.split(",")):
        given = MediaType(part)
        if given.main_type and given.sub_type:
            yield Range(given.main_type, given.sub_type, given.quality, position)


def _closest(ranges: Iterable[Range], form: str) -> Range | None:
    """The range that rules a form: the most specific, whatever its quality."""
    covering = [each for each in ranges if each.covers(form)]
    return max(covering, key=lambda each: (each.closeness, each.quality), default=None)
