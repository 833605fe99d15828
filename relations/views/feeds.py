"""Files that other programmes follow: Atom feeds, calendars, TimelineJS. Any page may read them (CORS)."""

import json
from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from relations.changes.keeping import make_up
from relations.feeds import changed, scopes
from relations.feeds.atom import Entry, entries_of, in_languages
from relations.feeds.calendar import calendar
from relations.feeds.permanent import clean
from relations.feeds.timelinejs import document
from relations.models import Revision, Source
from relations.pages.addresses import absolute
from relations.paging import CursorError
from relations.templatetags.record_tags import language
from relations.timeline import read_filters

ATOM = "application/atom+xml; charset=utf-8"


def asked(request: HttpRequest, kind: str, slug: str) -> scopes.Scope:
    """What the address asks to follow; raises Http404."""
    if kind == "home":
        return scopes.of_site()
    if kind == "timeline":
        return scopes.of_filters(read_filters(request.GET))
    if kind == "search":
        source = Source.objects.filter(slug=request.GET.get("source", "")[:120]).first()
        return scopes.of_search(request.GET.get("q", "").strip(), read_filters(request.GET), source)
    scope = scopes.of_subject(kind, slug)
    if scope is None:
        raise Http404(slug)
    return scope


@require_safe
def feed(request: HttpRequest, kind: str, slug: str = "") -> HttpResponseBase:
    """What is new or changed of a page's records."""
    scope = asked(request, kind, slug)
    return page_of_feed(request, scope, lambda before: entries_of(scope, before))


@require_safe
def changes_feed(request: HttpRequest) -> HttpResponseBase:
    """Every addition, change and removal."""
    make_up()
    return page_of_feed(request, changed.scope(), changed.entries_of)


def page_of_feed(
    request: HttpRequest, scope: scopes.Scope, entries_before: Callable[[str], tuple[list[Entry], str]]
) -> HttpResponseBase:
    """A page of an Atom feed; raises Http404 for a cursor that no page gave."""
    before = request.GET.get("before", "")
    try:
        entries, rest = entries_before(before)
    except CursorError as error:
        raise Http404(_("There is no such page.")) from error
    first = scope.file("feed.atom")
    context = described(scope, first, before) | {
        "entries": entries,
        "next": absolute(older(first, rest)) if rest else "",
        "updated": entries[0].updated if entries else Revision.current().changed_at.isoformat(),
    }
    return answered(request, clean(render_to_string("relations/feed.xml", context)).encode(), ATOM)


def described(scope: scopes.Scope, first: str, before: str) -> dict[str, object]:
    """What a feed says of itself; its id is its own address in its own language."""
    return {
        "title": scope.title if scope.title == settings.SITE_NAME else f"{settings.SITE_NAME}: {scope.title}",
        "notes": scope.notes,
        "page": absolute(scope.page),
        "first": absolute(first),
        "self": absolute(older(first, before)),
        "others": [(code, url) for code, url in in_languages(first) if code != language()],
        "language": language(),
        "site": settings.SITE_URL,
        "SITE_NAME": settings.SITE_NAME,
    }


def older(address: str, before: str) -> str:
    """The address of the feed's page from a cursor on."""
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}before={before}" if before else address


@require_safe
def calendar_file(request: HttpRequest, kind: str, slug: str = "") -> HttpResponseBase:
    """Visits and meetings for a calendar to subscribe to."""
    response = answered(request, calendar(asked(request, kind, slug)), "text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{slug or kind}-{language()}.ics"'
    return response


@require_safe
def timeline_json(request: HttpRequest) -> HttpResponseBase:
    """The timeline under its filters, for TimelineJS."""
    found = document(read_filters(request.GET))
    return answered(request, json.dumps(found, ensure_ascii=False).encode(), "application/json")


def answered(request: HttpRequest, content: bytes, content_type: str) -> HttpResponseBase:
    """The file, or 304 where the reader has it. The ETag is of the content itself: data, words and code move it."""
    response = HttpResponse(content, content_type=content_type)
    etag = response["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    return get_conditional_response(request, etag, response=response) or response
