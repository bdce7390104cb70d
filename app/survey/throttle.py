"""Tries slowed down without knowing who tries: nothing is kept but the times of the last few."""

import threading
import time
from collections import deque
from collections.abc import Callable

AT_ONCE, WINDOW_S = 10, 60.0
WAITING, TURN_S = 3, 1.0


class Throttle:
    """Ten tries a minute go through at once, the next one after another, and nobody is shut out."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock, self._wait = clock, wait
        self._last: deque[float] = deque(maxlen=AT_ONCE)
        self._counting = threading.Lock()
        self._queue = threading.BoundedSemaphore(WAITING)
        self._turn = threading.Lock()

    def admit(self) -> bool:
        """Return True when it is this try's turn, or False at once if too many wait already."""
        if self._is_free():
            return True
        if not self._queue.acquire(blocking=False):
            return False
        try:
            with self._turn:
                self._wait(TURN_S)
        finally:
            self._queue.release()
        return True

    def _is_free(self) -> bool:
        with self._counting:
            now = self._clock()
            free = len(self._last) < AT_ONCE or now - self._last[0] > WINDOW_S
            if free:
                self._last.append(now)
            return free
