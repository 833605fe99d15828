"""Charts as pages hold them: drawn at both widths, with the table behind them, all of it markup.

What a pair's profile draws and lists of many records is put together once a revision, for it is most of its work.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from relations import profile
from relations.charts import agreements, councils, students, trade, visits
from relations.charts.chart import NARROW, WIDE, Chart
from relations.charts.dated import MOST
from relations.charts.frame import framed
from relations.charts.svg import render
from relations.models import Figure, Relationship
from relations.pages.figures import Line
from relations.serving.memo import per_revision


def drawn(chart: Chart | None) -> SafeString:
    """A chart as a page holds it, in the language that it was made in, which must be the active one.

    Both drawings, the table, the files and the code to embed it; nothing where there is no chart.
    """
    if chart is None:
        return mark_safe("")
    drawings = [framed(chart, width) for width in (WIDE, NARROW)]
    wide, narrow = map(render, drawings)
    context = {
        "chart": chart,
        "wide": wide,
        "narrow": narrow,
        "embed": settings.SITE_URL + reverse("chart_embed", args=[chart.name, chart.subject]),
        "embed_width": WIDE + 16,
        "embed_height": round(max(float(each.get("viewBox").split()[3]) for each in drawings)) + 64,
    }
    return render_to_string("relations/_chart.html", context)


@dataclass(frozen=True)
class DrawnPair:
    """All that a profile draws, and what it lists beside that."""

    key_figures: tuple[Line, ...]
    key_groups: tuple[tuple[Line, ...], ...]
    trade_figures: tuple[Line, ...]
    targets: tuple[Line, ...]
    figures_are_cut: bool
    trade: SafeString
    students: SafeString
    visits: SafeString
    agreements: SafeString
    agreements_by_area: SafeString
    agreements_are_cut: bool
    councils: SafeString
    councils_are_cut: bool


@per_revision(maxsize=16)
def of_pair(pair: Relationship) -> DrawnPair:
    """The drawings of a pair; of a large one they take some hundred kilobytes, hence so few are kept."""
    figures, signed, slotted = profile.figures(pair), agreements.concerning(pair), profile.councils(pair)
    listed, keys = profile.agreements_by_area(signed[-MOST:]), profile.key_figures(figures)
    return DrawnPair(
        key_figures=_lines(keys),
        key_groups=tuple(map(_lines, profile.side_by_side(keys))),
        trade_figures=_lines(profile.trade(figures)),
        targets=_lines(profile.targets(figures)),
        figures_are_cut=figures.is_cut,
        trade=drawn(trade.build(pair, figures)),
        students=drawn(students.build(pair, figures)),
        visits=drawn(visits.build(pair)),
        agreements=drawn(agreements.chart(pair, signed)),
        agreements_by_area=render_to_string("relations/_agreements.html", {"agreements": listed}),
        agreements_are_cut=len(signed) > MOST,
        councils=render_to_string("relations/_councils.html", {"councils": councils.of_pair(slotted)}),
        councils_are_cut=slotted.is_cut,
    )


def _lines(figures: Iterable[Figure]) -> tuple[Line, ...]:
    return tuple(map(Line.of, figures))
