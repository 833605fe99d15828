"""How many records there are of everything: kept by the database as they are written, never counted on a request."""

from .cells import rebuild, wrong

__all__ = ["rebuild", "wrong"]
