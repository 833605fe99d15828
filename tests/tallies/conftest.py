from tests.views.conftest import world

__all__ = ["world"]
