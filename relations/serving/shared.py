"""Finished pages where all nodes find them, in Redis: what one has made, no other makes.

A cache that is away answers as an empty one (relations.nodes.cache). Without CACHE_URL there is none.
"""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache

from .edition import edition

AN_HOUR = 3600  # seconds; a page of an older revision is never asked for again, and goes by itself


class Shared:
    def __init__(self) -> None:
        self.is_there = bool(settings.CACHE_URL)

    def get(self, moment: Any, question: tuple[str, ...]) -> Any:
        return cache.get(_key(moment, question)) if self.is_there else None

    def keep(self, moment: Any, question: tuple[str, ...], what: Any) -> None:
        if self.is_there:
            cache.set(_key(moment, question), what, AN_HOUR)


def _key(moment: Any, question: tuple[str, ...]) -> str:
    """Nodes that run other code, or the same as another site, keep other pages."""
    return "page-" + sha256(repr((edition(), settings.SITE_URL, moment, question)).encode()).hexdigest()
