"""Names that last: /id/ leads to what it names, in the form and the language that the client prefers."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from relations.changes.reading import PUBLIC
from relations.linked.graph import alone
from relations.models import Kind, Record
from relations.pages.identifiers import NOUNS, representations
from relations.pages.subjects import Subject, found, of_record
from relations.serving.accepting import preferred

from .evidence import FieldEvidence, gather
from .gone import elsewhere, with_query
from .whole import citations, whole


@require_safe
def record_id(request: HttpRequest, slug: str) -> HttpResponse:
    """The record of a slug; a slug that it had once, or what is left of it."""
    record = Record.objects.published().filter(slug=slug).first()
    return see_other(request, of_record(record)) if record else elsewhere(request, slug)


@require_safe
def noun_id(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """A person, an institution, a source, a country or a pair."""
    if kind not in NOUNS:
        raise Http404(slug)
    subject = found(kind, slug)
    return see_other(request, subject) if subject else _not_there(request, slug, kind)


def _not_there(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Countries and pairs have the codes of the world, which nobody renames."""
    if kind in PUBLIC or kind in Kind.values:
        return elsewhere(request, slug, kind)
    raise Http404(slug)


def see_other(request: HttpRequest, subject: Subject) -> HttpResponse:
    """303 to the representation that the client likes best; 406 where it takes none of ours."""
    offered = representations(subject)
    kind = preferred(request.headers.get("Accept", ""), list(offered))
    response: HttpResponse = redirect(with_query(request, offered[kind])) if kind else _none(offered)
    response.status_code = 303 if kind else 406
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie"])
    return response


def _none(offered: dict[str, str]) -> HttpResponse:
    return HttpResponse("\n".join(offered) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def linked(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """What a page tells machines of its subject, by itself (JSON-LD)."""
    subject = found(kind, slug)
    if subject is None:
        return _not_there(request, slug, kind)
    evidence: list[FieldEvidence] = []
    if kind in Kind.values and (record := whole(kind, slug)):
        subject, evidence = of_record(record), gather(citations(record))
    graph = json.dumps(alone(subject, evidence), ensure_ascii=False, indent=1)
    return HttpResponse(graph, content_type="application/ld+json", headers={"Access-Control-Allow-Origin": "*"})
