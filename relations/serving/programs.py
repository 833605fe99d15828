"""What stands between a program and an answer of the API that is kept."""

from collections.abc import Mapping
from typing import Any

from relations.api.limits import allowance

from .answers import Headers


def admitted(environ: Mapping[str, Any]) -> Headers | None:
    """What is said to this client of its allowance, the request counted; None where it has to be refused."""
    left = allowance(environ)
    if left is None:
        return []
    return None if left.is_used_up else list(left.headers.items())
