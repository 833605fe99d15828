"""The data to take away: the list of files, and each of them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from babel.dates import format_datetime
from babel.numbers import format_decimal
from babel.units import format_unit
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from relations.dates import LOCALES
from relations.export import bundle, shelf
from relations.export.files import CONTENT_TYPES, FILES, LISTS

WHAT: dict[str, str | Promise] = {**{file.name: file.what for file in FILES}, **LISTS}


@dataclass(frozen=True)
class Listed:
    """A file as the page shows it, in its language."""

    name: str
    what: str | Promise
    size: str
    rows: str
    sha256: str


@require_safe
def downloads(request: HttpRequest) -> HttpResponse:
    """Every file of the current revision."""
    with shelf.current() as folder:
        manifest, entries = bundle.read(folder)
    locale = LOCALES[get_language()]
    date = datetime.fromisoformat(manifest["revision"]["date"])
    context = {
        "files": [listed(entry, locale) for entry in entries],
        "licence": manifest["licence"],
        "load_order": manifest["load_order"],
        "number": format_decimal(manifest["revision"]["number"], locale=locale),
        "date": format_datetime(date, "d MMMM y HH:mm 'UTC'", locale=locale),
    }
    return render(request, "relations/downloads.html", context)


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file; its checksum is its ETag."""
    with shelf.current() as folder:
        entry = next((entry for entry in bundle.read(folder)[1] if entry.name == name), None)
        if entry is None:  # a name is looked up, never made into a path
            raise Http404(name)
        etag = f'"{entry.sha256}"'
        response = get_conditional_response(request, etag) or FileResponse(
            (folder / entry.name).open("rb"),
            as_attachment=True,
            filename=entry.name,
            content_type=CONTENT_TYPES[PurePath(entry.name).suffix],
        )
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    return response


def listed(entry: bundle.Entry, locale: str) -> Listed:
    """An entry in the words and numbers of a language."""
    rows = "" if entry.rows is None else format_decimal(entry.rows, locale=locale)
    return Listed(entry.name, WHAT[entry.name], print_size(entry.size, locale), rows, entry.sha256)


def print_size(size: int, locale: str) -> str:
    """“0.5 kB”, “12.3 kB”, “3,5 MB”: in thousands, as the units' names say, and on one line."""
    power, unit = (1_000_000, "digital-megabyte") if size >= 1_000_000 else (1_000, "digital-kilobyte")
    text = str(format_unit(size / power, unit, "short", format="#,##0.0", locale=locale))
    return text.replace(" ", "\N{NO-BREAK SPACE}")
