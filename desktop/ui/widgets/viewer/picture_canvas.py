"""Paints a picture at any size, and lets it be moved about by mouse and scroll bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.viewer.picture_zoom import PictureZoom

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

MARGIN: Final = 16
SQUARE: Final = 8
"""Pixels of a square of the ground that is seen through a picture."""
ENLARGED: Final = 3.0
"""From this factor on, the pixels of a picture are shown as squares."""
SHADE: Final = 0.92


class PictureCanvas(QAbstractScrollArea):
    """A picture in the middle, or a sentence in its place."""

    zoomed = Signal()
    """The picture is shown larger or smaller than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Mid)
        self._image = QImage()
        self._zoom = PictureZoom()
        self._words = ""
        self._grabbed: QPoint | None = None

    @property
    def zoom(self) -> PictureZoom:
        """How large the picture is shown."""
        return self._zoom

    @property
    def words(self) -> str:
        """The sentence that stands in place of a picture."""
        return self._words

    def _show(self, image: QImage, words: str = "") -> None:
        self._image, self._words = image, words
        self._fit_scroll_bars()
        self.viewport().update()

    def _begin(self, width: int, height: int) -> None:
        """Make room for another picture, to be shown whole."""
        self._zoom = PictureZoom(width, height)
        self._fit_room()

    def _zoom_to(self, zoom: PictureZoom, about: QPointF | None = None) -> None:
        """Zoom, keeping a point of the viewport (its middle, if none is given) where it is."""
        point = about or QRectF(self.viewport().rect()).center()
        before = self._target()
        across = (point.x() - before.x()) / before.width()
        down = (point.y() - before.y()) / before.height()
        self._zoom = zoom
        self._fit_scroll_bars()
        width, height = zoom.shown
        margin = scaled(MARGIN)
        self.horizontalScrollBar().setValue(round(across * width - point.x() + margin))
        self.verticalScrollBar().setValue(round(down * height - point.y() + margin))
        self.viewport().update()
        self.zoomed.emit()

    def _fit_room(self) -> None:
        # Without scroll bars: what is to fit needs none.
        room, margins = self.maximumViewportSize(), 2 * scaled(MARGIN)
        width, height = max(room.width() - margins, 1), max(room.height() - margins, 1)
        self._zoom = replace(self._zoom, room_width=width, room_height=height)
        self._fit_scroll_bars()
        self.zoomed.emit()

    def _fit_scroll_bars(self) -> None:
        fits = self._image.isNull() or self._zoom.chosen is None
        view = self.viewport().size()
        for bar, shown, room in (
            (self.horizontalScrollBar(), self._zoom.shown[0], view.width()),
            (self.verticalScrollBar(), self._zoom.shown[1], view.height()),
        ):
            bar.setRange(0, 0 if fits else max(0, shown + 2 * scaled(MARGIN) - room))
            bar.setPageStep(room)
            bar.setSingleStep(max(1, room // 20))
        self._choose_cursor()

    def _choose_cursor(self) -> None:
        shapes = Qt.CursorShape
        movable = self.horizontalScrollBar().maximum() or self.verticalScrollBar().maximum()
        hand = shapes.ClosedHandCursor if self._grabbed else shapes.OpenHandCursor
        self.viewport().setCursor(hand if movable else shapes.ArrowCursor)

    def _target(self) -> QRectF:
        """Where the whole picture is in the viewport: in its middle, if it is smaller."""
        width, height = self._zoom.shown
        size, margin = self.viewport().size(), scaled(MARGIN)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left = margin - across.value() if across.maximum() else (size.width() - width) // 2
        top = margin - down.value() if down.maximum() else (size.height() - height) // 2
        return QRectF(left, top, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the sentence in its place."""
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(self.viewport().rect(), self.palette().base())
            if self._words:
                self._paint_words(painter)
            elif not self._image.isNull():
                self._paint_picture(painter)
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        margin = scaled(24)
        room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._words)

    def _paint_picture(self, painter: QPainter) -> None:
        target = self._target()
        if self._image.hasAlphaChannel():
            painter.setBrushOrigin(target.topLeft())
            painter.fillRect(target, self._chequered())
        enlarged = target.width() / self._image.width() >= ENLARGED
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not enlarged)
        painter.drawImage(target, self._image)

    def _chequered(self) -> QBrush:
        ground = self.palette().color(QPalette.ColorRole.Base)
        tile = QPixmap(2 * SQUARE, 2 * SQUARE)
        tile.fill(ground)
        painter = QPainter(tile)
        shade = QColor.fromHslF(ground.hslHueF(), ground.hslSaturationF(), _shaded(ground))
        painter.fillRect(0, 0, SQUARE, SQUARE, shade)
        painter.fillRect(SQUARE, SQUARE, SQUARE, SQUARE, shade)
        painter.end()
        return QBrush(tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.setForegroundRole(QPalette.ColorRole.Accent)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.setForegroundRole(QPalette.ColorRole.Mid)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()
            self._choose_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._grabbed is None:
            return
        moved = event.position().toPoint() - self._grabbed
        self._grabbed = event.position().toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._grabbed = None
        self._choose_cursor()


def _shaded(ground: QColor) -> float:
    """The lightness of the other squares: darker on light ground, lighter on dark ground."""
    lightness = ground.lightnessF()
    return lightness * SHADE if lightness > 0.5 else min(1.0, lightness + 1 - SHADE)
