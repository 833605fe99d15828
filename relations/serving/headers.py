"""Who may keep an answer, and how long: public pages anybody, who asks at each use whether they are still true."""

from collections.abc import Callable
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from relations.nodes import reading

from .keys import keys_of
from .public import API, is_public
from .snapshot import whole

MARK = "kopru.mark"  # in the WSGI environment: the revision of an answer that may be kept
IS_OF_REVISION = "kopru.is_of_revision"  # there too: an answer of the API that nothing but its revision makes
IS_ASKED_BY_KEEPER = "kopru.is_asked_by_keeper"  # there too: who keeps pages needs them whole, and sees to 304s
KEPT = {200, 301, 302, 303}
OURS = {"", "no-cache"}  # what a view says that does not mind
PRIVATE, ASK_EACH_TIME = "private, no-store", "public, max-age=0, must-revalidate"


def share_pages(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, outside all that adds to `Vary`: pages of one revision, with a validator and what caches need."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(API):
            return of_api(request, *whole(request, get_response))
        if not is_public(request.META):
            return keep_to_oneself(get_response(request))
        response, mark = whole(request, get_response)
        if response.cookies:
            return keep_to_oneself(response)
        return shared(request, response, mark)

    return middleware


def of_api(request: HttpRequest, response: HttpResponseBase, mark: str | None) -> HttpResponseBase:
    """An answer that has its headers already."""
    is_kept = IS_OF_REVISION in request.META and response.status_code == 200 and not reading.is_provisional()
    if is_kept and mark is not None:
        request.META[MARK] = mark
    return response


def keep_to_oneself(response: HttpResponseBase) -> HttpResponseBase:
    """What staff see; a file to download is the same for all."""
    if not response.streaming and not response.has_header("Cache-Control"):
        response["Cache-Control"] = PRIVATE
    return response


def shared(request: HttpRequest, response: HttpResponseBase, mark: str | None) -> HttpResponseBase:
    """A public answer with its headers; a 304 where the reader has it."""
    _forget_cookies(response)
    said = response.get("Cache-Control", "")
    if response.status_code not in KEPT or "no-store" in said or reading.is_provisional():
        response.setdefault("Cache-Control", ASK_EACH_TIME)
        return response
    if said in OURS:
        response["Cache-Control"] = public()
    if settings.CDN_SECONDS:
        response["Surrogate-Key"] = " ".join(keys_of(request.resolver_match))
    if not isinstance(response, HttpResponse):
        return response
    if mark is not None:
        request.META[MARK] = mark
    return validated(request, response)


def validated(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """With an ETag of the content: it moves with data, words, code and day, and with nothing else."""
    if response.status_code != 200:
        return response
    if not response.has_header("ETag"):
        response["ETag"] = f'W/"{blake2b(response.content, digest_size=12).hexdigest()}"'
    if IS_ASKED_BY_KEEPER in request.META:
        return response
    return get_conditional_response(request, response["ETag"], response=response) or response


def public() -> str:
    """What readers and caches between may do; a CDN only where purging is set up for it."""
    if not settings.CDN_SECONDS:
        return ASK_EACH_TIME
    return f"public, max-age=0, s-maxage={settings.CDN_SECONDS}, stale-while-revalidate={settings.CDN_SECONDS}"


def _forget_cookies(response: HttpResponseBase) -> None:
    """Sessions and the language cookie make a request one that is not shared, so no cookie varies what is."""
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    kept = [name for name in names if name and name.lower() != "cookie"]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif names != [""]:
        del response["Vary"]
