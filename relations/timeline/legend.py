"""What the signs of an overview mean: only of those that it has."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.charts.overview import Overview
from relations.dashes import span
from relations.templatetags.record_tags import number


class Sign(NamedTuple):
    """A sign by its class, and what it means."""

    name: str
    meaning: str


def legend(overview: Overview) -> list[Sign]:
    """Bars, outlines, rings, then shades."""
    marks = [mark for rows in overview.rows.values() for row in rows or () for mark in row]
    signs = {
        Sign("bar", _("a period, or a date known no more precisely")): any(overview.is_bar(mark) for mark in marks),
        Sign("planned", _("planned, postponed or cancelled")): any(mark.planned for mark in marks),
        Sign("contested", _("sources differ")): any(mark.contested for mark in marks),
    }
    return [sign for sign, there in signs.items() if there] + _shades(overview.depths)


def _shades(bounds: list[int]) -> list[Sign]:
    """How many records each shade stands for."""
    lows = [1, *(bound + 1 for bound in bounds)]
    return [
        Sign(f"depth-{index}", _range(low, high))
        for index, (low, high) in enumerate(zip(lows, bounds, strict=False), start=1)
    ]


def _range(low: int, high: int) -> str:
    shown = span(number(low), number(high))
    return ngettext("%(number)s record", "%(number)s records", high) % {"number": shown}
