"""Trade by year: the volume and each way, every reporter's figure by itself, targets as lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.amounts import print_quantity
from relations.charts.chart import Body, Chart
from relations.charts.figures import sources_of, table
from relations.charts.flows import Flow, flows, letters, side
from relations.charts.legend import Draw, entries, swatches
from relations.charts.letters import width as width_of
from relations.charts.marks import DOTTED, HATCHED, OPEN, SOLID, filled, patterns
from relations.charts.panels import Panel
from relations.charts.periods import period
from relations.charts.scales import Years
from relations.charts.sentences import finding, single
from relations.charts.svg import Element, el
from relations.charts.targets import words
from relations.charts.values import Axis
from relations.dates import print_date
from relations.models import Figure, Relationship
from relations.profile import TRADE
from relations.profile import figures as figures_of
from relations.templatetags.record_tags import language, plain

TALLEST = 210
NEUTRAL = "ink-soft"  # of the swatches, which stand for every colour


@dataclass(frozen=True, kw_only=True)
class Trade(Chart):
    pair: Relationship
    flows: tuple[Flow, ...]

    def body(self, width: int) -> Body:
        """A panel for each flow, one below the other, then the keys."""
        key = f"{self.key}-{width}"
        colours = dict.fromkeys([*(flow.colour for flow in self.flows), NEUTRAL])
        drawn = [el("defs", *(pattern for colour in colours for pattern in patterns(key, colour)))]
        y = 0.0
        for panel in self._panels(key, width):
            body = panel.body()
            drawn.append(el("g", *body.elements, transform=f"translate(0 {y:g})"))
            y = round(y + body.height + 12)
        keys, y = self._keys(key, width, y)
        return Body((*drawn, *keys), y)

    @property
    def all_figures(self) -> list[Figure]:
        return [figure for flow in self.flows for figure in flow.figures]

    @property
    def target_keys(self) -> dict[int, str]:
        """T1, T2 … in the order of the list."""
        targets = [target for flow in self.flows for target in flow.targets]
        mark = pgettext("key of a target", "T")
        return {target.pk: f"{mark}{number}" for number, target in enumerate(targets, 1)}

    def _panels(self, key: str, width: int) -> Iterator[Panel]:
        """One scale a unit: what is higher in one panel is more than in another."""
        tongue, first, last = language(), *_span(self.flows)
        for unit in dict.fromkeys(flow.unit for flow in self.flows):
            of_unit = [flow for flow in self.flows if flow.unit == unit]
            axis = Axis.up_to(max((flow.high for flow in of_unit), default=Decimal(0)), unit, tongue)
            margin = max(width_of(axis.number(step), 12) for step in axis.steps) + 10
            years = Years(first, last, round(margin), width - 2)
            for flow in of_unit:
                heights = TALLEST / axis.top
                yield Panel(flow, self.pair, axis, years, heights, letters(self.flows), self.target_keys, key, width)

    def _keys(self, key: str, width: int, y: float) -> tuple[list[Element], float]:
        """What fills mean, who the letters are, and what was aimed at; and what has no place on the years."""
        fills = [(_swatch(fill, key), said) for fill, said in self._fills()]
        drawn, y = swatches(fills, width, y)
        by_letter = letters(self.flows)
        names = {figure.reporter_id: plain(figure.reporter, "name") for figure in self.all_figures}
        listed = [(letter, names[reporter]) for reporter, letter in by_letter.items()]
        aims = [(self.target_keys[each.pk], words(each, flow)) for flow in self.flows for each in flow.targets]
        undated = [(by_letter[each.reporter_id], said) for each, said in self._undated()]
        for group in (listed, undated, aims):
            more, y = entries(group, width, y + 6) if group else ([], y)
            drawn += more
        return drawn, y

    def _fills(self) -> Iterator[tuple[str, str]]:
        """The fills that are drawn, in words."""
        shown = {side(each, self.pair) for flow in self.flows for each, _when in flow.of_shape("year")}
        said = {
            SOLID: _("reported by: %(side)s") % {"side": plain(self.pair.first, "name")},
            OPEN: _("reported by: %(side)s") % {"side": plain(self.pair.second, "name")},
            DOTTED: _("reported by neither side"),
        }
        yield from ((fill, text) for fill, text in said.items() if fill in shown)
        if any(period(each.date).shape == "part" for each in self.all_figures):
            yield HATCHED, _("part of a year only")

    def _undated(self) -> Iterator[tuple[Figure, str]]:
        for flow in self.flows:
            for figure, when in flow.of_shape("unknown"):
                date = print_date(when.edtf, language()) or _("no date on record")
                yield figure, f"{flow.heading}: {print_quantity(figure.quantity, language())}, {date}"


def _swatch(fill: str, key: str) -> Draw:
    return lambda box: filled(box, fill, NEUTRAL, key)


def build(pair: Relationship, figures: Iterable[Figure] | None = None) -> Trade | None:
    """The pair's trade; `figures` are those of profile.figures, where they are at hand."""
    known = figures_of(pair) if figures is None else figures
    found = [each for each in known if each.indicator in TRADE and not each.breakdown]
    if not found:
        return None
    of_pair = tuple(flows(pair, found))
    return Trade(
        name="trade",
        subject=pair.slug,
        title=title(of_pair),
        note=note(of_pair),
        table=table(found),
        sources=sources_of(found),
        pair=pair,
        flows=of_pair,
    )


def title(found: Sequence[Flow]) -> str:
    """The finding of the volume where there is one, else of the first flow with figures, else the first target."""
    flow = next((each for each in found if each.figures), found[0])
    if not flow.figures:
        target = flow.targets[-1]
        return single(flow.subject, (target, period(target.date)))
    return finding(flow.subject, flow.of_shape("year", "part", "span", "unknown"))


def note(found: Sequence[Flow]) -> str:
    """How to read what is drawn, and only that."""
    figures = [figure for flow in found for figure in flow.figures]
    spans = any(flow.of_shape("span") for flow in found)
    said = [
        (figures, _("Each reporter’s figure stands by itself, under its letter.")),
        (figures, _("A dashed base line marks years with no figure on record.")),
        (spans, _("A line with end marks covers a longer period; if it is broken, the year lies somewhere within it.")),
        (any(flow.targets for flow in found), _("Lines marked T are targets.")),
        (len({flow.unit for flow in found}) > 1, _("Each currency has its own scale.")),
    ]
    return " ".join([*(str(text) for shown, text in said if shown), *signs(figures)])


def signs(figures: Iterable[Figure]) -> list[str]:
    """“~ about, > over.”: the signs of the qualifiers that there are, each on a line with its word."""
    there = {figure.qualifier for figure in figures}
    words = {"about": _("~ about"), "over": _("> over"), "under": _("< almost or under")}
    found = [text.replace(" ", "\N{NO-BREAK SPACE}", 1) for qualifier, text in words.items() if qualifier in there]
    return [f"{', '.join(found)}."] if found else []


def _span(found: Iterable[Flow]) -> tuple[int, int]:
    """The first and last year that anything drawn speaks of; this is where the axis runs."""
    years = [
        year
        for flow in found
        for figure in (*flow.figures, *flow.targets)
        for when in (period(figure.date), period(figure.deadline))
        for year in (when.year, when.last_year)
        if year
    ]
    return (min(years), max(years)) if years else (2000, 2000)
