"""Times the phases of one request, and tells how far it has come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop.core import limits
from desktop.core.model.exchange import Timing
from desktop.core.model.progress import Phase, Progress

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopwatch:
    """The phases of one request to one host, one after the other."""

    def __init__(self, host: str, on_progress: Callable[[Progress], None]) -> None:
        self.phase: Phase = "starting"
        self._host = host
        self._on_progress = on_progress
        self._spent: dict[str, float] = {}
        self._since = self._told = time.perf_counter()

    def begin(self, phase: Phase) -> None:
        """Ends the phase that runs and begins the next one."""
        self._end(phase)
        self._told = self._since
        self._on_progress(Progress(phase, self._host))

    def moved(self, done: int, total: int | None) -> None:
        """Tells how many bytes went, at most once each `limits.PROGRESS_SECONDS`."""
        now = time.perf_counter()
        if now - self._told >= limits.PROGRESS_SECONDS:
            self._told = now
            self._on_progress(Progress(self.phase, self._host, done, total))

    def timing(self) -> Timing:
        """The seconds of each phase so far; ends the one that runs."""
        self._end("starting")
        return Timing(**self._spent)

    def _end(self, following: Phase) -> None:
        now = time.perf_counter()
        if self.phase != "starting":
            self._spent[self.phase] = self._spent.get(self.phase, 0.0) + now - self._since
        self.phase, self._since = following, now
