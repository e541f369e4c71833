"""Tells a benchmark from outside when the window was there, and leaves."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

VARIABLE: Final = "BLEAT_EXIT_AFTER_PAINT"


class FirstPaint(QObject):
    """Writes the moment of the first paint and the loaded modules into a file, then quits."""

    def __init__(self, window: QWidget, report: Path) -> None:
        super().__init__(window)
        self._report = report
        self._window = window
        window.installEventFilter(self)

    @classmethod
    def from_environment(cls, window: QWidget) -> FirstPaint | None:
        """The watcher where the environment names a report; None in everyday life."""
        name = os.environ.get(VARIABLE)
        return cls(window, Path(name)) if name else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, and let it end before the time is taken."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        moment = time.monotonic()
        modules = "\n".join(sorted(sys.modules))
        self._report.write_text(f"{moment}\n{modules}\n", encoding="utf-8")
        QApplication.quit()
