"""Places in a line: how many calls of one kind may keep the server's threads at once."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.practice.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator


class Places:
    """So many places; who finds none is refused at once instead of keeping others waiting."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._free = threading.BoundedSemaphore(count)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Holds a place for a while; raises a 503 with Retry-After when all are taken."""
        if not self._free.acquire(blocking=False):
            raise Problem(
                503,
                f"{self._count} calls are in line already. Try again in a moment.",
                headers={"Retry-After": "5"},
            )
        try:
            yield
        finally:
            self._free.release()
