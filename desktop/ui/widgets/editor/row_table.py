"""The table of parameters or headers, filled in like a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView

from desktop.ui.item_models.rows_model import Column, RowsModel
from desktop.ui.theme import scaled
from desktop.ui.widgets.editor.cell_editor import CellEditor
from desktop.ui.widgets.editor.row_delegate import RowDelegate
from desktop.ui.widgets.editor.row_header import RowHeader
from desktop.ui.widgets.editor.switch_delegate import SwitchDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.core.model.request import Row

ROW_HEIGHT = 30
INVITATIONS = {"Params": "Add a parameter", "Headers": "Add a header"}
TEXTS = (Column.NAME, Column.VALUE, Column.NOTE)


class RowTable(QTableView):
    """A click or a key opens a cell; every keystroke in it is told at once."""

    rows_changed = Signal(object)
    """The person changed the rows: a tuple of those that hold something."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, completions: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name.lower())
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(name)
        self._model = RowsModel(INVITATIONS.get(name, "Add a row"), self)
        self._texts = RowDelegate(completions, self)
        self._switches = SwitchDelegate(self)
        self._released_at = QPoint()
        self._set_up_view()
        self._set_up_headers()
        self._model.rows_changed.connect(self.rows_changed)
        self._texts.step_wanted.connect(self._step_from_editor)
        self.clicked.connect(self._open_clicked)

    def _set_up_view(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._texts)
        self.setItemDelegateForColumn(Column.ON, self._switches)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)

    def _set_up_headers(self) -> None:
        self.setHorizontalHeader(RowHeader(self))
        self.horizontalHeader().show()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def _size_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(scaled(ROW_HEIGHT))
        rows.setDefaultSectionSize(scaled(ROW_HEIGHT))

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; what is selected or being edited stays, and nobody is told."""
        self._model.set_rows(rows)

    def rows(self) -> tuple[Row, ...]:
        """The rows that hold something."""
        return self._model.rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the program's text."""
        super().changeEvent(event)
        header = self.horizontalHeader()
        if event.type() == QEvent.Type.FontChange and isinstance(header, RowHeader):
            self._size_rows()
            header.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a cell that it can type into."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, Column.NAME))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches rows, Delete removes them, Enter opens a cell, other keys type."""
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space and plain:
            self._switch_selected()
        elif (key == Qt.Key.Key_Delete and plain) or (key == Qt.Key.Key_Backspace and control):
            self._remove_selected()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._open_current()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where a cell is clicked, for the caret."""
        self._released_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes from text to text, and out of the table at its ends."""
        target = self._neighbour(self.currentIndex(), 1 if next_ else -1)
        if not target.isValid():
            return super().focusNextPrevChild(next_)
        self.setCurrentIndex(target)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected rows."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid() or self._model.is_new(index.row()):
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        point = self.visualRect(index).center() if by_key else event.pos()
        self._menu().popup(self.viewport().mapToGlobal(point))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(self._selected()) > 1
        menu.addAction("Delete rows" if several else "Delete row", self._remove_selected)
        menu.addAction("Turn off" if self._any_on() else "Turn on", self._switch_selected)
        menu.addAction("Insert row above", self._insert_above)
        return menu

    def _selected(self) -> list[int]:
        """The selected rows, without the empty one at the end."""
        rows = {index.row() for index in self.selectionModel().selectedRows(Column.NAME)}
        return sorted(row for row in rows if not self._model.is_new(row))

    def _any_on(self) -> bool:
        return any(self._model.is_on(row) for row in self._selected())

    @Slot()
    def _remove_selected(self) -> None:
        self._model.remove(self._selected())

    @Slot()
    def _switch_selected(self) -> None:
        self._model.set_on(self._selected(), on=not self._any_on())

    @Slot()
    def _insert_above(self) -> None:
        row = min(self._selected(), default=self.currentIndex().row())
        self._model.insert_empty(row)
        self._open(self._model.index(row, Column.NAME))

    @Slot(QModelIndex)
    def _open_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.ON or QApplication.keyboardModifiers():
            return
        self._open(index)
        editor = self.indexWidget(index)
        if isinstance(editor, CellEditor):
            editor.place_caret(editor.mapFrom(self.viewport(), self._released_at))

    def _open_current(self) -> None:
        index = self.currentIndex()
        if index.column() == Column.ON:
            self._switch_selected()
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    @Slot(int)
    def _step_from_editor(self, key: int) -> None:
        index = self.currentIndex()
        self._close_editor(index)
        if key == Qt.Key.Key_Return.value:
            self._open(self._below_or_right(index))
            return
        forward = key == Qt.Key.Key_Tab.value
        target = self._neighbour(index, 1 if forward else -1)
        if target.isValid():
            self._open(target)
        else:
            super().focusNextPrevChild(forward)

    def _close_editor(self, index: QModelIndex) -> None:
        editor = self.indexWidget(index)
        if isinstance(editor, CellEditor):
            self.closeEditor(editor, RowDelegate.EndEditHint.NoHint)

    def _below_or_right(self, index: QModelIndex) -> QModelIndex:
        """Where Enter leads: from a name to its value, from there to the next name."""
        if self._model.row(index.row()).is_empty:
            return QModelIndex()
        if index.column() == Column.NAME:
            return self._model.index(index.row(), Column.VALUE)
        return self._model.index(index.row() + 1, Column.NAME)

    def _neighbour(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next text cell, or none at the ends; an empty last row is one cell long."""
        column, row = index.column() + step, index.row()
        if column not in TEXTS or (step > 0 and self._model.is_new(row)):
            row += step
            column = TEXTS[0] if step > 0 else TEXTS[-1]
        if step < 0 and index.column() == Column.ON:
            column = TEXTS[-1]
        return self._model.index(row, column)
