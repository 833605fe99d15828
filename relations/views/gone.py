"""Where an address leads whose thing is not there: to its new name, to what it was, or nowhere."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from relations.changes.reading import PUBLIC, RECORD, ended, gone, renamed
from relations.models import Kind
from relations.pages.identifiers import NOUNS
from relations.pages.trail import LISTS


def elsewhere(request: HttpRequest, slug: str, kind: str = "") -> HttpResponse:
    """The answer to a slug that nothing public has; `kind` is empty for a record's /id/. Raises Http404."""
    noun = kind if kind in PUBLIC else RECORD
    if thing := renamed(slug, noun):
        return redirect(with_query(request, _path_now(request, thing, kind)), permanent=True)
    if noun == RECORD:
        return _gone_record(request, slug, kind)
    last = ended(slug, noun)
    if last is None:
        raise Http404(slug)
    context = {"last": last, "plural": LISTS[NOUNS[noun]], "list": reverse(NOUNS[noun])}
    return render(request, "relations/gone_noun.html", context, status=410)


def _path_now(request: HttpRequest, thing: Any, kind: str) -> str:
    """A record's page, for it may be of another kind than it was; of everything else the same address, renamed."""
    match: Any = request.resolver_match
    if kind in Kind.values or match is None:
        path: str = thing.get_absolute_url()
        return path
    return reverse(match.view_name, kwargs={**(match.captured_kwargs or {}), "slug": thing.slug})


def _gone_record(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    version = gone(slug, kind)
    if version is None:
        raise Http404(slug)
    context = {"version": version, "kind": Kind(version.kind)}
    return render(request, "relations/gone.html", context, status=410)


def with_query(request: HttpRequest, path: str) -> str:
    """A path with the question of the present address."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
