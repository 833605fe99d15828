"""One line that shows how far something is, on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

WIDTH = 30


@contextmanager
def bar(out: TextIO, what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Something to call with how many are done; nothing shows where nobody looks."""
    began = monotonic()

    def tell(done: int) -> None:
        if not out.isatty():
            return
        filled, left = WIDTH * done // total, (monotonic() - began) / done * (total - done)
        drawn = "█" * filled + "·" * (WIDTH - filled)
        out.write(f"\r{drawn} {done:,} of {total:,} {what}, {left:,.0f} s left ")
        out.flush()

    yield tell
    if out.isatty():
        out.write("\r" + " " * 79 + "\r")
