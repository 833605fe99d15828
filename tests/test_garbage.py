"""Rings of objects go when a batch says so, and not before."""

import gc
import weakref

from relations.garbage import between_batches


class Ring:
    def __init__(self):
        self.itself = self


def test_what_is_new_goes_when_it_is_asked_for_and_collecting_goes_on_afterwards():
    with between_batches() as collect:
        assert not gc.isenabled()
        for _batch in range(3):
            seen = weakref.ref(Ring())
            assert seen() is not None
            collect()
            assert seen() is None
    assert gc.isenabled()
