"""Each request gets its database; a page that could not be made from one is made again from another."""

import logging
from collections.abc import Callable, Sequence

from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse

from relations.views.unavailable import is_admin, unavailable

from . import health, reading
from .trouble import Trouble, read_trouble

TROUBLE = "database_trouble"  # on the request
SAFE = {"GET", "HEAD"}
log = logging.getLogger(__name__)


class AnswerFromElsewhere:
    """Near the top, so that whatever is asked below asks the same database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response, names = None, databases_for(request)
        for name in [*names, *names[-1:]]:  # where only a connection was lost, the last one can answer after all
            if not health.is_up(name):
                continue
            response = self._answered(request, name)
            trouble = trouble_of(request)
            if trouble is None:
                return response
            settle(name, trouble)
            if request.method not in SAFE or not trouble.is_worth_another:
                break
        return response or unavailable(request)  # what was answered has been through all that adds headers

    def _answered(self, request: HttpRequest, name: str) -> HttpResponse:
        setattr(request, TROUBLE, None)
        with reading.reading_from(name), reading.noting_provisional():
            if is_admin(request) and not is_reached(request, name):
                return unavailable(request)
            response = self.get_response(request)
            if reading.is_provisional():
                response["Cache-Control"] = "no-store"
                del response["ETag"]  # the next answer may differ under the same one
            return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Before Django makes it a 500."""
        return unavailable(request) if note_trouble(request, exception) else None


def is_reached(request: HttpRequest, name: str) -> bool:
    """Asked before a page of the admin, so that nobody fills in a form, as that for logging in, for nothing."""
    try:
        connections[name].ensure_connection()
    except DatabaseError as error:
        return not note_trouble(request, error)
    return True


def databases_for(request: HttpRequest) -> Sequence[str]:
    """Staff read what they wrote: whoever brings a session, and whatever may write, gets the primary."""
    in_admin = is_admin(request)
    if request.method in SAFE and settings.SESSION_COOKIE_NAME not in request.COOKIES and not in_admin:
        return health.for_public()
    return health.for_staff(may_be_replica=request.method in SAFE and not in_admin)


def note_trouble(request: HttpRequest, error: BaseException | None) -> bool:
    """Remember with the request that a database did not answer; False where that is not the matter."""
    trouble = read_trouble(error)
    if trouble is not None:
        setattr(request, TROUBLE, trouble)
        log.warning("%s: %s", request.path, error)
    return trouble is not None


def trouble_of(request: HttpRequest) -> Trouble | None:
    found: Trouble | None = getattr(request, TROUBLE, None)
    return found


def settle(name: str, trouble: Trouble) -> None:
    """Let go of the connections that failed, so that the next ones are new, and see whether their database is gone.

    It need not be the one that was read: staff's pages may come from a replica and fail where a session is written.
    """
    failed = [each for each in connections if connections[each].errors_occurred] or [name]
    for each in failed:
        if not connections[each].in_atomic_block:
            connections[each].close()
        if trouble.is_gone:
            health.doubt(each)
