"""A translated text with the language that it is in."""

from collections.abc import Callable
from typing import Any, NamedTuple

from relations.templatetags.record_tags import LANGUAGES, language


class Words(NamedTuple):
    """A text; `lang` is empty where it is the page's own language."""

    text: str
    lang: str = ""


NOTHING = Words("")


def words(thing: Any, name: str) -> Words:
    """A translated field in the page's language; in the other one, and saying so, where it is missing."""
    return chosen(lambda code: getattr(thing, f"{name}_{code}"), language())


def chosen(text_in: Callable[[str], str | None], wanted: str) -> Words:
    """The text in the language that is wanted; in another one, and saying so, where it is missing."""
    if text := text_in(wanted):
        return Words(text)
    for code in LANGUAGES:
        if text := text_in(code):
            return Words(text, code)
    return NOTHING
