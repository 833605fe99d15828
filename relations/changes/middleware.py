"""Versions are kept, and search knows, as soon as staff have written, whichever form they wrote in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from relations.search.index import bring_up_to_date

from .keeping import CHUNK, keep_versions

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
GetResponse = Callable[[HttpRequest], HttpResponse]


def keep_what_staff_wrote(get_response: GetResponse) -> GetResponse:
    """After each request of staff that may have written: a query for each where nothing was.

    Readers of a replica cannot make up for it, as those of the primary do.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in SAFE and request.user.is_staff:
            keep_versions(CHUNK)
            bring_up_to_date()
        return response

    return middleware
