"""The least that a window of Bleat's kind costs: the measure that start-up is compared with.

Run by itself it shows that window. With BLEAT_EXIT_AFTER_PAINT it does as Bleat does: it writes the
monotonic time of its first paint to that file and leaves.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTabWidget,
    QTextEdit,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

AFTER_PAINT = "BLEAT_EXIT_AFTER_PAINT"


class BareWindow(QMainWindow):
    """A splitter, a tree, two tables, a tab widget, a text edit, a line edit and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("A bare window")
        self.resize(1280, 820)
        tabs = QTabWidget()
        tabs.addTab(QTableWidget(5, 3), "One")
        tabs.addTab(QTableWidget(5, 3), "Two")
        column = QWidget()
        layout = QVBoxLayout(column)
        for widget in (QLineEdit(), QPushButton("Send"), tabs, QTextEdit()):
            layout.addWidget(widget)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(QTreeWidget())
        splitter.addWidget(column)
        self.setCentralWidget(splitter)


class Watch(QObject):
    """Writes when the window was first painted, and ends the program."""

    def __init__(self, window: QWidget, file: Path) -> None:
        super().__init__(window)
        self._file = file
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self._leave)
        return False

    @Slot()
    def _leave(self) -> None:
        """The event loop comes back to us when the whole window is on the screen."""
        self._file.write_text(str(time.monotonic()), encoding="ascii")
        QApplication.quit()


def main() -> int:
    """Show the window until it is closed, or until it is painted."""
    application = QApplication(sys.argv)
    application.setStyle("Fusion")
    window = BareWindow()
    file = os.environ.get(AFTER_PAINT)
    if file:
        Watch(window, Path(file))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
