"""What was worked out once from a revision of the data is not worked out again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar, cast

from django.db import connections, router
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from relations.models import Revision
from relations.nodes import reading

P = ParamSpec("P")
R = TypeVar("R")
SAFE = {"GET", "HEAD", "OPTIONS"}
MISSING = object()

_read: ContextVar[dict[str, Revision] | None] = ContextVar("revisions_read_by_request", default=None)
_is_off: ContextVar[bool] = ContextVar("memo_is_off", default=False)


def per_revision(maxsize: int = 256) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep a function's last `maxsize` results, one for each revision, language, day and arguments.

    The function may read public data and nothing else, takes what can be hashed, and returns what nobody changes: a
    tuple or a frozen dataclass, and no queryset. What it calls provisional is not kept. `__wrapped__` is the function.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept: OrderedDict[Hashable, object] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            if _is_off.get() or reading.is_provisional():  # the same revision will have other results
                return function(*args, **kwargs)
            key = (_mark(), get_language(), timezone.now().date(), args, tuple(sorted(kwargs.items())))
            with lock:
                if (found := kept.get(key, MISSING)) is not MISSING:
                    kept.move_to_end(key)
                    return cast(R, found)
            with reading.noting_provisional():
                result = function(*args, **kwargs)
                is_provisional = reading.is_provisional()
            if is_provisional:
                reading.call_provisional()  # whoever asked is told as well
                return result
            with lock:
                kept[key] = result
                while len(kept) > maxsize:
                    kept.popitem(last=False)
            return result

        return remembered

    return decorate


def current() -> Revision:
    """The revision of the database that is read now: asked once for a request that only reads, else each time."""
    alias, read = router.db_for_read(Revision), _read.get()
    if read is None:
        return Revision.current()
    if alias not in read:
        read[alias] = Revision.current()
    return read[alias]


def ask_revision_once(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: while a request that cannot write is answered, its revision is the one that it found first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            return get_response(request)
        with asking_once():
            return get_response(request)

    return middleware


@contextmanager
def asking_once() -> Iterator[None]:
    """Inside, `current` keeps what it is told first; what was told outside is not known."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


@contextmanager
def off() -> Iterator[None]:
    """Inside a snapshot: nothing that was read outside it may come in."""
    token = _is_off.set(True)
    try:
        yield
    finally:
        _is_off.reset(token)


def _mark() -> Hashable:
    """Which data: a database that was made anew begins to count again, so its name and the moment stand beside."""
    revision = current()
    alias = router.db_for_read(Revision)
    return alias, str(connections[alias].settings_dict["NAME"]), revision.number, revision.changed_at
