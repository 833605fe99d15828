"""What stands around the API: open to every origin, limited for each client, and in JSON whatever goes wrong."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from relations.serving.accepting import preferred

from .answers import MEDIA_TYPE as JSON
from .limits import Allowance, allowance
from .problems import MEDIA_TYPE, language_of, problem

BELOW = "/api/"
METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "Content-Language, ETag, Link, RateLimit, RateLimit-Policy, Retry-After"
SHARED = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": EXPOSED}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": METHODS,
}

GetResponse = Callable[[HttpRequest], HttpResponse]


def guard_api(get_response: GetResponse) -> GetResponse:
    """Outermost, so that what other middleware refuses is a problem too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(BELOW):
            return get_response(request)
        response = _answered(request, get_response)
        for name, value in SHARED.items():
            response[name] = value
        return response

    return middleware


def _answered(request: HttpRequest, get_response: GetResponse) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        refused = problem(request, 405)
        refused["Allow"] = METHODS
        return refused
    left = allowance(request.META)
    response = too_many(request, left) if left and left.is_used_up else _of_site(request, get_response)
    for name, value in (left.headers if left else {}).items():
        response[name] = value
    return response


def _of_site(request: HttpRequest, get_response: GetResponse) -> HttpResponse:
    """The answer of the site; a HEAD is asked as a GET, and the server leaves the body out."""
    request.method = "GET"
    response = get_response(request)
    if response.status_code >= 400 and not response.get("Content-Type", "").startswith(MEDIA_TYPE):
        is_text = response.get("Content-Type", "").startswith("text/plain") and response.status_code < 500
        refused = problem(request, response.status_code, response.content.decode() if is_text else "")
        if "Retry-After" in response:
            refused["Retry-After"] = response["Retry-After"]
        return refused
    if response.status_code in (200, 304):
        if not preferred(request.headers.get("Accept", ""), [JSON]):
            return unacceptable(request)
        response["Vary"] = "Accept-Encoding"  # what is shared is in no language, or in the one that the address names
    return response


def unacceptable(request: HttpRequest) -> HttpResponse:
    """What is there, to a client that takes no JSON; what is not there is told whatever it takes."""
    with override(language_of(request)):
        told = _("The API answers in %(type)s; Accept names neither that nor */*.") % {"type": JSON}
    return problem(request, 406, told)


def too_many(request: HttpRequest, left: Allowance) -> HttpResponse:
    with override(language_of(request)):
        text = ngettext(
            "No more than %(quota)d request in %(window)d seconds.",
            "No more than %(quota)d requests in %(window)d seconds.",
            left.quota,
        )
        again = _("Come back in %(seconds)d seconds.") % {"seconds": left.resets_in}
        told = f"{text % {'quota': left.quota, 'window': left.window}} {again}"
    response = problem(request, 429, told)
    response["Retry-After"] = str(left.resets_in)
    return response
