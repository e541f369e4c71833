"""A thread that runs jobs one after another."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Job = Callable[[], None]


class Lane:
    """Runs jobs in the order in which they came, on a thread that starts with the first one.

    The thread is a daemon: a job that hangs on a prompt or on a dead disk holds up no exit. A job
    must not raise.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: deque[Job | None] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def add(self, job: Job) -> None:
        """Run this after all that was added before."""
        with self._changed:
            self._jobs.append(job)
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def close(self, seconds: float) -> bool:
        """Let the thread end when it has nothing left to do; True when it did in this time."""
        if self._thread is None:
            return True
        with self._changed:
            self._jobs.append(None)
            self._changed.notify()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._jobs))
                job = self._jobs.popleft()
            if job is None:
                return
            job()
            # What the job holds must not live until the next one comes.
            del job
