"""The site as production runs it: two workers of granian, DEBUG off, hashed and compressed static files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .processes import Server, free_port, running, wait_for
from .tools import manage
from .worlds import FOLDER, World, environment

WORKERS, THREADS = 2, 4  # no more threads than a worker may hold connections, or they wait for one another
COLD = {"PAGE_CACHE_MB": "0"}  # no page is kept: each is made when it is asked for


@contextmanager
def node(world: World, name: str, **more: str) -> Iterator[Server]:
    """The site on a world, for as long as the block runs."""
    port = free_port()
    url, log = f"http://127.0.0.1:{port}", FOLDER / f"{name}.log"
    log.write_bytes(b"")
    options = ["--interface", "wsgi", "--http", "1", "--host", "127.0.0.1", "--port", str(port)]
    options += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    command = [sys.executable, "-m", "granian", *options, "config.wsgi:application"]
    with running(name, command, log, environment(world, SITE_URL=url, **more)) as process:
        yield Server(url, process.pid, wait_for(process, f"{url}/en/", log))


def collect_static(world: World) -> None:
    """The static files, hashed and compressed, and the catalogues, compiled."""
    manage(world, "collectstatic", "--noinput", "--verbosity", "0")
    manage(world, "make_messages", "--compile")
