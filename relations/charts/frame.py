"""The frame of every chart: the finding above, how to read it, the sources and the site's address below."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import ngettext

from relations.charts.chart import Chart
from relations.charts.letters import clipped, lines, wrap
from relations.charts.svg import Element, el
from relations.models import Source
from relations.templatetags.record_tags import plain

MARGIN = 12
FINDING, NOTE, SOURCE = (18, 24), (13, 18), (12, 16)  # the size of the type and its leading
SOURCE_LINES = 3


def framed(chart: Chart, width: int) -> Element:
    """The whole drawing, in the language that the chart was made in, which must be the active one."""
    identity = f"{chart.key}-{width}"
    room = width - 2 * MARGIN
    body = chart.body(room)
    head, y = _head(chart, room)
    foot, bottom = _foot(chart, room, y + body.height)
    return el(
        "svg",
        el("title", chart.title, id=f"{identity}-t"),
        el("desc", chart.note, id=f"{identity}-d"),
        el("rect", class_="c-paper", width=width, height=bottom),
        *head,
        el("g", *body.elements, transform=f"translate({MARGIN} {y:g})"),
        *foot,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {bottom:g}",
        # What can be followed inside is kept from readers of pictures; a group lets them in.
        role="group" if any(map(has_link, body.elements)) else "img",
        aria_labelledby=f"{identity}-t",
        aria_describedby=f"{identity}-d",
    )


def _head(chart: Chart, room: float) -> tuple[list[Element], float]:
    """The finding and the note; and where they end."""
    size, leading = FINDING
    finding = wrap(chart.title, room, size, bold=True)
    drawn = lines(finding, MARGIN, MARGIN + size, leading, class_="c-finding")
    y = MARGIN + len(finding) * leading
    size, leading = NOTE
    note = wrap(chart.note, room, size)
    drawn += lines(note, MARGIN, y + size + 2, leading, class_="c-soft")
    return drawn, y + len(note) * leading + 14


def _foot(chart: Chart, room: float, y: float) -> tuple[list[Element], float]:
    """The sources, then the site and the chart's own address; and the height of the whole."""
    size, leading = SOURCE
    text = [*source_lines(chart.sources, room), *wrap(signature(chart), room, size)]
    first = y + 14 + size
    return lines(text, MARGIN, first, leading, class_="c-small"), round(first + (len(text) - 1) * leading + MARGIN)


def signature(chart: Chart) -> str:
    """“Köprü · example.org/en/charts/trade/kaz-tur/”."""
    address = settings.SITE_URL.partition("://")[2] + reverse("chart", args=[chart.name, chart.subject])
    return f"{settings.SITE_NAME} · {address}"


def source_lines(sources: Sequence[Source], room: float) -> list[str]:
    """As many sources as a few lines hold, and how many more there are."""
    names = list(dict.fromkeys(map(source_name, sources)))

    def told(count: int) -> list[str]:
        return wrap(source_text(names, count), room, SOURCE[0])

    # Halving what may fit, for of many sources each try is a long text to wrap.
    fitting = bisect_left(range(1, len(names) + 1), True, key=lambda count: len(told(count)) > SOURCE_LINES)
    if fitting:
        return told(fitting)
    return [clipped(source_text(names, 1), room, SOURCE[0])] if names else []


def source_text(names: Sequence[str], count: int) -> str:
    """“Sources: A; B; and 2 more”."""
    shown = "; ".join(names[:count])
    text = ngettext("Source: %(sources)s", "Sources: %(sources)s", len(names)) % {"sources": shown}
    left = len(names) - count
    if not left:
        return text
    return text + "; " + ngettext("and %(count)d more", "and %(count)d more", left) % {"count": left}


def source_name(source: Source) -> str:
    """A source as a picture has room for: its publisher, and the year."""
    year = source.published[:4]
    publisher = plain(source, "publisher") or plain(source, "title")
    return f"{publisher} ({year})" if year.isdecimal() else publisher


def has_link(element: Element) -> bool:
    return element.name == "a" or any(has_link(child) for child in element.children if isinstance(child, Element))


def texts(element: Element) -> Iterator[str]:
    """Every piece of text in a drawing."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from texts(child)
