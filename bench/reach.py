"""Requests a second of ours and of the peers, all of them started before the first round."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from typing import Any

from . import targets
from .figures import judged
from .goals import GOALS
from .load import CONNECTIONS
from .peers.datasette import datasette
from .peers.nginx import nginx
from .results import Results
from .rounds import ROUNDS, measured
from .site import COLD, node
from .tools import inside
from .worlds import World, ready

OVERHEAD = 0.5  # seconds of each round in which nobody asks


def measure(results: Results, engines: Sequence[str], minutes: float) -> None:
    """Rounds of every target, no longer together than so many minutes, and the goals that are ratios of them."""
    published = ready(results.size, "sqlite")
    found = questions(published)
    with ExitStack() as stack:
        asked = list(_of_sites(stack, [ready(results.size, engine) for engine in engines]))
        asked += _of_peers(stack, published, found, next(each for each in asked if ".warm" in each.name))
        usable = list(_usable(asked, results))
        seconds = max(1, int(minutes * 60 / len(usable) / (ROUNDS + 0.5) - OVERHEAD))
        results.more |= {"seconds": seconds, "connections": CONNECTIONS}
        results.rounds |= measured(usable, seconds)
    for engine in engines:
        results.goals += judged(GOALS[engine], engine, results.summaries)


@cache
def questions(world: World) -> dict[str, Any]:
    """What is asked of a world, chosen by the site itself."""
    return dict(inside(world, "bench.inside.addresses"))


def _of_sites(stack: ExitStack, worlds: Iterable[World]) -> Iterator[targets.Target]:
    """A node that keeps no page and one as it ships, on every engine."""
    for world in worlds:
        found = questions(world)
        yield from targets.cold(stack.enter_context(node(world, f"cold-{world.engine}", **COLD)), world.engine, found)
        yield from targets.warm(stack.enter_context(node(world, f"warm-{world.engine}")), world.engine, found)


def _of_peers(stack: ExitStack, world: World, found: dict[str, Any], ours: targets.Target) -> Iterator[targets.Target]:
    """nginx with the bytes that one of our nodes hands out, and Datasette with the rows of a world."""
    pages = targets.bodies(ours.server, found)
    yield from targets.of_nginx(stack.enter_context(nginx(pages)), pages)
    yield from targets.of_datasette(stack.enter_context(datasette(world)), world, found)


def _usable(asked: Iterable[targets.Target], results: Results) -> Iterator[targets.Target]:
    """Those that answer as they should; why another does not is kept with the results."""
    for target in asked:
        if why := targets.refusal(target):
            results.refused[target.name] = why
        else:
            yield target
