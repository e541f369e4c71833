"""The background thread that sends one request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.answer import Answer
    from desktop.core.model.progress import Progress

    Work = Callable[[Callable[[Progress], None]], Answer]


class SendingThread(QThread):
    """Runs one send; whoever starts it keeps a reference until `finished`."""

    progressed = Signal(object)
    """A `Progress`, a few times a second."""
    answered = Signal(object)
    """The `Answer`, once; not at all where the program itself failed."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Send, in this thread."""
        self.answered.emit(self._work(self._tell))

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress)
