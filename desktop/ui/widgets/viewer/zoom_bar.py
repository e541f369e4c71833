"""The small buttons below a picture: fit, 100 %, nearer, further away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GROUND = 215
"""Of 255: how much of the picture the ground of the buttons hides."""


class ZoomBar(QWidget):
    """Four words in a row; they say what they do, and what is on."""

    fit_wanted = Signal()
    """The whole picture is wanted."""
    full_wanted = Signal()
    """The picture is wanted in its own size."""
    larger_wanted = Signal()
    """A step nearer is wanted."""
    smaller_wanted = Signal()
    """A step away is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fit = self._button("Fit", "Show the whole picture (0)")
        self._full = self._button("100 %", "Show the picture in its own size (1)")
        larger = self._button("+", "Zoom in (+)", "Zoom in")
        smaller = self._button("\N{MINUS SIGN}", "Zoom out (-)", "Zoom out")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        for number, button in enumerate((self._fit, self._full, larger, smaller)):
            if number:
                row.addWidget(_dot(self))
            row.addWidget(button)
        self._fit.clicked.connect(self.fit_wanted)
        self._full.clicked.connect(self.full_wanted)
        larger.clicked.connect(self.larger_wanted)
        smaller.clicked.connect(self.smaller_wanted)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def _button(self, text: str, tip: str, name: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.setAccessibleName(name or text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def show_factor(self, factor: float, *, fits: bool) -> None:
        """Say what is on, in the buttons' descriptions."""
        percent = f"Now at {round(factor * 100)} %"
        self._fit.setAccessibleDescription(percent if fits else "")
        self._full.setAccessibleDescription(percent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground that lets a little of the picture through."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QColor(self.palette().color(QPalette.ColorRole.Base))
            ground.setAlpha(GROUND)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), scaled(8), scaled(8))
        finally:
            painter.end()


def _dot(parent: QWidget) -> PlainLabel:
    dot = PlainLabel("·", parent)
    dot.setObjectName("hint")
    return dot
