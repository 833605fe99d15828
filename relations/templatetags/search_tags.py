"""What search found, and how it divides: put together at once, not one template for each."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from relations.search.extracts import Hit
from relations.search.facets import Option
from relations.search.hits import listed
from relations.templatetags.record_tags import capfirst_in_language, number

register = template.Library()


@register.simple_tag
def hits(found: Iterable[Hit]) -> SafeString:
    """Results as items of a list."""
    return listed(found)


@register.simple_tag
def facet_options(options: Iterable[Option]) -> SafeString:
    """The parts of the answers as items of a list, each with the address that leaves it alone."""
    return mark_safe("\n".join(map(_option, options)))  # noqa: S308  # escaped below


def _option(option: Option) -> str:
    current, away = "", ""
    if option.chosen:
        remove = escape(_("(remove this filter)"))
        current = ' aria-current="true"'
        away = f' <span class="off-screen">{remove}</span><span aria-hidden="true">×</span>'
    label = f'{escape(capfirst_in_language(option.label))} <span class="amount">{number(option.count)}</span>{away}'
    return f'<li><a href="{escape(option.address)}" rel="nofollow"{current}>{label}</a></li>'
