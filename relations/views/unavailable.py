"""The page for the moment in which no database answers."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override

AGAIN = 10  # seconds


def is_admin(request: HttpRequest) -> bool:
    """By the address alone: it is asked before any address is resolved."""
    return request.path_info.split("/")[2:3] == ["admin"]


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 in the reader's language, made without a database; the admin says that nothing can be changed."""
    language = get_language_from_request(request, check_path=True)
    with override(language):
        page = render_to_string("503.html", {"is_admin": is_admin(request), "language": language})
    headers = {"Retry-After": str(AGAIN), "Cache-Control": "no-store", "Content-Language": language}
    return HttpResponse(page, status=503, headers=headers)
