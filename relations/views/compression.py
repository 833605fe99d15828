"""Pages leave compressed, and only pages."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressPages(GZipMiddleware):
    """Django's own gzip, which pads at random, for public text.

    The admin is left as it is: its pages hold tokens beside what the address may bring in (BREACH). Downloads stream,
    keep their length and the strong ETag that is their checksum.
    """

    TEXT = (
        "text/",
        "image/svg+xml",
        "application/atom+xml",
        "application/json",
        "application/ld+json",
        "application/xml",
    )

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        match = request.resolver_match
        is_admin = match is not None and "admin" in match.app_names
        is_text = response.get("Content-Type", "").startswith(self.TEXT)
        if response.streaming or is_admin or not is_text:
            return response
        return super().process_response(request, response)
