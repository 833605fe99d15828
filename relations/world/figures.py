"""What is counted in a circle, and who reports it."""

from datetime import date
from decimal import Decimal

from .circle import Circle
from .citing import Claim, Printed
from .dating import dated
from .earth import Land
from .indicators import OFTEN, Measure, titles
from .size import MINISTRIES, REPORTERS, reporter_pk
from .vocabulary import Said
from .when import in_years, period

QUALIFIERS = (*["exact"] * 12, "about", "over", "under")
PLACES = 3  # digits that a value has


def figure(circle: Circle, day: date) -> None:
    """Something is counted, and somebody reports it."""
    dice, pk, (a, b) = circle.dice, circle.next_record(), circle.two()
    measure: Measure = dice.pick(OFTEN)
    when, target = period(day, dice), measure.unit == "USD" and dice.maybe(0.04)
    value, step = _value(measure, circle, day)
    qualifier = "planned" if target else dice.pick(QUALIFIERS)
    claims = [_value_claim(measure, value, step, qualifier), *dated(circle, when, day)]
    deadline = _deadline(circle, claims, day) if target else ""
    tr, en = titles(measure.indicator, a, b)
    time = when.printed
    title = Said(f"{tr}, {time[0]}", f"{en}, {time[1]}")
    if target:
        title = Said(f"Hedef: {tr}", f"Target: {en}")
    summary = Said("Kaynağın verdiği sayı.", "The number that the source gives.")
    circle.record("figure", day, title, summary, measure.area, when, claims)
    reporter = _reporter(circle, a, b)
    circle.world.rows.add(
        "figure",
        *(pk, measure.indicator, "", value, measure.unit, qualifier, step, deadline, a.code, b.code),
        *(reporter, reporter if target else None),
    )


def _deadline(circle: Circle, claims: list[Claim], day: date) -> str:
    """The year by which a target is to be reached, where it has one."""
    if circle.dice.maybe(0.3):
        return ""
    year = day.year + circle.dice.between(2, 8)
    by = in_years(year, year)
    claims.append(Claim("deadline", by.edtf, by.printed))
    return by.edtf


def _reporter(circle: Circle, a: Land, b: Land) -> int:
    """A ministry or office of one side, or a newspaper."""
    size, dice = circle.world.size, circle.dice
    if dice.maybe(0.2):
        return len(circle.world.lands) * REPORTERS + dice.rank(size.papers, 2) + 1
    return reporter_pk(dice.pick((a, b)).pk - 1, dice.below(MINISTRIES))


def _value(measure: Measure, circle: Circle, day: date) -> tuple[Decimal, Decimal | None]:
    """A value that grows with the years, as many digits as are printed, and its rounding step."""
    growth = (day.year - 1920) / 107 * 0.6 + circle.dice.roll() * 0.4
    exact = 10 ** (measure.low + (measure.high - measure.low) * growth)
    if measure.unit == "percent":
        return Decimal(max(1, int(exact * 10))) / 10, Decimal("0.1")
    digits = max(0, len(str(int(exact))) - PLACES)
    value = max(1, round(exact / 10**digits)) * 10**digits
    return Decimal(value), Decimal(10**digits) if digits else None


def _value_claim(measure: Measure, value: Decimal, step: Decimal | None, qualifier: str) -> Claim:
    said = "" if qualifier == "exact" else qualifier
    other = value + (step or 1) * max(3, int(value / (step or 1) / 3))
    rough = (step or Decimal(1)) * 10
    about = Claim("value", _plain(value), _printed(value, measure.unit), "about", rough, measure.unit)
    against = Claim("value", _plain(other), _printed(other, measure.unit), said, step, measure.unit)
    return Claim(
        "value",
        _plain(value),
        _printed(value, measure.unit),
        said,
        step,
        measure.unit,
        agreeing=about if qualifier == "exact" else None,
        against=against,
    )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _printed(value: Decimal, unit: str) -> Printed:
    """A number as sources of each language print it."""
    for power, tr, en in ((9, "milyar", "billion"), (6, "milyon", "million")):
        if value >= 10**power:
            short = f"{value / 10**power:f}".rstrip("0").rstrip(".")
            money = ("dolar", "US dollars") if unit == "USD" else ("", "")
            printed = (f"{short.replace('.', ',')} {tr} {money[0]}", f"{short} {en} {money[1]}", short)
            return (printed[0].strip(), printed[1].strip(), printed[2])
    text = f"{value:f}"
    return (text.replace(".", ","), text, text)
