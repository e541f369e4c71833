"""A URL and its table of parameters on one page, used by keys and clicks as a person uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.core.model.query import rows_from_url, url_from_rows
from desktop.ui.widgets.editor.cell_editor import CellEditor
from desktop.ui.widgets.editor.row_table import RowTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.core.model.request import Row

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class RowPage(QWidget):
    """Keeps `url` and the rows equal as the request editor does; `told` are the rows told of."""

    def __init__(self, qtbot: QtBot, url: str = "h?mood=happy&size=3") -> None:
        super().__init__()
        self.before = QLineEdit(self)
        self.table = RowTable("Params", self, completions=("Accept", "Content-Type", "Cookie"))
        self.after = QLineEdit(self)
        column = QVBoxLayout(self)
        for widget in (self.before, self.table, self.after):
            column.addWidget(widget)
        self.url = ""
        self.told: list[tuple[Row, ...]] = []
        self.table.rows_changed.connect(self._hear_rows)
        self.type_url(url)
        self._show(qtbot)

    def _show(self, qtbot: QtBot) -> None:
        qtbot.addWidget(self)
        self.resize(900, 320)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)

    def _hear_rows(self, rows: tuple[Row, ...]) -> None:
        self.told.append(rows)
        self.url = url_from_rows(self.url, rows)
        self.table.set_rows(rows_from_url(self.url, rows))

    def type_url(self, url: str) -> None:
        """What happens when the URL is typed."""
        self.url = url
        self.table.set_rows(rows_from_url(url, self.table.rows()))

    def index(self, row: int, column: int) -> QModelIndex:
        return self.table.model().index(row, column)

    def go(self, row: int, column: int) -> None:
        """Put the focus on a cell, without opening it."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.index(row, column))

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press keys, or type a text letter by letter, where the focus then is."""
        for key in keys:
            if isinstance(key, str):
                self._type(key)
            else:
                QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def _type(self, text: str) -> None:
        for letter in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)

    def click(self, row: int, column: int, dx: int = 10) -> None:
        """Click a cell, `dx` pixels from its left edge."""
        at = self.table.visualRect(self.index(row, column)).topLeft() + QPoint(dx, 10)
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def here(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.table.currentIndex()
        return index.row(), index.column()

    def editor(self) -> CellEditor:
        """The editor that has the focus."""
        widget = QApplication.focusWidget()
        assert isinstance(widget, CellEditor)
        return widget
