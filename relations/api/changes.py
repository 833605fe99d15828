"""What became of records since a revision, oldest first."""

from typing import Any

from django.http import HttpRequest

from relations.changes import reading
from relations.dates import print_date
from relations.export.rows import canonical
from relations.models import RecordVersion

from .answers import envelope, lang
from .records import addresses


def since(request: HttpRequest) -> dict[str, Any]:
    """A page of changes; rows never move, so their key is the cursor."""
    limit = int(request.GET.get("limit", 50))
    found = reading.since(int(request.GET.get("since", 0)))
    after = request.GET.get("after")
    page = list((found.filter(pk__gt=int(after)) if after else found)[: limit + 1])
    last = page[limit - 1].pk if len(page) > limit else ""
    return envelope(request, [_change(each, lang(request)) for each in page[:limit]], after=last)


def _change(version: RecordVersion, language: str) -> dict[str, Any]:
    shown = {"title": getattr(version, f"title_{language}") or None} if language else {}
    shown |= {"printed_date": print_date(version.date, language)} if language else {}
    return {
        "revision": version.revision,
        "at": canonical(version.at),
        "change": version.change,
        "kind": version.kind,
        "slug": version.slug,
        "title_tr": version.title_tr or None,
        "title_en": version.title_en or None,
        "date": version.date or None,
        "fields": version.fields.split(),
        **addresses(version.kind, version.slug, language),
        **shown,
    }
