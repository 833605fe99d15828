"""What every page says of itself: in its head, above its content, and below it."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.text import Truncator

from relations.citing.files import bibtex
from relations.citing.styles import apa, chicago
from relations.citing.work import work
from relations.feeds.links import discovery
from relations.linked.graph import Told, printed
from relations.models import Kind
from relations.pages.addresses import absolute, is_narrow, page_in, without_language
from relations.pages.here import block, here, is_error
from relations.pages.identifiers import identifier
from relations.pages.subjects import Subject
from relations.pages.trail import LISTS
from relations.templatetags.record_tags import LANGUAGES, language

register = template.Library()
LOCALES = {"tr": "tr_TR", "en": "en_GB"}
DESCRIPTION = 200  # characters; what search engines and previews show of a summary


@register.simple_tag(takes_context=True)
def page_description(context: Context, otherwise: str) -> str:
    """The beginning of what the page's subject says of itself in this language; else what is said of the site."""
    page = here(context)
    subject = page.subject if page else None
    name = "overview" if subject and subject.kind == "relationship" else "summary"
    text = getattr(subject.thing, f"{name}_{language()}", "") if subject else ""
    return Truncator(" ".join((text or "").split())).chars(DESCRIPTION) or otherwise


@register.inclusion_tag("relations/_head.html", takes_context=True)
def head(context: Context) -> dict[str, Any]:
    """Addresses, what crawlers may keep, the preview, and linked data; a page of what went wrong has none of it."""
    page = here(context)
    if page is None or is_error(context):
        return {"missing": True}
    path, subject, description = page.request.path, page.subject, block(context, "description")
    told = Told(page.page, page.canonical, page.title, description, subject, page.crumbs, page.given)
    is_apart = bool(subject and (subject.is_draft or page.given.get("as_of")))  # no page for crawlers
    return {
        "canonical": page.canonical,
        "alternates": [(code, absolute(page_in(page.request, code) + page.query)) for code in LANGUAGES],
        "neutral": absolute(without_language(path) + page.query),
        "robots": "noindex" if is_apart else "noindex, follow" if is_narrow(page.given) else "",
        "title": page.title,
        "description": description,
        "site": settings.SITE_NAME,
        "locale": LOCALES[language()],
        "other_locales": [LOCALES[code] for code in LANGUAGES if code != language()],
        "kind": "article" if subject else "website",
        "picture": "" if is_apart else absolute(picture(page.page, subject)),
        "linked": "" if is_apart else printed(told),
    }


def picture(page: str, subject: Subject | None) -> str:
    """Where the picture of a page is made."""
    if subject:
        return reverse("card", args=[subject.kind, subject.slug])
    return reverse("card", args=["page", page if page in LISTS else "home"])


@register.inclusion_tag("relations/_breadcrumbs.html", takes_context=True)
def breadcrumbs(context: Context) -> dict[str, Any]:
    """The way from the home page to this one."""
    page = here(context)
    return {"crumbs": page.crumbs} if page and not is_error(context) else {}


@register.inclusion_tag("relations/_cite.html", takes_context=True)
def cite_this(context: Context) -> dict[str, Any]:
    """How to cite this page, where it is about one published thing."""
    page = here(context)
    subject = page.subject if page else None
    if subject is None or subject.is_draft or context.get("as_of") or is_error(context):
        return {}
    cited = work(subject, context["revision"].number)
    styles = {"apa": apa(cited), "chicago": chicago(cited), "bibtex": bibtex(cited)}
    return {"work": cited, **styles, "path": subject.path, **_lasting(subject, cited.revision)}


def _lasting(subject: Subject, revision: int) -> dict[str, str]:
    """The address that names the subject for good, and the one that shows it as it stands now."""
    named = identifier(subject)
    version = f"{named}?as-of={revision}" if named and subject.kind in Kind.values else ""
    return {"permanent": absolute(named) if named else "", "version": absolute(version) if version else ""}


@register.inclusion_tag("relations/_discovery.html", takes_context=True)
def feed_links(context: Context) -> dict[str, Any]:
    """The page's feeds and its frame, where programmes look for them."""
    page = here(context)
    if page is None or is_error(context):
        return {}
    return {"offers": page.offers, "framed": discovery(page.page, page.canonical)}


@register.inclusion_tag("relations/_feeds.html", takes_context=True)
def follow(context: Context) -> dict[str, Any]:
    """The same feeds for people, where a page has any."""
    page = here(context)
    return {"offers": page.offers} if page and not is_error(context) else {}
