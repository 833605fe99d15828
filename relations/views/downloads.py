"""The data to take away: the list of files, and each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from babel.dates import format_datetime
from babel.numbers import format_decimal
from babel.units import format_unit
from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from relations.dates import LOCALES
from relations.export import bundle, shelf, store
from relations.export.edition import LICENCE, Entry
from relations.export.files import CONTENT_TYPES, FILES, LISTS
from relations.export.formats import MADE

WHAT: dict[str, str | Promise] = {
    **{file.name: file.what for file in FILES},
    **{made.name: made.what for made in MADE},
    **LISTS,
}
WAIT = 60  # seconds, where nothing is built yet
WHOLE = ("data.xlsx", "data.sqlite", "datapackage.zip", "records.ndjson", "data.json")
ABOUT = ("datapackage.json", "datasette.json", "CITATION.cff", *LISTS)
# The groups of the page, and which files are in them.
GROUPS: tuple[tuple[str | Promise, Callable[[str], bool]], ...] = (
    (_("Everything in one file"), WHOLE.__contains__),
    (_("About the files"), ABOUT.__contains__),
    (_("CSV, a table in each"), lambda name: name.endswith(".csv")),
    (_("Parquet, a table in each"), lambda name: name.endswith(".parquet")),
    (_("Django fixtures"), lambda name: name.endswith(".json") and name not in (*WHOLE, *ABOUT)),
)


@dataclass(frozen=True)
class Listed:
    """A file as the page shows it, in its language."""

    name: str
    what: str | Promise
    size: str
    rows: str
    sha256: str


@dataclass(frozen=True)
class Group:
    """Files of one sort."""

    title: str | Promise
    files: list[Listed]


@require_safe
def downloads(request: HttpRequest) -> HttpResponse:
    """Every file of the newest revision that is built; no file before the first is."""
    try:
        with shelf.current() as found:
            manifest, entries = bundle.read(found.folder)
    except shelf.NothingBuiltYetError:
        return render(request, "relations/downloads.html", {"licence": LICENCE})
    files = [listed(entry, LOCALES[get_language()]) for entry in entries]
    context: dict[str, Any] = _revision(manifest) | {
        "is_current": found.is_current,
        "files": files,
        "groups": grouped(files),
        "manifest": manifest,
        "licence": LICENCE,
        "load_order": manifest["load_order"],
    }
    return render(request, "relations/downloads.html", context)


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file; its checksum is its ETag."""
    if name not in WHAT:  # a name is looked up, never made into a path
        raise Http404(name)
    try:
        with shelf.current() as found:
            entry = next(entry for entry in bundle.read(found.folder)[1] if entry.name == name)
            response = _file(request, found.folder / name, entry.sha256)
    except shelf.NothingBuiltYetError:
        text = _("The files are being built for the first time. Please try again in a minute.")
        return HttpResponse(text, "text/plain; charset=utf-8", status=503, headers={"Retry-After": str(WAIT)})
    response.setdefault("Cache-Control", "no-cache")
    return response


def _file(request: HttpRequest, path: Path, sha256: str) -> HttpResponseBase:
    """The file, or that the client has it, or where it is."""
    etag = f'"{sha256}"'
    response = get_conditional_response(request, etag) or (_here(path) if path.exists() else _elsewhere(path))
    if response.status_code != 302:
        response["ETag"] = etag
    return response


def _here(path: Path) -> HttpResponseBase:
    """From our disk; where nginx has the same disk, it is told which file to send."""
    if not settings.X_ACCEL_REDIRECT:
        return _attached(path.open("rb"), path)
    told = StreamingHttpResponse((), content_type=CONTENT_TYPES[path.suffix])  # nobody keeps what is streamed
    told["Content-Disposition"] = content_disposition_header(True, path.name) or ""
    told["X-Accel-Redirect"] = f"{settings.X_ACCEL_REDIRECT.rstrip('/')}/{path.parent.name}/{path.name}"
    return told


def _elsewhere(path: Path) -> HttpResponseBase:
    """From the storage: by its own address, or through us where it has none."""
    address = store.address(path.parent.name, path.name)
    if not address:
        return _attached(store.opened(path.parent.name, path.name), path)
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})


def _attached(stream: IO[bytes], path: Path) -> FileResponse:
    return FileResponse(stream, as_attachment=True, filename=path.name, content_type=CONTENT_TYPES[path.suffix])


def _revision(manifest: dict[str, Any]) -> dict[str, str]:
    """Number and date of the revision in the page's language."""
    locale = LOCALES[get_language()]
    date = datetime.fromisoformat(manifest["revision"]["date"])
    return {
        "number": format_decimal(manifest["revision"]["number"], locale=locale),
        "date": format_datetime(date, "d MMMM y HH:mm 'UTC'", locale=locale),
    }


def grouped(files: Sequence[Listed]) -> list[Group]:
    """The files as the page shows them; the whole ones in the order of who asks for them."""
    whole = {name: place for place, name in enumerate(WHOLE)}
    ordered = sorted(files, key=lambda file: whole.get(file.name, len(whole)))
    return [Group(title, [file for file in ordered if belongs(file.name)]) for title, belongs in GROUPS]


def listed(entry: Entry, locale: str) -> Listed:
    """An entry in the words and numbers of a language."""
    rows = "" if entry.rows is None else format_decimal(entry.rows, locale=locale)
    return Listed(entry.name, WHAT[entry.name], print_size(entry.size, locale), rows, entry.sha256)


def print_size(size: int, locale: str) -> str:
    """“0.5 kB”, “12.3 kB”, “3,5 MB”: in thousands, as the units' names say, and on one line."""
    power, unit = (1_000_000, "digital-megabyte") if size >= 1_000_000 else (1_000, "digital-kilobyte")
    text = str(format_unit(size / power, unit, "short", format="#,##0.0", locale=locale))
    return text.replace(" ", "\N{NO-BREAK SPACE}")
