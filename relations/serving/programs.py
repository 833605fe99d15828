"""What stands between a program and an answer of the API that is kept."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from relations.api.limits import allowance

from .accepting import preferred
from .answers import Headers

JSON = "application/json"


def admitted(environ: Mapping[str, Any]) -> Headers | None:
    """What is said to this client of its allowance, the request counted; None where it has to be refused."""
    if not takes_json(environ.get("HTTP_ACCEPT", "")):
        return None
    left = allowance(environ)
    if left is None:
        return []
    return None if left.is_used_up else list(left.headers.items())


@lru_cache(maxsize=256)
def takes_json(accepted: str) -> bool:
    return bool(preferred(accepted, [JSON]))
