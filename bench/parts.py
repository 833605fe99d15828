"""What is measured besides requests a second, part by part: each on one engine, with its goals and figures."""

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from statistics import median
from typing import Any

from . import exports, latency, loading, profile, writing
from .figures import Judged
from .processes import Server
from .reach import questions
from .site import COLD, node
from .worlds import World, ready

SMALL = 1_000  # records of the world that larger ones are compared with
STARTS = 3
Found = tuple[list[Judged], Any]


def pages(world: World) -> Found:
    """How long a reader waits: here against a thousand records, and for the biggest pair against one with ten."""
    small = ready(SMALL, world.engine)
    here = questions(world)
    with ExitStack() as stack:
        nodes = {each: stack.enter_context(node(each, f"pages-{each.size}", **COLD)) for each in {world, small}}
        goals = _by_pair(world, nodes[world], here["pairs"])
        if world == small:
            return goals, {}
        asked = {
            "large": (nodes[world].url, latency.of_pages(here)),
            "small": (nodes[small].url, latency.of_pages(questions(small))),
        }
        times = latency.waited(asked)
    title = f"p50 at {world.size:,} / at {SMALL:,} records"
    goals = latency.compared(title, world.engine, times["large"], times["small"], 1.3) + goals
    return goals, {page: round(median(each), 2) for page, each in times["large"].items()}


def _by_pair(world: World, at: Server, pairs: Mapping[str, str]) -> list[Judged]:
    times = latency.waited({name: (at.url, latency.of_pair(slug)) for name, slug in pairs.items()})
    return latency.compared("biggest pair / one with ten", world.engine, times["biggest"], times["ten"], 1.5)


def start(world: World) -> Found:
    """Seconds from the command to the first answer of the home page."""
    seconds = []
    for _ in range(STARTS):
        with node(world, "start") as site:
            seconds.append(site.started_in)
        time.sleep(0.2)
    name = "site start to first answer"
    return [Judged(name, world.engine, median(seconds), 3, at_most=True, unit="s")], seconds


PARTS: dict[str, Callable[[World], Found]] = {
    "pages": pages,
    "start": start,
    "writing": writing.measured,
    "exports": exports.measured,
    "loading": loading.measured,
    "profile": profile.measured,
}
