"""Runs what blocks (disk, keyring, reading) beside the window, and brings back the results."""

from __future__ import annotations

import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from desktop.core.errors import Failure
from desktop.ui.jobs.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    Receiver = WeakMethod[Callable[[Any], object]]

LaneName = Literal["disk", "files", "keyring", "reading", "warming"]
T = TypeVar("T")


class Jobs(QObject):
    """Named lanes of jobs; those of one lane run in order, and lanes do not wait for each other.

    Results arrive on the thread that this object lives in, in the order in which the jobs ended,
    and only where their receiver still exists.
    """

    _arrived = Signal()

    def __init__(
        self, report: Callable[[BaseException], object], parent: QObject | None = None
    ) -> None:
        """`report` hears in the job's thread of each exception that is no `Failure`."""
        super().__init__(parent)
        self._report = report
        self._lanes: dict[LaneName, Lane] = {}
        self._settled: deque[tuple[Receiver | None, object]] = deque()
        self._idle = threading.Condition()
        self._running = 0
        self._arrived.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        *,
        lane: LaneName,
    ) -> None:
        """Run `work` in a lane; call this on the UI thread.

        `done` and `failed` are bound methods, held weakly. `failed` gets whatever was raised; a
        `Failure` that nobody takes is reported.
        """
        job = partial(
            self._settle,
            work,
            WeakMethod(done) if done else None,
            WeakMethod(failed) if failed else None,
        )
        with self._idle:
            self._running += 1
        self._lanes.setdefault(lane, Lane(lane)).add(job)

    def finish(self, seconds: float) -> bool:
        """Wait for all jobs, and for those that their results start; True when none is left.

        For the moment before the window closes: it blocks.
        """
        deadline = time.monotonic() + seconds
        while True:
            with self._idle:
                is_idle = self._idle.wait_for(self._is_idle, deadline - time.monotonic())
            self._deliver()
            if not is_idle or self._is_idle():
                return self._is_idle()

    def close(self, seconds: float = 1.0) -> bool:
        """Finish and end the threads; False when one of them hangs, as on an open prompt."""
        deadline = time.monotonic() + seconds
        finished = self.finish(seconds)
        left = [lane.close(max(0.0, deadline - time.monotonic())) for lane in self._lanes.values()]
        self._lanes.clear()
        return finished and all(left)

    def _is_idle(self) -> bool:
        return self._running == 0

    def _settle(
        self, work: Callable[[], object], done: Receiver | None, failed: Receiver | None
    ) -> None:
        """Do the work, in the lane's thread."""
        outcome: tuple[Receiver | None, object]
        try:
            outcome = (done, work())
        except BaseException as error:  # noqa: BLE001 - the lane must go on with the next job
            if failed is None or not isinstance(error, Failure):
                self._report(error)
            outcome = (failed, error)
        self._settled.append(outcome)
        with self._idle:
            self._running -= 1
            self._idle.notify_all()
        try:
            self._arrived.emit()
        except RuntimeError:
            # The window is gone already, and with it whoever wanted the result.
            self._settled.clear()

    @Slot()
    def _deliver(self) -> None:
        while self._settled:
            receiver, value = self._settled.popleft()
            method = receiver() if receiver else None
            if method is not None and _is_alive(method):
                method(value)


def _is_alive(method: Callable[[Any], object]) -> bool:
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
