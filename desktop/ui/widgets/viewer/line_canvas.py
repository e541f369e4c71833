"""Paints the seen rows of a text of any length, and knows where on the screen they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.ui.theme import fixed_font, scaled
from desktop.ui.widgets.viewer.line_colours import LineColours
from desktop.ui.widgets.viewer.line_layout import LineMeasures, RowLayouts
from desktop.ui.widgets.viewer.line_painting import LinePainting
from desktop.ui.widgets.viewer.line_selection import Place, Selection, continues

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent, QShowEvent

    from desktop.core.model.reading import Lines, Syntax

LEFT: Final = 16
TOP: Final = 10
_FONTS: Final = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange}
)


class NoLines:
    """A text without rows."""

    syntax: Syntax = "text"

    def __len__(self) -> int:
        return 0

    def __getitem__(self, index: int) -> str:
        raise IndexError(index)

    def continues(self, _index: int) -> bool:
        """There is no line to go on with."""
        return False

    def text(self) -> str:
        """Nothing."""
        return ""


class LineCanvas(QAbstractScrollArea):
    """Rows from top to bottom, each as high as the others, with what is selected of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Mid)
        self._lines: Lines = NoLines()
        self._syntax: Syntax = "text"
        self._colours = LineColours()
        self._selection = Selection()
        self._widest = 0.0
        self._measure()
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def set_colours(self, colours: LineColours) -> None:
        """Paint in these colours from now on."""
        self._colours = colours
        self._painting = LinePainting(self._measures, colours)
        self.viewport().update()

    def _measure(self) -> None:
        self._left, self._top = scaled(LEFT), scaled(TOP)
        self._measures = LineMeasures(fixed_font())
        self._painting = LinePainting(self._measures, self._colours)
        self._begin()

    def _begin(self) -> None:
        """Lay out anew: other lines, or another font."""
        self._layouts = RowLayouts(self._lines, self._syntax, self._measures)
        self._widest = 0.0
        self._look()

    @Slot()
    def _look(self) -> None:
        """Follow what is seen now: rows come to the widest that was seen, and are painted."""
        self._fit_scroll_bars()
        if not self.isVisible():
            return
        right = self.horizontalScrollBar().value() + self.viewport().width()
        for row in self._seen_rows():
            layout = self._layouts[row]
            layout.measure(right)
            self._widest = max(self._widest, layout.width)
        self._fit_scroll_bars()
        self.viewport().update()

    def _fit_scroll_bars(self) -> None:
        size = self.viewport().size()
        rows, page = len(self._lines), self._page()
        self.verticalScrollBar().setRange(0, max(0, rows - page))
        self.verticalScrollBar().setPageStep(page)
        beyond = self._widest + 2 * self._left - size.width()
        self.horizontalScrollBar().setRange(0, max(0, round(beyond)) if self._widest else 0)
        self.horizontalScrollBar().setPageStep(size.width())
        self.horizontalScrollBar().setSingleStep(round(4 * self._measures.cell))

    def _page(self) -> int:
        """How many whole rows fit."""
        return max(1, (self.viewport().height() - self._top) // self._measures.row)

    def _seen_rows(self) -> range:
        first = self.verticalScrollBar().value()
        return range(first, min(first + self._page() + 1, len(self._lines)))

    def _corner(self, row: int) -> QPointF:
        """The left upper corner of a row in the viewport."""
        down = (row - self.verticalScrollBar().value()) * self._measures.row
        return QPointF(self._left - self.horizontalScrollBar().value(), self._top + down)

    def _place_in(self, point: QPoint) -> Place:
        """The place that is nearest to a point of the viewport."""
        if not len(self._lines):
            return Place()
        down = (point.y() - self._top) // self._measures.row
        row = min(max(self.verticalScrollBar().value() + down, 0), len(self._lines) - 1)
        x = point.x() - self._corner(row).x()
        return Place(row, self._layouts[row].column(x))

    def _rect_in(self, place: Place) -> QRect:
        """Where the character after a place is in the viewport."""
        if place.row >= len(self._lines):
            return QRect()
        layout, corner = self._layouts[place.row], self._corner(place.row)
        x, end = layout.x(place.column), layout.x(place.column + 1)
        width = max(abs(end - x), self._measures.cell)
        return QRect(
            round(corner.x() + min(x, end)), round(corner.y()), round(width), self._measures.row
        )

    def _show_place(self, place: Place) -> None:
        """Scroll so that a place is seen."""
        bar, page = self.verticalScrollBar(), self._page()
        if place.row < bar.value():
            bar.setValue(place.row)
        elif place.row >= bar.value() + page:
            bar.setValue(place.row - page + 1)
        if len(self._lines):
            self._show_x(self._layouts[place.row].x(place.column))

    def _show_x(self, x: float) -> None:
        self._widest = max(self._widest, x)
        self._fit_scroll_bars()
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        if x < bar.value():
            bar.setValue(max(0, round(x - width / 4)))
        elif x + 2 * self._left > bar.value() + width:
            bar.setValue(round(x + 2 * self._left - width * 3 / 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(self.viewport().rect(), self.palette().base())
            painter.setFont(self._measures.font)
            for row in self._seen_rows():
                self._paint_row(painter, row)
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        layout, corner = self._layouts[row], self._corner(row)
        right = self.viewport().width()
        columns = self._selection.columns(row, layout.length)
        if columns[0] < columns[1]:
            self._painting.paint_selection(painter, layout, corner, columns)
        if self._line_end_selected(row):
            self._painting.paint_line_end(painter, layout, corner)
        self._painting.paint_row(painter, layout, corner, right)
        if self.hasFocus() and row == self._selection.caret.row:
            caret = layout.x(self._selection.caret.column)
            self._painting.paint_caret(painter, corner, caret)

    def _line_end_selected(self, row: int) -> bool:
        selection = self._selection
        return selection.first.row <= row < selection.last.row and not continues(
            self._lines, row + 1
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what was not laid out while nobody saw it."""
        super().showEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or fewer rows."""
        super().resizeEvent(event)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the program's text."""
        super().changeEvent(event)
        if event.type() in _FONTS and fixed_font() != self._measures.asked:
            self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret, and where the keyboard is."""
        super().focusInEvent(event)
        self.setForegroundRole(QPalette.ColorRole.Accent)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.setForegroundRole(QPalette.ColorRole.Mid)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for a few rows."""
        return QSize(round(60 * self._measures.cell), 10 * self._measures.row)
