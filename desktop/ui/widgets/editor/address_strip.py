"""The address taken apart under the URL: each part in its colour, with its meaning in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import colours_of, scaled

if TYPE_CHECKING:
    from desktop.core.model.address import Address, Part
    from desktop.ui.colours import Colours

GAP = 18
LONGEST_PART = 360
"""A longer part is cut in its middle."""


class AddressStrip(QWidget):
    """Paints the parts of an address; a screen reader hears them as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setObjectName("address")
        self.setAccessibleName("The address taken apart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_address(self, address: Address) -> None:
        """Show the parts of an address."""
        self._parts = address.parts
        spoken = ", ".join(f"{part.text}: {part.words}" for part in self._parts)
        self.setAccessibleDescription(spoken[:1000])
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(scaled(200), scaled(22))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: what has no room is left out."""
        return QSize(0, scaled(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint part after part while there is room."""
        painter = QPainter(self)
        left = self.contentsRect().left() + scaled(4)
        for part in self._parts:
            left = self._paint_part(painter, part, left)
            if left > self.width():
                break
        painter.end()

    def _paint_part(self, painter: QPainter, part: Part, left: int) -> int:
        colours = colours_of(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        left = self._paint_text(painter, part.text, bold, _colour(part.kind, colours), left)
        left += scaled(5)
        # Half a word explains nothing: the words are whole or not there.
        if left + self.fontMetrics().horizontalAdvance(part.words) <= self.width():
            left = self._paint_text(painter, part.words, self.font(), colours.soft_text, left)
        return left + scaled(GAP)

    def _paint_text(self, painter: QPainter, text: str, font: QFont, colour: str, left: int) -> int:
        metrics = QFontMetrics(font)
        room = min(scaled(LONGEST_PART), max(0, self.width() - left - scaled(4)))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        width = metrics.horizontalAdvance(shown)
        painter.drawText(left, 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, shown)
        return left + width


def _colour(kind: str, colours: Colours) -> str:
    return {
        "scheme": colours.soft_text,
        "host": colours.put,
        "path": colours.get,
        "params": colours.post,
    }.get(kind, colours.text)
