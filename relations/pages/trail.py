"""The way from the home page to a page: shown as breadcrumbs, told to machines as a BreadcrumbList."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from relations.models import Kind
from relations.models.records import PLURALS

from .subjects import Subject, of_pair, of_record, of_source
from .words import Words

# What the lists are called, where a page stands below one.
LISTS: dict[str, str | Promise] = {
    "timeline": gettext_lazy("Timeline"),
    "relationships": gettext_lazy("Relationships"),
    "countries": gettext_lazy("Countries"),
    "on_this_day": gettext_lazy("On this day"),
    "people": gettext_lazy("People"),
    "institutions": gettext_lazy("Institutions"),
    "sources": gettext_lazy("Sources"),
    "checks": gettext_lazy("Checks"),
    "downloads": gettext_lazy("Downloads"),
    "api": "API",
    "changes": gettext_lazy("Changes"),
    "about": gettext_lazy("About"),
    "method": gettext_lazy("Method"),
    **{kind.plural_slug: PLURALS[kind] for kind in Kind},
}
# The last step, where the title of the page would say again what the steps before it say.
SHORT: dict[str, str | Promise] = {
    "relationship_checks": gettext_lazy("Checks"),
    "source_text": pgettext_lazy("of a source", "Text"),
}


@dataclass(frozen=True)
class Crumb:
    """A step; `path` is empty for the page itself."""

    words: Words
    path: str = ""


def trail(page: str, title: str, subject: Subject | None, context: Mapping[str, Any]) -> list[Crumb]:
    """Every step to a page, the page itself last; the home page has none."""
    if page in ("", "home"):
        return []
    above = ABOVE.get(page, nothing)(context)
    last = Words(str(SHORT[page])) if page in SHORT else subject.title if subject else Words(title)
    if page == "chart":
        last = Words(str(context["label"]))
    return [Crumb(Words(settings.SITE_NAME), reverse("home")), *above, Crumb(last)]


def listed(name: str, query: str = "") -> Crumb:
    return Crumb(Words(str(LISTS[name])), reverse(name) + query)


def step(subject: Subject) -> Crumb:
    return Crumb(subject.title, subject.path)


def nothing(context: Mapping[str, Any]) -> list[Crumb]:
    return []


def of_list(name: str) -> Callable[[Mapping[str, Any]], list[Crumb]]:
    return lambda context: [listed(name)]


def above_record(context: Mapping[str, Any]) -> list[Crumb]:
    """The pair, then its records of this kind or a meeting's council; where many share it, all of the kind."""
    record = context.get("record")
    if record is None:
        return []
    kind = Kind(record.kind)
    pair = record.relationship
    if pair is None:
        return [listed(kind.plural_slug)]
    if kind == Kind.MEETING and record.council.is_published:
        return [step(of_pair(pair)), step(of_record(record.council))]
    return [step(of_pair(pair)), listed(kind.plural_slug, f"?pair={pair.slug}")]


def above_checks(context: Mapping[str, Any]) -> list[Crumb]:
    pair = context.get("pair")
    return [listed("relationships"), step(of_pair(pair))] if pair else []


def above_text(context: Mapping[str, Any]) -> list[Crumb]:
    source = context.get("source")
    return [listed("sources"), step(of_source(source))] if source else []


def above_chart(context: Mapping[str, Any]) -> list[Crumb]:
    """Whose chart it is."""
    whose = context.get("subject")
    return [Crumb(Words(whose.name), whose.url)] if whose else []


ABOVE: dict[str, Callable[[Mapping[str, Any]], list[Crumb]]] = {
    "relationship": of_list("relationships"),
    "relationship_checks": above_checks,
    "person": of_list("people"),
    "institution": of_list("institutions"),
    "country": of_list("countries"),
    "source": of_list("sources"),
    "source_text": above_text,
    "checks": of_list("method"),
    "chart": above_chart,
    "design": of_list("about"),
    "day": of_list("on_this_day"),
    **{kind.value: above_record for kind in Kind},
}
