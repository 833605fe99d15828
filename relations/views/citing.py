"""Citations of a page as files, for reference managers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from relations.citing.files import bibtex, csl
from relations.citing.work import work
from relations.models import Revision
from relations.pages.subjects import found

WRITERS = {
    "bib": ("application/x-bibtex; charset=utf-8", bibtex),
    "json": ("application/vnd.citationstyles.csl+json", csl),
}


@require_safe
def citation_file(request: HttpRequest, kind: str, suffix: str, slug: str, name: str = "") -> HttpResponse:
    """How to cite a page as it stands now; it names the day, so nothing keeps it."""
    subject = found(kind, f"{name}/{slug}" if name else slug)
    if subject is None:
        raise Http404(slug)
    content_type, write = WRITERS[suffix]
    cited = work(subject, Revision.current().number)
    response = HttpResponse(write(cited), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{cited.key}.{suffix}"'
    response["Cache-Control"] = "no-cache"
    return response
