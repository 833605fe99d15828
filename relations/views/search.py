"""One box for everything: the page of results, and the list under the box while somebody types."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import Source
from relations.models.records import RecordQuerySet
from relations.search.among import Among
from relations.search.answer import Answer, answer
from relations.search.facets import facets
from relations.search.hits import hits
from relations.search.index import bring_up_to_date
from relations.search.others import others
from relations.timeline import Filters, read_filters
from relations.timeline.filters import everything

SIZE, SUGGESTED = 20, 7
EXAMPLES = ("Nazarbayev 2009", "stratejik ortaklık", "HLSCC", "1,33 milyar", "Kosherbayev", "October 2012")


def search(request: HttpRequest) -> HttpResponse:
    """Records that answer `q` under the filters of the timeline, best first, with what else goes by that name."""
    is_true = bring_up_to_date()
    filters, records = narrowed(request)
    among = Among(records, filters if is_true else None) if records is not None else None
    found = answer(request.GET.get("q", ""), among)
    first = SIZE * (page_number(request, found) - 1)
    context = {
        "asked": request.GET.get("q", "").strip(),
        "answer": found,
        "filters": filters,
        "hits": hits(found.keys[first : first + SIZE], found.question),
        "others": others(found.question) if records is None and not first else [],
        "facets": facets(found.ranked, request.GET) if found.ranked else [],
        "pages": pages(request, found),
    }
    return render(request, "relations/search.html", context | state(is_true, records is not None, first))


def state(is_true: bool, is_filtered: bool, first: int) -> dict[str, Any]:
    """What the page says of itself: whether the index is behind, whether filters are on, where its numbers begin."""
    return {"is_behind": not is_true, "is_filtered": is_filtered, "first": first + 1, "examples": EXAMPLES}


def suggestions(request: HttpRequest) -> HttpResponse:
    """The best few for what is typed so far, as a fragment that search.js shows under the box."""
    bring_up_to_date()
    found = answer(request.GET.get("q", ""), typing=True, most=60)
    also = [other for other in others(found.question) if other.noun != "source"]
    whole = [] if found.partial else hits(found.keys[:SUGGESTED], found.question)
    return render(request, "relations/_suggestions.html", {"hits": whole, "others": also[:3]})


def narrowed(request: HttpRequest) -> tuple[Filters, RecordQuerySet | None]:
    """The filters of the address and the records that they leave; None where there are none: then the index will do."""
    filters = read_filters(request.GET)
    source = (
        Source.objects.filter(slug=request.GET.get("source", "")[:120]).first() if "source" in request.GET else None
    )
    if not (filters.is_any or source):
        return filters, None
    left = filters.apply(everything())
    return filters, left.filter(citations__source=source).distinct() if source else left


def page_number(request: HttpRequest, found: Answer) -> int:
    """The page asked for, as near as there is one."""
    asked = request.GET.get("page", "")
    last = max(1, -(-len(found.ranked) // SIZE))
    return min(max(1, int(asked)), last) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1


def pages(request: HttpRequest, found: Answer) -> dict[str, Any]:
    """Where the pages around this one are."""
    number, last = page_number(request, found), max(1, -(-len(found.ranked) // SIZE))
    return {
        "number": number,
        "total": last,
        "previous": _page(request, number - 1) if number > 1 else "",
        "next": _page(request, number + 1) if number < last else "",
    }


def _page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
