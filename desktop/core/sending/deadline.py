"""How long a send may still take, everything included."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Deadline:
    """Time that runs out: each wait of a send asks how much is left, so no wait can renew it.

    `seconds` is the whole limit. It stands still while Bleat asks the person something.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._started = time.monotonic()

    def spent(self) -> float:
        """Seconds that have run."""
        return time.monotonic() - self._started

    def left(self) -> float:
        """Seconds that are left; zero or less when time is up."""
        return self.seconds - self.spent()

    def within(self, seconds: float) -> Deadline:
        """A limit that begins now and ends no later than this one."""
        return Deadline(min(seconds, self.left()))

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time that does not count."""
        stopped = time.monotonic()
        try:
            yield
        finally:
            self._started += time.monotonic() - stopped
