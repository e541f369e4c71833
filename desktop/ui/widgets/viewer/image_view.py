"""Shows a picture: whole, in its own size, or as near as one likes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.core.limits import PICTURE_PIXELS
from desktop.core.reading.picture_wanted import PictureWanted
from desktop.ui.widgets.own_accessible import let_widgets_speak
from desktop.ui.widgets.viewer.picture_canvas import PictureCanvas
from desktop.ui.widgets.viewer.zoom_bar import ZoomBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent

    from desktop.core.model.exchange import Content
    from desktop.core.model.reading import Picture

LATER_MS: Final = 120
"""While a window is resized or zoomed, the picture is not decoded anew at each step."""
_NAMES: Final = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WebP", "bmp": "BMP",
                 "ico": "Icon", "tiff": "TIFF"}  # fmt: skip


class ImageView(PictureCanvas):
    """Asks for the pixels that it needs by `decode_wanted`, and gets them by `show_image`."""

    decode_wanted = Signal(object)
    """A `PictureWanted` is to be decoded, beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_widgets_speak()
        self.setObjectName("image")
        self.setAccessibleName("Response image")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content: Content = b""
        self._format = ""
        self._broken_words = ""
        self._wanted: PictureWanted | None = None
        self._copies = False
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._want)
        self._bar = ZoomBar(self)
        self._bar.fit_wanted.connect(self.fit)
        self._bar.full_wanted.connect(self.show_full_size)
        self._bar.larger_wanted.connect(self.zoom_in)
        self._bar.smaller_wanted.connect(self.zoom_out)
        self._bar.hide()
        self.zoomed.connect(self._hear_zoomed)

    def show_picture(self, content: Content, picture: Picture | None, broken: str) -> None:
        """Show a picture as soon as it is decoded, or the sentence `broken` in its place."""
        self.clear()
        self._broken_words = broken
        if picture is None or picture.width * picture.height > PICTURE_PIXELS:
            self._say(broken)
            return
        self._content, self._format = content, picture.format
        kind = _NAMES.get(picture.format, picture.format.upper())
        size = f"{picture.width} x {picture.height} pixels"
        self.setAccessibleDescription(f"{kind} picture, {size}")
        self._begin(picture.width, picture.height)
        self._want()

    def clear(self) -> None:
        """Show nothing."""
        self._content, self._format, self._wanted = b"", "", None
        self._copies = False
        self._later.stop()
        self._bar.hide()
        self.setAccessibleDescription("")
        self._show(QImage())

    def _say(self, words: str) -> None:
        self.clear()
        self.setAccessibleDescription(words)
        self._show(QImage(), words)

    @Slot(object, object)
    def show_image(self, wanted: PictureWanted, image: QImage) -> None:
        """Take what was decoded; what was wanted before something else is dropped."""
        if wanted is not self._wanted:
            return
        self._wanted = None
        if image.isNull():
            self._say(self._broken_words)
            return
        self._show(image)
        self._bar.show()
        self._place_bar()
        if self._copies:
            self.copy_image()

    @Slot()
    def fit(self) -> None:
        """Show the whole picture, not larger than it is."""
        self._choose(None)

    @Slot()
    def show_full_size(self) -> None:
        """Show the picture in its own size."""
        self._choose(1.0)

    def _choose(self, factor: float | None) -> None:
        if not self._image.isNull():
            self._zoom_to(replace(self._zoom, chosen=factor))

    @Slot()
    def zoom_in(self) -> None:
        """Go a step nearer."""
        if not self._image.isNull():
            self._zoom_to(self._zoom.larger())

    @Slot()
    def zoom_out(self) -> None:
        """Go a step away."""
        if not self._image.isNull():
            self._zoom_to(self._zoom.smaller())

    @Slot()
    def copy_image(self) -> None:
        """Copy the picture with all its pixels; a large one arrives a moment later."""
        if self._image.isNull():
            return
        full = replace(self._zoom, chosen=1.0).needed(1.0)
        self._copies = self._image.width() < full[0]
        if self._copies:
            self._ask_for(*full)
        else:
            QGuiApplication.clipboard().setImage(self._image)

    @Slot()
    def _hear_zoomed(self) -> None:
        self._bar.show_factor(self._zoom.factor, fits=self._zoom.chosen is None)
        if self._format:
            self._later.start()

    @Slot()
    def _want(self) -> None:
        """Ask for the pixels that are needed now, unless they are here."""
        width, height = self._zoom.needed(self.devicePixelRatioF())
        have = self._image.width()
        asked = self._wanted and (self._wanted.width, self._wanted.height) == (width, height)
        if not asked and (have < width or have > 2 * width):
            self._ask_for(width, height)

    def _ask_for(self, width: int, height: int) -> None:
        if self._format:
            self._wanted = PictureWanted(self._content, self._format, width, height)
            self.decode_wanted.emit(self._wanted)

    def _place_bar(self) -> None:
        size = self._bar.sizeHint()
        corner = self.viewport().geometry().bottomRight()
        place = QRect(corner.x() - size.width() - 4, corner.y() - size.height() - 4, 0, 0)
        place.setSize(size)
        self._bar.setGeometry(place)
        self._bar.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._place_bar()

    def event(self, event: QEvent) -> bool:
        """Follow the window to a screen with more pixels, and the size of the program's text."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._format:
            self._later.start()
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutRequest}:
            self._place_bar()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, about the place under the mouse; scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned and not self._image.isNull():
            zoom = self._zoom.larger() if turned > 0 else self._zoom.smaller()
            self._zoom_to(zoom, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + - 0 and 1; move by the arrows."""
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        act = {"+": self.zoom_in, "=": self.zoom_in, "-": self.zoom_out, "0": self.fit,
               "1": self.show_full_size}.get(event.text())  # fmt: skip
        if act and not plain:
            act()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_image()
        else:
            super().keyPressEvent(event)

    def make_accessible(self) -> QAccessibleWidget:
        """What a screen reader is given (own_accessible asks for it)."""
        return QAccessibleWidget(self, QAccessible.Role.Graphic)
