"""What went wrong, as RFC 9457 has it: which parameter, what stood there, why it cannot be, in the reader's words."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_from_request, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _
from ninja.errors import HttpError, ValidationError

from relations.pages.addresses import absolute
from relations.templatetags.record_tags import LANGUAGES

MEDIA_TYPE = "application/problem+json"
# What a status is called, and the name under which the page about the API explains it.
TITLES: dict[int, tuple[str, str | Promise]] = {
    400: ("bad-parameters", gettext_lazy("A parameter cannot be understood")),
    404: ("not-found", gettext_lazy("There is nothing at this address")),
    410: ("removed", gettext_lazy("It has been removed")),
    406: ("not-acceptable", gettext_lazy("No form of the answer that you accept")),
    405: ("read-only", gettext_lazy("The API can only be read")),
    429: ("too-many-requests", gettext_lazy("Too many requests")),
    500: ("our-fault", gettext_lazy("Something went wrong on our side")),
    503: ("unavailable", gettext_lazy("The database does not answer")),
}
# pydantic's kinds of error, in our words.
REASONS: dict[str, str | Promise] = {
    "missing": gettext_lazy("This parameter is required."),
    "whole_number": gettext_lazy("This must be a whole number in digits."),
    "greater_than_equal": gettext_lazy("This must be %(ge)s or more."),
    "less_than_equal": gettext_lazy("This must be %(le)s or less."),
    "string_pattern_mismatch": gettext_lazy("This is not in the required form: %(pattern)s"),
    "string_too_long": gettext_lazy("This is longer than %(max_length)s characters."),
    "string_too_short": gettext_lazy("This must not be empty."),
    "too_long": gettext_lazy("This may be given %(max_length)s times at most."),
    "not_one_of": gettext_lazy("This must be one of: %(known)s"),
}
MOST = 20  # errors that are told; of a long value, the beginning is enough
LONGEST = 60


class Fault(NamedTuple):
    """A parameter, what stood there, and why it cannot be."""

    name: str
    value: str | None
    detail: str


class BadParametersError(Exception):
    """Parameters that nobody can answer."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)[:MOST]
        super().__init__(", ".join(fault.name for fault in self.faults))


def language_of(request: HttpRequest) -> str:
    """The language of texts: what `lang` says, else what the reader prefers."""
    asked = request.GET.get("lang", "")
    return asked if asked in LANGUAGES else get_language_from_request(request)


def problem(request: HttpRequest, status: int, detail: str = "", faults: Iterable[Fault] = ()) -> HttpResponse:
    """The answer to what went wrong; never kept by anybody."""
    with override(language_of(request)):
        name, title = TITLES.get(status, ("", HTTPStatus(status).phrase))
        errors = [fault._asdict() for fault in faults]
        body: dict[str, Any] = {
            "type": absolute(f"/api/#{name}") if name else "about:blank",
            "title": str(title),
            "status": status,
            **({"detail": detail or _told(errors)} if detail or errors else {}),
            "instance": request.get_full_path()[:2000],
            **({"errors": errors} if errors else {}),
        }
        language = get_language() or ""
    response = HttpResponse(orjson.dumps(body), status=status, content_type=MEDIA_TYPE)
    response["Content-Language"], response["Cache-Control"] = language, "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _told(errors: list[dict[str, Any]]) -> str:
    """How many there are, and the first."""
    count = len(errors)
    text = ngettext("%(count)d parameter: %(first)s", "%(count)d parameters, the first: %(first)s", count)
    return text % {"count": count, "first": f"{errors[0]['name']}. {errors[0]['detail']}"}


class RemovedError(Exception):
    """What was public and is not; its text says what it was called."""


class RenamedError(Exception):
    """What is under another address now, which is its text."""


def removed(request: HttpRequest, error: RemovedError) -> HttpResponse:
    return problem(request, 410, str(error))


def renamed(request: HttpRequest, error: RenamedError) -> HttpResponse:
    """The way to the new address, for good, with what was asked."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{error}?{query}" if query else str(error))


def missing(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, 404)


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(request, error.status_code)


def bad_parameters(request: HttpRequest, error: BadParametersError) -> HttpResponse:
    return problem(request, 400, faults=error.faults)


def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """pydantic's errors, each under the name of its parameter."""
    if any(each["loc"][0] == "path" for each in error.errors):
        return problem(request, 404)
    with override(language_of(request)):
        faults = [fault for each in error.errors[:MOST] for fault in _faults(request, each)]
    return problem(request, 400, faults=faults)


def _faults(request: HttpRequest, error: Mapping[str, Any]) -> Iterable[Fault]:
    context = error.get("ctx", {})
    if error["type"] == "unknown_parameters":
        detail = _("There is no such parameter here; these are known: %(known)s") % {"known": context["known"]}
        return [Fault(name[:LONGEST], None, detail) for name in context["names"]]
    name, *place = [part for part in error["loc"][1:] if part != "params"] or [""]
    given = request.GET.getlist(str(name))
    at = place[0] if place and isinstance(place[0], int) else -1
    value = given[at][:LONGEST] if given and at < len(given) else None
    is_cursor = name in ("after", "before")
    reason = (
        gettext_lazy("This is no position in the list: take it from next or prev.")
        if is_cursor
        else REASONS.get(error["type"])
    )
    return [Fault(str(name), value, str(reason) % context if reason else _("This cannot be understood."))]


def unforeseen(request: HttpRequest, error: Exception) -> HttpResponse:
    """Leave it to Django, which logs it; what it answers becomes a problem outside."""
    raise error


HANDLERS: dict[type[Exception], Any] = {
    BadParametersError: bad_parameters,
    ValidationError: unreadable,
    Exception: unforeseen,
    HttpError: refused,
    Http404: missing,
    RemovedError: removed,
    RenamedError: renamed,
}
