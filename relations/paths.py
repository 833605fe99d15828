"""Paths of things by their slugs: a pattern is reversed once, then filled in for each of its things."""

from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, override

STAND_IN = "stand-in"
ACTIVE = ""


def path_of(name: str, slug: str, language: str | None = ACTIVE) -> str:
    """What `reverse` says of a slug that the database let in; in the active language unless told otherwise."""
    before, after = _around(name, get_language() if language == ACTIVE else language, get_script_prefix())
    return f"{before}{slug}{after}"


@cache
def _around(name: str, language: str | None, prefix: str) -> tuple[str, str]:
    """The path up to the slug, and from there on; both depend on the language and on where the site is mounted."""
    with override(language):
        before, _slug, after = reverse(name, args=[STAND_IN]).partition(STAND_IN)
    return before, after
