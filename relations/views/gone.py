"""Where an address leads whose record is not there: to its new name, to what it was, or nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from relations.changes.reading import gone, renamed
from relations.models import Kind


def elsewhere(request: HttpRequest, slug: str, kind: str = "") -> HttpResponse:
    """The answer to a slug that no public record has; `kind` is empty for /id/. Raises Http404 if none ever had it."""
    if record := renamed(slug):
        path = record.get_absolute_url() if kind else reverse("id:record", args=[record.slug])
        return redirect(with_query(request, path), permanent=True)
    version = gone(slug, kind)
    if version is None:
        raise Http404(slug)
    context = {"version": version, "kind": Kind(version.kind)}
    return render(request, "relations/gone.html", context, status=410)


def with_query(request: HttpRequest, path: str) -> str:
    """A path with the question of the present address."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
