"""Sources, and every value that rests on each."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations.models import Citation, Source
from relations.sorting import by_name

from .evidence import gather
from .lists import page_of
from .texts import may_read


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source that a published value rests on."""
    published = Q(citations__record__editorial_status="published")
    counted = Source.objects.annotate(values_cited=Count("citations", filter=published)).filter(values_cited__gt=0)
    sources = by_name(counted, "title")
    return render(request, "relations/source_list.html", {"sources": sources})


def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A source with the values that rest on it, in the order in which its text gives them."""
    joined = Source.objects.select_related("translation_of", "institution", "held_text")
    source: Source = get_object_or_404(joined, slug=slug)
    citations = (
        Citation.objects.published()
        .filter(source=source)
        .select_related("record", "record__as_figure", "source")
        .order_by("start", "record__slug", "field")
    )
    page = page_of(request, citations)
    lines = [(each, line) for each in gather(page.object_list) for line in each.lines]
    lines.sort(key=lambda pair: (pair[1].citation.start or 0, pair[0].record.slug, pair[1].citation.field))
    context = {"source": source, "page": page, "lines": lines, "may_read": may_read(request, source)}
    return render(request, "relations/source_detail.html", context)
