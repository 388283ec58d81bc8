"""A lock that goes to those who wait for it in the order in which they came.

`threading.Lock` goes to whoever is quickest: one request may wait for as long as others keep coming.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock


class FairLock:
    """Lets one thread at a time through, first come, first served."""

    def __init__(self) -> None:
        self._queue: deque[Event] = deque()
        """Who holds the lock, and who waits for it; an event is set once it is that thread's turn."""
        self._lock = Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock, and give it up at the end, or when the wait is interrupted."""
        turn = Event()
        with self._lock:
            self._queue.append(turn)
            self._queue[0].set()
        try:
            turn.wait()
            yield
        finally:
            with self._lock:
                self._queue.remove(turn)
                if self._queue:
                    self._queue[0].set()
