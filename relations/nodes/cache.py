"""Redis as Django's cache, where a Redis that is away is an empty cache: slower, never wrong, never an error."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from .breaker import Breaker

T = TypeVar("T")
BREAKER = Breaker()  # one for the process: Django makes a cache object for each thread
WAIT = 0.25  # seconds; a cache that takes longer than the page is none
OPTIONS: dict[str, Any] = {"socket_connect_timeout": WAIT, "socket_timeout": WAIT, "retry": Retry(NoBackoff(), 0)}
log = logging.getLogger(__name__)


class FailOpenRedisCache(RedisCache):
    """Every method that the site calls answers as from an empty cache while Redis is away."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params | {"OPTIONS": OPTIONS | params.get("OPTIONS", {})})

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return attempt(lambda: super(FailOpenRedisCache, self).get(key, default, version), default)

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return attempt(lambda: super(FailOpenRedisCache, self).get_many(keys, version), {})

    def set(self, key: Any, value: Any, *args: Any, **options: Any) -> None:
        attempt(lambda: super(FailOpenRedisCache, self).set(key, value, *args, **options), None)

    def set_many(self, data: Any, *args: Any, **options: Any) -> Any:
        return attempt(lambda: super(FailOpenRedisCache, self).set_many(data, *args, **options), list(data))

    def add(self, key: Any, value: Any, *args: Any, **options: Any) -> bool:
        return attempt(lambda: super(FailOpenRedisCache, self).add(key, value, *args, **options), False)

    def touch(self, key: Any, *args: Any, **options: Any) -> bool:
        return attempt(lambda: super(FailOpenRedisCache, self).touch(key, *args, **options), False)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return attempt(lambda: super(FailOpenRedisCache, self).delete(key, version), False)

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        attempt(lambda: super(FailOpenRedisCache, self).delete_many(keys, version), None)

    def has_key(self, key: Any, version: int | None = None) -> bool:
        return attempt(lambda: super(FailOpenRedisCache, self).has_key(key, version), False)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """As for every cache, ValueError where there is no such key."""
        counted = attempt(lambda: super(FailOpenRedisCache, self).incr(key, delta, version), None)
        if counted is None:
            raise ValueError(f"Key '{key}' not found.")
        return int(counted)


def attempt(ask: Callable[[], T], otherwise: T) -> T:
    """What Redis says; `otherwise` where it does not answer, and until it is asked again."""
    if not BREAKER.may_try():
        return otherwise
    try:
        answer = ask()
    except (RedisError, OSError) as error:
        if not BREAKER.is_open:
            log.warning("The cache does not answer; the site goes on without it: %s", error)
        BREAKER.trip()
        return otherwise
    BREAKER.reset()
    return answer
