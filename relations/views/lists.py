"""Pages of a list, and the filters above it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from relations.paging import NEWEST, OLDEST, SIZE, CursorError, Page, first_of
from relations.templatetags.record_tags import language
from relations.timeline import Filters, read_filters
from relations.timeline.chips import chips
from relations.timeline.choices import Choices
from relations.timeline.counts import Tally, tally
from relations.timeline.entries import Entry, entries
from relations.timeline.grouping import by_year
from relations.timeline.keys import page_under
from relations.timeline.named import Asked, left


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], count: int | None = None) -> Any:
    """The page that the address asks for by its number, of so many rows; raises Http404 for one that is not there."""
    pages = Paginator(rows, SIZE)
    if count is not None:
        pages.count = count
    try:
        return pages.page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("There is no such page.")) from error


def filtered(request: HttpRequest, kind: str = "") -> tuple[Filters, Tally, dict[str, Any]]:
    """The filters of an address, what they leave, and what a list under them needs."""
    filters = read_filters(request.GET, kind)
    filters.path = request.path
    counted = tally(filters)
    page = keyed_page(request, filters)
    context = {
        "filters": filters,
        "tally": counted,
        "choices": Choices(filters, counted),
        "chips": chips(filters),
        "page": page,
        "years": by_year(page, language()),
        "links": links(filters, page),
    }
    return filters, counted, context


def keyed_page(request: HttpRequest, filters: Filters) -> Page[Entry]:
    """The page of records that the address asks for by a key; raises Http404 for a key that no page gave."""
    order = OLDEST if filters.oldest_first else NEWEST
    after, before = (request.GET.get(name, "") for name in ("after", "before"))
    if order is NEWEST and not (after or before):  # the form needs these keys as well
        keys = first_of(left(Asked.of(filters)).keys)
        return keys.of(entries([key.pk for key in keys]))
    try:
        keys = page_under(filters, order, after, before)
    except CursorError as error:
        raise Http404(_("There is no such page.")) from error
    return keys.of(entries([key.pk for key in keys]))


def links(filters: Filters, page: Page[Any]) -> dict[str, str]:
    """Where the pages around this one are, and the same records in each order."""
    return {
        "previous": filters.address(before=page.previous) if page.previous else "",
        "next": filters.address(after=page.next) if page.next else "",
        "first": filters.address(),
        "newest": filters.address(order=""),
        "oldest": filters.address(order="oldest"),
    }
