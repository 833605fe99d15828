"""What has just failed is left alone for some seconds, so that it costs the next request nothing."""

import time
from threading import Lock


class Breaker:
    """Closed while all is well; after a failure open, but for one try every so many seconds."""

    def __init__(self, seconds: float = 2) -> None:
        self.seconds = seconds
        self._next_try = 0.0
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        return self._next_try > 0

    def trip(self) -> None:
        self._next_try = time.monotonic() + self.seconds

    def reset(self) -> None:
        self._next_try = 0

    def may_try(self) -> bool:
        """True while closed; while open, for the first who asks after each pause. Who tried says trip or reset."""
        if not self.is_open:
            return True
        with self._lock:
            if not self.is_open or time.monotonic() < self._next_try:
                return False
            self.trip()
            return True
