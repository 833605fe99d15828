"""Finished pages in the memory of a process, bounded by bytes: what was not asked for longest goes first."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any


class Memory:
    """What belongs to a question, and to the moment for which it is true."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size = limit, 0  # bytes
        self._kept: OrderedDict[Hashable, tuple[Hashable, Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Hashable) -> Any:
        """None where nothing is kept."""
        with self._lock:
            found = self._kept.get(question)
            if found is None:
                return None
            self._kept.move_to_end(question)
            return found[1]

    def keep(self, moment: Hashable, question: Hashable, what: Any, size: int) -> None:
        """Room is made in front, where everything of an older moment comes to stand: it goes anyway."""
        with self._lock:
            self._remove(question)
            while self._kept and (self.size + size > self.limit or self._oldest() != moment):
                self._remove(next(iter(self._kept)))
            if size <= self.limit:
                self._kept[question] = moment, what, size
                self.size += size

    def _oldest(self) -> Hashable:
        return next(iter(self._kept.values()))[0]

    def _remove(self, question: Hashable) -> None:
        if removed := self._kept.pop(question, None):
            self.size -= removed[2]

    def __len__(self) -> int:
        return len(self._kept)
