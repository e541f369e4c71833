"""Tabs as words with a line under the chosen one, and a small count beside a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from desktop.ui.theme import colours_of, scaled

GAP = 22
HEIGHT = 40
LEAST_PAGE = 64


class UnderlineTabBar(QTabBar):
    """Paints its tabs itself; the count is never a part of a tab's text or accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, index: int, count: int) -> None:
        """Show a count beside the word of a tab; 0 shows none."""
        if self._counts.get(index, 0) == count:
            return
        self._counts[index] = count
        self.updateGeometry()
        # A changed tab text is the one thing that makes QTabBar lay its tabs out again.
        self.setTabText(index, self.tabText(index))
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the word in bold, the count, and the gap to the next tab."""
        metrics = QFontMetrics(self._bold())
        width = metrics.horizontalAdvance(self.tabText(index)) + self._count_width(index)
        return QSize(width + scaled(GAP), scaled(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each tab."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        colours = colours_of(self)
        chosen = index == self.currentIndex()
        rect = self.tabRect(index).adjusted(0, 0, -scaled(GAP), 0)
        painter.setFont(self._bold() if chosen else self.font())
        painter.setPen(QColor(colours.text if chosen else colours.soft_text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        if self._counts.get(index):
            self._paint_count(painter, index, QRectF(rect))
        if chosen:
            height = scaled(2)
            line = QRectF(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
            # Not `fillRect`, whose first use takes 9 ms of the start.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRect(line)
            self._paint_focus(painter, QRectF(rect))

    def _paint_count(self, painter: QPainter, index: int, rect: QRectF) -> None:
        colours = colours_of(self)
        width = self._count_width(index) - scaled(8)
        word = QFontMetrics(painter.font()).horizontalAdvance(self.tabText(index))
        badge = QRectF(rect.left() + word + scaled(8), 0, width, scaled(18))
        badge.moveTop(rect.center().y() - badge.height() / 2 + 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sidebar))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(QColor(colours.soft_text))
        painter.setFont(self._small())
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._counts[index]))

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        if self.hasFocus():
            painter.setPen(QColor(colours_of(self).accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-0.5, 6, 4, -6), 4, 4)

    def _count_width(self, index: int) -> int:
        count = self._counts.get(index, 0)
        if not count:
            return 0
        text = QFontMetrics(self._small()).horizontalAdvance(str(count))
        return int(max(scaled(18), text + scaled(10)) + scaled(8))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(font.pixelSize() * 0.86)))
        return font


class UnderlineTabs(QTabWidget):
    """A tab widget whose name, and the names of its pages, a screen reader and a script can use."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = UnderlineTabBar(self)
        self.setTabBar(self._bar)
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(name)

    def add_page(self, page: QWidget, name: str) -> None:
        """Add a page; `name` is its word on the tab and its accessible name."""
        index = self.addTab(page, name)
        self._bar.setAccessibleTabName(index, name)

    def minimumSizeHint(self) -> QSize:
        """The tabs and two lines of a page: what a page needs more, it scrolls."""
        width = self._bar.minimumSizeHint().width()
        return QSize(width, scaled(HEIGHT) + scaled(LEAST_PAGE))

    def set_count(self, page: QWidget, count: int) -> None:
        """Show how many things a page holds."""
        self._bar.set_count(self.indexOf(page), count)
