"""A translated text with the language that it is in."""

from dataclasses import dataclass
from typing import Any

from relations.templatetags.record_tags import LANGUAGES, language


@dataclass(frozen=True)
class Words:
    """A text; `lang` is empty where it is the page's own language."""

    text: str
    lang: str = ""


def words(thing: Any, name: str) -> Words:
    """A translated field in the page's language; in the other one, and saying so, where it is missing."""
    wanted = language()
    for code in (wanted, *LANGUAGES):
        if text := getattr(thing, f"{name}_{code}"):
            return Words(text, "" if code == wanted else code)
    return Words("")
