"""A record as it stood at a revision of the data, beside what has changed since."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from relations.changes.comparing import differences
from relations.changes.keeping import make_up
from relations.changes.reading import RevisionError, around, as_of, document_now, document_of, first, read_revision
from relations.changes.restoring import Names, restore, restore_citations
from relations.models import Kind, RecordVersion, Revision

from .evidence import gather


def record_as_of(request: HttpRequest, record: Any, asked: str) -> HttpResponse:
    """The page of a public record at a revision; 404 where there was none, 400 where the revision is no number."""
    if not record.is_published:
        raise Http404(record.slug)
    make_up()
    try:
        revision = read_revision(asked)
    except RevisionError:
        return not_then(request, record, status=400)
    version = as_of(record.pk, revision) if revision <= Revision.current().number else None
    if version is None:
        return not_then(request, record, revision)
    return render(request, f"relations/{record.kind}_detail.html", _told(record, version, revision))


def _told(record: Any, version: RecordVersion, revision: int) -> dict[str, Any]:
    names, document = Names(), document_of(version)
    then = restore(document, record.pk, names)
    earlier, later = around(record.pk, version)
    as_of_ = {
        "revision": revision,
        "version": version,
        "today": record,
        "earlier": earlier,
        "later": later,
        "differences": differences(document, document_now(record.pk), record.pk, names),
    }
    evidence = gather(restore_citations(document, then, names))
    return {"record": then, "kind": Kind(record.kind), "evidence": evidence, "as_of": as_of_}


def not_then(request: HttpRequest, record: Any, revision: int | None = None, status: int = 404) -> HttpResponse:
    """Say that the record was not public at that revision, that none has come so far, or that it is no number."""
    context = {"today": record, "wanted": revision, "first": first(record.pk), "status": status}
    return render(request, "relations/not_then.html", context, status=status)
