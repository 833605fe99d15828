"""What the head and the foot of a page need to know of it, worked out once for all of their tags."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from django.http import HttpRequest
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY

from relations.feeds.links import Offer, offers

from .addresses import absolute, kept_query
from .subjects import Subject, shown
from .trail import Crumb, trail

ERRORS = ("404.html", "500.html", "relations/gone.html", "relations/not_then.html")
KEY = "page_here"


@dataclass(frozen=True)
class Here:
    """A page as it is being rendered; `given` is what its template was given."""

    request: HttpRequest
    given: Mapping[str, Any]
    title: str

    @cached_property
    def page(self) -> str:
        """The name of the page's address."""
        return (self.request.resolver_match.url_name or "") if self.request.resolver_match else ""

    @cached_property
    def subject(self) -> Subject | None:
        return shown(self.page, self.given)

    @cached_property
    def query(self) -> str:
        """What the canonical address keeps of the query string."""
        return kept_query(self.request, self.given)

    @property
    def canonical(self) -> str:
        return absolute(self.request.path + self.query)

    @cached_property
    def crumbs(self) -> list[Crumb]:
        return trail(self.page, self.title, self.subject, self.given)

    @cached_property
    def offers(self) -> list[Offer]:
        return offers(self.page, self.request.path, self.subject, self.given)


def here(context: Context) -> Here | None:
    """The page that a template is rendered for; None without a request."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return None
    if KEY not in context.render_context:
        context.render_context[KEY] = Here(request, _given(context), block(context, "title"))
    found: Here = context.render_context[KEY]
    return found


def _given(context: Context) -> dict[str, Any]:
    """What the page's template was given; its names are always text."""
    return {str(name): value for name, value in context.flatten().items()}


def is_error(context: Context) -> bool:
    """Whether the page says what went wrong, and is no page of its own."""
    return bool(context.template and context.template.name in ERRORS)


def block(context: Context, name: str) -> str:
    """What the page's own template puts in a block of its head, as plain text."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    found = blocks.get_block(name) if blocks else None
    if found is None:
        return ""
    with context.push():
        return " ".join(unescape(found.nodelist.render(context)).split())
