"""The dash between what belongs together: the ends of a range, the two countries of a pair.

One rule: Turkish joins with the hyphen, as the Turkish Language Association spells (1914-1918, Ankara-İstanbul), every
other language here with the en dash (1914–1918); where an end is several words, an en dash with spaces stands in all.
"""

from django.conf import settings
from django.utils.translation import get_language


def dash(language: str = "") -> str:
    """The dash of a language, by default of the page's."""
    return "-" if (language or get_language() or settings.LANGUAGE_CODE).startswith("tr") else "–"


def span(first: object, last: object, language: str = "") -> str:
    """2009–2018; one where both are the same, nothing where the first is missing."""
    if first is None or str(first) == str(last):
        return str(first or "")
    return f"{first}{dash(language)}{last}"


def paired(first: str, second: str, language: str = "") -> str:
    """Kazakhstan–Türkiye; Türkiye – United States."""
    return f"{first} – {second}" if " " in first + second else f"{first}{dash(language)}{second}"
