"""Trade as it goes: the volume, and each way, a unit at a time, with who reported what."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from relations.charts.marks import DOTTED, OPEN, SOLID
from relations.charts.periods import Period, period
from relations.dashes import paired
from relations.models import Figure, Relationship
from relations.templatetags.record_tags import plain

BOTH_WAYS = ("", "")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Flow:
    """One way that goods go, or the volume; in one unit, from every reporter."""

    way: tuple[str, str]
    heading: str
    subject: str
    unit: str
    colour: str
    figures: tuple[Figure, ...]
    targets: tuple[Figure, ...]

    @property
    def high(self) -> Decimal:
        return max((each.value for each in (*self.figures, *self.targets)), default=Decimal(0))

    def of_shape(self, *shapes: str) -> list[tuple[Figure, Period]]:
        """The figures whose period has such a shape."""
        dated = ((figure, period(figure.date)) for figure in self.figures)
        return [(figure, when) for figure, when in dated if when.shape in shapes]


def flows(pair: Relationship, figures: Iterable[Figure]) -> list[Flow]:
    """The volume first, then each way; the unit with the most figures first."""
    groups: dict[tuple[str, tuple[str, str]], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[(figure.unit, way(figure))].append(figure)
    counts: dict[str, int] = defaultdict(int)
    for (unit, _way), group in groups.items():
        counts[unit] += len(group)
    ways = [BOTH_WAYS, pair.codes, pair.codes[::-1]]
    order = sorted(groups, key=lambda key: (-counts[key[0]], key[0], ways.index(key[1]) if key[1] in ways else 3, key))
    return [_flow(unit, its_way, groups[(unit, its_way)]) for unit, its_way in order]


def way(figure: Figure) -> tuple[str, str]:
    """From where to where; the volume goes both ways."""
    if figure.indicator == "trade_total" or not (figure.origin_id and figure.destination_id):
        return BOTH_WAYS
    return figure.origin_id, figure.destination_id


def _flow(unit: str, its_way: tuple[str, str], group: Sequence[Figure]) -> Flow:
    origin, destination = plain(group[0].origin, "name"), plain(group[0].destination, "name")
    names = {"origin": origin, "destination": destination}
    if its_way == BOTH_WAYS:
        first, second = sorted((origin, destination))
        heading, colour = _("Trade volume"), "figure"
        subject = _("%(pair)s trade") % {"pair": paired(first, second)}
    else:
        heading = _("Goods from %(origin)s to %(destination)s") % names
        subject, colour = heading, "visit" if its_way == tuple(sorted(its_way)) else "milestone"
    oldest = sorted(group, key=age)
    actual = tuple(each for each in oldest if not each.is_target)
    return Flow(its_way, heading, subject, unit, colour, actual, tuple(each for each in oldest if each.is_target))


def letters(found: Iterable[Flow]) -> dict[int, str]:
    """A letter for each reporter of a figure, in the order in which they first appear."""
    figures = sorted(
        (figure for flow in found for figure in flow.figures),
        key=age,
    )
    reporters = list(dict.fromkeys(figure.reporter_id for figure in figures))
    return {each: letter(index) for index, each in enumerate(reporters)}


def age(figure: Figure) -> tuple[date, date, str, str]:
    """Oldest first, undated last."""
    return figure.earliest or date.max, figure.latest or date.max, figure.reporter.slug, figure.slug


def letter(index: int) -> str:
    """A, B … Z, A2, B2 …"""
    turn, place = divmod(index, len(ALPHABET))
    return ALPHABET[place] + (str(turn + 1) if turn else "")


def side(figure: Figure, pair: Relationship) -> str:
    """The fill of a reporter: that of the first country, of the second, or of neither."""
    return {pair.first_id: SOLID, pair.second_id: OPEN}.get(figure.reporter.country_id or "", DOTTED)
