"""Students by year and sex: each way and each reporter by itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.amounts import print_quantity
from relations.charts.chart import Body, Chart
from relations.charts.columns import ALL, FEMALE, MALE, Column, Columns
from relations.charts.figures import sources_of, table
from relations.charts.flows import age
from relations.charts.legend import Draw, entries, swatches
from relations.charts.marks import OPEN, SOLID, filled
from relations.charts.periods import period
from relations.charts.sentences import bare, finding
from relations.charts.svg import Element, el
from relations.models import Breakdown, Figure, Indicator, Relationship
from relations.profile import figures as figures_of
from relations.templatetags.record_tags import language, plain


@dataclass(frozen=True)
class Group:
    """The students that one reporter counts one way, by year."""

    subject: str
    reporter: str
    columns: dict[int, Column] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Students(Chart):
    groups: tuple[Group, ...]
    others: tuple[Figure, ...]

    def body(self, width: int) -> Body:
        key = f"{self.key}-{width}"
        high = max((column.high for group in self.groups for column in group.columns.values()), default=0.0)
        drawn: list[Element] = []
        y = 0.0
        for group in self.groups:
            panel = Columns(f"{group.subject} ({group.reporter})", group.columns, high, width, key, language())
            body = panel.body()
            drawn.append(el("g", *body.elements, transform=f"translate(0 {y:g})"))
            y = round(y + body.height + 10)
        keys, y = swatches(list(self._swatches(key)), width, y)
        also, y = entries([("+", said) for said in map(_said, self.others)], width, y + 4)
        return Body((*drawn, *keys, *also), y)

    def _swatches(self, key: str) -> Iterator[tuple[Draw, str]]:
        """The fills that are drawn, in words."""
        columns = [column for group in self.groups for column in group.columns.values()]
        if any(column.female for column in columns):
            yield (lambda box: filled(box, OPEN, FEMALE, key)), pgettext("students", "women")
        if any(column.male for column in columns):
            yield (lambda box: filled(box, SOLID, MALE, key)), pgettext("students", "men")
        if any(column.total and not (column.female or column.male) for column in columns):
            yield (lambda box: filled(box, SOLID, ALL, key)), pgettext("students", "all, without a breakdown")


def build(pair: Relationship, figures: Iterable[Figure] | None = None) -> Students | None:
    """The pair's students; `figures` are those of profile.figures, where they are at hand."""
    known = figures_of(pair) if figures is None else figures
    found = [each for each in known if each.indicator == Indicator.STUDENTS and not each.is_target]
    groups, others = grouped(sorted(found, key=age))
    if not groups:
        return None
    return Students(
        name="students",
        subject=pair.slug,
        title=title(groups),
        note=note(groups, others),
        table=table(found),
        sources=sources_of(found),
        groups=groups,
        others=others,
    )


def grouped(found: Sequence[Figure]) -> tuple[tuple[Group, ...], tuple[Figure, ...]]:
    """Series of figures for a year or an academic year that go from a country to another; and the other figures."""
    groups: dict[tuple[object, ...], Group] = {}
    columns: dict[tuple[object, ...], dict[int, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    others = []
    for figure in found:
        key, start = (figure.origin_id, figure.destination_id, figure.reporter_id), start_year(figure)
        if not start or None in key or figure.breakdown in columns[key][start]:
            others.append(figure)
            continue
        columns[key][start][figure.breakdown] = figure
        groups.setdefault(key, Group(_subject(figure), plain(figure.reporter, "name")))
    for about, group in groups.items():
        group.columns.update({year: _column(of_year) for year, of_year in columns[about].items()})
    return tuple(groups.values()), tuple(others)


def start_year(figure: Figure) -> int | None:
    """The year that a calendar or an academic year begins in; None for any other time."""
    when = period(figure.date)
    is_academic = when.shape == "span" and when.last_year == when.year + 1
    return when.year if (when.shape == "year" or is_academic) and not when.is_vague else None


def _column(of_year: dict[str, Figure]) -> Column:
    return Column(of_year.get(""), of_year.get(Breakdown.FEMALE), of_year.get(Breakdown.MALE))


def _subject(figure: Figure) -> str:
    names = {"origin": plain(figure.origin, "name"), "destination": plain(figure.destination, "name")}
    return _("Students from %(origin)s in %(destination)s") % names


def _said(figure: Figure) -> str:
    value = print_quantity(figure.quantity, language())
    return f"{plain(figure, 'title')}: {value} ({plain(figure.reporter, 'name')})"


def title(groups: Sequence[Group]) -> str:
    """The finding of the longest series: of its totals, else of the first part that it counts."""
    group = max(groups, key=lambda each: (len(each.columns), max(each.columns)))
    columns = [group.columns[year] for year in sorted(group.columns)]
    totals = [column.total for column in columns if column.total]
    if totals:
        return finding(group.subject, [(each, period(each.date)) for each in totals])
    part = next(part for column in columns for part in (column.female, column.male) if part)
    same = [each for column in columns for each in (column.female, column.male) if each]
    named = f"{group.subject} ({part.get_breakdown_display()})"
    return finding(named, [(each, period(each.date)) for each in same if each.breakdown == part.breakdown])


def note(groups: Sequence[Group], others: Sequence[Figure]) -> str:
    """The last year by sex, and how to read what is drawn."""
    group = max(groups, key=lambda each: (len(each.columns), max(each.columns)))
    last = group.columns[max(group.columns)]
    said = []
    if last.female and last.male:
        counts = {
            "date": last.words(language()),
            "female": bare(last.female),
            "male": bare(last.male),
        }
        said.append(_("In %(date)s: %(female)s women, %(male)s men.") % counts)
    said.append(_("A dashed base line marks years with no figure on record."))
    if others:
        said.append(_("Figures that the chart cannot place are listed below it."))
    return " ".join(said)
