"""Where sources differ, as a pair's profile lists it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from relations.templatetags.footnote_tags import numbering
from relations.views.disputes import Dispute, listed

register = template.Library()


@register.simple_tag(takes_context=True)
def disputes(context: Mapping[str, Any], found: Iterable[Dispute]) -> SafeString:
    """Each field with what every source says of it."""
    return listed(found, numbering(context))
