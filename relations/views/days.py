"""On this day: what happened on a day of the year, in whatever year."""

from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from relations.days import Day, keys_on, nearest
from relations.templatetags.record_tags import language
from relations.timeline.entries import Entry, entries

from .lists import page_of


def today(request: HttpRequest) -> HttpResponse:
    now = timezone.localdate()
    return _page(request, Day(now.month, now.day))


def on_day(request: HttpRequest, day: str) -> HttpResponse:
    """The page of a day, as 10-11; raises Http404 for one that no year has."""
    try:
        return _page(request, Day.read(day))
    except ValueError as error:
        raise Http404(_("There is no such day.")) from error


def _page(request: HttpRequest, day: Day) -> HttpResponse:
    page = page_of(request, keys_on(day))
    found = entries(page.object_list)
    before, after = nearest(day)
    context = {
        "day": day.printed(language()),
        "page": page,
        "years": by_year(day, [found[key] for key in page if key in found]),
        "before": before and (before, before.printed(language())),
        "after": after and (after, after.printed(language())),
    }
    return render(request, "relations/day.html", context)


def by_year(day: Day, records: list[Entry]) -> list[tuple[int, list[Entry]]]:
    """Records in their order, under the years in which they cover the day."""
    grouped = groupby(records, key=lambda record: day.year_of(record.earliest or date.min))
    return [(year, list(group)) for year, group in grouped]
