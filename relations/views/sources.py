"""Sources, and every value that rests on each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import Citation, Source
from relations.pages.listed import sources, values_of
from relations.upto import MOST

from .evidence import gather
from .gone import elsewhere
from .lists import page_of
from .names import listed
from .texts import may_read


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source that a published value rests on."""
    names = listed(request, Source, "title")
    context = {"names": names, "sources": sources(names.keys, values_of(names.keys))}
    return render(request, "relations/source_list.html", context)


def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A source with the values that rest on it, the first in the order in which its text gives them."""
    joined = Source.objects.select_related("translation_of", "institution", "held_text")
    source = joined.filter(slug=slug).first()
    if source is None:
        return elsewhere(request, slug, "source")
    citations = (
        Citation.objects.published()
        .filter(source=source)
        .select_related("record", "record__as_figure", "source")
        .order_by("start", "pk")
    )
    page = page_of(request, citations[:MOST], min(values_of((source.pk,))[source.pk], MOST))
    lines = [(each, line) for each in gather(page.object_list) for line in each.lines]
    lines.sort(key=lambda pair: (pair[1].citation.start or 0, pair[0].record.slug, pair[1].citation.field))
    context = {"source": source, "page": page, "lines": lines, "may_read": may_read(request, source)}
    context["is_cut"] = page.paginator.count == MOST
    return render(request, "relations/source_detail.html", context)
