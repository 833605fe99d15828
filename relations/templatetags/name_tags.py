"""Names as the other languages write them."""

from typing import Any

from django import template

from .record_tags import LANGUAGES, plain

register = template.Library()


@register.simple_tag
def other_names(thing: Any, name: str) -> list[tuple[str, str]]:
    """A translated name in each other language where it is written otherwise, with that language."""
    shown = plain(thing, name)
    written = {code: getattr(thing, f"{name}_{code}") for code in LANGUAGES}
    return [(code, text) for code, text in written.items() if text and text != shown]
