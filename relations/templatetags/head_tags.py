"""What every page says of itself: in its head, above its content, and below it."""

from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.text import Truncator

from relations.citing.files import bibtex
from relations.citing.styles import apa, chicago
from relations.citing.work import work
from relations.feeds.links import discovery, offers
from relations.linked.graph import Told, printed
from relations.models import Kind
from relations.pages.addresses import absolute, in_language, is_narrow, kept_query, without_language
from relations.pages.identifiers import identifier
from relations.pages.subjects import Subject, shown
from relations.pages.trail import LISTS, trail
from relations.templatetags.record_tags import LANGUAGES, language

register = template.Library()
ERRORS = ("404.html", "500.html", "relations/gone.html", "relations/not_then.html")
LOCALES = {"tr": "tr_TR", "en": "en_GB"}
DESCRIPTION = 200  # characters; what search engines and previews show of a summary


@register.simple_tag(takes_context=True)
def page_description(context: Context, otherwise: str) -> str:
    """The beginning of what the page's subject says of itself in this language; else what is said of the site."""
    subject = _subject(context)
    name = "overview" if subject and subject.kind == "relationship" else "summary"
    text = getattr(subject.thing, f"{name}_{language()}", "") if subject else ""
    return Truncator(" ".join((text or "").split())).chars(DESCRIPTION) or otherwise


@register.inclusion_tag("relations/_head.html", takes_context=True)
def head(context: Context) -> dict[str, Any]:
    """Addresses, what crawlers may keep, the preview, and linked data; a page of what went wrong has none of it."""
    request: HttpRequest | None = context.get("request")
    if request is None or _is_error(context):
        return {"missing": True}
    page, subject, given = _page(request), _subject(context), _given(context)
    query, title = kept_query(request, given), _block(context, "title")
    canonical = absolute(request.path + query)
    description = _block(context, "description")
    crumbs = trail(page, title, subject, given)
    told = Told(page, canonical, title, description, subject, crumbs, given)
    is_apart = bool(subject and (subject.is_draft or given.get("as_of")))  # no page for crawlers
    return {
        "canonical": canonical,
        "alternates": [(code, absolute(in_language(request.path, code) + query)) for code in LANGUAGES],
        "neutral": absolute(without_language(request.path) + query),
        "robots": "noindex" if is_apart else "noindex, follow" if is_narrow(given) else "",
        "title": title,
        "description": description,
        "site": settings.SITE_NAME,
        "locale": LOCALES[language()],
        "other_locales": [LOCALES[code] for code in LANGUAGES if code != language()],
        "kind": "article" if subject else "website",
        "picture": "" if is_apart else absolute(picture(page, subject)),
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
    request: HttpRequest | None = context.get("request")
    if request is None or _is_error(context):
        return {}
    return {"crumbs": trail(_page(request), _block(context, "title"), _subject(context), _given(context))}


@register.inclusion_tag("relations/_cite.html", takes_context=True)
def cite_this(context: Context) -> dict[str, Any]:
    """How to cite this page, where it is about one published thing."""
    subject = _subject(context)
    if subject is None or subject.is_draft or context.get("as_of") or _is_error(context):
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
    request: HttpRequest | None = context.get("request")
    if request is None or _is_error(context):
        return {}
    page, given = _page(request), _given(context)
    canonical = absolute(request.path + kept_query(request, given))
    found = offers(page, request.path, _subject(context), given)
    return {"offers": found, "framed": discovery(page, canonical)}


@register.inclusion_tag("relations/_feeds.html", takes_context=True)
def follow(context: Context) -> dict[str, Any]:
    """The same feeds for people, where a page has any."""
    request: HttpRequest | None = context.get("request")
    if request is None or _is_error(context):
        return {}
    return {"offers": offers(_page(request), request.path, _subject(context), _given(context))}


def _given(context: Context) -> dict[str, Any]:
    """What the page's template was given."""
    return {str(name): value for name, value in context.flatten().items()}


def _page(request: HttpRequest) -> str:
    """The name of the page's address."""
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def _subject(context: Context) -> Subject | None:
    """What the page is about; worked out once a page."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return None
    if "page_subject" not in context.render_context:
        context.render_context["page_subject"] = shown(_page(request), _given(context))
    found: Subject | None = context.render_context["page_subject"]
    return found


def _is_error(context: Context) -> bool:
    return bool(context.template and context.template.name in ERRORS)


def _block(context: Context, name: str) -> str:
    """What the page's own template puts in a block of its head, as plain text."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    if block is None:
        return ""
    with context.push():
        return " ".join(unescape(block.nodelist.render(context)).split())
