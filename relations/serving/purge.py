"""Telling a CDN what changed. It is told after the write, never waited for by a reader, and a failure is logged."""

import json
import logging
from collections.abc import Callable, Collection
from threading import Thread
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponseBase

from relations.changes.keeping import read
from relations.models import Kind, RecordTouch, RecordVersion, Revision

from .keys import EVERYTHING, keys_for

PATIENCE = 5  # seconds
MOST = 50  # records; more than that, and everything goes
RECORDS = {"councilmeeting", *Kind.values}  # as the admin calls them
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
log = logging.getLogger(__name__)
Answered = Callable[[HttpRequest], HttpResponseBase]


def purge_what_staff_wrote(get_response: Answered) -> Answered:
    """Middleware, outside the one that keeps versions: they tell what a record named before and what it names now."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not settings.PURGE_URL or request.method in SAFE:
            return get_response(request)
        before = _revision()
        response = get_response(request)
        if before is not None and _revision() != before:
            keys = touched_since(before) if is_about_records(request) else {EVERYTHING}
            Thread(target=purge, args=[keys], daemon=True).start()
        return response

    return middleware


def _revision() -> int | None:
    """None where the database is away: who answers says so, and nothing is written."""
    try:
        return Revision.current().number
    except (DatabaseError, InterfaceError):
        return None


def is_about_records(request: HttpRequest) -> bool:
    """A form of a record writes what triggers note; a person's name, say, stands on pages that nobody has counted."""
    name = (request.resolver_match.url_name if request.resolver_match else "") or ""
    return name.startswith("relations_") and name.split("_")[1] in RECORDS


def touched_since(revision: int) -> set[str]:
    """The keys of all pages that writes to records changed; of all there are, where they are many or nobody can say."""
    written = RecordTouch.objects.filter(revision__gt=revision).values_list("record_id", flat=True)
    try:
        touched = list(written[: MOST + 1])
        found = keys_for(document for key in touched for document in _last_two(key))
    except (DatabaseError, InterfaceError):
        return {EVERYTHING}
    return found if len(touched) <= MOST else {EVERYTHING}


def _last_two(record_id: int) -> list[dict[str, object]]:
    versions = RecordVersion.objects.filter(record_id=record_id).order_by("-pk")[:2]
    return [dict(document) for version in versions if (document := read(version))]


def purge(keys: Collection[str]) -> bool:
    """Post the keys to PURGE_URL, as a header and as JSON; says whether that was taken."""
    if not settings.PURGE_URL:
        return False
    named = sorted(keys)
    body = json.dumps({"surrogate_keys": named, "tags": named}).encode()
    headers = {"Content-Type": "application/json", "Surrogate-Key": " ".join(named), **_token()}
    try:
        # The address is the operator's own.
        with urlopen(Request(settings.PURGE_URL, body, headers, method="POST"), timeout=PATIENCE):  # noqa: S310
            return True
    except (OSError, ValueError):
        log.exception("The CDN was not told that these changed: %s", " ".join(named))
        return False


def _token() -> dict[str, str]:
    """`Name: value` is a header of its own; anything else a bearer token."""
    name, colon, value = settings.PURGE_TOKEN.partition(":")
    if colon:
        return {name.strip(): value.strip()}
    return {"Authorization": f"Bearer {name}"} if name else {}
