"""Pages of a list, and the filters above it."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from relations.models import Area, Kind, Relationship
from relations.timeline import PAGE, Filters, read_filters


def page_of(request: HttpRequest, rows: QuerySet[Any]) -> Any:
    """The page that the address asks for; raises Http404 for one that is not there."""
    try:
        return Paginator(rows, PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("There is no such page.")) from error


def filtering(request: HttpRequest) -> tuple[Filters, dict[str, Any]]:
    """The filters of an address, and what their form needs."""
    pairs = {pair.slug: pair for pair in Relationship.objects.with_countries()}
    filters = read_filters(request.GET, pairs)
    return filters, {"filters": filters, "pairs": pairs.values(), "kinds": Kind.choices, "areas": Area.choices}
