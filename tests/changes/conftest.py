"""The world of the pages."""

from tests.views.conftest import cite_more, standing_world, world

__all__ = ["cite_more", "standing_world", "world"]
