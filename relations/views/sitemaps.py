"""The map of the site for search engines: an index, and files by ranges of primary keys.

A range is read by the index of the key alone, with no count and no offset, so that the millionth record costs what the
first does; rows removed or unpublished leave their range shorter, never another one longer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from relations.models import Country, Institution, Person, Record, Relationship, Source
from relations.pages.addresses import absolute, without_language
from relations.pages.trail import LISTS
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import LANGUAGES

RANGE = 5_000  # keys in a file; two addresses each are a fifth of what a file may hold
XML = "application/xml; charset=utf-8"


@dataclass(frozen=True)
class Section:
    """Rows of one table: which of them, and how a row gives its address and its last change."""

    rows: Callable[[], QuerySet[Any]]
    columns: tuple[str, ...]
    entry: Callable[..., tuple[str, list[str], datetime | None]]


def by_slug(name: str) -> Callable[..., tuple[str, list[str], None]]:
    return lambda slug: (name, [slug.lower()], None)


def records() -> QuerySet[Record]:
    found: QuerySet[Record] = Record.objects.published()
    return found


SECTIONS: dict[str, Section] = {
    "relationships": Section(Relationship.objects.all, ("slug",), by_slug("relationship")),
    "countries": Section(Country.objects.all, ("code",), by_slug("country")),
    "people": Section(Person.objects.all, ("slug",), by_slug("person")),
    "institutions": Section(Institution.objects.all, ("slug",), by_slug("institution")),
    "sources": Section(Source.objects.all, ("slug",), by_slug("source")),
    "records": Section(records, ("kind", "slug", "changed_at"), lambda kind, slug, at: (kind, [slug], at)),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every file of the map."""
    files = ["pages-1", *(f"{name}-{number}" for name in SECTIONS for number in numbers(name, RANGE))]
    context = {"files": [absolute(reverse("sitemap", args=file.rsplit("-", 1))) for file in files]}
    return render(request, "relations/sitemap_index.xml", context, XML)


@per_revision(maxsize=16)
def numbers(name: str, size: int) -> tuple[int, ...]:
    """The ranges of so many keys that hold rows of a section, from the index of the key alone."""
    ranges = SECTIONS[name].rows().annotate(number=(F("pk") - 1) / size + 1).order_by("number")
    return tuple(ranges.values_list("number", flat=True).distinct())


@require_safe
def sitemap(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One file: each page in every language, with the others as its alternates."""
    if name == "pages":
        entries = list(pages()) if number == 1 else []
    else:
        entries = list(section(name, number)) if name in SECTIONS else []
    if not entries:
        raise Http404(name)
    return render(request, "relations/sitemap.xml", {"entries": entries, "languages": LANGUAGES}, XML)


@dataclass(frozen=True)
class Entry:
    """A page: its path without a language, and in each."""

    neutral: str
    urls: list[tuple[str, str]]
    changed: date | None


def entry(path: str, changed: datetime | None = None) -> Entry:
    urls = [(code, absolute(in_path(path, code))) for code in LANGUAGES]
    return Entry(absolute(without_language(path)), urls, changed.date() if changed else None)


def in_path(path: str, code: str) -> str:
    """The path in another language: only the first step differs, so no address is resolved a million times."""
    return f"/{code}{without_language(path)}"


def pages() -> Iterator[Entry]:
    """The pages that are there whatever the data holds."""
    for name in ("home", *LISTS):
        with override(settings.LANGUAGE_CODE):
            yield entry(reverse(name))


def section(name: str, number: int) -> Iterator[Entry]:
    """The rows of one range of keys."""
    part = SECTIONS[name]
    rows = part.rows().filter(pk__gt=(number - 1) * RANGE, pk__lte=number * RANGE)
    with override(settings.LANGUAGE_CODE):
        for row in rows.order_by("pk").values_list(*part.columns):
            page, arguments, changed = part.entry(*row)
            yield entry(reverse(page, args=arguments), changed)
