"""Sources as footnotes: numbered as a page names them, listed at its foot. Seen on paper only."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from relations.models import Source

register = template.Library()
KEPT = "_footnotes"  # on the request, since every included template has a render context of its own


def _numbered(context: Mapping[str, Any]) -> dict[str, Source]:
    """The sources named so far, by slug, in order; lost at once where a template is rendered without a request."""
    request = context.get("request")
    return {} if request is None else vars(request).setdefault(KEPT, {})


@register.simple_tag(takes_context=True)
def footnote(context: Mapping[str, Any], source: Source) -> SafeString | str:
    """The number of a source on this page. Asks the database nothing: the source is at hand."""
    if context.get("request") is None:
        return ""
    numbered = _numbered(context)
    numbered.setdefault(source.slug, source)
    return format_html('<sup class="footnote">{}</sup>', list(numbered).index(source.slug) + 1)


@register.inclusion_tag("relations/_footnotes.html", takes_context=True)
def footnotes(context: Mapping[str, Any]) -> dict[str, object]:
    """The list of the sources that the page has named; last on the page, for it must know them all."""
    return {"sources": list(_numbered(context).values())}
