"""Refuse, before anything else runs, requests that no page can mean."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.functional import Promise
from django.utils.translation import get_language_from_request, gettext_lazy, override

QUERY_LIMIT = 4096  # bytes; the longest filter address is far below

GetResponse = Callable[[HttpRequest], HttpResponse]


def refuse_unreadable_requests(get_response: GetResponse) -> GetResponse:
    """Answer 400 to NUL bytes in an address and to query strings of many kilobytes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path or "%00" in query or "\0" in query:
            return refuse(request, gettext_lazy("The address contains a NUL byte."))
        if len(query) > QUERY_LIMIT:
            return refuse(request, gettext_lazy("The address is too long."))
        return get_response(request)

    return middleware


def refuse(request: HttpRequest, reason: Promise) -> HttpResponse:
    """A 400 in the reader's language, which no other middleware has chosen yet."""
    with override(get_language_from_request(request, check_path=True)):
        return HttpResponseBadRequest(str(reason), content_type="text/plain; charset=utf-8")
