"""How much one client may ask: so many requests in a window of so many seconds, counted in the cache."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any

from django.conf import settings
from django.core.cache import cache

NETWORK = 64  # bits of an IPv6 address that stand for one client


@dataclass(frozen=True)
class Allowance:
    """What is left to a client, and in how many seconds all of it will be again."""

    quota: int
    window: int
    left: int
    resets_in: int

    @property
    def is_used_up(self) -> bool:
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        """RateLimit and RateLimit-Policy, as the draft of the IETF's HTTPAPI group has them."""
        return {
            "RateLimit-Policy": f'"default";q={self.quota};w={self.window}',
            "RateLimit": f'"default";r={max(0, self.left)};t={self.resets_in}',
        }


def allowance(environ: Mapping[str, Any]) -> Allowance | None:
    """Count a request, of which this is the WSGI environment; None where there is no limit."""
    if not settings.API_RATE:
        return None
    quota, window = (int(part) for part in settings.API_RATE.split("/"))
    now = int(time.time())
    key = f"api-rate:{now // window}:{client(environ)}"
    cache.add(key, 0, timeout=window + 1)
    try:
        used = cache.incr(key)
    except ValueError:  # it was thrown out between the two lines
        used = 1
    return Allowance(quota, window, quota - used, window - now % window)


def client(environ: Mapping[str, Any]) -> str:
    """The address that a request comes from; where a header is trusted, what the nearest proxy wrote in it."""
    name = settings.API_CLIENT_HEADER.upper().replace("-", "_")
    header = environ.get(f"HTTP_{name}", "") if name else ""
    address = header.rpartition(",")[2].strip() or environ.get("REMOTE_ADDR", "")
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    return str(int(found) >> (128 - NETWORK)) if isinstance(found, IPv6Address) else str(found)
