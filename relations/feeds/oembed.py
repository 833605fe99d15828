"""What an address of this site is when it stands in another page (oEmbed 1.0): a chart, or the timeline. No HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.http import QueryDict
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from relations.charts.chart import NARROW, WIDE
from relations.charts.frame import framed
from relations.charts.overview import draw
from relations.charts.registry import KINDS
from relations.pages.addresses import absolute, without_language
from relations.templatetags.record_tags import LANGUAGES, language
from relations.timeline import read_filters
from relations.timeline.chips import chips
from relations.timeline.counts import tally
from relations.timeline.drawing import overview_of
from relations.timeline.legend import legend

MARGIN = 16  # pixels beside a drawing, both sides together
SWITCH, WIDEST, WIDEST_NARROW = 672, 832, 448  # where charts.css changes drawings, and how far each may grow
AROUND_CHART = 64  # pixels of height for what stands below a chart
AROUND_TIMELINE = 250  # and for what stands around the overview, with
A_SIGN = ((560, 12), (380, 26), (0, 36))  # so many, from a width on, for each sign that is explained
NOTHING = 60  # how high the drawing of a timeline without a dated record is
A_DAY = 86_400
MOST_HEIGHT = 10_000
CARD = (1200, 630)
Most = tuple[int | None, int | None]


@dataclass(frozen=True)
class Framed:
    """A page that may be framed: what it is called, its frame's address, and how high that is at a width."""

    title: str
    src: str
    card: str
    height: Callable[[int], int]


def found(url: str) -> tuple[str, Framed] | None:
    """The language of an address of ours and what stands there; None where nothing does that may be framed."""
    parts = split(url)
    if parts is None or parts.netloc != urlsplit(settings.SITE_URL).netloc:
        return None
    first = parts.path.removeprefix("/").partition("/")[0]
    code = first if first in LANGUAGES else language()
    with override(code):
        try:
            match = resolve(f"/{code}{without_language(parts.path)}")
        except Resolver404:
            return None
        make = MADE.get(match.url_name or "")
        framed_ = make(match, QueryDict(parts.query)) if make else None
    return (code, framed_) if framed_ else None


def split(url: str) -> SplitResult | None:
    """The parts of a web address; None for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") else None


def of_chart(match: ResolverMatch, query: QueryDict) -> Framed | None:
    """A chart under its finding."""
    name, subject = match.kwargs["name"], match.kwargs["subject"]
    chart = KINDS[name].build(subject) if name in KINDS else None
    if chart is None:
        return None
    wide, narrow = _height(framed(chart, WIDE)), _height(framed(chart, NARROW))
    card = reverse("card", args=["chart", f"{name}/{subject}"])
    src = reverse("chart_embed", args=[name, subject])
    return Framed(chart.title, src, card, lambda width: chart_height(width - MARGIN, wide, narrow) + AROUND_CHART)


def chart_height(room: int, wide: int, narrow: int) -> int:
    """The height of the drawing that charts.css shows in so much room, and stretches to it."""
    if room >= SWITCH:
        return round(wide * min(room, WIDEST) / WIDE)
    return round(narrow * min(room, WIDEST_NARROW) / NARROW)


def of_timeline(match: ResolverMatch, query: QueryDict) -> Framed:
    """The timeline under the filters of the address."""
    filters = read_filters(query)
    filters.path = reverse("timeline_embed")
    overview = overview_of(filters, tally(filters))
    drawn, signs = (_height(draw(overview)), len(legend(overview))) if overview else (NOTHING, 0)
    title = " · ".join([_("Timeline"), *(chip.label for chip in chips(filters))])
    card = reverse("card", args=["page", "timeline"])
    return Framed(title, filters.address(), card, lambda width: drawn + around_timeline(width, signs))


def around_timeline(width: int, signs: int) -> int:
    """Words and signs take more lines where there is less room."""
    return AROUND_TIMELINE + signs * next(height for least, height in A_SIGN if width >= least)


MADE: dict[str, Callable[[ResolverMatch, QueryDict], Framed | None]] = {
    **dict.fromkeys(("chart", "chart_embed"), of_chart),
    **dict.fromkeys(("timeline", "timeline_embed"), of_timeline),
}


def _height(drawing: Any) -> int:
    box = drawing.get("viewBox")
    return round(float(box.split()[3] if box else drawing.get("height")))


def response(framed_: Framed, most: Most = (None, None)) -> dict[str, str | int]:
    """What oEmbed says of it, no wider and no higher than asked; what does not fit scrolls in its frame."""
    width = min(WIDE + MARGIN, most[0] or WIDE + MARGIN)
    height = min(framed_.height(width), most[1] or MOST_HEIGHT)
    said: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": framed_.title,
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute("/"),
        "cache_age": A_DAY,
        "width": width,
        "height": height,
        "html": iframe(framed_, width, height),
    }
    if all(most_ is None or most_ >= size for most_, size in zip(most, CARD, strict=True)):
        said |= {"thumbnail_url": absolute(framed_.card), "thumbnail_width": CARD[0], "thumbnail_height": CARD[1]}
    return said


def iframe(framed_: Framed, width: int, height: int) -> str:
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" style="border:0;max-width:100%" loading="lazy"></iframe>',
        absolute(framed_.src),
        framed_.title,
        width,
        height,
    )
