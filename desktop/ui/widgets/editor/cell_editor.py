"""The text field that opens in a cell of a row table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.item_models.rows_model import ROW_ROLE, Index

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LONGEST_TEXT = 10_000_000
SHEET = """
QLineEdit, QLineEdit:focus {
    border: none; border-radius: 0; padding: 0; min-height: 0; background: transparent;
}
"""


class CellEditor(QLineEdit):
    """Tells of every change of its text, and lets the table decide where the keys lead."""

    typed = Signal(QWidget)
    """The person changed the text."""
    step_wanted = Signal(int)
    """A key was pressed that leads to another cell: Tab, Backtab or Return."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(SHEET)
        self.setFrame(False)
        self.setMaxLength(LONGEST_TEXT)
        self._place = QPersistentModelIndex(index)
        self._row_before = index.data(ROW_ROLE)
        self._touched = False
        self._following = False
        self.textChanged.connect(self._hear_text)

    @property
    def touched(self) -> bool:
        """True once the person changed the text."""
        return self._touched

    def follow(self, text: str) -> None:
        """Show a text from outside, the caret where it was; nothing happens to the same text."""
        if text == self.text():
            return
        caret = self.cursorPosition()
        self._following = True
        self.setText(text)
        self._following = False
        self.setCursorPosition(min(caret, len(text)))
        self._row_before = self._place.data(ROW_ROLE)
        self._touched = False

    def take_back(self) -> None:
        """Give the row back as it was before the person typed."""
        if self._touched and self._place.isValid():
            self._place.model().setData(self._place, self._row_before, ROW_ROLE)
            self._touched = False

    def place_caret(self, point: QPoint) -> None:
        """Put the caret where the person clicked."""
        self.deselect()
        self.setCursorPosition(self.cursorPositionAt(point))

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab leads to another cell, which the table knows."""
        key = Qt.Key.Key_Tab if next_ else Qt.Key.Key_Backtab
        self.step_wanted.emit(key.value)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to another cell; with Ctrl it is somebody else's."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            event.accept()
            self.step_wanted.emit(Qt.Key.Key_Return.value)

    @Slot(str)
    def _hear_text(self, _text: str) -> None:
        if not self._following:
            self._touched = True
            self.typed.emit(self)
