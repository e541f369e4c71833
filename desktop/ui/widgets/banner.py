"""A line at the top of the window for what the person should know, until they close it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import colours_of
from desktop.ui.widgets.plain_label import PlainLabel


class Banner(QWidget):
    """Shows one sentence on the ground of a warning; hidden while there is nothing to say."""

    pressed = Signal()
    """The person took what the banner offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", self)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._hear)
        close = QPushButton("Close", self)
        close.setProperty("flat", True)
        close.setAccessibleName("Close this notice")
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self.hide()

    def say(self, words: str, button: str = "") -> None:
        """Show a sentence, and a button where there is something to do about it."""
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.show()

    @Slot()
    def _hear(self) -> None:
        self.hide()
        self.pressed.emit()

    @Slot()
    def _close(self) -> None:
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours_of(self).warning_ground))
        painter.end()
