from tests.views.conftest import standing_world, world

__all__ = ["standing_world", "world"]
