"""Finished pages in front of Django: a page goes out again for as long as the data is what it was made from.

Every request asks the database for its revision. A page that is kept for that revision goes out as it lies there; any
other is made by Django, and kept under the revision that all of it is from (see snapshot).
"""

from collections.abc import Callable, Iterable
from time import time
from typing import Any, cast

from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest

from relations.nodes import health

from .answers import OVERHEAD, Headers, Page, answer, apart
from .freshness import UnknownError, mark
from .headers import IS_ASKED_BY_KEEPER, KEPT, MARK
from .memory import Memory
from .packing import accepts_gzip
from .programs import admitted
from .public import API, is_public, is_safely_asked
from .shared import Shared

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Moment = tuple[str, int]  # a mark, and the day: plans become past at midnight
DAY = 86_400  # seconds
MOST_SITES = 100
NOT_MODIFIED = "304 Not Modified"
NOTHING: Headers = []


class KeepPages:
    """A WSGI application around Django's."""

    def __init__(self, django: Application, megabytes: float) -> None:
        self.django = django
        self.memory, self.shared = Memory(int(megabytes * 1_000_000)), Shared()
        self.last: Moment | None = None  # true when a database last answered
        self.sites: dict[tuple[Any, ...], str] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        site = self.site(environ) if self.memory.limit and is_public(environ) else ""
        moment = self.moment() if site else None
        if moment is None:
            return self.django(environ, start_response)
        question = (environ["PATH_INFO"], environ.get("QUERY_STRING", ""), site)
        page = self.kept(moment, question, environ)
        if page is None:
            return self.made(moment[1], question, environ, start_response)
        besides = admitted(environ) if environ["PATH_INFO"].startswith(API) else NOTHING
        if besides is None:  # Django says why
            return self.django(environ, start_response)
        return told(page, environ, start_response, besides)

    def site(self, environ: Environ) -> str:
        """The address that pages print, as `https://example.org`; empty where Django refuses or redirects."""
        asked = (environ.get("HTTP_HOST"), environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO"))
        found = self.sites.get(asked)
        if found is None:
            found = site_of(environ)
            if len(self.sites) < MOST_SITES:
                self.sites[asked] = found
        return found

    def moment(self) -> Moment | None:
        """Now, as the database tells it that answers; where none does, when one last did."""
        for name in health.for_public():
            try:
                self.last = mark(name), int(time()) // DAY
            except UnknownError:
                health.doubt(name)
            else:
                break
        return self.last

    def kept(self, moment: Moment, question: tuple[str, ...], environ: Environ) -> Page | None:
        """The page, from here or from where all nodes keep theirs."""
        found: Any = self.memory.get((moment, question)) or self.fetched(moment, question)
        if found.__class__ is tuple:  # of the names of what the page varies by
            question = varied(question, found, environ)
            found = self.memory.get((moment, question)) or self.fetched(moment, question)
        return cast("Page | None", found)

    def fetched(self, moment: Moment, question: tuple[str, ...]) -> Any:
        found = self.shared.get(moment, question)
        if found is not None:
            self.memory.keep(moment, (moment, question), found, weight(question, found))
        return found

    def made(
        self, day: int, question: tuple[str, ...], environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """By Django, who is asked for the plain page: readers are told from that whether to take it, and how."""
        asked = environ | {IS_ASKED_BY_KEEPER: True}
        asked.pop("HTTP_ACCEPT_ENCODING", None)
        head: list[Any] = []
        response: Any = self.django(asked, lambda status, headers, _error=None: head.extend((status, headers)))
        if getattr(response, "streaming", True):
            start_response(*head)
            return cast("Iterable[bytes]", response)
        shared, besides = apart(head[1])
        page = Page(answer(head[0], shared, response.content))
        response.close()
        is_told_still = int(head[0][:3]) in KEPT  # and not refused by what stands around it
        if MARK in asked and is_told_still and day == int(time()) // DAY:
            self.keep((asked[MARK], day), question, page, environ)
        return told(page, environ, start_response, besides)

    def keep(self, moment: Moment, question: tuple[str, ...], page: Page, environ: Environ) -> None:
        """Here and where all nodes find it; where it varies, its address leads to what it varies by."""
        names = varies_by(page)
        if names:
            self._keep(moment, question, names)
            question = varied(question, names, environ)
        self._keep(moment, question, page)

    def _keep(self, moment: Moment, question: tuple[str, ...], what: Any) -> None:
        self.memory.keep(moment, (moment, question), what, weight(question, what))
        self.shared.keep(moment, question, what)


def told(page: Page, environ: Environ, start_response: StartResponse, besides: Headers) -> Iterable[bytes]:
    """The page as this reader takes it. Servers may add to the list of headers, so each gets its own."""
    found = page.packed if accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else page.plain
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and found.is_known_by(known):
        start_response(NOT_MODIFIED, [*found.not_modified, *besides])
        return ()
    start_response(found.status, [*found.headers, *besides])
    return () if environ["REQUEST_METHOD"] == "HEAD" else found.body


def site_of(environ: Environ) -> str:
    request = WSGIRequest(environ)
    try:
        return f"{request.scheme}://{request.get_host()}" if is_safely_asked(request) else ""
    except DisallowedHost:
        return ""


def varies_by(page: Page) -> tuple[str, ...]:
    """Names in the WSGI environment; encodings are seen to here."""
    said = next((value for name, value in page.plain.headers if name == "Vary"), "")
    names = [name.strip().upper().replace("-", "_") for name in said.split(",")]
    return tuple(f"HTTP_{name}" for name in sorted(names) if name and name != "ACCEPT_ENCODING")


def varied(question: tuple[str, ...], names: tuple[str, ...], environ: Environ) -> tuple[str, ...]:
    return (*question, *(environ.get(name, "") for name in names))


def weight(question: tuple[str, ...], what: Any) -> int:
    """Bytes of memory, the question's own among them: it is as long as a stranger makes it."""
    return sum(map(len, question)) + (what.size if isinstance(what, Page) else OVERHEAD)
