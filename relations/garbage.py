"""Python's collector of unreachable objects, kept until between two batches of work.

A batch makes hundreds of thousands of objects that are all let go at its end. Looking for rings among them again and
again took a quarter of the time of a search index.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial


@contextmanager
def between_batches() -> Iterator[Callable[[], int]]:
    """Nothing is collected but by calling what this gives, and then of what is new since the call before."""
    was_on = gc.isenabled()
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield partial(gc.collect, 0)
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
