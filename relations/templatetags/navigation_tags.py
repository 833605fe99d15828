"""The ways through the site: the header's links, the footer's groups, and which of them the reader stands in."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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


@register.simple_tag(takes_context=True)
def main_ways(context: Mapping[str, Any]) -> list[Way]:
    """The links of the header."""
    return _ways(context, MAIN)


@register.simple_tag(takes_context=True)
def footer_groups(context: Mapping[str, Any]) -> list[tuple[str, list[Way]]]:
    """The headings of the footer with their links."""
    return [(str(heading), _ways(context, sections)) for heading, sections in GROUPS]


def _ways(context: Mapping[str, Any], sections: tuple[Section, ...]) -> list[Way]:
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else ""
    return [
        Way(reverse(each.name), str(each.label), "page" if here == each.name else "true" if here in each.pages else "")
        for each in sections
    ]
