"""Records in the JSON that TimelineJS reads, so that anyone can tell them as a story of their own. No HTTP.

A date has a year, a month and a day only as far as its source does; what EDTF can say beyond that ("c. 2018", "autumn
2009") is in `display_date`, which is what readers see. All text is HTML there, so all of it leaves escaped.
"""

import re
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from relations.dates import OPEN, print_date
from relations.models import Kind, Record
from relations.pages.addresses import absolute
from relations.pages.words import words
from relations.templatetags.record_tags import language, number
from relations.timeline import Filters
from relations.timeline.counts import tally
from relations.timeline.keys import newest_under

from .fetched import fetched
from .permanent import clean
from .scopes import Scope, of_filters
from .telling import told

MOST = 500  # slides; the player draws every one of them
PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?\Z", re.ASCII)
Slide = dict[str, Any]


def document(filters: Filters) -> Slide:
    """The newest records that have a beginning, oldest first, under a title slide that says what is not there."""
    scope, counted = of_filters(filters), tally(filters)
    keys = [key.pk for key in newest_under(filters, MOST, dated_alone=True)]
    records = sorted(fetched(keys).values(), key=lambda record: (record.earliest, record.pk))
    more = counted.total - counted.undated - len(keys)
    slides = [slide(record) for record in records]
    return {"scale": "human", "title": title(scope, counted.undated, more), "events": slides}


def title(scope: Scope, undated: int, more: int) -> Slide:
    """What this is, where it comes from, and what it leaves out."""
    parts = [format_html('<p><a href="{}">{}</a> · CC BY 4.0</p>', absolute(scope.page), settings.SITE_NAME)]
    parts += [format_html("<p>{}</p>", note) for note in (*scope.notes, *_left_out(undated, more))]
    return {"text": {"headline": escape(clean(scope.title)), "text": clean("".join(parts))}}


def _left_out(undated: int, more: int) -> list[str]:
    found = []
    if undated:
        text = ngettext(
            "%(number)s record has no known date and is left out.",
            "%(number)s records have no known date and are left out.",
            undated,
        )
        found.append(text % {"number": number(undated)})
    if more:
        text = ngettext("%(number)s older record is left out.", "%(number)s older records are left out.", more)
        found.append(text % {"number": number(more)})
    return found


def slide(record: Record) -> Slide:
    start, slash, end = record.date.partition("/")
    found: Slide = {
        "unique_id": record.slug,
        "start_date": part(start, record.earliest),
        "display_date": print_date(record.date, language()),
        "group": Kind(record.kind).plural,
        "text": {"headline": headline(record), "text": told(record, with_date=False)},
        "autolink": False,
    }
    last = part(end, record.latest) if slash and end not in OPEN else _end_of_years(record)
    return found | ({"end_date": last} if last else {})


def part(text: str, bound: date | None) -> dict[str, int]:
    """Year, month and day as far as they are told; of a season, a decade or a century the year of its bound."""
    found = PLAIN.match(text.replace("-XX", ""))
    if not found:
        return {"year": bound.year} if bound else {}
    return {name: int(value) for name, value in zip(("year", "month", "day"), found.groups(), strict=True) if value}


def _end_of_years(record: Record) -> dict[str, int]:
    """The last year of a decade or a century; what is one year, month or day has no end of its own."""
    if not (record.earliest and record.latest) or "/" in record.date or record.earliest.year == record.latest.year:
        return {}
    return {"year": record.latest.year}


def headline(record: Record) -> SafeString:
    """The title as a link to its page, in its own language where that is another."""
    text = words(record, "title")
    shown = format_html('<span lang="{}">{}</span>', text.lang, text.text) if text.lang else escape(text.text)
    return format_html('<a href="{}">{}</a>', absolute(record.get_absolute_url()), SafeString(clean(shown)))
