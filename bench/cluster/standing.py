"""The whole cluster while a block runs, filled, with the addresses that readers ask for."""

import json
import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.processes import free_port

from . import parts
from .postgres import Postgres, pair, wait_until_even
from .staff import NAME, PASSWORD, Staff

PATHS = 60
VARIED = ("/en/timeline/?from={}", "/tr/timeline/?to={}", "/en/search/?q=visit+{}", "/tr/search/?q=ziyaret+{}")


@dataclass(frozen=True)
class Cluster:
    """What stands, and how to reach it: through nginx, in front of one node and of both."""

    primary: Postgres
    replica: Postgres
    redis: parts.Part
    node: parts.Part
    host_alone: str
    host: str
    paths: list[str]

    def staff(self) -> Staff:
        """Somebody who has logged in, and the institution that they will rename."""
        with psycopg.connect(self.primary.url) as connection:
            row = connection.execute("SELECT id, slug FROM relations_institution ORDER BY id LIMIT 1").fetchone()
        staff = Staff(self.host, self.primary.url, row or (0, ""))
        staff.log_in()
        return staff


@contextmanager
def cluster(root: Path, records: int) -> Iterator[Cluster]:
    with pair(root) as (primary, replica):
        redis_port = free_port()
        environment = parts.environment(primary.url, replica.url, redis_port)
        redis = parts.redis(root, redis_port)
        (one, first), (two, second) = (parts.node(root, number, environment) for number in (1, 2))
        alone, host_alone = parts.nginx(root, "nginx1", [first])
        both, host = parts.nginx(root, "nginx2", [first, second])
        fill(environment, records)
        wait_until_even(primary, replica)
        with parts.started(redis, one, two, alone, both):
            yield Cluster(primary, replica, redis, one, host_alone, host, addresses(host))


def fill(environment: dict[str, str], records: int) -> None:
    """The data, an account, and what nodes need on their disk."""
    parts.manage(environment, "migrate", "--verbosity", "0")
    if records:
        parts.manage(environment, "make_world", "--records", str(records), "--seed", "7")
    else:
        parts.manage(environment, "load_fixtures")
    parts.manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    account = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    parts.manage(environment, "createsuperuser", "--noinput", "--username", NAME, "--email", "", **account)


def addresses(host: str) -> list[str]:
    """Some of the pages that the site itself names, spread over all, with some that change at every question."""
    found: list[str] = []
    for listed in _named(host, "/sitemap.xml"):
        found += _named(host, listed)
    some = found[:: max(1, len(found) // PATHS)]
    with urllib.request.urlopen(f"http://{host}/api/v1/records?limit=5") as answer:
        slugs = [each["slug"] for each in json.load(answer)["items"]]
    return [*some, *VARIED * 4, *(f"/api/v1/records/{slug}" for slug in slugs)]


def _named(host: str, path: str) -> list[str]:
    with urllib.request.urlopen(f"http://{host}{path}") as answer:
        return re.findall(r"<loc>https?://[^/<]+(/[^<]*)</loc>", answer.read().decode())
