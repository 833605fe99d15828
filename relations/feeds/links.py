"""What a page offers to other programmes: its feed, its calendar, its data for TimelineJS, its frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from relations.pages.addresses import absolute
from relations.pages.subjects import Subject

from .scopes import beside, search_page

FEED, CALENDAR, SLIDES = "feed.atom", "calendar.ics", "timeline.json"
TYPES = {FEED: "application/atom+xml", CALENDAR: "text/calendar", SLIDES: "application/json"}
LABELS: dict[str, str | Promise] = {
    FEED: gettext_lazy("Atom feed"),
    CALENDAR: pgettext_lazy("file", "Calendar file"),
    SLIDES: gettext_lazy("Data for TimelineJS"),
}
OFFERED: dict[str, tuple[str, ...]] = {
    "home": (FEED, CALENDAR),
    "timeline": (FEED, CALENDAR, SLIDES),
    "search": (FEED,),
    "changes": (FEED,),
    **dict.fromkeys(("relationship", "council", "person", "country"), (FEED, CALENDAR)),
}
FRAMED = ("timeline", "chart")


@dataclass(frozen=True)
class Offer:
    """A file to follow; `subscribe` is the address that opens in a calendar, empty for other files."""

    name: str
    url: str

    @property
    def type(self) -> str:
        return TYPES[self.name]

    @property
    def label(self) -> str:
        return str(LABELS[self.name])

    @property
    def subscribe(self) -> str:
        return urlunsplit(("webcal", *urlsplit(self.url)[1:])) if self.name == CALENDAR else ""


def offers(page: str, path: str, subject: Subject | None, context: Mapping[str, Any]) -> list[Offer]:
    """The files that stand beside a page, asked the same question; a draft has none."""
    if page not in OFFERED or (subject and subject.is_draft):
        return []
    if page == "search" and not context.get("asked"):
        return []
    address = _asked(page, path, context)
    return [Offer(name, absolute(beside(address, name))) for name in OFFERED[page]]


def _asked(page: str, path: str, context: Mapping[str, Any]) -> str:
    """The page's address with the filters that it understood."""
    filters = context.get("filters")
    if page == "search" and filters:
        return search_page(context["asked"], filters, context["request"].GET.get("source", ""))
    if page == "timeline" and filters and filters.asked():
        return f"{path}?{urlencode(filters.asked())}"
    return path


def discovery(page: str, canonical: str) -> list[tuple[str, str]]:
    """Type and address of what oEmbed says of a page that may be framed."""
    if page not in FRAMED:
        return []
    asked = [(kind, urlencode({"url": canonical, "format": kind})) for kind in ("json", "xml")]
    types = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
    return [(types[kind], f"{settings.SITE_URL}{reverse('oembed')}?{query}") for kind, query in asked]
