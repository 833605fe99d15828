"""The ways through the site: the header's links, the footer's groups, and which of them the reader stands in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.pages.addresses import page_in
from relations.templatetags.record_tags import LANGUAGES, language

register = template.Library()


class Section(NamedTuple):
    """A list page by the name of its address, what the way there is called, and the pages that belong to it."""

    name: str
    label: str | Promise
    pages: tuple[str, ...] = ()


MAIN = (
    Section("timeline", _("Timeline")),
    Section("relationships", _("Relations"), ("relationship", "relationship_checks")),
    Section("agreements", _("Agreements"), ("agreement",)),
    Section("visits", _("Visits"), ("visit",)),
    Section("councils", _("Councils"), ("council", "meeting", "meetings")),
    Section("figures", _("Figures"), ("figure",)),
    Section("people", _("People"), ("person",)),
    Section("sources", _("Sources"), ("source", "source_text")),
)
GROUPS = (
    (
        _("Also on record"),
        (
            Section("countries", _("Countries"), ("country",)),
            Section("meetings", _("Meetings")),
            Section("milestones", _("Milestones"), ("milestone",)),
            Section("institutions", _("Institutions"), ("institution",)),
            Section("on_this_day", _("On this day"), ("day",)),
        ),
    ),
    (
        _("The data"),
        (
            Section("downloads", _("Downloads")),
            Section("api", "API"),
            Section("changes", _("Changes")),
            Section("checks", _("Checks")),
        ),
    ),
    (
        pgettext_lazy("footer", "About the site"),
        (Section("about", _("About")), Section("method", _("Method")), Section("design", _("Design"))),
    ),
)


class Way(NamedTuple):
    """A link; `current` is the value of aria-current, empty where the reader is elsewhere."""

    url: str
    label: str
    current: str


@register.simple_tag
def main_ways(here: str) -> list[Way]:
    """The links of the header, on the page whose address is called so."""
    return _ways(here, MAIN)


@register.simple_tag
def footer_groups(here: str) -> list[tuple[str, list[Way]]]:
    """The headings of the footer with their links."""
    return [(str(heading), _ways(here, sections)) for heading, sections in GROUPS]


def _ways(here: str, sections: tuple[Section, ...]) -> list[Way]:
    return [
        Way(reverse(each.name), str(each.label), "page" if here == each.name else "true" if here in each.pages else "")
        for each in sections
    ]


@register.simple_tag(takes_context=True)
def language_links(context: Mapping[str, Any]) -> list[dict[str, object]]:
    """This very page in every language, filters and all."""
    request: HttpRequest | None = context.get("request")
    _path, mark, query = request.get_full_path().partition("?") if request else ("", "", "")
    names = {"tr": "Türkçe", "en": "English"}
    return [
        {
            "code": code,
            "name": names.get(code, code),
            "url": f"{page_in(request, code) if request else f'/{code}/'}{mark}{query}",
            "current": code == language(),
        }
        for code in LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def fixed(context: Mapping[str, Any], template_name: str) -> SafeString:
    """A part of the page that its language and the name of its address make: rendered once for each."""
    match = getattr(context.get("request"), "resolver_match", None)
    make = _rendered.__wrapped__ if settings.DEBUG else _rendered  # who develops sees what was changed
    return make(template_name, (match.url_name or "") if match else "", language(), settings.SITE_NAME)


@lru_cache(maxsize=1024)
def _rendered(template_name: str, here: str, language: str, site: str) -> SafeString:
    return render_to_string(template_name, {"here": here, "SITE_NAME": site})
