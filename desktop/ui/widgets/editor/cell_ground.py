"""What lies under the contents of every cell of a row table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.ui.item_models.rows_model import Index

FRAME = 2


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The thin line, the frame of the cell with the focus, the tint of what Delete would remove."""
    role = QPalette.ColorRole
    rect, view = QRect(option.rect), option.widget
    focus = QApplication.focusWidget()
    tinted = focus is view and _is_selected(view, index)
    fill(painter, rect, option.palette.color(role.Highlight if tinted else role.Base))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    fill(painter, line, option.palette.color(role.Mid))
    here = isinstance(view, QTableView) and view.currentIndex() == index
    if here and focus and (focus is view or view.isAncestorOf(focus)):
        _paint_frame(painter, rect, option.palette)


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill without an edge. `QPainter.fillRect` would do, but its first use takes 9 ms."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def _is_selected(view: QWidget, index: Index) -> bool:
    # The view is asked, and not `option.state`: QStyle's flags alone take 12 ms of the start.
    if not isinstance(view, QTableView):
        return False
    cell = view.model().index(index.row(), index.column())
    return view.selectionModel().isSelected(cell)


def _paint_frame(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    colour = palette.color(QPalette.ColorRole.Accent)
    right, bottom = rect.right() + 1 - FRAME, rect.bottom() + 1 - FRAME
    for side in (
        QRect(rect.left(), rect.top(), rect.width(), FRAME),
        QRect(rect.left(), bottom, rect.width(), FRAME),
        QRect(rect.left(), rect.top(), FRAME, rect.height()),
        QRect(right, rect.top(), FRAME, rect.height()),
    ):
        fill(painter, side, colour)
