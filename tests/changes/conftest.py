"""The world of the pages."""

from tests.views.conftest import cite_more, world

__all__ = ["cite_more", "world"]
