"""Dates with the precision that sources give, and how each language prints them; the bounds are known beforehand."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from babel.dates import get_month_names

from relations.turkish import plural

from .chance import Dice

Dating = Callable[[date, Dice], "When"]
FIRST, LAST = date(1920, 1, 1).toordinal(), date(2026, 10, 31).toordinal()
TODAY = "2026-11-01 00:00:00"  # of the made-up world
MONTHS = {code: dict(get_month_names("wide", locale=code)) for code in ("tr", "en")}


class When(NamedTuple):
    """An EDTF date with its bounds in ISO, and its words in Turkish, in English and in digits."""

    edtf: str
    earliest: str | None
    latest: str | None
    printed: tuple[str, str, str]


def days_of_a_life(dice: Dice, number: int) -> list[date]:
    """So many days in order, denser towards today, from a year that is each pair's own."""
    start = FIRST + int((LAST - FIRST) * 0.75 * dice.roll())
    rolled = sorted(dice.roll() for _day in range(number))
    return [date.fromordinal(start + int((LAST - start) * each**0.4)) for each in rolled]


def on_day(day: date) -> When:
    iso = day.isoformat()
    year, month, number = iso[:4], day.month, day.day
    printed = (
        f"{number} {MONTHS['tr'][month]} {year}",
        f"{number} {MONTHS['en'][month]} {year}",
        f"{number:02}.{month:02}.{year}",
    )
    return When(iso, iso, iso, printed)


def stay(day: date, days: int) -> When:
    """From a day on, for so many more."""
    if not days:
        return on_day(day)
    end = day + timedelta(days)
    one, other = on_day(day), on_day(end)
    if day.month == end.month:
        tr, en, digits = (f"{day.day}-{each}" for each in other.printed)
    else:
        tr, en, digits = (f"{a} - {b}" for a, b in zip(one.printed, other.printed, strict=True))
    return When(f"{one.edtf}/{other.edtf}", one.edtf, other.edtf, (tr, en, digits))


def in_month(day: date) -> When:
    return _month(day.year, day.month)


@cache
def _month(year: int, month: int) -> When:
    day = first = date(year, month, 1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    names = (f"{MONTHS[code][day.month]} {day.year}" for code in ("tr", "en"))
    return When(f"{day:%Y-%m}", first.isoformat(), last.isoformat(), (*names, f"{day:%m.%Y}"))  # type: ignore[arg-type]


def in_years(first: int, last: int, mark: str = "") -> When:
    """One year or several; the mark is EDTF's of doubt."""
    text = f"{first}{mark}" if first == last else f"{first}/{last}"
    words = str(first) if first == last else f"{first}-{last}"
    about = (f"yaklaşık {words}", f"c. {words}", words) if mark else (words, words, words)
    return When(text, f"{first}-01-01", f"{last}-12-31", about)


def in_decade(year: int) -> When:
    first = year - year % 10
    return When(
        f"{first // 10}X", f"{first}-01-01", f"{first + 9}-12-31", (plural(first), f"{first}s", f"{first}-{first + 9}")
    )


def since(year: int) -> When:
    """Open at the end."""
    return When(f"{year}/..", f"{year}-01-01", None, (f"{year} ve sonrası", f"since {year}", f"{year}-"))


def until(year: int) -> When:
    return When(f"../{year}", None, f"{year}-12-31", (f"{year} ve öncesi", f"until {year}", f"-{year}"))


UNKNOWN = When("", None, None, ("", "", ""))


def about(day: date, dice: Dice, precise: float) -> When:
    """A date as exact as sources have it: to the day this often, else a month, a year or less."""
    if dice.maybe(precise):
        return on_day(day)
    return dice.pick(LOOSE)(day, dice)


def period(day: date, dice: Dice) -> When:
    """The time that a figure is for: mostly a year."""
    if dice.maybe(0.72):
        return in_years(day.year, day.year)
    return dice.pick(PERIODS)(day, dice)


LOOSE: tuple[Dating, ...] = (
    *([lambda day, dice: in_month(day)] * 4),
    *([lambda day, dice: in_years(day.year, day.year)] * 4),
    lambda day, dice: in_years(day.year, day.year, "~"),
    lambda day, dice: in_decade(day.year),
    lambda day, dice: UNKNOWN,
)
PERIODS: tuple[Dating, ...] = (
    *([lambda day, dice: in_month(day)] * 3),
    *([lambda day, dice: in_years(day.year, day.year + 1)] * 3),
    lambda day, dice: in_years(day.year - dice.between(2, 12), day.year),
    lambda day, dice: in_years(day.year, day.year, "~"),
    lambda day, dice: in_decade(day.year),
    lambda day, dice: since(day.year),
    lambda day, dice: until(day.year),
)
