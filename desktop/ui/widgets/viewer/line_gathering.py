"""Gathers much text in small steps, so that the window stays awake."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP_SECONDS: Final = 0.008
AT_ONCE: Final = 64
"""Parts that are taken before the clock is looked at."""


class LineGathering(QObject):
    """Joins parts of text; a gathering that is begun anew forgets the one before."""

    gathered = Signal(object)
    """All parts are joined: the text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[str] = iter(())
        self._taken: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def gather(self, parts: Iterator[str]) -> None:
        """Begin; little text is gathered before this returns."""
        self._parts = parts
        self._taken = []
        self._timer.start()
        self._step()

    def forget(self) -> None:
        """Give up what is not yet gathered."""
        self._timer.stop()
        self._parts, self._taken = iter(()), []

    @Slot()
    def _step(self) -> None:
        end = perf_counter() + STEP_SECONDS
        while perf_counter() < end:
            for _ in range(AT_ONCE):
                part = next(self._parts, None)
                if part is None:
                    self._finish()
                    return
                self._taken.append(part)

    def _finish(self) -> None:
        text = "".join(self._taken)
        self.forget()
        self.gathered.emit(text)
