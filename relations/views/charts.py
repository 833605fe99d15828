"""A chart's own page, and its files: SVG, PNG and CSV."""

import csv
import io
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from csp.decorators import csp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

import relations
from relations.charts.chart import WIDE, Chart
from relations.charts.files import png, standalone
from relations.charts.frame import framed
from relations.charts.registry import KINDS, ChartKind, Subject
from relations.models import Revision

NOTHING_RUNS = {"default-src": ["'none'"], "frame-ancestors": ["'none'"], "sandbox": [True]}


def found(name: str, subject: str) -> tuple[ChartKind, Chart]:
    """The chart of that name and subject; 404 where there is none or nothing to draw."""
    kind = KINDS.get(name)
    chart = kind.build(subject) if kind else None
    if kind is None or chart is None:
        raise Http404(name)
    return kind, chart


@require_safe
def chart(request: HttpRequest, name: str, subject: str) -> HttpResponse:
    kind, chart = found(name, subject)
    context = {"chart": chart, "label": kind.label, "subject": Subject.of(kind.find(subject))}
    return render(request, "relations/chart_detail.html", context)


@require_safe
@csp(NOTHING_RUNS)  # type: ignore[arg-type]  # django-csp knows only views without arguments
def chart_file(request: HttpRequest, name: str, subject: str, suffix: str) -> HttpResponseBase:
    """The drawing, or the table behind it; it changes with the data, the code, the language and the day."""
    if suffix not in WRITERS:
        raise Http404(suffix)
    # What was announced for yesterday is drawn as what ought to have been.
    etag = f'"{Revision.current().number}-{edition()}-{timezone.now().date()}-{get_language()}"'
    response = get_conditional_response(request, etag) or file(found(name, subject)[1], suffix)
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    return response


def file(chart: Chart, suffix: str) -> HttpResponse:
    """A chart in one of its forms; pictures open in the browser, tables are saved."""
    content_type, write = WRITERS[suffix]
    response = HttpResponse(write(chart), content_type=content_type)
    how = "attachment" if suffix == "csv" else "inline"
    response["Content-Disposition"] = f'{how}; filename="{chart.key}-{get_language()}.{suffix}"'
    return response


def as_svg(chart: Chart) -> bytes:
    return standalone(framed(chart, WIDE)).encode()


def as_png(chart: Chart) -> bytes:
    return png(standalone(framed(chart, WIDE)), WIDE)


def as_csv(chart: Chart) -> bytes:
    """The neutral column names, then a line a row, as the tables of the downloads are written."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(chart.table.keys)
    writer.writerows([cell.value or cell.shown for cell in row] for row in chart.table.rows)
    return buffer.getvalue().encode()


WRITERS: dict[str, tuple[str, Callable[[Chart], bytes]]] = {
    "svg": ("image/svg+xml; charset=utf-8", as_svg),
    "png": ("image/png", as_png),
    "csv": ("text/csv; charset=utf-8", as_csv),
}


@cache
def edition() -> str:
    """A mark of the code and words that draw, and of whose site this is: new ones make new files."""
    digest = sha256(f"{settings.SITE_NAME} {settings.SITE_URL}".encode())
    for path in _drawn_by():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _drawn_by() -> Iterable[Path]:
    root = Path(relations.__file__).parent
    return sorted([*root.glob("*.py"), *root.glob("charts/*.py"), *root.glob("locale/*/LC_MESSAGES/*.po")])
