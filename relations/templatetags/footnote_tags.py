"""Sources as footnotes: numbered as a page names them, listed at its foot. Seen on paper only."""

from collections.abc import Callable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from relations.models import Source
from relations.pages.origins import Origin
from relations.templatetags.record_tags import language
from relations.timeline import markup

register = template.Library()
KEPT = "_footnotes"  # on the request, since every included template has a render context of its own


def numbering(context: Mapping[str, Any]) -> Callable[[Origin | Source], int]:
    """What gives each source of a page its number; lost at once where a template is rendered without a request."""
    request = context.get("request")
    kept: dict[str, tuple[int, Origin | Source]] = {} if request is None else vars(request).setdefault(KEPT, {})
    is_of_page = language() == getattr(request, "LANGUAGE_CODE", language())

    def number(source: Origin | Source) -> int:
        known = kept.get(source.slug)
        if known is None or is_of_page:  # a specimen in another language has its words, which the list must not
            kept[source.slug] = known[0] if known else len(kept) + 1, source
        return kept[source.slug][0]

    return number


@register.simple_tag(takes_context=True)
def footnote(context: Mapping[str, Any], source: Source) -> SafeString | str:
    """The number of a source on this page. Asks the database nothing: the source is at hand."""
    if context.get("request") is None:
        return ""
    return format_html('<sup class="footnote">{}</sup>', numbering(context)(source))


@register.inclusion_tag("relations/_footnotes.html", takes_context=True)
def footnotes(context: Mapping[str, Any]) -> dict[str, object]:
    """The list of the sources that the page has named; last on the page, for it must know them all."""
    kept = vars(context["request"]).get(KEPT, {}) if context.get("request") else {}
    named = (source if isinstance(source, Origin) else Origin.of(source) for _number, source in kept.values())
    wanted = language()
    return {"sources": [markup.footnote(source, wanted) for source in named]}
