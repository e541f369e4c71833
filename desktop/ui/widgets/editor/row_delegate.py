"""Paints the texts of a row table, and opens the editors that write at every keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.item_models.rows_model import INVITATION_ROLE, ROW_ROLE, Column
from desktop.ui.theme import fixed_font, scaled
from desktop.ui.widgets.editor.cell_editor import CellEditor
from desktop.ui.widgets.editor.cell_ground import paint_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.item_models.rows_model import Index

PADDING = 8
CARET_ROOM = 2
"""Pixels that a text field keeps free beside its text."""
STAYING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Ways to lose the focus after which the person comes back."""
STEPS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowDelegate(QStyledItemDelegate):
    """Names and values in the fixed font, notes softer; `completions` are offered for names."""

    step_wanted = Signal(int)
    """A key was pressed in an editor that leads to another cell: Tab, Backtab or Return."""

    def __init__(self, completions: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._completions = list(completions)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and elided text; the invitation shines through an open editor, a text does not."""
        painter.save()
        paint_ground(painter, option, index)
        if not (index.data() and _is_open(option.widget, index)):
            font, room = _font(index, option.font), _text_room(option.rect)
            painter.setFont(font)
            painter.setPen(option.palette.color(_colour(index)))
            elided = QFontMetrics(font).elidedText(
                _shown(index), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A text field without a frame of its own."""
        editor = CellEditor(index, parent)
        editor.setFont(_font(index, option.font, editing=True))
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
        if index.column() == Column.NAME and self._completions:
            editor.setCompleter(_completer(self._completions, editor))
        editor.typed.connect(self.commitData)
        editor.step_wanted.connect(self.step_wanted)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Follow what came from outside; what the person typed is there already."""
        if isinstance(editor, CellEditor):
            editor.follow(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write what the person typed, and nothing where they typed nothing."""
        if isinstance(editor, CellEditor) and editor.touched:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The text stays where it was painted."""
        room = _text_room(option.rect)
        editor.setGeometry(room.adjusted(-CARET_ROOM, 2, CARET_ROOM, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Tab and Enter to the editor, take back at Esc, stay open in another window."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in STAYING:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in STEPS:
                return False
            if event.key() == Qt.Key.Key_Escape and isinstance(editor, CellEditor):
                editor.take_back()
        return super().eventFilter(editor, event)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole text as a tooltip, where the cell has not room enough for it."""
        width = QFontMetrics(_font(index, view.font())).horizontalAdvance(_shown(index))
        if width <= _text_room(option.rect).width():
            return False
        return super().helpEvent(event, view, option, index)


def _is_open(view: QWidget, index: Index) -> bool:
    return isinstance(view, QAbstractItemView) and view.indexWidget(index) is not None


def _shown(index: Index) -> str:
    return str(index.data() or index.data(INVITATION_ROLE))


def _colour(index: Index) -> QPalette.ColorRole:
    soft = index.column() == Column.NOTE or not index.data()
    soft = soft or not index.data(ROW_ROLE).enabled
    return QPalette.ColorRole.PlaceholderText if soft else QPalette.ColorRole.Text


def _font(index: Index, font: QFont, *, editing: bool = False) -> QFont:
    plain = index.column() == Column.NOTE or not (editing or index.data())
    return font if plain else fixed_font()


def _text_room(rect: QRect) -> QRect:
    return QRect(rect).adjusted(scaled(PADDING), 0, -scaled(PADDING), -1)


def _completer(words: list[str], parent: QObject) -> QCompleter:
    completer = QCompleter(words, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
