"""Pages leave compressed, and only pages."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from relations.serving.packing import accepts_gzip, is_worth_packing, packed, weak


def compress_pages(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Public text in gzip where the reader takes it.

    The admin is left as it is: its pages hold tokens beside what the address may bring in (BREACH). Downloads stream,
    keep their length and the strong ETag that is their checksum.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.streaming or _is_admin(request):
            return response
        return _compressed(request, cast("HttpResponse", response))

    return middleware


def _is_admin(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and "admin" in match.app_names


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    body = response.content
    if response.has_header("Content-Encoding") or not is_worth_packing(response.get("Content-Type", ""), body):
        return response
    patch_vary_headers(response, ("Accept-Encoding",))
    if accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        response.content = packed(body)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "gzip"
        if "ETag" in response:
            response["ETag"] = weak(response["ETag"])
    return response
