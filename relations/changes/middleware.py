"""Versions are kept as soon as staff have written, whichever form they wrote in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .keeping import keep_versions

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
GetResponse = Callable[[HttpRequest], HttpResponse]


def keep_what_staff_wrote(get_response: GetResponse) -> GetResponse:
    """After each request of staff that may have written: one query where nothing was."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in SAFE and request.user.is_staff:
            keep_versions()
        return response

    return middleware
