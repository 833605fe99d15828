"""python -m bench.profile timeline [--size 100000] [--engine sqlite]: where the time of one page goes.

Prints the processor time of a page that is made anew, by layer and by function, and its queries with their plans.
"""

import argparse
import subprocess
import sys
from typing import Any

from .figures import Judged
from .latency import of_pages
from .machine import ROOT
from .reach import questions
from .site import COLD
from .tools import inside
from .worlds import ENGINES, World, environment, ready

PAGES = ("home", "timeline", "timeline, at 90 %", "search", "record", "pair", "person", "source", "country", "api")


def measured(world: World) -> tuple[list[Judged], dict[str, Any]]:
    """Milliseconds of every kind of page by layer, and its queries; no goal hangs on them."""
    asked = of_pages(questions(world))
    lines = [f"{page}\t{line}" for page in PAGES for line in asked[page][:4]]
    return [], dict(inside(world, "bench.inside.pages", said="\n".join(lines)))


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.profile", description="Where the time of one page goes.")
    parser.add_argument("page", help=f"an address, or one of: {', '.join(PAGES)}")
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    asked = parser.parse_args()
    World.kept = True
    world = ready(asked.size, asked.engine)
    address = asked.page if asked.page.startswith("/") else of_pages(questions(world))[asked.page][0]
    command = [sys.executable, "-m", "bench.inside.pages", address]
    return subprocess.call(command, cwd=ROOT, env=environment(world, **COLD))


if __name__ == "__main__":
    sys.exit(main())
