"""Saves what is typed while it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.core import limits
from desktop.core.errors import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.jobs.pool import Jobs

_WRITING_SECONDS = 0.1
"""What is left of `SAVE_SECONDS` for the writing itself."""
_FAULT_SLOWNESS = 15


class ThrottledSave(QObject):
    """Brings the latest value of each key to the disk within `seconds` of its first change.

    A throttle and no debounce: somebody who never pauses is saved all the same. What could not be
    saved is tried again by itself and with each change.
    """

    saved = Signal()
    """All that was typed is on the disk."""
    not_saved = Signal(object)
    """Why it is not, once for each reason: a `Failure`, or an exception that is a fault of ours."""

    def __init__(
        self,
        jobs: Jobs,
        write: Callable[[str, Any], object],
        parent: QObject | None = None,
        *,
        seconds: float = limits.SAVE_SECONDS,
        retry_seconds: float = limits.SAVE_RETRY_SECONDS,
    ) -> None:
        """`write(key, value)` runs in the lane `disk`, as `Library.save_request` would."""
        super().__init__(parent)
        self._jobs = jobs
        self._write = write
        self._waiting: dict[str, object] = {}
        self._writing: dict[str, object] = {}
        self._trouble: object = None
        self._pause = round(1000 * max(0.0, seconds - _WRITING_SECONDS))
        self._retry_pause = round(1000 * retry_seconds)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def is_saved(self) -> bool:
        """True when nothing waits to be written, and nothing is being written."""
        return not (self._waiting or self._writing)

    def keep(self, key: str, value: object) -> None:
        """Save this value soon; a later one of the same key takes its place."""
        self._waiting[key] = value
        if not self._timer.isActive() or self._timer.remainingTime() > self._pause:
            self._timer.start(self._pause)

    @Slot()
    def flush(self) -> None:
        """Save now what waits: before the window closes, or when the person says try again."""
        # With the timer at rest, what comes during a write is written straight after it.
        self._timer.stop()
        if self._waiting and not self._writing:
            self._writing, self._waiting = self._waiting, {}
            write = partial(_write_all, self._write, self._writing)
            self._jobs.run(write, self._written, self._failed, lane="disk")

    @Slot(object)
    def _written(self, _: object) -> None:
        self._writing = {}
        self._trouble = None
        if not self._waiting:
            self.saved.emit()
        elif not self._timer.isActive():
            self.flush()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        # What was typed meanwhile is newer than what could not be written.
        self._waiting = self._writing | self._waiting
        self._writing = {}
        # A fault of ours is reported each time, and will hardly go away.
        slowness = 1 if isinstance(error, Failure) else _FAULT_SLOWNESS
        self._timer.start(self._retry_pause * slowness)
        reason = (type(error), error.facts() if isinstance(error, Failure) else None)
        if reason != self._trouble:
            self._trouble = reason
            self.not_saved.emit(error)


def _write_all(write: Callable[[str, Any], object], values: dict[str, object]) -> None:
    """Write each value; the whole is tried again where one of them fails."""
    for key, value in values.items():
        write(key, value)
