"""Lets Python look for reference cycles on the UI thread only."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_PERIOD_MS: Final = 500


class UiThreadGarbage(QObject):
    """Takes over from Python's own collector, which runs in whichever thread allocates just then.

    A widget that dies in another thread than its own brings Qt to a halt: its timers cannot be
    stopped, and a visible one waits for the window system for ever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_PERIOD_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def spare(self) -> None:
        """Never look again at what exists now: call it when the window is up.

        Going through all of it would take 30 ms each time.
        """
        gc.freeze()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that Python would collect now, if there is any."""
        limits = gc.get_threshold()
        full = [number for number, count in enumerate(gc.get_count()) if count > limits[number]]
        if full:
            gc.collect(full[-1])

    def stop(self) -> None:
        """Leave the garbage to Python again, as a test must."""
        gc.enable()
