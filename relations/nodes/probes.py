"""What a balancer asks: whether the process lives, and whether it can answer readers.

Answered before anything else looks at the request, so any host name, plain HTTP and a database that is away will do.
"""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from . import readiness

KEPT = 2  # seconds, so that many balancers cost no more than one
_last: tuple[float, dict[str, Any]] | None = None


def answer_probes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """/healthz: the process, without any database. /readyz: databases, migrations, lag; the cache for information."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return answer({"status": "ok"})
        if request.path_info == "/readyz":
            return answer(look())
        return get_response(request)

    return middleware


def answer(found: dict[str, Any]) -> HttpResponse:
    status = 200 if found["status"] == "ok" else 503
    return JsonResponse(found, status=status, headers={"Cache-Control": "no-store"})


def look() -> dict[str, Any]:
    """How things are, at most a moment old."""
    global _last  # one for the process
    now = time.monotonic()
    if _last is None or now - _last[0] > KEPT:
        _last = now, readiness.look()
    return _last[1]


def forget() -> None:
    """Look anew at the next question."""
    global _last
    _last = None
