"""Refuse, before anything else runs, requests that no page can mean."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _

QUERY_LIMIT = 4096  # bytes; the longest filter address is far below

GetResponse = Callable[[HttpRequest], HttpResponse]


def refuse_unreadable_requests(get_response: GetResponse) -> GetResponse:
    """Answer 400 to NUL bytes in an address and to query strings of many kilobytes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path or "%00" in query or "\0" in query:
            return HttpResponseBadRequest(_("The address holds a NUL byte."), content_type="text/plain; charset=utf-8")
        if len(query) > QUERY_LIMIT:
            return HttpResponseBadRequest(_("The address is too long."), content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware
