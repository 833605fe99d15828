"""What was added, changed and removed, by the day on which it was."""

from itertools import groupby
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from relations.changes import reading
from relations.changes.comparing import labels
from relations.changes.keeping import make_up
from relations.models import Change, Record, RecordVersion
from relations.paging import CursorError, Order, Page, page_by_key

BY_DAY = Order("day")


def changes(request: HttpRequest) -> HttpResponse:
    """The latest changes first, or those after a revision."""
    make_up()
    asked = request.GET.get("since", "").strip()
    since = reading.read_revision(asked) if reading.NUMBER.match(asked) else None
    found = reading.since(since or 0)
    page = _page(request, found)
    context = {
        "since": since,
        "nonsense": asked if since is None else "",
        "page": page,
        "days": by_day(page),
        "counts": counts(found) if since is not None else [],
        "query": "" if since is None else f"since={since}&",
    }
    return render(request, "relations/changes.html", context)


def _page(request: HttpRequest, found: QuerySet[RecordVersion]) -> Page[RecordVersion]:
    try:
        return page_by_key(found, BY_DAY, request.GET.get("after", ""), request.GET.get("before", ""))
    except CursorError as error:
        raise Http404(_("There is no such page.")) from error


def by_day(page: Page[RecordVersion]) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Versions day by day, each with the public record that it is of, if there still is one."""
    live = Record.objects.published().in_bulk({version.record_id for version in page})
    told = [(version.day, entry(version, live.get(version.record_id))) for version in page]
    return [(day, [each for _day, each in group]) for day, group in groupby(told, key=lambda pair: pair[0])]


def entry(version: RecordVersion, record: Record | None) -> dict[str, Any]:
    """A change in words; what a record says that is no longer public stays unsaid."""
    fields = labels(version.kind, version.fields.split()) if record else []
    return {"version": version, "record": record, "fields": fields}


def counts(found: QuerySet[RecordVersion]) -> list[tuple[str, int]]:
    """How many records were added, changed and removed."""
    numbers = dict(found.order_by().values_list("change").annotate(n=Count("pk")))
    return [(change.value, numbers.get(change.value, 0)) for change in Change]
