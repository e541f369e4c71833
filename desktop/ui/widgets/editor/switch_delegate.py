"""The box in front of a row that switches it on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import scaled
from desktop.ui.widgets.editor.cell_ground import paint_ground

if TYPE_CHECKING:
    from desktop.ui.item_models.rows_model import Index

SIDE = 16
TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))
"""The corners of the tick, as parts of the box."""


class SwitchDelegate(QStyledItemDelegate):
    """A click anywhere in the cell switches; the box is as large as the text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The box, filled where the row is on; nothing where there is no row yet."""
        painter.save()
        paint_ground(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_box(painter, option, on=Qt.CheckState(state) == Qt.CheckState.Checked)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Switch at a plain click; with Shift or Ctrl it only selects."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not plain:
            return False
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        on = Qt.CheckState(state) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, new, Qt.ItemDataRole.CheckStateRole)


def _paint_box(painter: QPainter, option: QStyleOptionViewItem, *, on: bool) -> None:
    role = QPalette.ColorRole
    side = scaled(SIDE)
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(option.rect).center())
    box.translate(0, -0.5)
    edge = option.palette.color(role.Accent if on else role.PlaceholderText)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(edge if on else option.palette.color(role.Base))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), side / 4, side / 4)
    if on:
        corners = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in TICK
        ]
        pen = QPen(option.palette.color(role.Base), side / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(corners))
